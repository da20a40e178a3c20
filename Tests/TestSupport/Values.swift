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
public func json(_ value: some Encodable) throws -> String {
  let encoder = JSONEncoder()
  encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
  return String(decoding: try encoder.encode(value), as: UTF8.self)
}

/// A value's JSON as nested dictionaries and arrays.
public func jsonObject(_ value: any Encodable) throws -> [String: Any] {
  let object = try JSONSerialization.jsonObject(with: JSONEncoder().encode(value))
  return object as? [String: Any] ?? [:]
}
