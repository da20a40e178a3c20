import Dataset

/// A mistake in a filter, with its place and, if known, what was probably meant.
public struct FilterError: Error, Hashable, Sendable, CustomStringConvertible {
  public enum Reason: Hashable, Sendable {
    case unknownField(String)
    /// A field, a comma or a sign stands without what belongs behind it.
    case missingValue(of: FilterField?)
    /// A quote is never closed.
    case openQuote
    /// A closing quote is followed by text.
    case textAfterQuote
    case notOrdered(FilterField)
    /// The sign of other languages for not stands before a term or a value.
    case foreignNot
    /// A word of other languages stands between terms.
    case connective(String)
    /// A sign of other languages stands for one of this.
    case foreignSign(String, ours: String)
    /// Blanks stand between a field, its sign and its value.
    case signApart
    /// A sign has no field before it.
    case missingField(String)
    /// A bracket or the like stands before a field.
    case strayMark(Character)
    /// A star stands for any text.
    case wildcard
    /// Several values stand where only a single value can be a bound; a thousands separator looks
    /// so.
    case severalBounds(FilterField)
    case notANumber(String, FilterField)
    case notADate(String, FilterField)
    /// The value is none of the words that the field knows.
    case unknownWord(String, FilterField)
    /// The dataset has nothing of that name.
    case unknownName(String, FilterField)
  }

  public let reason: Reason
  public let text: String
  /// The place of the mistake in the text, in characters; at least one wide, so that it may lie just
  /// behind the end.
  public let range: Range<Int>
  /// A replacement for the mistake.
  public let suggestion: String?

  /// The text with the suggestion in place; `nil` where there is none.
  public var corrected: String? {
    guard let suggestion else { return nil }
    let characters = Array(text)
    let upper = min(range.upperBound, characters.count)
    return String(characters[..<min(range.lowerBound, upper)]) + suggestion
      + String(characters[upper...])
  }

  public var textBefore: String {
    let characters = Array(text)
    var (end, isQuoted) = (0, false)
    for place in 0..<min(range.lowerBound, characters.count) {
      if FilterParser.isQuote(characters[place]) { isQuoted.toggle() }
      if characters[place].isWhitespace, !isQuoted { end = place }
    }
    return String(characters[..<end])
  }

  /// The fault and the remedy, a sentence without a full stop.
  public var message: String {
    let hint =
      suggestion.map { $0.hasPrefix("\"") ? "; did you mean \($0)?" : "; did you mean \"\($0)\"?" }
      ?? ""
    switch reason {
    case .unknownField(let name):
      let fields = FilterField.all.map(\.name).joined(separator: ", ")
      let rest = suggestion == nil ? "; fields are \(fields); quote a text that has a colon" : hint
      return "no field is called \"\(name)\"\(rest)"
    case .missingValue(let field?):
      return "a value is missing here; \(field.name) takes \(field.expected)"
    case .missingValue(nil): return "write what must not be, right behind the minus sign"
    case .openQuote: return "the quote that opens here is never closed"
    case .textAfterQuote: return "put a space or a comma behind the closing quote"
    case .notOrdered(let field):
      return "\(field.name) has no order; write \(field.name):\(field.example)"
    case .foreignNot: return "a minus before the whole term means not\(hint)"
    case .connective("or"):
      let rest = suggestion == nil ? ": layer:models,chips; quote the word to look for it" : hint
      return "or is written with a comma\(rest)"
    case .connective("not"): return "a minus before the whole term means not\(hint)"
    case .connective(let word):
      return "all terms have to hold, without \"\(word)\"; quote the word to look for it"
    case .foreignSign(let sign, let ours): return "\(ours) is written for \(sign)\(hint)"
    case .signApart: return "field, sign and value are written without blanks\(hint)"
    case .missingField(let sign):
      return "a field is missing before \(sign), as in amount>100; quote the word to look for it"
    case .strayMark(let mark):
      return "\(mark) has no meaning here\(hint)"
    case .wildcard: return "a part of a word is looked for, without *\(hint)"
    case .severalBounds(let field):
      return "\(field.name) takes a single bound, and numbers without separators\(hint)"
    case .notANumber(let value, let field), .notADate(let value, let field):
      return "\"\(value)\" is not what \(field.name) takes: \(field.expected)"
    case .unknownWord(let value, let field):
      let rest = suggestion == nil ? "; it takes \(field.expected)" : hint
      return "\(field.name) has no \"\(value)\"\(rest)"
    case .unknownName(let value, let field):
      return "nothing in the dataset matches \(field.name):\(value)\(hint)"
    }
  }

  public var description: String { message }
}

extension FilterField {
  /// The form of the field's values, in words.
  var expected: String {
    switch values {
    case .organisations: "the id or name of an organisation, such as \(example)"
    case .countries: "the code or name of a country, such as FR"
    case .jurisdictions:
      "one of \(([FilterField.europe] + Jurisdiction.words).joined(separator: ", "))"
    case .words(let words): "one of \(words.joined(separator: ", "))"
    case .text: "any text, quoted where it has spaces"
    case .sources: "the id or title of a source"
    case .ids: "the id of a row"
    case .date: "a date such as 2026, 2026-03 or 2026-03-21"
    case .year: "a year such as 2026"
    case .quarter: "a quarter such as 2026-Q1"
    case .millions: "millions of dollars, such as 100, 250m or 1.5bn"
    case .count: "a number, such as 500 or 10k"
    }
  }

  var example: String {
    switch values {
    case .organisations: Dataset.usualFocus
    case .countries: "FR"
    case .jurisdictions: "EEA"
    case .words(let words): words.first ?? "name"
    case .text: "name"
    case .sources, .ids: "id"
    case .date: "2026-03"
    case .year: "2026"
    case .quarter: "2026-Q1"
    case .millions, .count: "100"
    }
  }
}
