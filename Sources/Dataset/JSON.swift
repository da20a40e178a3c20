/// A value of JSON: every document that leaves the program is made of these.
///
/// A figure that nobody knows is `null`, never a key that is missing.
public enum JSON: Sendable {
  case null
  case flag(Bool)
  case integer(Int)
  case number(Double)
  case text(String)
  case array([JSON])
  case object([(key: String, value: JSON)])

  /// The same object with more keys behind its own.
  public func adding(_ more: JSON?) -> JSON {
    guard case .object(let own) = self, case .object(let others) = more else { return self }
    return .object(own + others)
  }
}

extension JSON: ExpressibleByDictionaryLiteral {
  public typealias Key = String
  public typealias Value = (any JSONConvertible)?

  public init(dictionaryLiteral elements: (String, (any JSONConvertible)?)...) {
    self = .object(elements.map { ($0, $1?.json ?? .null) })
  }
}

public protocol JSONConvertible {
  var json: JSON { get }
}

extension JSON: JSONConvertible {
  public var json: JSON { self }
}
extension Bool: JSONConvertible {
  public var json: JSON { .flag(self) }
}
extension Int: JSONConvertible {
  public var json: JSON { .integer(self) }
}
extension Double: JSONConvertible {
  public var json: JSON { .number(self) }
}
extension String: JSONConvertible {
  public var json: JSON { .text(self) }
}
extension Day: JSONConvertible {
  public var json: JSON { .text(description) }
}
extension PartialDate: JSONConvertible {
  public var json: JSON { .text(description) }
}
extension Vocabulary {
  public var json: JSON { .text(word) }
}
extension RawRepresentable<String> where Self: JSONConvertible {
  public var json: JSON { .text(rawValue) }
}
extension Dictionary: JSONConvertible where Key == String, Value: JSONConvertible {
  public var json: JSON { .object(map { ($0.key, $0.value.json) }) }
}
extension Array: JSONConvertible where Element: JSONConvertible {
  // No key path: in generic code it would be made again for every list.
  public var json: JSON { .array(map { $0.json }) }
}

extension Dataset {
  /// A row with its columns as keys: numbers are numbers, and an empty cell is null.
  public func document(_ record: some Record) -> JSON {
    guard let row = record as? any TableRow else { return .null }
    return document(of: row)
  }

  private func document<Row: TableRow>(of row: Row) -> JSON {
    let values = RowWriter.values(of: row, in: self)
    return .object(
      zip(Row.schema.fields, values).map { ($0.name == "source" ? "sources" : $0.name, $1) })
  }

  /// The ids of rows' sources, as the file has them.
  public func slugs(_ sources: IDList<Source>) -> [String] { ids(sources).map { slug($0) } }
}
