import Dataset
import Foundation

/// A day that the test writes out.
public func day(_ text: String) throws -> Day {
  guard let day = Day(text) else { throw BadDay(text: text) }
  return day
}

/// A day that is none.
public struct BadDay: Error {
  /// The text that was given for it.
  public let text: String
}

/// A value's JSON, keys sorted, as one line.
public func json(_ value: some JSONConvertible) throws -> String {
  let encoder = JSONEncoder()
  encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
  return String(decoding: try encoder.encode(value.json), as: UTF8.self)
}

/// A value's JSON as nested dictionaries and arrays.
public func jsonObject(_ value: any JSONConvertible) throws -> [String: Any] {
  let object = try JSONSerialization.jsonObject(with: JSONEncoder().encode(value.json))
  return object as? [String: Any] ?? [:]
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
