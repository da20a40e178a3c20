/// A body that a member state designated, or is to designate.
public struct Authority: DatedRow {
  /// The state.
  public let country: ID<Country>
  /// The body.
  public let name: Text
  /// Its task.
  public let role: AuthorityRole
  /// When it was named.
  public let date: PartialDate
  /// The act that names it.
  public let legalBasis: Text
  /// How good it is.
  public let confidence: Confidence
  /// A short remark, or empty.
  public let note: Text
  /// What the row rests on.
  public let sources: IDList<Source>
  /// Where the row stands.
  public let origin: Origin

  static let schema = TableSchema(
    .authorities, key: ["country", "authority", "role", "date"],
    [
      .required("country", .country),
      .required("authority", .text),
      .required("role", .word(AuthorityRole.words)),
      .required("date", .partialDate),
      .required("legal_basis", .text),
      .required("confidence", .word(Confidence.words)),
      Field("note", .text),
      .required("source", .references(.sources)),
    ])

  init(_ row: inout RowReader) {
    country = row.reference(.countries)
    name = row.text()
    role = row.word(AuthorityRole.self, else: .marketSurveillance)
    date = row.date()
    legalBasis = row.text()
    confidence = row.word(Confidence.self, else: .reported)
    note = row.text()
    sources = row.references(.sources)
    origin = row.origin
  }

  func write(_ row: inout RowWriter) {
    row.id(row.dataset.code(country))
    row.text(name)
    row.word(role)
    row.date(date)
    row.text(legalBasis)
    row.word(confidence)
    row.text(note)
    row.ids(row.dataset.slugs(sources))
  }
}
