/// A figure that somebody else counts, to hold a sum of the ledger against.
public struct Benchmark: SourcedRow {
  /// What is measured: a slug.
  public internal(set) var measure = Text.empty
  /// Of whom or of what.
  public internal(set) var scope = Text.empty
  /// A year, half year, quarter or day, or the word "undated".
  public internal(set) var period = Text.empty
  /// The figure.
  public internal(set) var value = 0.0
  /// Its unit.
  public internal(set) var unit = Text.empty
  /// How it was counted, or empty.
  public internal(set) var basis = Text.empty
  /// What the row rests on.
  public internal(set) var sources: IDList<Source> = .empty
  /// Where the row stands.
  public internal(set) var origin = Origin.unread

  static let table = TableName.benchmarks
  static let key = ["measure", "scope", "period", "unit"]
  static let schema = TableSchema(of: Benchmark.self)

  mutating func visit(_ columns: inout some Columns) {
    columns.text("measure", &measure)
    columns.text("scope", &scope)
    columns.text("period", &period)
    columns.number("value", &value)
    columns.text("unit", &unit)
    columns.text("basis", &basis, .optional)
    columns.sources(&sources)
  }
}
