import Canvas

extension [Span] {
  /// The whole if it fits into `width` cells. Else it is the clauses that matter most and fit, with an
  /// ellipsis for the rest. Nothing ends in the middle of a word, and no figure loses its digits or its unit.
  ///
  ///     Compute, firm · 564,096 accelerators, 162,528 running · NVIDIA 77–95 %
  ///     Compute, firm · 564,096 accelerators … NVIDIA 77–95 %
  ///     Compute, firm · 564,096 …
  ///
  /// The weight of a clause is that of its style: dim clauses go first, those of the answer last,
  /// and of equals the last goes. Clauses end before ` · `, `, `, `; `, ` (` and two blanks, and
  /// after `%`, but not inside brackets. Where no more than the first span would be left, the cut
  /// is made between words. A figure is not parted from a word of up to three letters after it,
  /// which is its unit. A first word too long for the width is cut where the width ends.
  ///
  /// The ellipsis stands where clauses are left out, be it in the middle: there it takes the place of the mark
  /// between clauses.
  ///
  /// - Parameter isMarked: True if an ellipsis tells that a clause is left out. The title of a list needs
  ///   none: it still names its list. A cut between words is always told.
  public func clauses(within width: Int, isMarked: Bool = true) -> [Span] {
    if reduce(0, { $0 + TextWidth.of($1.text) }) <= width { return self }
    let text = Letters(self)
    let widths = text.widths
    let opening =
      count > 1 ? text.codes[..<text.starts[1]].count { $0 != Letters.blank } : 0
    if let kept = weightiest(of: text, widths, within: width, isMarked: isMarked) {
      let said = kept.reduce(0) { sum, range in
        sum + text.codes[range].count { $0 != Letters.blank && $0 != Letters.dot }
      }
      if said > opening { return joined(kept, of: text, isMarked: isMarked) }
    }
    let ends = text.ends.filter { widths[$0.index] + 2 <= width }
    guard let end = ends.last, end.index > 0 else { return clipped(to: width) }
    return text.slice(0..<end.index, of: self) + [.cut]
  }

  /// The title of a list as it fits: clauses are left out without a mark.
  public func title(within width: Int) -> [Span] { clauses(within: width, isMarked: false) }

  /// The clauses that fit with the answer among them, which is the last to go. `nil` where it does not fit.
  ///
  /// The answer is the weightiest clause after the spans that open the line, of equals the first. A figure that
  /// loses its noun is still the answer: `564,096 accelerators` ends as `564,096 …`.
  ///
  /// - Parameter opening: The number of spans that say what the line is about.
  public func answering(within width: Int, opening: Int = 1, isMarked: Bool = true) -> [Span]? {
    if reduce(0, { $0 + TextWidth.of($1.text) }) <= width { return self }
    let text = Letters(self)
    let widths = text.widths
    guard let (lead, answer) = leadAndAnswer(of: text, opening: opening) else { return nil }
    if let kept = weightiest(
      of: text, widths, within: width, isMarked: isMarked, keeping: answer)
    {
      return joined(kept, of: text, isMarked: isMarked)
    }
    let end = figures(in: answer, of: text).last { end in
      widths[lead.upperBound] + widths[end.index] - widths[answer.lowerBound] + 2 <= width
    }
    return end.map {
      text.slice(lead, of: self) + text.slice(answer.lowerBound..<$0.index, of: self) + [.cut]
    }
  }

  /// The cells of the first clause and the answer, be it the figure alone; `nil` where there is no answer.
  public func answerWidth(opening: Int = 1) -> Int? {
    let text = Letters(self)
    let widths = text.widths
    return leadAndAnswer(of: text, opening: opening).map { lead, answer in
      let figure = figures(in: answer, of: text).first.map { widths[$0.index] + 2 }
      let end = Swift.min(figure ?? .max, widths[answer.upperBound])
      return widths[lead.upperBound] + end - widths[answer.lowerBound]
    }
  }

  /// The places inside the answer at which it may end, with a figure before each.
  private func figures(in answer: Range<Int>, of text: Letters) -> [Letters.End] {
    let letters =
      answer.lowerBound + text.codes[answer].prefix { Letters.isSeparator($0) }.count
    return text.ends.filter { end in
      answer.contains(end.index) && end.index > letters
        && text.codes[letters..<end.index].contains { Letters.isDigit($0) }
    }
  }

  /// The same line under another name: that is its first clause.
  public func named(_ name: String) -> [Span] {
    let text = Letters(self)
    guard let first, let lead = clauseParts(of: text).first?.range else { return self }
    return [Span(name, first.style)] + text.slice(lead.upperBound..<text.codes.count, of: self)
  }

