/// A date of the law or of policy; a ledger.
public struct Milestone: DatedRow {
  /// The id; several dated rows may share it.
  public internal(set) var id: ID<Milestone> = .unread
  public internal(set) var date = PartialDate.unread
  public internal(set) var title = Text.empty
  public internal(set) var instrument = Text.empty
  public internal(set) var scheduled: PartialDate?
  public internal(set) var status = MilestoneStatus.proposed
  public internal(set) var article = Text.empty
  public internal(set) var confidence = Confidence.reported
  public internal(set) var note = Text.empty
  public internal(set) var sources: IDList<Source> = .empty
  public internal(set) var origin = Origin.unread

  static let table = TableName.milestones
  static let key = ["id", "date"]
  static let schema = TableSchema(of: Milestone.self)

  mutating func visit(_ columns: inout some Columns) {
    columns.key("id", &id)
    columns.date("date", &date)
    columns.text("title", &title)
    columns.text("instrument", &instrument)
    columns.date("scheduled", &scheduled)
    columns.word("status", &status)
    columns.text("article", &article, .optional)
    columns.word("confidence", &confidence)
    columns.text("note", &note, .optional)
    columns.sources(&sources)
  }
}
