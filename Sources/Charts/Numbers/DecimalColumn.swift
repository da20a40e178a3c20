import Canvas

/// A column of figures that stand with their decimal points under each other.
///
///      16.9
///       6.5
///       0.03
///       ·
struct DecimalColumn: Hashable, Sendable {
  var whole = 0
  var fraction = 0

  init(_ texts: some Sequence<String> = []) {
    for text in texts { widen(for: text) }
  }

  var width: Int { whole + fraction }

  mutating func widen(for text: String) {
    let parts = Self.split(text)
    whole = max(whole, parts.whole)
    fraction = max(fraction, parts.fraction)
  }

  /// A text with the blanks before and after it that align it in `width` cells, at least the
  /// column's. A text without room for its place stands at the right.
  func aligned(_ text: String, to width: Int) -> String {
    let parts = Self.split(text)
    let after = fraction - parts.fraction
    let before = width - after - parts.whole - parts.fraction
    guard before >= 0, after >= 0 else { return TextWidth.pad(text, to: width, align: .trailing) }
    return String(repeating: " ", count: before) + text + String(repeating: " ", count: after)
  }

  /// True if a text is a bare number, or the sign of an unknown number. Aligning it by its point
  /// then makes sense. `$14.6 bn` under `$433 m` is not: the point means different things.
  static func isNumber(_ text: String) -> Bool {
    text.unicodeScalars.allSatisfy { scalar in
      switch scalar {
      case "0"..."9", ".", ",", "−", "-", "+", "<", ">", Glyph.unknown, Glyph.none: true
      default: false
      }
    }
  }

  /// The cells before the first decimal point and from it on. Where there is no point, what follows
  /// the last digit is the tail: the `d` of `362 d` stands after the units.
  private static func split(_ text: String) -> (whole: Int, fraction: Int) {
    var point: Int?
    var afterDigits = 0
    var (offset, wasDigit, wasPoint) = (0, false, false)
    for byte in text.utf8 {
      let isDigit = byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
      if isDigit {
        if wasPoint, point == nil { point = offset - 1 }
        afterDigits = offset + 1
      }
      wasPoint = byte == UInt8(ascii: ".") && (wasDigit || offset == 0)
      wasDigit = isDigit
      offset += 1
    }
    let cut = point ?? (afterDigits > 0 ? afterDigits : offset)
    let start = text.utf8.index(text.startIndex, offsetBy: cut)
    return (TextWidth.of(String(text[..<start])), TextWidth.of(String(text[start...])))
  }
}
