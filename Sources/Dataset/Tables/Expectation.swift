/// A figure that the world knows: what a metric of the ledger is to come to as of a day.
public struct Expectation: SourcedRow {
  /// The metric with its arguments, as a claim would write it.
  public internal(set) var metric = Text.empty
  /// The day as of which it is reckoned.
  public internal(set) var asOf = Day.unread
  /// The figure, the date, or the ids that are expected.
  public internal(set) var value = Text.empty
  /// By how much a figure may differ: a number, or a part such as `2%`; empty for not at all.
  public internal(set) var tolerance = Text.empty
  /// Why the ledger may differ, or empty.
  public internal(set) var note = Text.empty
  /// Who says so: no page of the ledger's own.
  public internal(set) var sources: IDList<Source> = .empty
  /// Where the row stands.
  public internal(set) var origin = Origin.unread

  static let table = TableName.expected
  static let key = ["metric", "as_of"]
  static let schema = TableSchema(of: Expectation.self)

  mutating func visit(_ columns: inout some Columns) {
    columns.text("metric", &metric)
    columns.day("as_of", &asOf)
    columns.text("value", &value)
    columns.text("tolerance", &tolerance, .optional)
    columns.text("note", &note, .optional)
    columns.sources(&sources)
  }
}

extension Dataset {
  /// Figures that the ledger is to come to, by sources outside it.
  public var expected: [Expectation] { rows(Expectation.self) }
}
