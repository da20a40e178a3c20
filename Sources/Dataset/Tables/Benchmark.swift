/// A figure that somebody else counts, to hold a sum of the ledger against.
public struct Benchmark: SourcedRow {
  /// A slug of the measure.
  public internal(set) var measure = Text.empty
  public internal(set) var scope = Text.empty
  /// A year, half year, quarter or day, or the word "undated".
  public internal(set) var period = Text.empty
  public internal(set) var value = 0.0
  public internal(set) var unit = Text.empty
  /// The method of counting, or empty.
  public internal(set) var basis = Text.empty
  public internal(set) var sources: IDList<Source> = .empty
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

extension Dataset {
  public var benchmarks: [Benchmark] { rows(Benchmark.self) }
}
