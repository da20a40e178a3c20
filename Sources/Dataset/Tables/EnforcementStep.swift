/// A step of a state towards enforcing the AI Act; a ledger.
public struct EnforcementStep: DatedRow {
  public internal(set) var country: ID<Country> = .unread
  public internal(set) var date = PartialDate.unread
  public internal(set) var step = EnforcementStepKind.bill
  public internal(set) var status = EnforcementStatus.none
  public internal(set) var detail = Text.empty
  public internal(set) var confidence = Confidence.reported
  public internal(set) var sources: IDList<Source> = .empty
  public internal(set) var origin = Origin.unread

  static let table = TableName.enforcement
  static let key = ["country", "step", "date"]
  static let schema = TableSchema(of: EnforcementStep.self)

  mutating func visit(_ columns: inout some Columns) {
    columns.reference("country", &country)
    columns.date("date", &date)
    columns.word("step", &step)
    columns.word("status", &status)
    columns.text("detail", &detail)
    columns.word("confidence", &confidence)
    columns.sources(&sources)
  }
}
