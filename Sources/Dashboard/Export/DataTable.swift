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

extension DataValue {
  /// The value of a text on the screen.
  init(shown text: String) {
    let data = dataCell(text)
    if data.isEmpty {
      self = .null
    } else if let number = Int(data) {
      self = .integer(number)
    } else if let number = Double(data), number.isFinite {
      self = .number(number)
    } else {
      self = .text(data)
    }
  }
}

/// A list as data: rows of cells under headers in snake case, in the order of the screen.
///
/// It holds no looks: no bars, marks, brackets or sums. The headers depend on the list alone, so
/// that an empty list has the same.
public struct DataTable: Sendable {
  public let name: String
  /// The headers, which are the keys of JSON too.
  public let headers: [String]
  public let count: Int
  /// The cells of a row, one under every header.
  public let row: @Sendable (Int) -> [DataValue]
}

/// The description of an export.
public struct DataMeta: Sendable {
  public let entries: [(name: String, value: DataValue)]
}
