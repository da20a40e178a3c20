/// An organisation's answer to a voluntary instrument.
public struct Signatory: DatedRow {
  public internal(set) var organisation: ID<Organisation> = .unread
  public internal(set) var instrument: ID<Milestone> = .unread
  public internal(set) var date = PartialDate.unread
  public internal(set) var status = SignatureStatus.signed
  public internal(set) var note = Text.empty
  public internal(set) var sources: IDList<Source> = .empty
  public internal(set) var origin = Origin.unread

  static let table = TableName.signatories
  static let key = ["organisation", "instrument", "date"]
  static let schema = TableSchema(of: Signatory.self)

  mutating func visit(_ columns: inout some Columns) {
    columns.reference("organisation", &organisation)
    columns.reference("instrument", &instrument)
    columns.date("date", &date)
    columns.word("status", &status)
    columns.text("note", &note, .optional)
    columns.sources(&sources)
  }
}
