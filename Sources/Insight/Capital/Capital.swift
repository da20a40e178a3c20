import Dataset

public enum CapitalGrouping: String, CaseIterable, Sendable, JSONConvertible {
  case layer
  case company
  case country
  /// The calendar quarter; rounds of which only the year is known form a group of that year.
  case quarter
  case year
  case instrument
  case investor
  /// Those who led; by the number of rounds, for how much each of them paid is seldom known.
  case lead

  /// True if groups stand in order of time, not of size.
  public var isTime: Bool { self == .quarter || self == .year }
}

public enum Capital {
  /// Sums of the rounds known on a day, by group and in total.
  ///
  /// Counted are rounds that raise money (equity, debt, safe, grant, ipo, mixed) and have closed. A
  /// round that is part of a round known by the day is not counted. Announced and conditional
  /// rounds stand apart; withdrawn ones and those that raise no money are in no figure. Groups
  /// stand by size, those of time by time.
  ///
  /// By investor (or by lead, which takes only those who led) a round belongs whole to each of its investors.
  /// Who put in how much is seldom known: "took part in rounds of", not "invested". Those groups do not add
  /// up (`CapitalTotals.isAdditive`); the total counts each round once.
  ///
  /// - Parameters:
  ///   - snapshot: the facts and the day.
  ///   - grouping: what rounds are grouped by.
  ///   - folding: whether companies and investors are seen as groups. Money that one member of a
  ///     group raised from another is counted all the same.
  ///   - announced: whether announced rounds enter the sums.
  ///   - filter: which rounds are looked at. A round stays contained in another round even where
  ///     the filter leaves the other out.
  public static func totals(
    of snapshot: Snapshot, by grouping: CapitalGrouping, folding: Folding = .none,
    announced: Announced = .beside, where filter: CompiledFilter = .everything
  ) -> CapitalTotals {
    totals(of: snapshot, by: [grouping], folding: folding, announced: announced, where: filter)[0]
  }

  /// The same sums by several groupings, in their order.
  ///
  /// The rounds are read once for all of them, since the dollars of a round are the same for each.
  public static func totals(
    of snapshot: Snapshot, by groupings: [CapitalGrouping], folding: Folding = .none,
    announced: Announced = .beside, where filter: CompiledFilter = .everything
  ) -> [CapitalTotals] {
    let dataset = snapshot.dataset
    let heads = GroupHeads(dataset, folding)
    let keys = groupings.map { RoundKeys(snapshot, $0, heads) }
    var groups = keys.map { Grouped(slots: $0.slots, empty: CapitalTally()) }
    var total = CapitalTally()
    // A block at a time, so that what the keys refer to is held once a block and not once a round.
    var block: [(round: Round, standing: RoundStanding, dollars: Dollars?)] = []
    block.reserveCapacity(Capital.blockSize)
    func countBlock() {
      for (place, keys) in keys.enumerated() {
        for (round, standing, dollars) in block {
          keys.forEach(round) { slot in
            groups[place].change(slot, keys.key(slot, round)) {
              $0.add(round, standing, dollars, announced: announced)
            }
          }
        }
      }
      block.removeAll(keepingCapacity: true)
    }
    for round in filter.rounds(in: snapshot) {
      let standing = snapshot.standing(of: round)
      switch standing {
      case .notRaised, .withdrawn: continue
      case .counted, .announced, .contained: break
      }
      let dollars = dataset.dollars(round)
      total.add(round, standing, dollars, announced: announced)
      block.append((round, standing, dollars))
      if block.count == Capital.blockSize { countBlock() }
    }
    countBlock()
    return zip(groupings, groups).map { grouping, groups in
      CapitalTotals(
        dataset: dataset, asOf: snapshot.day, grouping: grouping, folding: folding,
        announced: announced, total: total,
        groups: ordered(
          zip(groups.keys, groups.tallies).map(CapitalTotals.Group.init),
          byRounds: grouping == .lead, dataset))
    }
  }

  private static let blockSize = 512

  /// By time, or else by the number of rounds if asked for, then by sum, the larger first; of equals by key.
  private static func ordered(
    _ groups: [CapitalTotals.Group], byRounds: Bool, _ dataset: Dataset
  ) -> [CapitalTotals.Group] {
    groups.map { (group: $0, slug: $0.key.slug(in: dataset)) }.sorted { left, right in
      if let first = left.group.key.time, let second = right.group.key.time {
        return first < second
      }
      let (first, second) = (left.group.tally, right.group.tally)
      if byRounds, first.rounds.count != second.rounds.count {
        return first.rounds.count > second.rounds.count
      }
      if first.usdMillions != second.usdMillions { return first.usdMillions > second.usdMillions }
      if first.announcedUSDMillions != second.announcedUSDMillions {
        return first.announcedUSDMillions > second.announcedUSDMillions
      }
      return left.slug < right.slug
    }.map(\.group)
  }
}

/// The groups that a round belongs to, as dense numbers.
private struct RoundKeys {
  let slots: Int
  private let snapshot: Snapshot
  private let grouping: CapitalGrouping
  private let heads: GroupHeads

  init(_ snapshot: Snapshot, _ grouping: CapitalGrouping, _ heads: GroupHeads) {
    self.snapshot = snapshot
    self.grouping = grouping
    self.heads = heads
    switch grouping {
    case .layer: slots = Layer.allCases.count
    case .company, .investor, .lead: slots = snapshot.dataset.organisations.count + 1
    case .country: slots = snapshot.dataset.countries.count + 1
    // Years have four digits; 0 is "quarter not known".
    case .quarter: slots = 10_000 * 5
    case .year: slots = 10_000
    case .instrument: slots = Instrument.allCases.count
    }
  }

  /// Calls `body` with the number of each group of a round. There is one group, or as many as the
  /// round has investors.
  func forEach(_ round: Round, _ body: (Int) -> Void) {
    let dataset = snapshot.dataset
    switch grouping {
    case .layer: body(Int(dataset[round.company].layer.rawValue))
    case .company: body(Int(heads[round.company].index) + 1)
    case .country: body(dataset[round.company].country.map { Int($0.index) + 1 } ?? 0)
    case .quarter: body(round.date.year * 5 + (round.date.month.map { ($0 + 2) / 3 } ?? 0))
    case .year: body(round.date.year)
    case .instrument: body(Int(round.instrument.rawValue))
    case .investor, .lead:
      let investments = snapshot.investments(in: round.id).filter {
        grouping == .investor || $0.role == .lead
      }
      if investments.isEmpty { body(0) }
      for (place, investment) in investments.enumerated() {
        let investor = heads[investment.investor]
        // One group may take part through several of its members.
        if investments[..<place].contains(where: { heads[$0.investor] == investor }) { continue }
        body(Int(investor.index) + 1)
      }
    }
  }

  /// The key of a group that `round` belongs to.
  func key(_ slot: Int, _ round: Round) -> GroupKey {
    let dataset = snapshot.dataset
    switch grouping {
    case .layer: return .layer(dataset[round.company].layer)
    case .company: return .organisation(heads[round.company])
    case .country: return dataset[round.company].country.map { .country($0) } ?? .unknown
    case .quarter:
      return slot % 5 == 0 ? .year(slot / 5) : .quarter(year: slot / 5, quarter: slot % 5)
    case .year: return .year(slot)
    case .instrument: return .instrument(round.instrument)
    case .investor, .lead:
      return slot == 0 ? .unknown : .organisation(dataset.organisations[slot - 1].id)
    }
  }
}
