/// What one organisation is to another: "from KIND to".
public struct Relation: DatedRow {
  /// The one who acts.
  public let from: ID<Organisation>
  /// The one acted on.
  public let to: ID<Organisation>
  /// What the one is to the other.
  public let kind: RelationKind
  /// When it became known.
  public let date: PartialDate
  /// Whether it stands.
  public let status: RelationStatus
  /// A short remark, or empty.
  public let note: Text
  /// What the row rests on.
  public let sources: IDList<Source>
  /// Where the row stands.
  public let origin: Origin

  static let schema = TableSchema(
    .relations, key: ["from", "to", "kind", "date"],
    [
      .required("from", .reference(.organisations)),
      .required("to", .reference(.organisations)),
      .required("kind", .word(RelationKind.words)),
      .required("date", .partialDate),
      .required("status", .word(RelationStatus.words)),
      Field("note", .text),
      .required("source", .references(.sources)),
    ])

  init(_ row: inout RowReader) {
    from = row.reference(.organisations)
    to = row.reference(.organisations)
    kind = row.word(RelationKind.self, else: .partnersWith)
    date = row.date()
    status = row.word(RelationStatus.self, else: .announced)
    note = row.text()
    sources = row.references(.sources)
    origin = row.origin
  }

  func write(_ row: inout RowWriter) {
    row.id(row.dataset.slug(from))
    row.id(row.dataset.slug(to))
    row.word(kind)
    row.date(date)
    row.word(status)
    row.text(note)
    row.ids(row.dataset.slugs(sources))
  }
}
