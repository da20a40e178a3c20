import CNcurses

/// Turns the bytes of a terminal into characters.
///
/// Other bytes are dropped, but for the controls of ECMA-48's C1 set, which a terminal may send as
/// single bytes.
struct ScalarDecoder {
  private let isUTF8: Bool
  private var pending: [UInt8] = []

  /// A decoder for a character set, named as the locale does. ASCII is read as UTF-8.
  init(codeset: String) {
    let name = codeset.uppercased().filter { $0 != "-" && $0 != "_" }
    isUTF8 = name == "UTF8" || name == "ANSIX3.41968" || name == "USASCII"
  }

  mutating func feed(_ byte: UInt8) -> [Unicode.Scalar] {
    if pending.isEmpty, byte < 0x80 { return [Unicode.Scalar(byte)] }
    pending.append(byte)
    return isUTF8 ? decodeUTF8() : decodeLocale()
  }

  /// Forgets the beginning of a character.
  mutating func reset() { pending = [] }

  private mutating func decodeUTF8() -> [Unicode.Scalar] {
    guard let first = pending.first else { return [] }
    let length: Int
    switch first {
    case 0xC2...0xDF: length = 2
    case 0xE0...0xEF: length = 3
    case 0xF0...0xF4: length = 4
    default: return giveUp()
    }
    guard pending.dropFirst().allSatisfy({ (0x80...0xBF).contains($0) }) else { return giveUp() }
    guard pending.count == length else { return [] }
    let scalars = Array(String(decoding: pending, as: UTF8.self).unicodeScalars)
    guard scalars.count == 1, scalars[0] != "\u{FFFD}" else { return giveUp() }
    pending = []
    return scalars
  }

  private mutating func decodeLocale() -> [Unicode.Scalar] {
    var wide: wchar_t = 0
    let used = pending.withUnsafeBufferPointer { moat_decode($0.baseAddress, $0.count, &wide) }
    // -2: the character has more bytes.
    if used == -2, pending.count < 8 { return [] }
    guard used > 0, let scalar = Unicode.Scalar(UInt32(bitPattern: wide)) else { return giveUp() }
    pending = []
    return [scalar]
  }

  /// Drops the first byte and reads the others again.
  ///
  /// A byte of C1 is a control where it stands alone. The rest of a cut character of UTF-8 goes with its
  /// first byte.
  private mutating func giveUp() -> [Unicode.Scalar] {
    let bytes = pending
    pending = []
    guard let first = bytes.first else { return [] }
    var scalars: [Unicode.Scalar] = []
    var rest = bytes.dropFirst()
    if (0x80...0x9F).contains(first) {
      scalars.append(Unicode.Scalar(first))
    } else if isUTF8 {
      rest = rest.drop { (0x80...0xBF).contains($0) }
    }
    for byte in rest { scalars += feed(byte) }
    return scalars
  }
}
