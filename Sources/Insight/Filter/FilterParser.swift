import Dataset

struct FilterParser {
  private let text: String
  private let characters: [Character]
  private var place = 0

  init(_ text: String) {
    self.text = text
    characters = Array(text)
  }

  /// Straight and typographic double quotes; a phone or an editor may have put in the latter.
  static func isQuote(_ character: Character) -> Bool {
    character == "\"" || character == "\u{201C}" || character == "\u{201D}"
  }

  mutating func terms() throws(FilterError) -> [Filter.Term] {
    var terms: [Filter.Term] = []
    while true {
      while let next, next.isWhitespace { place += 1 }
      guard next != nil else {
        try refuseConnectives(between: terms)
        try FilterSlips(text: text, characters: characters).refuse(terms)
        return terms
      }
      terms.append(try term())
    }
  }

  /// People write `or`, `and` and `not`; a filter that looked for those words would find nothing, and not
  /// say why.
  private func refuseConnectives(between terms: [Filter.Term]) throws(FilterError) {
    for (index, term) in terms.enumerated().dropLast() {
      guard case .text = term.test else { continue }
      let next = terms[index + 1]
      switch String(characters[term.range]).lowercased() {
      case "not":
        guard case .field = next.test else { continue }
        throw error(
          .connective("not"), term.range.lowerBound..<next.range.lowerBound, suggestion: "-")
      case "or", "|", "||":
        guard index > 0 else { continue }
        let either = Filter.Term.either(terms[index - 1], next, characters)
        let range =
          either == nil
          ? term.range : terms[index - 1].range.lowerBound..<next.range.upperBound
        throw error(.connective("or"), range, suggestion: either)
      case "and", "&", "&&":
        guard index > 0 else { continue }
        throw error(.connective("and"), term.range)
      default: continue
      }
    }
  }

  private var next: Character? { place < characters.count ? characters[place] : nil }

  private func error(
    _ reason: FilterError.Reason, _ range: Range<Int>, suggestion: String? = nil
  ) -> FilterError {
    FilterError(
      reason: reason, text: text,
      range: range.lowerBound..<max(range.upperBound, range.lowerBound + 1),
      suggestion: suggestion)
  }

  private mutating func term() throws(FilterError) -> Filter.Term {
    let start = place
    if next == "!", place + 1 < characters.count, !characters[place + 1].isWhitespace {
      throw error(.foreignNot, place..<(place + 1), suggestion: "-")
    }
    let isNegated = next == "-"
    if isNegated {
      place += 1
      guard let next, !next.isWhitespace else {
        throw error(.missingValue(of: nil), start..<place)
      }
    }
    let test: Filter.Test
    if let field = try field() {
      let comparison = try comparison(of: field)
      try refuseNot(before: field, from: start, isNegated: isNegated)
      let valuesStart = place
      let values = try values(of: field)
      if values.count > 1, comparison.isOrdering || field.isBound {
        throw error(
          .severalBounds(field), valuesStart..<place,
          suggestion: withoutSeparators(valuesStart..<place, of: field))
      }
      test = .field(field, comparison, values)
    } else {
      test = .text(try freeText())
    }
    return Filter.Term(isNegated: isNegated, test: test, range: start..<place)
  }

  /// The field that stands here, if an operator follows its name; `nil` for free text.
  private mutating func field() throws(FilterError) -> FilterField? {
    var end = place
    while end < characters.count, characters[end].isLetter || characters[end] == "-" { end += 1 }
    guard end > place, end < characters.count, ":=<>".contains(characters[end]) else { return nil }
    let name = String(characters[place..<end])
    guard let field = FilterField(named: name) else {
      throw error(
        .unknownField(name), place..<end,
        suggestion: nearest(to: name, among: FilterField.all.map(\.name)))
    }
    place = end
    return field
  }

  private mutating func comparison(of field: FilterField) throws(FilterError)
    -> Filter.Comparison
  {
    let start = place
    // Some write `amount:>100`.
    if next == ":", place + 1 < characters.count, "<>=".contains(characters[place + 1]) {
      place += 1
    }
    var sign = String(characters[place])
    place += 1
    if sign == "<" || sign == ">", next == "=" {
      sign += "="
      place += 1
    }
    if sign == "=", next == "=" {
      throw error(.foreignSign("==", ours: "="), start..<(place + 1), suggestion: "=")
    }
    if sign == "=", next == "~" {
      throw error(.foreignSign("=~", ours: ":"), start..<(place + 1), suggestion: ":")
    }
    let comparison = Filter.Comparison(rawValue: sign) ?? .matches
    switch comparison {
    case .matches, .equals: break
    case .less, .atMost, .greater, .atLeast:
      if !field.isOrdered { throw error(.notOrdered(field), start..<place) }
    }
    return comparison
  }

