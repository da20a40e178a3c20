import Dataset

/// The slips of people who know another filter language: `amount > 100`, `country!=FR`,
/// `(country:FR)`, `nvid*`.
///
/// Each would be looked for as a text, find nothing and not say why. So it is refused, and the way
/// to write it here is suggested. A quoted text is looked for as it is.
struct FilterSlips {
  let text: String
  let characters: [Character]

  /// The signs of comparison, as they are written here or elsewhere.
  private static let signs: Set<Character> = [":", "=", "<", ">", "!", "~", "≠", "≥", "≤"]

  /// Signs of other languages, the longer signs first; `nil` stands for not.
  private static let foreign: [(sign: String, ours: String?)] = [
    ("!=", nil), ("!~", nil), ("≠", nil), ("≥", ">="), ("≤", "<="), ("~", ":"),
  ]

  /// Refuses a free text that holds a comparison not written in this language.
  func refuse(_ terms: [Filter.Term]) throws(FilterError) {
    for (index, term) in terms.enumerated() {
      guard case .text = term.test else { continue }
      let minus = term.isNegated ? 1 : 0
      let start = term.range.lowerBound + minus
      guard start < term.range.upperBound, !FilterParser.isQuote(characters[start]) else {
        continue
      }
      let word = String(characters[start..<term.range.upperBound])
      try refuseForeignSign(in: word, of: term, from: start)
      try refuseBrackets(around: word, from: start, to: term.range.upperBound)
      try refuseWildcard(in: word, from: start, to: term.range.upperBound)
      try refuseSignApart(word, of: term, index, among: terms)
    }
  }

  /// Refuses `country!=FR`, `amount≥100` and `country~FR`.
  private func refuseForeignSign(
    in word: String, of term: Filter.Term, from start: Int
  ) throws(FilterError) {
    let name = word.prefix { $0.isLetter || $0 == "-" }
    guard let field = FilterField(named: String(name)) else { return }
    let rest = word.dropFirst(name.count)
    guard let (sign, ours) = FilterSlips.foreign.first(where: { rest.hasPrefix($0.sign) }) else {
      return
    }
    let value = rest.dropFirst(sign.count)
    let range = term.range.lowerBound..<term.range.upperBound
    if let ours {
      throw error(
        .foreignSign(sign, ours: ours), range,
        suggestion: (term.isNegated ? "-" : "") + field.name + ours + value)
    }
    throw error(
      .foreignNot, range, suggestion: (term.isNegated ? "" : "-") + field.name + ":" + value)
  }

  /// Refuses `(country:FR)`, `'country:FR'` and `+country:FR`.
  private func refuseBrackets(
    around word: String, from start: Int, to end: Int
  ) throws(FilterError) {
    let openings: Set<Character> = ["(", "[", "{", "'", "`", "+", "‘", "’"]
    let closings: Set<Character> = [")", "]", "}", "'", "`", "’", "‘"]
    guard let first = word.first, openings.contains(first) else { return }
    var inner = word.drop { openings.contains($0) }
    let name = inner.prefix { $0.isLetter || $0 == "-" }
    guard FilterField(named: String(name)) != nil,
      let sign = inner.dropFirst(name.count).first, FilterSlips.signs.contains(sign)
    else { return }
    while let last = inner.last, closings.contains(last) { inner.removeLast() }
    throw error(.strayMark(first), start..<end, suggestion: String(inner))
  }

  /// Refuses `nvid*`.
  private func refuseWildcard(in word: String, from start: Int, to end: Int) throws(FilterError) {
    guard word.count > 1, word.hasPrefix("*") || word.hasSuffix("*") else { return }
    let inner = word.filter { $0 != "*" }
    throw error(.wildcard, start..<end, suggestion: inner.isEmpty ? nil : inner)
  }

  /// Refuses `amount > 100`, `amount >100` and `>100`.
  private func refuseSignApart(
    _ word: String, of term: Filter.Term, _ index: Int, among terms: [Filter.Term]
  ) throws(FilterError) {
    let sign = word.prefix { FilterSlips.signs.contains($0) }
    guard !sign.isEmpty, sign != "!", sign != "~" || word != sign else { return }
    guard index > 0, case .text(let name) = terms[index - 1].test,
      let field = FilterField(named: name)
    else {
      throw error(.missingField(String(sign)), term.range)
    }
    var range = terms[index - 1].range.lowerBound..<term.range.upperBound
    var joined = (terms[index - 1].isNegated ? "-" : "") + field.name + word
    if word == sign, index + 1 < terms.count, case .text = terms[index + 1].test {
      range = range.lowerBound..<terms[index + 1].range.upperBound
      joined += String(characters[terms[index + 1].range])
    }
    throw error(.signApart, range, suggestion: joined)
  }

  private func error(
    _ reason: FilterError.Reason, _ range: Range<Int>, suggestion: String? = nil
  ) -> FilterError {
    FilterError(reason: reason, text: text, range: range, suggestion: suggestion)
  }
}
