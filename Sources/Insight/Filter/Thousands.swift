/// The separators between the thousands of a number, in text that is searched.
enum Thousands {
  /// The ASCII sign for the spaces and the apostrophe that typography sets between thousands.
  static func plain(_ scalar: UInt32) -> UInt8? {
    switch scalar {
    case 0xA0, 0x2009, 0x202F: UInt8(ascii: " ")
    case 0x2019: UInt8(ascii: "'")
    default: nil
    }
  }

  /// Folded text without the separators between the thousands of its numbers.
  static func joined(_ folded: [UInt8]) -> [UInt8] {
    folded.withUnsafeBufferPointer { text in
      guard text.indices.contains(where: { areSeparated(at: $0, of: text) }) else { return folded }
      return text.indices.filter { !areSeparated(at: $0, of: text) }.map { text[$0] }
    }
  }

  /// True if a byte stands between the thousands of a number: after a group of at most three digits, and
  /// before a group of exactly three.
  static func areSeparated(at place: Int, of text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard place > 0, place + 3 < text.count, isSeparator(text[place]),
      (1...3).allSatisfy({ isDigit(text[place + $0]) }),
      place + 4 >= text.count || !isDigit(text[place + 4])
    else { return false }
    var digits = 0
    while digits < 4, digits < place, isDigit(text[place - digits - 1]) { digits += 1 }
    return (1...3).contains(digits)
  }

  private static func isSeparator(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ",") || byte == UInt8(ascii: "'") || byte == UInt8(ascii: " ")
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "0") < 10 }
}
