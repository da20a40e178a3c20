import Canvas

extension [Span] {
  /// The whole if it fits into `width` cells, else the clauses of it that matter most and fit, with an
  /// ellipsis for the rest: nothing ends in the middle of a word, and no figure loses its digits or its unit.
  ///
  ///     Compute, firm · 564,096 accelerators, 162,528 running · NVIDIA 77–95 %
  ///     Compute, firm · 564,096 accelerators · NVIDIA 77–95 % …
  ///     Compute, firm · 564,096 …
  ///
  /// The weight of a clause is that of its style: dim clauses go first, those of the answer last, and of
  /// equals the last one goes. Clauses end before ` · `, `, `, `; `, ` (` and two blanks, and after `%`,
  /// but not inside brackets. Where no more than the first span would be left, the cut is made between words;
  /// a figure is not parted from a word of up to three letters after it, which is its unit. A first word too
  /// long for the width is cut where the width ends.
  ///
  /// - Parameter isMarked: True if an ellipsis tells that a clause is left out. The title of a list needs
  ///   none: it still names its list. A cut between words is always told.
  public func clauses(within width: Int, isMarked: Bool = true) -> [Span] {
    if reduce(0, { $0 + TextWidth.of($1.text) }) <= width { return self }
    let text = Array<Character>(map(\.text).joined())
    let mark = isMarked ? [Span.cut] : []
    let room = width - (isMarked ? 2 : 0)
    let widths = Self.widths(of: text)
    let opening = count > 1 ? self[0].text.count { $0 != " " } : 0
    if let kept = weightiest(of: text, widths, within: room) {
      let said = kept.reduce(0) { sum, range in
        sum + text[range].count { $0 != " " && $0 != "·" }
      }
      if said > opening { return kept.flatMap { slice($0) } + mark }
    }
    let ends = Self.ends(of: text).filter { widths[$0.index] + 2 <= width }
    let end = ends.last
    guard let end, end.index > 0 else { return clipped(to: width) }
    return slice(0..<end.index) + [.cut]
  }

  /// The title of a list as it fits: clauses are left out without a mark.
  public func title(within width: Int) -> [Span] { clauses(within: width, isMarked: false) }

  private struct Clause {
    let range: Range<Int>
    let weight: Int
    /// True if it says more of the clause before it, and means nothing without that.
    let isDependent: Bool
  }

  /// The clauses that fit, as ranges of the text: the lightest are left out, of equals the last.
  private func weightiest(
    of text: [Character], _ widths: [Int], within room: Int
  ) -> [Range<Int>]? {
    var kept = clauseParts(of: text)
    func width() -> Int {
      kept.reduce(0) { $0 + widths[$1.range.upperBound] - widths[$1.range.lowerBound] }
    }
    while width() > room {
      let free = kept.indices.dropFirst().filter { index in
        kept[index].isDependent || index + 1 == kept.count || !kept[index + 1].isDependent
      }
      guard let victim = free.min(by: { (kept[$0].weight, $1) < (kept[$1].weight, $0) }) else {
        return nil
      }
      kept.remove(at: victim)
    }
    return kept.map(\.range)
  }

  private func clauseParts(of text: [Character]) -> [Clause] {
    let weights = flatMap { span in span.text.map { _ in Self.weight(of: span.style) } }
    let ends = Self.ends(of: text).filter(\.isClause).map(\.index) + [text.count]
    var start = 0
    return ends.filter { $0 > 0 }.map { end in
      let range = start..<end
      let separator = text[range].prefix { [" ", ",", ";", "·"].contains($0) }
      let weight = (range.lowerBound + separator.count..<end).reduce(0) {
        Swift.max($0, weights[$1])
      }
      let isApart = separator.contains("·") || separator.contains(";") || separator.count > 1
      start = end
      return Clause(
        range: range, weight: weight,
        isDependent: !isApart || separator.contains(","))
    }
  }

  private static func weight(of style: Style) -> Int {
    switch style.role {
    case .strong, .target, .alarm, .heading: 4
    case .possible, .good, .accent: 3
    case .plain, .series1, .series2, .series3, .series4, .series5, .series6: 2
    case .dim, .rule: 1
    }
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
    var depth = 0
    for index in text.indices {
      if text[index] == "(" { depth += 1 }
      if text[index] == ")" { depth = Swift.max(0, depth - 1) }
      guard text[index] == " ", index > 0, text[index - 1] != " " else { continue }
      var end = index
      while end > 0, [",", ";", "·", " "].contains(text[end - 1]) { end -= 1 }
      let isTwoBlanks = index + 1 < text.count && text[index + 1] == " "
      let isBeforeDot = index + 1 < text.count && text[index + 1] == "·"
      let isBeforeBracket = index + 1 < text.count && text[index + 1] == "("
      let isClause =
        depth == 0
        && (end < index || isTwoBlanks || isBeforeDot || isBeforeBracket || text[index - 1] == "%")
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

  /// The spans of some characters.
  private func slice(_ range: Range<Int>) -> [Span] {
    var start = 0
    return compactMap { span in
      let own = start..<start + span.text.count
      start = own.upperBound
      let common = own.clamped(to: range)
      guard !common.isEmpty else { return nil }
      let text = span.text.dropFirst(common.lowerBound - own.lowerBound).prefix(common.count)
      return Span(String(text), span.style)
    }
  }

  private func clipped(to width: Int) -> [Span] {
    guard let first else { return [] }
    return [Span(TextWidth.clip(first.text, to: width), first.style)]
  }
}
