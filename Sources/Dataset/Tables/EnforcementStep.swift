/// A step of a state towards enforcing the AI Act; a ledger.
public struct EnforcementStep: DatedRow {
  /// The state.
  public let country: ID<Country>
  /// When it took effect or became known.
  public let date: PartialDate
  /// Which step.
  public let step: EnforcementStepKind
  /// How far it has come.
  public let status: EnforcementStatus
  /// What happened.
  public let detail: Text
  /// How good it is.
  public let confidence: Confidence
  /// What the row rests on.
  public let sources: IDList<Source>
  /// Where the row stands.
  public let origin: Origin

  static let schema = TableSchema(
    .enforcement, key: ["country", "step", "date"],
    [
      .required("country", .country),
      .required("date", .partialDate),
      .required("step", .word(EnforcementStepKind.words)),
      .required("status", .word(EnforcementStatus.words)),
      .required("detail", .text),
      .required("confidence", .word(Confidence.words)),
      .required("source", .references(.sources)),
    ])

  init(_ row: inout RowReader) {
    country = row.reference(.countries)
    date = row.date()
    step = row.word(EnforcementStepKind.self, else: .bill)
    status = row.word(EnforcementStatus.self, else: .none)
    detail = row.text()
    confidence = row.word(Confidence.self, else: .reported)
    sources = row.references(.sources)
    origin = row.origin
  }

  func write(_ row: inout RowWriter) {
    row.id(row.dataset.code(country))
    row.date(date)
    row.word(step)
    row.word(status)
    row.text(detail)
    row.word(confidence)
    row.ids(row.dataset.slugs(sources))
  }
}
