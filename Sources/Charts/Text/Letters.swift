import Canvas

/// The letters of a line by what matters to its clauses. Comparing bytes takes a tenth of the time that comparing
/// characters takes, and every frame looks at a headline.
///
/// A letter is what a canvas draws as one: marks stand with the letter they are drawn on.
struct Letters {
  struct End {
    let index: Int
    let isClause: Bool
  }

  /// The ASCII code of each letter; a digit for other numbers, ``dot`` for the middle dot.
  private(set) var codes: [UInt8] = []
  /// The cells of the first letters, for each number of them.
  private(set) var widths = [0]
  /// The number of letters before each span, and that of all.
  private(set) var starts = [0]
  /// The byte of its span at which each letter ends.
  private var endBytes: [Int] = []

  static let blank = UInt8(ascii: " ")
  static let dot: UInt8 = 0xB7
  private static let other: UInt8 = 0xFF

  init(_ spans: [Span]) {
    let count = spans.reduce(0) { $0 + $1.text.utf8.count }
    codes.reserveCapacity(count)
    widths.reserveCapacity(count + 1)
    endBytes.reserveCapacity(count)
    for span in spans {
      TextWidth.forEachLetter(of: span.text) { scalar, width, end in
        codes.append(Letters.code(of: scalar))
        widths.append(widths[widths.count - 1] + width)
        endBytes.append(end)
      }
      starts.append(codes.count)
    }
  }

  private static func code(of scalar: Unicode.Scalar) -> UInt8 {
    if scalar.isASCII { return UInt8(scalar.value) }
    if scalar == Glyph.separator { return dot }
    return Character(scalar).isNumber ? UInt8(ascii: "0") : other
  }

  /// The parts of spans that some letters are.
  func slice(_ letters: Range<Int>, of spans: [Span]) -> [Span] {
    spans.indices.compactMap { index in
      let own = starts[index]..<starts[index + 1]
      let common = own.clamped(to: letters)
      if common.isEmpty { return nil }
      if common == own { return spans[index] }
      let text = spans[index].text.utf8
      func place(_ letter: Int) -> String.Index {
        text.index(
          text.startIndex, offsetBy: letter == own.lowerBound ? 0 : endBytes[letter - 1])
      }
      let part = spans[index].text[place(common.lowerBound)..<place(common.upperBound)]
      return Span(String(part), spans[index].style)
    }
  }

  /// True for the blanks and marks that part clauses.
  static func isSeparator(_ code: UInt8) -> Bool {
    code == blank || code == UInt8(ascii: ",") || code == UInt8(ascii: ";") || code == dot
  }

  /// The blanks and marks before the words of a clause.
  func separator(of range: Range<Int>) -> Range<Int> {
    let count = codes[range].prefix { Letters.isSeparator($0) }.count
    return range.lowerBound..<range.lowerBound + count
  }

  /// The places where the text may end, first to last.
  var ends: [End] {
    var ends: [End] = []
    var depth = 0
    for index in codes.indices {
      if codes[index] == UInt8(ascii: "(") { depth += 1 }
      if codes[index] == UInt8(ascii: ")") { depth = max(0, depth - 1) }
      guard codes[index] == Letters.blank, index > 0, codes[index - 1] != Letters.blank else {
        continue
      }
      var end = index
      while end > 0, Letters.isSeparator(codes[end - 1]) { end -= 1 }
      let next = index + 1 < codes.count ? codes[index + 1] : Letters.other
      let isBeforeClause =
        next == Letters.blank || next == Letters.dot || next == UInt8(ascii: "(")
      let isClause =
        depth == 0
        && (end < index || isBeforeClause || codes[index - 1] == UInt8(ascii: "%"))
      if end > 0, isClause || !isBeforeUnit(index) {
        ends.append(End(index: end, isClause: isClause))
      }
    }
    return ends
  }

  /// True if a blank parts a figure from its unit, or the two figures of `7 of 27`.
  private func isBeforeUnit(_ blank: Int) -> Bool {
    let after = codes[(blank + 1)...].prefix { $0 != Letters.blank && $0 != UInt8(ascii: ",") }
    let before = codes[..<blank].reversed().prefix { $0 != Letters.blank }
    guard let last = before.first, let next = after.first else { return false }
    if Letters.isDigit(last) { return after.count <= 3 }
    return before.count <= 3 && Letters.isDigit(next)
  }

  static func isDigit(_ code: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(code)
  }
}
