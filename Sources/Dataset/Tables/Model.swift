/// A notable model; row counts are no market shares.
public struct Model: DatedRow {
  /// The id.
  public internal(set) var id: ID<Model> = .unread
  /// Its name.
  public internal(set) var name = Text.empty
  /// Who made it.
  public internal(set) var developer: ID<Organisation> = .unread
  /// Whose model it is built on, where that is not its own maker's.
  public internal(set) var baseDeveloper: ID<Organisation>?
  /// When it came out.
  public internal(set) var date = PartialDate.unread
  /// Who may use the weights.
  public internal(set) var weights = Weights.closed
  /// The licence.
  public internal(set) var licence = Text.empty
  private var parametersBillionsMeasure = Measure()
  /// Billions of parameters.
  public var parametersBillions: Double? { parametersBillionsMeasure.value }
  private var activeBillionsMeasure = Measure()
  /// Billions active at a time, for mixtures of experts.
  public var activeBillions: Double? { activeBillionsMeasure.value }
  /// What it takes in and gives out.
  public internal(set) var modality = Modality.text
  /// Whose chips it was trained on.
  public internal(set) var trainedOn: ID<Organisation>?
  private var trainingAcceleratorsCount = Count()
  /// The accelerators of the whole cluster.
  public var trainingAccelerators: Int? { trainingAcceleratorsCount.value }
  /// Who serves it from the Union; empty where that is not known.
  public internal(set) var hostedBy: IDList<Organisation> = .empty
  /// How good it is.
  public internal(set) var confidence = Confidence.reported
  /// A short remark, or empty.
  public internal(set) var note = Text.empty
  /// What the row rests on.
  public internal(set) var sources: IDList<Source> = .empty
  /// Where the row stands.
  public internal(set) var origin = Origin.unread

  static let table = TableName.models
  static let key = ["id"]
  static let schema = TableSchema(of: Model.self)

  mutating func visit(_ columns: inout some Columns) {
    columns.key("id", &id)
    columns.text("name", &name)
    columns.reference("developer", &developer)
    columns.reference("base_developer", &baseDeveloper)
    columns.date("date", &date)
    columns.word("weights", &weights)
    columns.text("licence", &licence)
    columns.number("parameters_b", &parametersBillionsMeasure)
    columns.number("active_b", &activeBillionsMeasure)
    columns.word("modality", &modality)
    columns.reference("trained_on", &trainedOn)
    columns.integer("training_accelerators", &trainingAcceleratorsCount)
    columns.references("hosted_in_eu", &hostedBy, .optional)
    columns.word("confidence", &confidence)
    columns.text("note", &note, .optional)
    columns.sources(&sources)
  }
}
