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
  /// A document that writes itself.
  case encoded(any Encodable & Sendable)

  /// The same object with more keys behind its own.
  public func adding(_ more: JSON) -> JSON {
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

extension JSON: Encodable {
  private struct Name: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }
    init(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }

  public func encode(to encoder: any Encoder) throws {
    switch self {
    case .array(let values):
      var list = encoder.unkeyedContainer()
      for value in values { try list.encode(value) }
    case .object(let pairs):
      var object = encoder.container(keyedBy: Name.self)
      for (key, value) in pairs { try object.encode(value, forKey: Name(stringValue: key)) }
    case .encoded(let document): try document.encode(to: encoder)
    case .null, .flag, .integer, .number, .text:
      var single = encoder.singleValueContainer()
      switch self {
      case .flag(let flag): try single.encode(flag)
      case .integer(let number): try single.encode(number)
      case .number(let number) where number.isFinite: try single.encode(number)
      case .text(let text): try single.encode(text)
      default: try single.encodeNil()
      }
    }
  }
}

public protocol JSONConvertible {
  var json: JSON { get }
}

public protocol JSONDocument: JSONConvertible, Encodable, Sendable {}

extension JSONDocument {
  public func encode(to encoder: any Encoder) throws { try json.encode(to: encoder) }
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
extension Array: JSONConvertible where Element: JSONConvertible {
  public var json: JSON { .array(map(\.json)) }
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
