import Dataset

/// A filter made ready for the rows of one snapshot: names are looked up once, so that a row costs a few
/// comparisons.
public struct CompiledFilter: Sendable {
  struct Clause: Sendable {
    let isNegated: Bool
    let condition: PerRow<Bool>
  }

  let clauses: [Clause]

  /// Lets every row through.
  public static let everything = CompiledFilter(clauses: [])

  /// Lets no row through: it stands for a filter that cannot be made ready, since rows shown under its
  /// name would not be those it asks for.
  public static let nothing = CompiledFilter(rows: PerRow())

  init(clauses: [Clause]) { self.clauses = clauses }

  /// Lets the rows through for which a question holds.
  init(rows: PerRow<Bool>) { clauses = [Clause(isNegated: false, condition: rows)] }

  /// Reads a filter and makes it ready for the rows of a snapshot.
  public init(_ text: String, for snapshot: Snapshot) throws(FilterError) {
    self = try Filter(text).compiled(for: snapshot)
  }

  /// Whether every row passes.
  public var isEverything: Bool { clauses.isEmpty }

  /// Whether an organisation passes.
  public func matches(_ organisation: Organisation) -> Bool { passes(organisation) }
  /// Whether a round passes.
  public func matches(_ round: Round) -> Bool { passes(round) }
  /// Whether a part taken in a round passes; it has the date, layer and country of the round.
  public func matches(_ investment: Investment) -> Bool { passes(investment) }
  /// Whether a valuation passes.
  public func matches(_ valuation: Valuation) -> Bool { passes(valuation) }
  /// Whether a commitment passes.
  public func matches(_ commitment: Commitment) -> Bool { passes(commitment) }
  /// Whether a relation passes.
  public func matches(_ relation: Relation) -> Bool { passes(relation) }
  /// Whether an authority passes.
  public func matches(_ authority: Authority) -> Bool { passes(authority) }
  /// Whether a row of the enforcement ledger passes.
  public func matches(_ step: EnforcementStep) -> Bool { passes(step) }
  /// Whether a state passes, by itself and the steps in effect there.
  public func matches(_ country: Country) -> Bool { passes(country) }
  /// Whether a milestone passes; its date is when the thing happens.
  public func matches(_ milestone: Milestone) -> Bool { passes(milestone) }
  /// Whether a claim passes.
  public func matches(_ claim: Claim) -> Bool { passes(claim) }
  /// Whether a source passes; its date is when it was published.
  public func matches(_ source: Source) -> Bool { passes(source) }
  /// Whether a model passes.
  public func matches(_ model: Model) -> Bool { passes(model) }
  /// Whether an answer to an instrument passes.
  public func matches(_ signatory: Signatory) -> Bool { passes(signatory) }

  func passes<Row: Filterable>(_ row: Row) -> Bool {
    for clause in clauses {
      let holds = Row.ask(clause.condition)?(row) ?? false
      if holds == clause.isNegated { return false }
    }
    return true
  }
}

extension Dataset {
  /// Whether a text of the dataset is one of the needles, or has one in it.
  func text(_ text: Text, has needles: [Needle], isExact: Bool) -> Bool {
    if isExact {
      let string = string(text)
      return needles.contains { $0.equals(string) }
    }
    return withBytes(text) { bytes in needles.contains { $0.occurs(in: bytes) } }
  }
}
