import Dataset

/// The rounds in which an investor took part, by a day.
public struct InvestorProfile: Sendable {
  /// A company it took part in rounds of.
  public struct Holding: Sendable {
    public let company: ID<Organisation>
    public let rounds: [Round]
    public let led: Int
    /// The total of those rounds, whoever put it in.
    public let raised: CapitalTally
  }

  public struct CoInvestor: Sendable {
    public let investor: ID<Organisation>
    public let rounds: [ID<Round>]
    public let companies: Int
  }

  public let snapshot: Snapshot
  public let investor: ID<Organisation>
  /// True if its group is seen as a single investor.
  public let folding: Folding
  /// The investor, or all members of its group, whose parts are counted.
  public let members: [ID<Organisation>]
  /// The companies: those whose rounds raised most first.
  public let holdings: [Holding]
  /// The rounds by the layer of the company, those that raised most first.
  public let byLayer: [(layer: Layer, tally: CapitalTally)]
  /// The rounds by year, from the first to the last.
  public let byYear: [(year: Int, tally: CapitalTally)]
  /// Others in the same rounds: most rounds first.
  public let coInvestors: [CoInvestor]
  /// The total of the rounds, each once.
  public let raised: CapitalTally
  /// All money raised by anyone in the dataset.
  public let everything: CapitalTally
  /// The rounds it took part in, the latest first.
  public let rounds: [Round]
  /// The counted rounds that it led, the latest first.
  public let led: [Round]
  /// Its own money in the counted rounds in millions of dollars, where that was said.
  ///
  /// A pledge, a takeover and a round that has not closed are no money paid: none of them is in it.
  public let ownUSDMillions: Double
  /// The number of its own parts in counted rounds, counted by round and member.
  public let parts: Int
  /// The parts of which the amount was not said.
  public let ownUndisclosed: Int
  /// Companies it invests in, owns or finances by a relation, without a round in the ledger.
  public let others: [Relation]

  /// The number of its parts with a known amount of its own.
  public var ownKnown: Int { parts - ownUndisclosed }

  /// The part of all counted rounds that it took part in, 0...1.
  public var shareOfRounds: Double {
    everything.rounds.isEmpty
      ? 0 : Double(raised.rounds.count) / Double(everything.rounds.count)
  }

  /// The part of all money raised that those rounds make up, 0...1; not what it paid itself.
  public var shareOfMoney: Double {
    everything.usdMillions > 0 ? raised.usdMillions / everything.usdMillions : 0
  }

  /// Reads the facts as of the snapshot's day. With `folding` the parts of everyone in its group count
  /// as its own, and other investors are seen as groups.
  public init(_ investor: ID<Organisation>, in snapshot: Snapshot, folding: Folding = .none) {
    let dataset = snapshot.dataset
    let heads = GroupHeads(dataset, folding)
    members = folding == .none ? [investor] : heads.members(of: investor, in: dataset)
    self.snapshot = snapshot
    self.folding = folding
    self.investor = investor
    let own = Set(members)
    let parts = snapshot.investments.filter { own.contains($0.investor) }
    let ids = Set(parts.map(\.round))
    let rounds = snapshot.rounds.filter { ids.contains($0.id) }.latestFirst(\.date)
    self.rounds = rounds
    let raised = InvestorProfile.tally(rounds, snapshot)
    self.raised = raised
    let isLed = Set(parts.filter { $0.role == .lead }.map(\.round)).intersection(raised.rounds)
    byLayer = InvestorProfile.byLayer(rounds, snapshot)
    byYear = InvestorProfile.byYear(rounds, snapshot)
    everything = Capital.totals(of: snapshot, by: .layer).total
    led = rounds.filter { isLed.contains($0.id) }
    holdings = Dictionary(grouping: rounds, by: \.company)
      .map { company, rounds in
        (
          slug: dataset.slug(company),
          holding: Holding(
            company: company, rounds: rounds, led: rounds.count { isLed.contains($0.id) },
            raised: InvestorProfile.tally(rounds, snapshot))
        )
      }
      .sorted { left, right in
        let (first, second) = (left.holding.raised, right.holding.raised)
        return first.usdMillions == second.usdMillions
          ? left.slug < right.slug : first.usdMillions > second.usdMillions
      }.map(\.holding)
    coInvestors = InvestorProfile.coInvestors(of: own, in: rounds, heads, snapshot)
    let counted = Set(raised.rounds)
    let paid = parts.filter { counted.contains($0.round) }
    let amounts = paid.map { part in
      snapshot.round(part.round).flatMap { dataset.dollars(part, in: $0)?.millions }
    }
    ownUSDMillions = amounts.reduce(0) { $0 + ($1 ?? 0) }
    self.parts = paid.count
    ownUndisclosed = amounts.count { $0 == nil }
    let companies = Set(rounds.map(\.company))
    others = snapshot.relations.filter { relation in
      own.contains(relation.from) && !own.contains(relation.to) && !companies.contains(relation.to)
        && [.investsIn, .owns, .finances].contains(relation.kind)
    }.latestFirst(\.date)
  }

  private static func byLayer(_ rounds: [Round], _ snapshot: Snapshot)
    -> [(layer: Layer, tally: CapitalTally)]
  {
    Layer.allCases.map { layer in
      (layer, tally(rounds.filter { snapshot.dataset[$0.company].layer == layer }, snapshot))
    }.filter { !$0.tally.isEmpty }.sorted { left, right in
      let (first, second) = (left.tally.usdMillions, right.tally.usdMillions)
      return first == second ? left.layer.rawValue < right.layer.rawValue : first > second
    }
  }

  private static func byYear(_ rounds: [Round], _ snapshot: Snapshot)
    -> [(year: Int, tally: CapitalTally)]
  {
    guard let first = rounds.map(\.date.year).min(), let last = rounds.map(\.date.year).max() else {
      return []
    }
    let found = Dictionary(grouping: rounds, by: \.date.year)
    return (first...last).map { year in (year, tally(found[year] ?? [], snapshot)) }
  }

  private static func tally(_ rounds: [Round], _ snapshot: Snapshot) -> CapitalTally {
    var tally = CapitalTally()
    for round in rounds {
      tally.add(
        round, snapshot.standing(of: round), snapshot.dataset.dollars(round), announced: .beside)
    }
    return tally
  }

  private static func coInvestors(
    of own: Set<ID<Organisation>>, in rounds: [Round], _ heads: GroupHeads, _ snapshot: Snapshot
  ) -> [CoInvestor] {
    var shared: [ID<Organisation>: [Round]] = [:]
    for round in rounds {
      let investors = Set(snapshot.investments(in: round.id).map { heads[$0.investor] })
      for other in investors where !own.contains(other) { shared[other, default: []].append(round) }
    }
    return shared.map { other, rounds in
      (
        slug: snapshot.dataset.slug(other),
        entry: CoInvestor(
          investor: other, rounds: rounds.map(\.id), companies: Set(rounds.map(\.company)).count)
      )
    }.sorted { left, right in
      let (first, second) = (left.entry, right.entry)
      if first.rounds.count != second.rounds.count {
        return first.rounds.count > second.rounds.count
      }
      if first.companies != second.companies { return first.companies > second.companies }
      return left.slug < right.slug
    }.map(\.entry)
  }
}
