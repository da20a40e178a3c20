/// A row of a table, whose columns are told in one list: what describes the table, reads its rows and writes
/// them goes over that same list.
protocol TableRow: Record {
  static var table: TableName { get }
  /// The names of the columns that tell its rows apart.
  static var key: [String] { get }
  /// The columns, as `TableSchema(of:)` makes them from the list; made a single time.
  static var schema: TableSchema { get }
  init()
  /// Goes over the columns in the order of the file, every column once.
  mutating func visit(_ columns: inout some Columns)
  var origin: Origin { get set }
  /// Settles the reference to another row of the same table, which may have stood further down.
  mutating func refer(to number: Int32)
  /// True if every row has a day from which it is known.
  static var isDated: Bool { get }
  /// The date and the sources by which a row of a dated table is known.
  var dating: Dating? { get }
  /// The sources of the row, where the table has such a column.
  var restsOn: IDList<Source>? { get }
}

extension TableRow {
  mutating func refer(to number: Int32) {}
  static var isDated: Bool { false }
  var dating: Dating? { nil }
  var restsOn: IDList<Source>? { nil }

  /// Reads a row. Problems are noted by the reader.
  init(_ reader: inout RowReader) {
    self.init()
    visit(&reader)
    origin = reader.origin
  }
}

/// The date of a row and what it rests on: by both the day is found from which it counts.
struct Dating {
  let date: PartialDate
  let sources: IDList<Source>
}

/// A row that names its sources.
public protocol Sourced: Record {
  var sources: IDList<Source> { get }
}

/// A row of a table with a column of sources.
protocol SourcedRow: TableRow, Sourced {}

extension SourcedRow {
  var restsOn: IDList<Source>? { sources }
}

/// A row that is known from a date on.
public protocol DatedRecord: Sourced {
  /// The day on which it happened or became known.
  var date: PartialDate { get }
}

/// A row of a table whose rows are known from a date on.
protocol DatedRow: SourcedRow, DatedRecord {}

extension DatedRow {
  static var isDated: Bool { true }
  var dating: Dating? { Dating(date: date, sources: sources) }
}