  /// `vendor:!nvidia`, and `vendor:-nvidia` where a value cannot begin so.
  private func refuseNot(
    before field: FilterField, from start: Int, isNegated: Bool
  ) throws(FilterError) {
    guard let sign = next, sign == "!" || sign == "-" && field.takesNames else { return }
    var end = place
    while end < characters.count, !characters[end].isWhitespace { end += 1 }
    let value = String(characters[(place + 1)..<end])
    guard !value.isEmpty else { return }
    throw error(
      .foreignNot, start..<end, suggestion: (isNegated ? "" : "-") + field.name + ":" + value)
  }

  private mutating func values(of field: FilterField) throws(FilterError) -> [Filter.Value] {
    var values: [Filter.Value] = []
    while true {
      let start = place
      let value = try word(untilComma: true)
      guard !value.isEmpty else { throw error(.missingValue(of: field), start..<place) }
      values.append(
        Filter.Value(
          operand: try operand(value, field, start..<place), range: start..<place))
      guard next == "," else { return values }
      place += 1
    }
  }

  /// A number without the commas between its thousands; `nil` where they are none.
  private func withoutSeparators(_ range: Range<Int>, of field: FilterField) -> String? {
    let parts = String(characters[range]).split(separator: ",", omittingEmptySubsequences: false)
    guard field.isOrdered, field.values == .millions || field.values == .count,
      let first = parts.first, (1...3).contains(first.count), first.allSatisfy(\.isNumber),
      parts.dropFirst().allSatisfy({ $0.prefix { $0.isNumber }.count == 3 })
    else { return nil }
    return parts.joined()
  }

  private mutating func freeText() throws(FilterError) -> String {
    let start = place
    let text = try word(untilComma: false)
    guard !text.isEmpty else { throw error(.missingValue(of: .anywhere), start..<place) }
    return text
  }

  /// A quoted text, or everything up to the next space (or comma).
  private mutating func word(untilComma: Bool) throws(FilterError) -> String {
    let start = place
    guard let first = next, FilterParser.isQuote(first) else {
      while let next, !next.isWhitespace, !(untilComma && next == ",") { place += 1 }
      return String(characters[start..<place])
    }
    place += 1
    while let next, !FilterParser.isQuote(next) { place += 1 }
    guard next != nil else { throw error(.openQuote, start..<(start + 1)) }
    place += 1
    if let next, !next.isWhitespace, !(untilComma && next == ",") {
      throw error(.textAfterQuote, place..<(place + 1))
    }
    return String(characters[(start + 1)..<(place - 1)])
  }

  private func operand(_ value: String, _ field: FilterField, _ range: Range<Int>)
    throws(FilterError) -> Filter.Operand
  {
    switch field.values {
    case .millions, .count:
      guard let number = number(value, isMoney: field.values == .millions) else {
        throw error(.notANumber(value, field), range)
      }
      return .number(number)
    case .year:
      guard let date = PartialDate(value), date.precision == .year else {
        throw error(.notADate(value, field), range)
      }
      return .number(Double(date.year))
    case .date:
      guard let date = PartialDate(value) else { throw error(.notADate(value, field), range) }
      return .date(date)
    case .quarter:
      guard let quarter = quarter(value) else { throw error(.notADate(value, field), range) }
      return .quarter(year: quarter.year, quarter: quarter.quarter)
    default: return .text(value)
    }
  }

  /// Reads `100`, `1.5bn`, `250m` or `10k`: in millions for money, in units otherwise.
  private func number(_ value: String, isMoney: Bool) -> Double? {
    let units: [(String, Double)] = [
      ("bn", 1e9), ("b", 1e9), ("m", 1e6), ("k", 1e3), ("", isMoney ? 1e6 : 1),
    ]
    let value = value.lowercased()
    guard let (unit, factor) = units.first(where: { value.hasSuffix($0.0) }) else { return nil }
    let digits = value.dropLast(unit.count)
    guard digits.allSatisfy({ $0.isASCII && $0.isNumber || $0 == "." }),
      let number = Double(digits),
      !unit.isEmpty || !mayBeThousands(digits)
    else { return nil }
    return isMoney ? number * (factor / 1e6) : number * factor
  }

  /// True for `1.500`, which half of Europe writes for fifteen hundred.
  private func mayBeThousands(_ digits: Substring) -> Bool {
    let parts = digits.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count == 2 && (1...3).contains(parts[0].count) && parts[0] != "0"
      && parts[1].count == 3 && parts[1].hasSuffix("0")
  }

  /// `2026-Q1` or `2026q1`.
  private func quarter(_ value: String) -> (year: Int, quarter: Int)? {
    let parts = value.lowercased().split(separator: "q", omittingEmptySubsequences: false)
    guard parts.count == 2, let quarter = Int(parts[1]), (1...4).contains(quarter) else {
      return nil
    }
    let year = parts[0].hasSuffix("-") ? parts[0].dropLast() : parts[0]
    guard year.count == 4, let date = PartialDate(year) else { return nil }
    return (date.year, quarter)
  }
}
