import Dataset

/// The subject of a term of a filter: a name, what its values are, and how rows answer it.
///
/// A row that has no such property does not pass a term about it, and passes the term negated:
/// `amount>100` leaves out a milestone and a round of unknown amount, `-amount>100` keeps both.
/// `company`, `group`, `layer`, `kind` and `country` ask about any organisation of a row: the company of a
/// round, the operator or tenant of a commitment, either end of a relation.
///
/// `FilterFields.swift` lists the fields; each is an entry there.
public struct FilterField: Sendable {
  typealias Condition =
    @Sendable (FilterCompiler, FilterCompiler.Term) throws(FilterError) -> PerRow<Bool>

  public enum Values: Hashable, Sendable {
    case organisations
    case countries
    case jurisdictions
    /// Some of these words, or beginnings of them.
    case words([String])
    /// Any text; it is looked for in the row's.
    case text
    case sources
    case ids
    case date
    case year
    /// Quarters such as `2026-Q1`.
    case quarter
    /// Millions of dollars; `1.5bn` is 1500.
    case millions
    /// A number; `10k` is 10,000.
    case count
  }

  enum Offers: Sendable {
    case texts(PerRow<Text>)
    case organisations(PerRow<ID<Organisation>?>)
  }

  public let name: String
  /// Other words for it: the columns of tables, and what people try.
  public let aliases: [String]
  public let values: Values
  public let help: String
  /// True if `<` and `>` make sense.
  public let isOrdered: Bool
  /// True if a value is a bound by itself, as in `since:2025`.
  var isBound: Bool { values == .date && !isOrdered }
  let offers: Offers?
  /// Something that `missing:` and `has:` may ask of a row.
  let attribute: Attribute?
  let condition: Condition

  init(
    _ name: String, or aliases: [String] = [], _ values: Values, _ help: String,
    isOrdered: Bool = false, offers: Offers? = nil, attribute: Attribute? = nil,
    _ condition: @escaping Condition
  ) {
    self.name = name
    self.aliases = aliases
    self.values = values
    self.help = help
    self.isOrdered = isOrdered
    self.offers = offers
    self.attribute = attribute
    self.condition = condition
  }

  /// The field of a name or of another word for it, in any case.
  public init?(named name: some StringProtocol) {
    let name = name.lowercased()
    let field =
      FilterField.all.first { $0.name == name }
      ?? FilterField.all.first { $0.aliases.contains(name) }
    guard let field else { return nil }
    self = field
  }

  /// True if its values are names or words, none of which begins with a sign.
  var takesNames: Bool {
    switch values {
    case .organisations, .countries, .jurisdictions, .words: true
    default: false
    }
  }

  /// A term that asks for a value, quoted where it must be: `chip:"GB300 NVL72"`, or `id=nscale-c`.
  public func term(_ value: String, isExact: Bool = false) -> String {
    name + (isExact ? "=" : ":") + FilterField.quoted(value)
  }

  /// A value as it has to be written in a filter. There is no way to write a quote inside quotes.
  static func quoted(_ value: String) -> String {
    let isPlain =
      !value.isEmpty
      && value.allSatisfy { !$0.isWhitespace && $0 != "," && !FilterParser.isQuote($0) }
    return isPlain ? value : "\"\(value.filter { !FilterParser.isQuote($0) })\""
  }
}

extension FilterField: Hashable {
  public static func == (left: FilterField, right: FilterField) -> Bool { left.name == right.name }
  public func hash(into hasher: inout Hasher) { hasher.combine(name) }
}

/// Something that a row may say or leave open, for `missing:` and `has:`.
struct Attribute: Sendable {
  let name: String
  /// True for a row that says it; without an answer for rows that have no such attribute.
  let says: @Sendable (FilterCompiler) -> PerRow<Bool>
}

// MARK: Fields that compare a value of a row

extension FilterField {
  /// A field of a figure; an unknown figure meets no bound.
  ///
  /// An attribute is missing where the figure is unknown, unless `says` tells otherwise.
  static func number(
    _ name: String, or aliases: [String] = [], values: Values = .count, _ help: String,
    isAttribute: Bool = false, says: (@Sendable (FilterCompiler) -> PerRow<Bool>)? = nil,
    _ figure: @escaping @Sendable (FilterCompiler) -> PerRow<Double?>
  ) -> FilterField {
    FilterField(
      name, or: aliases, values, help, isOrdered: true,
      attribute: says.map { Attribute(name: name, says: $0) }
        ?? (isAttribute ? Attribute(name: name) { figure($0).map { $0 != nil } } : nil)
    ) { compiler, term in
      let bounds = term.numbers
      return figure(compiler).map { figure in
        guard let figure else { return false }
        return bounds.contains { $0.allows(figure) }
      }
    }
  }

  /// A field of a date that terms compare.
  static func date(
    _ name: String, or aliases: [String] = [], _ help: String,
    isAttribute: Bool = false, _ date: @escaping @Sendable (FilterCompiler) -> PerRow<PartialDate?>
  ) -> FilterField {
    FilterField(
      name, or: aliases, .date, help, isOrdered: true,
      attribute: isAttribute ? Attribute(name: name) { date($0).map { $0 != nil } } : nil
    ) { compiler, term in
      let bounds = term.dates
      return date(compiler).map { date in
        guard let date else { return false }
        return bounds.contains { $0.allows(date) }
      }
    }
  }

  /// A field of a text; what a row leaves empty is missing.
  static func ofText(
    _ name: String, or aliases: [String] = [], _ help: String, isAttribute: Bool = false,
    _ text: PerRow<Text>
  ) -> FilterField {
    FilterField(
      name, or: aliases, .text, help, offers: .texts(text),
      attribute: isAttribute ? Attribute(name: name) { _ in text.map { !$0.isEmpty } } : nil
    ) { compiler, term in
      let (dataset, needles, isExact) = (compiler.dataset, term.needles, term.isExact)
      return text.map { dataset.text($0, has: needles, isExact: isExact) }
    }
  }

  /// A field of an organisation that a row may name.
  static func organisation(
    _ name: String, or aliases: [String] = [], _ help: String,
    _ organisation: PerRow<ID<Organisation>?>
  ) -> FilterField {
    FilterField(
      name, or: aliases, .organisations, help, offers: .organisations(organisation),
      attribute: Attribute(name: name) { _ in organisation.map { $0 != nil } }
    ) { compiler, term throws(FilterError) in
      let wanted = try compiler.parties(term)
      return organisation.map { wanted[$0] }
    }
  }

  static func word<Word: Vocabulary>(
    _ name: String, or aliases: [String] = [], _ help: String, _ word: PerRow<Word>
  ) -> FilterField {
    FilterField(name, or: aliases, .words(Word.words), help) { compiler, term throws(FilterError) in
      let mask = try compiler.mask(Word.self, term)
      return word.map { mask & bit($0) != 0 }
    }
  }
}
