import Dataset

/// A text that is no JSON, and the byte where it stops being some.
public struct NotJSON: Error {
  public let offset: Int
}

extension JSON {
  /// Reads a text of JSON as other programs do: strictly, with nothing behind its end.
  public init(text: String) throws {
    var reader = TextReader(bytes: Array(text.utf8))
    self = try reader.value()
    guard reader.next() == nil else { throw NotJSON(offset: reader.offset) }
  }
}

private struct TextReader {
  let bytes: [UInt8]
  var offset = 0

  /// The next byte that is no space.
  mutating func next() -> UInt8? {
    while offset < bytes.count, [32, 10, 13, 9].contains(bytes[offset]) { offset += 1 }
    return offset < bytes.count ? bytes[offset] : nil
  }

  mutating func value() throws -> JSON {
    switch next() {
    case UInt8(ascii: "{"):
      var pairs: [(key: String, value: JSON)] = []
      try list(to: UInt8(ascii: "}")) { reader in
        guard reader.next() == UInt8(ascii: "\"") else { throw NotJSON(offset: reader.offset) }
        let key = try reader.string()
        try reader.take(UInt8(ascii: ":"))
        guard !pairs.contains(where: { $0.key == key }) else {
          throw NotJSON(offset: reader.offset)
        }
        pairs.append((key, try reader.value()))
      }
      return .object(pairs)
    case UInt8(ascii: "["):
      var values: [JSON] = []
      try list(to: UInt8(ascii: "]")) { values.append(try $0.value()) }
      return .array(values)
    case UInt8(ascii: "\""): return .text(try string())
    default: return try word()
    }
  }

  mutating func take(_ byte: UInt8) throws {
    guard next() == byte else { throw NotJSON(offset: offset) }
    offset += 1
  }

  mutating func list(to end: UInt8, _ element: (inout TextReader) throws -> Void) throws {
    offset += 1
    if next() == end { return offset += 1 }
    while true {
      try element(&self)
      guard next() == UInt8(ascii: ",") else { break }
      offset += 1
    }
    try take(end)
  }

  mutating func string() throws -> String {
    offset += 1
    var units: [UInt16] = []
    var plain = offset
    func text(_ range: Range<Int>) -> String.UTF16View {
      String(decoding: bytes[range], as: UTF8.self).utf16
    }
    while offset < bytes.count, bytes[offset] >= 32 {
      switch bytes[offset] {
      case UInt8(ascii: "\""):
        units += text(plain..<offset)
        offset += 1
        return String(decoding: units, as: UTF16.self)
      case UInt8(ascii: "\\"):
        units += text(plain..<offset)
        guard offset + 1 < bytes.count else { throw NotJSON(offset: offset) }
        let escaped: [UInt8: UInt16] = [
          34: 34, 92: 92, 47: 47, 98: 8, 102: 12, 110: 10, 114: 13, 116: 9,
        ]
        if let unit = escaped[bytes[offset + 1]] {
          units.append(unit)
          offset += 2
        } else {
          guard bytes[offset + 1] == UInt8(ascii: "u"), offset + 6 <= bytes.count,
            let unit = UInt16(
              String(decoding: bytes[offset + 2..<offset + 6], as: UTF8.self), radix: 16)
          else { throw NotJSON(offset: offset) }
          units.append(unit)
          offset += 6
        }
        plain = offset
      default: offset += 1
      }
    }
    throw NotJSON(offset: offset)
  }

  /// A number, or `true`, `false` or `null`.
  mutating func word() throws -> JSON {
    let start = offset
    while offset < bytes.count, !Array(",]} \n\r\t".utf8).contains(bytes[offset]) { offset += 1 }
    let word = String(decoding: bytes[start..<offset], as: UTF8.self)
    switch word {
    case "true": return .flag(true)
    case "false": return .flag(false)
    case "null": return .null
    default:
      guard word.first.map({ $0 == "-" || $0.isNumber }) == true else {
        throw NotJSON(offset: start)
      }
      if let number = Int(word) { return .integer(number) }
      guard let number = Double(word), number.isFinite else { throw NotJSON(offset: start) }
      return .number(number)
    }
  }
}
