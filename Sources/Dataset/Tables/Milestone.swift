/// A date of the law or of policy; a ledger.
public struct Milestone: DatedRow {
  /// The id; several dated rows may share it.
  public let id: ID<Milestone>
  /// When this became known.
  public let date: PartialDate
  /// What happens.
  public let title: Text
  /// The act or programme.
  public let instrument: Text
  /// When it happens.
  public let scheduled: PartialDate?
  /// How far it has come.
  public let status: MilestoneStatus
  /// The article.
  public let article: Text
  /// How good it is.
  public let confidence: Confidence
  /// A short remark, or empty.
  public let note: Text
  /// What the row rests on.
  public let sources: IDList<Source>
  /// Where the row stands.
  public let origin: Origin

  static let schema = TableSchema(
    .milestones, key: ["id", "date"],
    [
      .required("id", .key),
      .required("date", .partialDate),
      .required("title", .text),
      .required("instrument", .text),
      Field("scheduled", .partialDate),
      .required("status", .word(MilestoneStatus.words)),
      Field("article", .text),
      .required("confidence", .word(Confidence.words)),
      Field("note", .text),
      .required("source", .references(.sources)),
    ])

  init(_ row: inout RowReader) {
    id = row.key()
    date = row.date()
    title = row.text()
    instrument = row.text()
    scheduled = row.optionalDate()
    status = row.word(MilestoneStatus.self, else: .proposed)
    article = row.text()
    confidence = row.word(Confidence.self, else: .reported)
    note = row.text()
    sources = row.references(.sources)
    origin = row.origin
  }

  func write(_ row: inout RowWriter) {
    row.id(row.dataset.slug(id))
    row.date(date)
    row.text(title)
    row.text(instrument)
    row.date(scheduled)
    row.word(status)
    row.text(article)
    row.word(confidence)
    row.text(note)
    row.ids(row.dataset.slugs(sources))
  }
}
