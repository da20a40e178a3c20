/// Text made comparable: lower case, Latin letters without their marks, so that `julich` finds Jülich.
///
/// Latin letters lose marks and strokes (ø is o, ł is l, ß is ss), Greek and Cyrillic letters their
/// accents. Combining marks (U+0300...U+036F) are dropped. A number is the same however its thousands are told
/// apart: `100,000`, `100 000`, `100000`. Folding never makes a text longer in UTF-8.
public enum FoldedText {
  /// The folded text: what names are sorted and compared by.
  public static func folded(_ text: String) -> String {
    String(decoding: bytes(text), as: UTF8.self)
  }

  /// The folded text in UTF-8.
  public static func bytes(_ text: String) -> [UInt8] {
    var folded: [UInt8] = []
    folded.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars { append(scalar, to: &folded) }
    return Thousands.joined(folded)
  }

  /// Lower case for an ASCII byte.
  @inline(__always)
  static func lower(_ byte: UInt8) -> UInt8 { byte &- 65 < 26 ? byte | 0x20 : byte }

  private static func append(_ scalar: Unicode.Scalar, to folded: inout [UInt8]) {
    if let plain = Thousands.plain(scalar.value) {
      folded.append(plain)
    } else if scalar.isASCII {
      folded.append(lower(UInt8(scalar.value)))
    } else if let plain = plainLetters(scalar.value) ?? MarkedLetters.plain(scalar.value) {
      folded.append(contentsOf: plain.utf8)
    } else if !(0x300...0x36F).contains(scalar.value) {
      let lowered = scalar.properties.lowercaseMapping.utf8
      folded.append(
        contentsOf: lowered.count <= UTF8.width(scalar)
          ? Array(lowered) : Array(String(scalar).utf8))
    }
  }

  /// The letters without marks that stand for a code point of U+00C0...U+017F.
  private static func plainLetters(_ value: UInt32) -> String? {
    switch value {
    case 0xC0...0xC5, 0xE0...0xE5, 0x100...0x105: "a"
    case 0xC6, 0xE6: "ae"
    case 0xC7, 0xE7, 0x106...0x10D: "c"
    case 0xD0, 0xF0, 0x10E...0x111: "d"
    case 0xC8...0xCB, 0xE8...0xEB, 0x112...0x11B: "e"
    case 0x11C...0x123: "g"
    case 0x124...0x127: "h"
    case 0xCC...0xCF, 0xEC...0xEF, 0x128...0x131: "i"
    case 0x132, 0x133: "ij"
    case 0x134, 0x135: "j"
    case 0x136...0x138: "k"
    case 0x139...0x142: "l"
    case 0xD1, 0xF1, 0x143...0x14B: "n"
    case 0xD2...0xD6, 0xD8, 0xF2...0xF6, 0xF8, 0x14C...0x151: "o"
    case 0x152, 0x153: "oe"
    case 0x154...0x159: "r"
    case 0xDF: "ss"
    case 0x15A...0x161, 0x17F: "s"
    case 0xDE, 0xFE: "th"
    case 0x162...0x167: "t"
    case 0xD9...0xDC, 0xF9...0xFC, 0x168...0x173: "u"
    case 0x174, 0x175: "w"
    case 0xDD, 0xFD, 0xFF, 0x176...0x178: "y"
    case 0x179...0x17E: "z"
    default: nil
    }
  }
}

/// A text that is looked for in many others, folded once.
struct Needle: Hashable, Sendable {
  /// The folded bytes looked for.
  let bytes: [UInt8]

  init(_ text: String) { bytes = FoldedText.bytes(text) }

  func occurs(in text: String) -> Bool {
    let folded = FoldedText.bytes(text)
    return folded.withUnsafeBufferPointer { found(in: $0) != nil }
  }

  /// True if a text is the needle, however it is written.
  func equals(_ text: String) -> Bool { FoldedText.bytes(text) == bytes }

  /// True if the needle stands in UTF-8 as it is in the file. Folds it only where it is not ASCII.
  func occurs(in text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let first = bytes.first else { return true }
    guard text.count >= bytes.count else { return false }
    for start in 0...(text.count - bytes.count) {
      let byte = text[start]
      if byte >= 0x80 { return occurs(in: String(decoding: text, as: UTF8.self)) }
      guard FoldedText.lower(byte) == first else { continue }
      var place = 1
      var separators = 0
      while place < bytes.count, start + place + separators < text.count {
        let byte = text[start + place + separators]
        if byte >= 0x80 { return occurs(in: String(decoding: text, as: UTF8.self)) }
        if FoldedText.lower(byte) == bytes[place] {
          place += 1
        } else if Thousands.areSeparated(at: start + place + separators, of: text) {
          separators += 1
        } else {
          break
        }
      }
      if place == bytes.count { return true }
    }
    return false
  }

  func found(in folded: UnsafeBufferPointer<UInt8>) -> Int? {
    guard folded.count >= bytes.count else { return nil }
    return (0...(folded.count - bytes.count)).first { start in
      bytes.indices.allSatisfy { folded[start + $0] == bytes[$0] }
    }
  }
}
