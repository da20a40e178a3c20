/// A notable model; row counts are no market shares.
public struct Model: DatedRow {
  public internal(set) var id: ID<Model> = .unread
  public internal(set) var name = Text.empty
  public internal(set) var developer: ID<Organisation> = .unread
  /// The developer of the model it is built on, if another.
  public internal(set) var baseDeveloper: ID<Organisation>?
  public internal(set) var date = PartialDate.unread
  public internal(set) var weights = Weights.closed
  public internal(set) var licence = Text.empty
  private var parametersBillionsMeasure = Measure()
  public var parametersBillions: Double? { parametersBillionsMeasure.value }
  private var activeBillionsMeasure = Measure()
  /// Billions active at a time, for mixtures of experts.
  public var activeBillions: Double? { activeBillionsMeasure.value }
  public internal(set) var modality = Modality.text
  /// The designer of the chips it was trained on.
  public internal(set) var trainedOn: ID<Organisation>?
  private var trainingAcceleratorsCount = Count()
  /// The accelerators of the whole cluster.
  public var trainingAccelerators: Int? { trainingAcceleratorsCount.value }
  /// The organisations that serve it from the Union; empty where that is not known.
  public internal(set) var hostedBy: IDList<Organisation> = .empty
  public internal(set) var confidence = Confidence.reported
  public internal(set) var note = Text.empty
  public internal(set) var sources: IDList<Source> = .empty
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