  private func leadAndAnswer(
    of text: Letters, opening: Int
  ) -> (lead: Range<Int>, answer: Range<Int>)? {
    let parts = clauseParts(of: text)
    let opened = text.starts[Swift.min(opening, count)]
    let open = parts.dropFirst().filter { part in
      let blanks = text.codes[part.range].prefix { Letters.isSeparator($0) }.count
      return part.range.lowerBound + blanks >= opened
    }
    guard let lead = parts.first, let most = open.map(\.weight).max(), most > 1,
      let answer = open.first(where: { $0.weight == most })
    else { return nil }
    return (lead.range, answer.range)
  }

  private struct Clause {
    let range: Range<Int>
    let weight: Int
    /// True if it says more of the clause before it, and means nothing without that.
    let isDependent: Bool
  }

  /// The clauses that fit, as ranges of the text: the lightest are left out, of equals the last.
  private func weightiest(
    of text: Letters, _ widths: [Int], within room: Int, isMarked: Bool,
    keeping answer: Range<Int>? = nil
  ) -> [Range<Int>]? {
    var kept = clauseParts(of: text)
    func width() -> Int {
      let ranges = kept.map(\.range)
      let words = ranges.reduce(0) { $0 + widths[$1.upperBound] - widths[$1.lowerBound] }
      guard isMarked else { return words }
      let gaps = Self.gaps(in: ranges, of: text)
      let marks = gaps.middle.reduce(0) { $0 + 3 - text.separator(of: ranges[$1]).count }
      return words + marks + (gaps.isAtEnd ? 2 : 0)
    }
    while width() > room {
      let free = kept.indices.dropFirst().filter { index in
        kept[index].range != answer
          && (kept[index].isDependent || index + 1 == kept.count
            || !kept[index + 1].isDependent)
      }
      guard let victim = free.min(by: { (kept[$0].weight, $1) < (kept[$1].weight, $0) }) else {
        return nil
      }
      kept.remove(at: victim)
    }
    return kept.map(\.range)
  }

  /// The clauses kept, with an ellipsis wherever one is left out.
  private func joined(_ kept: [Range<Int>], of text: Letters, isMarked: Bool) -> [Span] {
    guard isMarked else { return kept.flatMap { text.slice($0, of: self) } }
    let gaps = Self.gaps(in: kept, of: text)
    return kept.indices.flatMap { index in
      guard gaps.middle.contains(index) else { return text.slice(kept[index], of: self) }
      let start = text.separator(of: kept[index]).upperBound
      return [.cut, Span(" ", .dim)] + text.slice(start..<kept[index].upperBound, of: self)
    } + (gaps.isAtEnd ? [.cut] : [])
  }

  /// The clauses before which some are left out, and true if that is told at the end: what is left out there, and
  /// what the name at the start loses.
  private static func gaps(
    in kept: [Range<Int>], of text: Letters
  ) -> (middle: [Int], isAtEnd: Bool) {
    var middle: [Int] = []
    var isAtEnd = (kept.last?.upperBound ?? 0) < text.codes.count
    for index in kept.indices.dropFirst() {
      let end = kept[index - 1].upperBound
      guard kept[index].lowerBound > end else { continue }
      if index == 1, text.codes[end] == UInt8(ascii: ",") {
        isAtEnd = true
      } else {
        middle.append(index)
      }
    }
    return (middle, isAtEnd)
  }

  private func clauseParts(of text: Letters) -> [Clause] {
    let ends = text.ends.filter(\.isClause).map(\.index) + [text.codes.count]
    var start = 0
    return ends.filter { $0 > 0 }.map { end in
      let range = start..<end
      let separator = text.codes[range].prefix { Letters.isSeparator($0) }
      let weight = weight(of: (range.lowerBound + separator.count)..<end, text)
      let isApart =
        separator.contains(Letters.dot) || separator.contains(UInt8(ascii: ";"))
        || separator.count > 1
      start = end
      return Clause(
        range: range, weight: weight,
        isDependent: !isApart || separator.contains(UInt8(ascii: ",")))
    }
  }

  /// The weight of the weightiest span that has a part in some letters.
  private func weight(of letters: Range<Int>, _ text: Letters) -> Int {
    indices.reduce(0) { most, span in
      (text.starts[span]..<text.starts[span + 1]).overlaps(letters)
        ? Swift.max(most, Self.weight(of: self[span].style)) : most
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

  private func clipped(to width: Int) -> [Span] {
    guard let first else { return [] }
    return [Span(TextWidth.clip(first.text, to: width), first.style)]
  }
}
