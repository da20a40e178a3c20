/// Reads a JSON text (RFC 8259) from front to back. The caller says what is expected next and skips
/// the rest.
///
/// A package's descriptor is read at each start, and this takes a twentieth of the time of a
/// general decoder. It also knows the place of everything, for problems and for a faithful export.
struct JSONReader {
  struct Fault: Error, Equatable {
    let offset: Int
    let expected: String
  }

  private static let deepest = 64

  private let bytes: UnsafeBufferPointer<UInt8>
  private(set) var offset = 0
  private var depth = 0

  /// Reads bytes that outlive it. A byte order mark is passed over.
  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { offset = 3 }
  }

  /// Reads an object: for each member `body` reads the value or skips it.
  mutating func object(_ body: (inout JSONReader, String) throws(Fault) -> Void) throws(Fault) {
    try list(from: "{", to: "}", "an object") { reader throws(Fault) in
      let name = try reader.string()
      guard reader.take(":") else { throw reader.fault("\":\" after \"\(shown(name))\"") }
      try body(&reader, name)
    }
  }

  /// Reads an array: for each element `body` reads the value or skips it.
  mutating func array(_ body: (inout JSONReader) throws(Fault) -> Void) throws(Fault) {
    try list(from: "[", to: "]", "an array", body)
  }

  mutating func string() throws(Fault) -> String {
    guard take("\"") else { throw fault("a string") }
    let start = offset
    while offset < bytes.count, bytes[offset] >= 32 {
      switch bytes[offset] {
      case UInt8(ascii: "\""):
        let plain = UnsafeBufferPointer(rebasing: bytes[start..<offset])
        if let place = invalidUTF8(in: plain) {
          throw Fault(offset: start + place, expected: "UTF-8")
        }
        offset += 1
        return String(decoding: plain, as: UTF8.self)
      case UInt8(ascii: "\\"): return try escapedString(from: start)
      default: offset += 1
      }
    }
    throw fault("the end of the string")
  }

  mutating func bool() throws(Fault) -> Bool {
    if take(word: "true") { return true }
    if take(word: "false") { return false }
    throw fault("true or false")
  }

  /// The byte at which the next value begins.
  mutating func start() -> Int {
    skipSpace()
    return offset
  }

  mutating func isAtString() -> Bool {
    skipSpace()
    return offset < bytes.count && bytes[offset] == UInt8(ascii: "\"")
  }

  /// Reads a value of any kind and forgets it.
  mutating func skip() throws(Fault) {
    skipSpace()
    switch offset < bytes.count ? bytes[offset] : 0 {
    case UInt8(ascii: "{"):
      try list(from: "{", to: "}", "an object") { reader throws(Fault) in
        guard reader.isAtString() else { throw reader.fault("a string") }
        try reader.skipString()
        guard reader.take(":") else { throw reader.fault("\":\"") }
        try reader.skip()
      }
    case UInt8(ascii: "["): try array { reader throws(Fault) in try reader.skip() }
    case UInt8(ascii: "\""): try skipString()
    case UInt8(ascii: "t"), UInt8(ascii: "f"): _ = try bool()
    case UInt8(ascii: "n"): guard take(word: "null") else { throw fault("a value") }
    default: try skipNumber()
    }
  }

  /// Makes sure that nothing but space is left.
  mutating func end() throws(Fault) {
    skipSpace()
    guard offset == bytes.count else { throw fault("the end of the file") }
  }

  /// The fault to throw where the expected value is missing.
  func fault(_ expected: String) -> Fault { Fault(offset: offset, expected: expected) }

  private mutating func skipSpace() {
    while offset < bytes.count {
      switch bytes[offset] {
      case 32: offset += isIndented ? 8 : 1
      case 10, 13, 9: offset += 1
      default: return
      }
    }
  }

  /// True if eight spaces follow: indentation is most of a text that people can read.
  private var isIndented: Bool {
    guard offset + 8 <= bytes.count, let base = bytes.baseAddress else { return false }
    let next = UnsafeRawPointer(base).loadUnaligned(fromByteOffset: offset, as: UInt64.self)
    return next == 0x2020_2020_2020_2020
  }

  private mutating func take(_ mark: Unicode.Scalar) -> Bool {
    skipSpace()
    guard offset < bytes.count, bytes[offset] == UInt8(ascii: mark) else { return false }
    offset += 1
    return true
  }

  private mutating func take(word: StaticString) -> Bool {
    skipSpace()
    let text = UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount)
    guard bytes[offset...].starts(with: text) else { return false }
    offset += text.count
    return true
  }

  private mutating func list(
    from opening: Unicode.Scalar, to closing: Unicode.Scalar, _ kind: String,
    _ element: (inout JSONReader) throws(Fault) -> Void
  ) throws(Fault) {
    guard take(opening) else { throw fault(kind) }
    depth += 1
    guard depth <= JSONReader.deepest else { throw fault("values nested less deeply") }
    if !take(closing) {
      repeat { try element(&self) } while take(",")
      guard take(closing) else { throw fault("\",\" or \"\(closing)\"") }
    }
    depth -= 1
  }

  /// Skips a string, whatever its escapes stand for.
  private mutating func skipString() throws(Fault) {
    offset += 1
    while true {
      skipPlainText()
      guard offset < bytes.count, bytes[offset] >= 32 else { break }
      let byte = bytes[offset]
      offset += byte == UInt8(ascii: "\\") ? 2 : 1
      if byte == UInt8(ascii: "\"") { return }
    }
    offset = min(offset, bytes.count)
    throw fault("the end of the string")
  }

  /// Goes on to the next byte of a string that means something, or near it: sixteen bytes at a time.
  private mutating func skipPlainText() {
    guard let base = bytes.baseAddress else { return }
    let quote = SIMD16<UInt8>(repeating: UInt8(ascii: "\""))
    let backslash = SIMD16<UInt8>(repeating: UInt8(ascii: "\\"))
    let space = SIMD16<UInt8>(repeating: 32)
    while offset + 16 <= bytes.count {
      let next = UnsafeRawPointer(base).loadUnaligned(
        fromByteOffset: offset, as: SIMD16<UInt8>.self)
      let marks = (next .== quote) .| (next .== backslash) .| (next .< space)
      let words = unsafeBitCast(marks, to: SIMD2<UInt64>.self)
      if words[0] != 0 {
        offset += words[0].trailingZeroBitCount / 8
        return
      }
      if words[1] != 0 {
        offset += 8 + words[1].trailingZeroBitCount / 8
        return
      }
      offset += 16
    }
  }

  private mutating func skipNumber() throws(Fault) {
    let start = offset
    while offset < bytes.count {
      switch bytes[offset] {
      case 48...57, UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "."), UInt8(ascii: "e"),
        UInt8(ascii: "E"):
        offset += 1
      default:
        guard offset > start else { throw fault("a value") }
        return
      }
    }
    guard offset > start else { throw fault("a value") }
  }

  private mutating func escapedString(from start: Int) throws(Fault) -> String {
    var text: [UInt8] = Array(bytes[start..<offset])
    while offset < bytes.count, bytes[offset] >= 32 {
      let byte = bytes[offset]
      offset += 1
      switch byte {
      case UInt8(ascii: "\""):
        let place = text.withUnsafeBufferPointer { invalidUTF8(in: $0) }
        guard place == nil else { throw Fault(offset: start, expected: "UTF-8") }
        return String(decoding: text, as: UTF8.self)
      case UInt8(ascii: "\\"): text.append(contentsOf: String(try escape()).utf8)
      default: text.append(byte)
      }
    }
    throw fault("the end of the string")
  }

  private mutating func escape() throws(Fault) -> Unicode.Scalar {
    let letters: [UInt8: Unicode.Scalar] = [
      34: "\"", 92: "\\", 47: "/", 98: "\u{8}", 102: "\u{C}", 110: "\n", 114: "\r", 116: "\t",
    ]
    guard offset < bytes.count else { throw fault("an escape") }
    let letter = bytes[offset]
    if let scalar = letters[letter] {
      offset += 1
      return scalar
    }
    guard letter == UInt8(ascii: "u") else { throw fault("an escape") }
    offset += 1
    let unit = try hexadecimal()
    if let scalar = Unicode.Scalar(unit) { return scalar }
    // A character beyond the first 65,536 takes two escapes, a high and a low surrogate.
    guard (0xD800...0xDBFF).contains(unit), offset + 1 < bytes.count,
      bytes[offset] == UInt8(ascii: "\\"), bytes[offset + 1] == UInt8(ascii: "u")
    else { throw fault("the second half of a surrogate pair") }
    offset += 2
    let second = try hexadecimal()
    guard (0xDC00...0xDFFF).contains(second),
      let scalar = Unicode.Scalar(0x1_0000 + (unit - 0xD800) << 10 + (second - 0xDC00))
    else { throw fault("the second half of a surrogate pair") }
    return scalar
  }

  private mutating func hexadecimal() throws(Fault) -> UInt32 {
    var value: UInt32 = 0
    for _ in 0..<4 {
      guard offset < bytes.count,
        let digit = Character(Unicode.Scalar(bytes[offset])).hexDigitValue
      else { throw fault("four hexadecimal digits") }
      value = value << 4 | UInt32(digit)
      offset += 1
    }
    return value
  }
}
