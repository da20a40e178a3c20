import Dataset

/// A cell of an export: a number is a number and what is unknown is null.
public enum DataValue: Hashable, Sendable {
  case null
  case text(String)
  case integer(Int)
  case number(Double)
  case flag(Bool)
  case list([String])

  /// A number as exact as it leaves the program; null where it is none.
  static func number(_ value: Double, _ precision: Precision) -> DataValue {
    value.isFinite ? .number(precision.rounded(value)) : .null
  }
}

/// A list as data: rows of cells under headers in snake case, in the order of the screen.
///
/// It holds no looks: no bars, marks, brackets or sums. The headers depend on the list alone, so
/// that an empty list has the same.
public struct DataTable: Sendable {
  public let name: String
  public let headers: [String]
  public let count: Int
  public let row: @Sendable (Int) -> [DataValue]
  /// The places of the headers that a person reads: names rather than ids, and what a screen shows.
  var brief: [Int] = []
  /// The shapes of the cells under the headers.
  var types: [JSONShape] = []
}

extension DataTable {
  /// Rows under their columns, in an order of their places where an order is given.
  init<Row: Sendable, List: RandomAccessCollection<Row> & Sendable>(
    _ name: String, columns: [Column<Row>], rows: List, order: [Int32]? = nil, in world: World
  ) where List.Index == Int {
    var (headers, brief): ([String], [Int]) = ([], [])
    for column in columns {
      if column.shown != nil, let kind = column.kind {
        brief += kind.read.map { headers.count + $0 }
      }
      headers += column.headers
    }
    self.init(
      name: name, headers: headers, count: order?.count ?? rows.count,
      row: { place in
        let row = rows[order.map { Int($0[place]) } ?? place]
        return columns.flatMap { $0.data(row, world) }
      }, brief: brief, types: columns.flatMap { $0.kind?.types ?? [] })
  }
}

extension DataTable: JSONConvertible {
  /// The rows as objects whose keys are the headers.
  public var json: JSON {
    .array((0..<count).map { .object(zip(headers, row($0)).map { ($0, $1.json) }) })
  }
}

extension DataValue: JSONConvertible {
  public var json: JSON {
    switch self {
    case .null: .null
    case .text(let text): .text(text)
    case .integer(let number): .integer(number)
    case .number(let number): .number(number)
    case .flag(let flag): .flag(flag)
    case .list(let words): words.json
    }
  }
}

public struct DataMeta: Sendable {
  public let entries: [(name: String, value: DataValue)]
}
