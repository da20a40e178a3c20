/// A notable model; row counts are no market shares.
public struct Model: DatedRow {
  /// The id.
  public let id: ID<Model>
  /// Its name.
  public let name: Text
  /// Who made it.
  public let developer: ID<Organisation>
  /// When it came out.
  public let date: PartialDate
  /// Who may use the weights.
  public let weights: Weights
  /// The licence.
  public let licence: Text
  private let parametersBillionsMeasure: Measure
  /// Billions of parameters.
  public var parametersBillions: Double? { parametersBillionsMeasure.value }
  private let activeBillionsMeasure: Measure
  /// Billions active at a time, for mixtures of experts.
  public var activeBillions: Double? { activeBillionsMeasure.value }
  /// What it takes in and gives out.
  public let modality: Modality
  /// Whose chips it was trained on.
  public let trainedOn: ID<Organisation>?
  private let trainingAcceleratorsCount: Int32
  /// The accelerators of the whole cluster.
  public var trainingAccelerators: Int? {
    trainingAcceleratorsCount < 0 ? nil : Int(trainingAcceleratorsCount)
  }
  /// Who serves it from the Union; empty where that is not known.
  public let hostedBy: IDList<Organisation>
  /// How good it is.
  public let confidence: Confidence
  /// A short remark, or empty.
  public let note: Text
  /// What the row rests on.
  public let sources: IDList<Source>
  /// Where the row stands.
  public let origin: Origin

  static let schema = TableSchema(
    .models, key: ["id"],
    [
      .required("id", .key),
      .required("name", .text),
      .required("developer", .reference(.organisations)),
      .required("date", .partialDate),
      .required("weights", .word(Weights.words)),
      .required("licence", .text),
      Field("parameters_b", .number),
      Field("active_b", .number),
      .required("modality", .word(Modality.words)),
      Field("trained_on", .reference(.organisations)),
      Field("training_accelerators", .integer),
      Field("hosted_in_eu", .references(.organisations)),
      .required("confidence", .word(Confidence.words)),
      Field("note", .text),
      .required("source", .references(.sources)),
    ])

  init(_ row: inout RowReader) {
    id = row.key()
    name = row.text()
    developer = row.reference(.organisations)
    date = row.date()
    weights = row.word(Weights.self, else: .closed)
    licence = row.text()
    parametersBillionsMeasure = Measure(row.number())
    activeBillionsMeasure = Measure(row.number())
    modality = row.word(Modality.self, else: .text)
    trainedOn = row.optionalReference(.organisations)
    trainingAcceleratorsCount = row.integer()
    hostedBy = row.references(.organisations)
    confidence = row.word(Confidence.self, else: .reported)
    note = row.text()
    sources = row.references(.sources)
    origin = row.origin
  }

  func write(_ row: inout RowWriter) {
    row.id(row.dataset.slug(id))
    row.text(name)
    row.id(row.dataset.slug(developer))
    row.date(date)
    row.word(weights)
    row.text(licence)
    row.number(parametersBillions)
    row.number(activeBillions)
    row.word(modality)
    row.id(trainedOn.map { row.dataset.slug($0) })
    row.integer(trainingAccelerators)
    row.ids(row.dataset.slugs(hostedBy))
    row.word(confidence)
    row.text(note)
    row.ids(row.dataset.slugs(sources))
  }
}
