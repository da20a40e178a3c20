import Dataset

/// What a term of a filter asks about.
///
/// A row that has no such property does not pass a term about it, and passes the term negated:
/// `amount>100` leaves out a milestone and a round of unknown amount, `-amount>100` keeps both.
/// `company`, `group`, `layer`, `kind` and `country` ask about any organisation of a row: the company of a
/// round, the operator or tenant of a commitment, either end of a relation.
public enum FilterField: String, CaseIterable, Sendable {
  case company, group, layer, country, bloc, kind
  case investor, lead, role
  case `operator`, customer, vendor, chip, city, scope
  case instrument, series, status, confidence
  case step, missing, has
  case source, publisher
  case weights, briefing
  case id, text, watched
  case since, until, year, quarter, target
  case amount, valuation, accelerators, mw, parameters

  /// What its values are.
  public enum Values: Hashable, Sendable {
    /// Ids or names of organisations.
    case organisations
    /// Codes or names of countries.
    case countries
    /// Jurisdictions.
    case jurisdictions
    /// Some of these words, or beginnings of them.
    case words([String])
    /// Any text; it is looked for in the row's.
    case text
    /// Ids or titles of sources.
    case sources
    /// Ids of rows.
    case ids
    /// Whole or partial dates.
    case date
    /// Years.
    case year
    /// Quarters such as `2026-Q1`.
    case quarter
    /// Millions of dollars; `1.5bn` is 1500.
    case millions
    /// A number; `10k` is 10,000.
    case count
  }

  /// The field of a name or of another word for it, in any case.
  public init?(named name: some StringProtocol) {
    let name = name.lowercased()
    let other = FilterField.otherNames.first { $0.name == name }?.field
    guard let field = FilterField(rawValue: name) ?? other else { return nil }
    self = field
  }

  /// Other words for fields: what the columns of tables are called, and what people try.
  static let otherNames: [(name: String, field: FilterField)] = [
    ("jurisdiction", .bloc), ("region", .bloc), ("tenant", .customer), ("tenants", .customer),
    ("developer", .company), ("organisation", .company), ("home", .country), ("state", .country),
    ("form", .instrument), ("round", .series), ("raised", .amount), ("valued", .valuation),
    ("investors", .investor), ("maker", .vendor), ("chips", .chip), ("gpus", .accelerators),
    ("lacks", .missing), ("power", .mw), ("sources", .source),
  ]

  /// The word for every jurisdiction of Europe at once.
  static let europe = "Europe"

  /// What its values are.
  public var values: Values {
    switch self {
    case .company, .group, .investor, .lead, .operator, .customer, .vendor: .organisations
    case .country: .countries
    case .bloc: .jurisdictions
    case .layer: .words(Layer.words)
    case .kind: .words(unique(OrganisationKind.words + RelationKind.words + SourceKind.words))
    case .role: .words(InvestorRole.words + AuthorityRole.words)
    case .scope: .words(ComputeScope.words)
    case .instrument: .words(Instrument.words)
    case .status: .words(FilterField.statusWords)
    case .confidence: .words(Confidence.words)
    case .step: .words(EnforcementStepKind.words)
    case .missing, .has: .words(unique(EnforcementStepKind.words + Attribute.words))
    case .weights: .words(Weights.words)
    case .watched: .words(["yes", "no"])
    case .source: .sources
    case .chip, .city, .series, .publisher, .briefing, .text: .text
    case .id: .ids
    case .since, .until, .target: .date
    case .year: .year
    case .quarter: .quarter
    case .amount, .valuation: .millions
    case .accelerators, .mw, .parameters: .count
    }
  }

  /// Whether its values are names or words, none of which begins with a sign.
  var takesNames: Bool {
    switch values {
    case .organisations, .countries, .jurisdictions, .words: true
    default: false
    }
  }

  /// Whether `<` and `>` make sense.
  public var isOrdered: Bool {
    switch values {
    case .year, .millions, .count: true
    case .date: self == .target
    default: false
    }
  }

  /// One line for the help and beside completions.
  public var help: String {
    switch self {
    case .company: "an organisation of the row, by id or name"
    case .group: "an organisation or anyone in its group"
    case .layer: "the layer of an organisation of the row"
    case .country: "the home of a company, the place of a site, the state of a step"
    case .bloc: "Europe, EU-27, EEA, CH, UK, US, other"
    case .kind: "the kind of an organisation, relation or source"
    case .investor: "who took part in the round, or funded the company"
    case .lead: "who led the round"
    case .role: "lead, participant, strategic; or the task of an authority"
    case .operator: "who operates the compute"
    case .customer: "who rents the compute"
    case .vendor: "whose chips they are"
    case .chip: "the chip"
    case .city: "the city or town"
    case .scope: "site, programme, bid or option"
    case .instrument: "the form of the money, or the act of a milestone"
    case .series: "the name of the round"
    case .status: "how far it has come; firm is contracted, building or operational"
    case .confidence: "how good the row is"
    case .step: "a step towards enforcement"
    case .missing:
      "a step not in effect, or what a row does not say; missing= that and no other step"
    case .has: "a step in effect, or something the row says; has= that and no other step"
    case .source: "a source, by id or title"
    case .publisher: "who published a source"
    case .weights: "who may use a model's weights"
    case .briefing: "which briefing a claim is from"
    case .id: "the row itself, or all whose ids begin so"
    case .text: "anywhere in the row"
    case .watched: "what you watch, marked with w: yes or no"
    case .since: "dated on or after"
    case .until: "dated on or before"
    case .year: "the year"
    case .quarter: "the quarter, such as 2026-Q1"
    case .target: "when the compute is to run"
    case .amount: "millions of dollars raised"
    case .valuation: "millions of dollars of value"
    case .accelerators: "how many accelerators"
    case .mw: "megawatts"
    case .parameters: "billions of parameters"
    }
  }

  /// The words of every table's status, and `firm`.
  static let statusWords = unique(
    RoundStatus.words + ComputeStatus.words + RelationStatus.words + EnforcementStatus.words
      + MilestoneStatus.words + SignatureStatus.words + ["firm"])

  /// A term that asks for one value, quoted where it must be: `chip:"GB300 NVL72"`, or `id=nscale-c`.
  public func term(_ value: String, isExact: Bool = false) -> String {
    rawValue + (isExact ? "=" : ":") + FilterField.quoted(value)
  }

  /// A value as it has to be written in a filter; there is no way to write a quote inside quotes.
  static func quoted(_ value: String) -> String {
    let isPlain =
      !value.isEmpty
      && value.allSatisfy { !$0.isWhitespace && $0 != "," && !FilterParser.isQuote($0) }
    return isPlain ? value : "\"\(value.filter { !FilterParser.isQuote($0) })\""
  }
}

/// Something that a row may say or leave open, for `missing:` and `has:`.
enum Attribute: UInt8, Vocabulary {
  case amount, valuation, investor, accelerators, mw, chip, vendor, customer, `operator`, target
  case country, city, url

  static let words = allCases.map { String(describing: $0) }
}

private func unique(_ words: [String]) -> [String] {
  words.enumerated().filter { words.firstIndex(of: $0.element) == $0.offset }.map(\.element)
}
