/// An organisation's answer to a voluntary instrument.
public struct Signatory: DatedRow {
  /// Who signed or refused.
  public let organisation: ID<Organisation>
  /// Which instrument.
  public let instrument: ID<Milestone>
  /// When.
  public let date: PartialDate
  /// Whether it signed.
  public let status: SignatureStatus
  /// A short remark, or empty.
  public let note: Text
  /// What the row rests on.
  public let sources: IDList<Source>
  /// Where the row stands.
  public let origin: Origin

  static let schema = TableSchema(
    .signatories, key: ["organisation", "instrument", "date"],
    [
      .required("organisation", .reference(.organisations)),
      .required("instrument", .reference(.milestones)),
      .required("date", .partialDate),
      .required("status", .word(SignatureStatus.words)),
      Field("note", .text),
      .required("source", .references(.sources)),
    ])

  init(_ row: inout RowReader) {
    organisation = row.reference(.organisations)
    instrument = row.reference(.milestones)
    date = row.date()
    status = row.word(SignatureStatus.self, else: .signed)
    note = row.text()
    sources = row.references(.sources)
    origin = row.origin
  }

  func write(_ row: inout RowWriter) {
    row.id(row.dataset.slug(organisation))
    row.id(row.dataset.slug(instrument))
    row.date(date)
    row.word(status)
    row.text(note)
    row.ids(row.dataset.slugs(sources))
  }
}
