/// A finding of the review that was looked into and put aside, with the reason.
public struct Reviewed: TableRow {
  /// The pattern that found it.
  public internal(set) var pattern = ReviewPattern.targetPassed
  /// The table of the row that it is about.
  public internal(set) var about = TableName.rounds
  /// The key of that row, as the review tells it.
  public internal(set) var row = Text.empty
  /// Why nothing is wrong.
  public internal(set) var reason = Text.empty
  /// The day on which somebody looked.
  public internal(set) var day = Day.unread
  /// Where the row stands.
  public internal(set) var origin = Origin.unread

  static let table = TableName.reviewed
  static let key = ["pattern", "table", "row"]
  static let schema = TableSchema(of: Reviewed.self)

  mutating func visit(_ columns: inout some Columns) {
    columns.word("pattern", &pattern)
    columns.word("table", &about)
    columns.text("row", &row)
    columns.text("reason", &reason)
    columns.day("day", &day)
  }
}

extension Dataset {
  /// Findings that were looked into and put aside.
  public var reviewed: [Reviewed] { rows(Reviewed.self) }
}
