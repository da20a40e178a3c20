import Dataset

/// The noun for a row of each table, as columns print it and as the filter's field `kind` takes it.
///
/// The rule: a word that a column of kinds prints is a value of `kind`. Both read it here.
extension TableName {
  /// The noun for one row: `round`, `site`, `step`.
  public var noun: String {
    switch self {
    case .sources: "source"
    case .countries: "country"
    case .organisations: "organisation"
    case .rounds: "round"
    case .investments: "investment"
    case .valuations: "valuation"
    case .compute: "site"
    case .relations: "relation"
    case .authorities: "authority"
    case .enforcement: "step"
    case .milestones: "milestone"
    case .claims: "claim"
    case .exchangeRates: "rate"
    case .places: "place"
    case .outlines: "outline"
    case .models: "model"
    case .signatories: "signatory"
    case .chips: "chip"
    case .statistics: "statistic"
    case .annexes: "rule"
    case .benchmarks: "benchmark"
    case .expected: "figure"
    case .reviewed: "review"
    }
  }

  /// A number of rows with their noun: `1 site`, `2 authorities`.
  public func counted(_ count: Int) -> String {
    if count == 1 { return "1 \(noun)" }
    let plural = noun.hasSuffix("y") ? noun.dropLast() + "ies" : noun + "s"
    return "\(Wording.number(count)) \(plural)"
  }

  /// The tables whose rows a filter is asked of, those of dated facts first.
  static let asked: [TableName] =
    Changes.tables + [.organisations, .investments, .countries, .claims, .sources]
}

extension PerRow<Bool> {
  /// True for every row of some tables; without an answer for rows of other tables.
  static func every(of tables: Set<TableName>) -> PerRow {
    func all<Row>(_ table: TableName) -> Ask<Row>? {
      guard tables.contains(table) else { return nil }
      return { _ in true }
    }
    return PerRow(
      organisation: all(.organisations), round: all(.rounds), investment: all(.investments),
      valuation: all(.valuations), commitment: all(.compute), relation: all(.relations),
      authority: all(.authorities), step: all(.enforcement), country: all(.countries),
      milestone: all(.milestones), claim: all(.claims), source: all(.sources),
      model: all(.models), signatory: all(.signatories))
  }
}
