import Dataset

/// A filter as it was written: terms that all have to hold.
///
///     layer:infrastructure country:FR,DE amount>100 since:2025-06 "free text" -series:seed
///
/// A term is `field:value`, `field=value` (exactly), `field<value` and so on, or text that stands somewhere
/// in the row. `,` between values means or, `-` in front means not. The same language serves the command
/// line and the dashboard. `compiled(for:)` makes it ready for rows.
public struct Filter: Hashable, Sendable {
  public enum Comparison: String, Sendable {
    /// The value, a beginning or a part of it.
    case matches = ":"
    case equals = "="
    case less = "<"
    case atMost = "<="
    case greater = ">"
    case atLeast = ">="

    /// True if the value is a bound.
    var isOrdering: Bool {
      switch self {
      case .matches, .equals: false
      case .less, .atMost, .greater, .atLeast: true
      }
    }
  }

  public enum Operand: Hashable, Sendable {
    case text(String)
    case number(Double)
    case date(PartialDate)
    /// A quarter, 1...4.
    case quarter(year: Int, quarter: Int)
  }

  public struct Value: Hashable, Sendable {
    public let operand: Operand
    /// Its place in the text, in characters.
    public let range: Range<Int>
  }

  public enum Test: Hashable, Sendable {
    case text(String)
    case field(FilterField, Comparison, [Value])
  }

  public struct Term: Hashable, Sendable {
    /// True if the row must not pass the test.
    public let isNegated: Bool
    public let test: Test
    /// Its place in the text, in characters, the sign included.
    public let range: Range<Int>

    /// Two terms for values of a field as a term that accepts either.
    static func either(_ one: Term, _ other: Term, _ characters: [Character]) -> String? {
      guard case .field(let field, .matches, let values) = one.test,
        case .field(field, .matches, let more) = other.test, !one.isNegated, !other.isNegated
      else { return nil }
      let texts = (values + more).map { String(characters[$0.range]) }
      return "\(field.name):\(texts.joined(separator: ","))"
    }
  }

  public let text: String
  public let terms: [Term]

  /// Reads a filter. An empty text has no term and lets everything through.
  ///
  /// Throws for what is wrong whatever the facts are: an unknown field, a missing value, a number
  /// or a date that is none. A company of that name is looked for by `compiled(for:)`.
  public init(_ text: String) throws(FilterError) {
    self.text = text
    var parser = FilterParser(text)
    terms = try parser.terms()
  }

  public static let everything = Filter(text: "", terms: [])

  private init(text: String, terms: [Term]) {
    self.text = text
    self.terms = terms
  }

  /// True if it lets everything through.
  public var isEmpty: Bool { terms.isEmpty }

  /// The filter with two terms of a field joined, `layer:models,chips`, where both have to hold as
  /// they stand. `nil` where no field is asked for twice.
  public var either: String? {
    let characters = Array(text)
    for (index, term) in terms.enumerated() {
      for other in terms.dropFirst(index + 1) {
        if let either = Term.either(term, other, characters) { return either }
      }
    }
    return nil
  }

  /// The texts it looks for anywhere in a row, as they would be searched for.
  public var words: String {
    terms.compactMap { term in
      if case .text(let text) = term.test, !term.isNegated { return text }
      return nil
    }.joined(separator: " ")
  }
}
