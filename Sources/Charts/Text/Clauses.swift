import Canvas

extension [Span] {
  /// The whole if it fits into `width` cells, else the clauses of it that do, with an ellipsis for
  /// the rest: nothing ends in the middle of a word, and no figure loses its digits or its unit.
  ///
  ///     Compute, firm · 564,096 accelerators, 162,528 running · NVIDIA 77–95 %
  ///     Compute, firm · 564,096 accelerators …
  ///     Compute, firm · 564,096 …
  ///
  /// Clauses end before ` · `, `, `, `; ` and two blanks, and after `%`. Where no more than the first span would be left,
  /// the cut is made between words; a figure is not parted from a word of up to three letters after it,
  /// which is its unit. A first word too long for the width is cut where the width ends.
  public func clauses(within width: Int) -> [Span] {
    if reduce(0, { $0 + TextWidth.of($1.text) }) <= width { return self }
    let text = Array<Character>(map(\.text).joined())
    let widths = Self.widths(of: text)
    let ends = Self.ends(of: text).filter { widths[$0.index] + 2 <= width }
    let opening = count > 1 ? self[0].text.count { $0 != " " } : 0
    func isMoreThanOpening(_ end: Int) -> Bool {
      text[..<end].count { $0 != " " && $0 != "·" } > opening
    }
    let clause = ends.last { $0.isClause }
    let word = ends.last
    let end = clause.flatMap { isMoreThanOpening($0.index) ? $0 : nil } ?? word ?? clause
    guard let end, end.index > 0 else { return clipped(to: width) }
    return prefix(characters: end.index) + [Span(" …", .dim)]
  }

  private struct End {
    let index: Int
    let isClause: Bool
  }

  /// The cells of the first characters, for each number of them.
  private static func widths(of text: [Character]) -> [Int] {
    var widths = [0]
    for character in text {
      widths.append(widths[widths.count - 1] + TextWidth.of(String(character)))
    }
    return widths
  }

  /// The places where a text may end, first to last.
  private static func ends(of text: [Character]) -> [End] {
    var ends: [End] = []
    for index in text.indices where text[index] == " " && index > 0 && text[index - 1] != " " {
      var end = index
      while end > 0, [",", ";", "·", " "].contains(text[end - 1]) { end -= 1 }
      let isTwoBlanks = index + 1 < text.count && text[index + 1] == " "
      let isBeforeDot = index + 1 < text.count && text[index + 1] == "·"
      let isClause = end < index || isTwoBlanks || isBeforeDot || text[index - 1] == "%"
      if end > 0, isClause || !isBeforeUnit(index, text) {
        ends.append(End(index: end, isClause: isClause))
      }
    }
    return ends
  }

  /// True if a blank parts a figure from its unit, or the two figures of `7 of 27`.
  private static func isBeforeUnit(_ blank: Int, _ text: [Character]) -> Bool {
    let after = text[(blank + 1)...].prefix { $0 != " " && $0 != "," }
    let before = text[..<blank].reversed().prefix { $0 != " " }
    guard let last = before.first, let next = after.first else { return false }
    if last.isNumber { return after.count <= 3 }
    return before.count <= 3 && next.isNumber
  }

  private func prefix(characters count: Int) -> [Span] {
    var left = count
    var spans: [Span] = []
    for span in self where left > 0 {
      spans.append(Span(String(span.text.prefix(left)), span.style))
      left -= span.text.count
    }
    return spans
  }

  private func clipped(to width: Int) -> [Span] {
    guard let first else { return [] }
    return [Span(TextWidth.clip(first.text, to: width), first.style)]
  }
}
