import Dataset

/// Sums of rounds by group, as `Capital.totals` makes them.
public struct CapitalTotals: Sendable {
  public struct Group: Sendable {
    public let key: GroupKey
    public let tally: CapitalTally
  }

  /// The facts that the keys name.
  public let dataset: Dataset
  public let asOf: Day
  public let grouping: CapitalGrouping
  public let folding: Folding
  public let announced: Announced
  public let total: CapitalTally
  /// The groups: the largest sum first, or in order of time.
  public let groups: [Group]

  /// True if the groups add up to the total; by investor they do not.
  public var isAdditive: Bool { grouping != .investor && grouping != .lead }

  /// The rounds of a tally by quarter, from the first of them to the last, quarters without a round too.
  ///
  /// Rounds of which only the year is known are in none of the groups.
  public func byQuarter(_ tally: CapitalTally, in snapshot: Snapshot) -> CapitalTotals {
    var tallies: [Int: CapitalTally] = [:]
    // An announced round that counts is in both lists. Each is in the order of the table, which makes them quick to sort.
    let ids = (tally.rounds + tally.announcedRounds).sorted { $0.index < $1.index }
    for (place, id) in ids.enumerated() where place == 0 || ids[place - 1] != id {
      guard let round = snapshot.round(id) else { continue }
      guard let month = round.date.month else { continue }
      tallies[round.date.year * 4 + (month - 1) / 3, default: CapitalTally()].add(
        round, snapshot.standing(of: round), dataset.dollars(round), announced: announced)
    }
    var quarters: [Group] = []
    if let first = tallies.keys.min(), let last = tallies.keys.max() {
      quarters = (first...last).map { place in
        Group(
          key: .quarter(year: place / 4, quarter: place % 4 + 1),
          tally: tallies[place] ?? CapitalTally())
      }
    }
    return CapitalTotals(
      dataset: dataset, asOf: asOf, grouping: .quarter, folding: folding, announced: announced,
      total: tally, groups: quarters)
  }
}

extension CapitalTotals: JSONConvertible {
  /// `as_of`, `by`, `groups` and `total`, each group with its `key` and the keys of a tally.
  public var json: JSON {
    let scales = grouping == .country ? dataset.knownScales(on: asOf) : nil
    return [
      "as_of": asOf, "by": grouping, "additive": isAdditive, "folding": folding,
      "announced": announced, "total": total.json(dataset),
      "groups": groups.map { group in
        let own: JSON = ["key": group.key.slug(in: dataset), "name": group.key.name(in: dataset)]
        let scale = scales.map { scales -> JSON in
          let scale = group.key.country.flatMap { scales[$0] }
          return scale.json(usdMillions: group.tally.usdMillions, in: dataset)
        }
        return own.adding(group.tally.json(dataset)).adding(scale ?? .null)
      },
    ]
  }
}

extension CapitalTally {
  /// The figures, the split by form of money and the ids of the rounds behind them.
  func json(_ dataset: Dataset) -> JSON {
    [
      "rounds": rounds.count, "undisclosed": undisclosed, "usd_m": usdMillions,
      "announced_usd_m": announcedUSDMillions, "announced_rounds": announcedRounds.count,
      "announced_undisclosed": announcedUndisclosed, "converted": converted,
      "disputed": disputed, "disputed_usd_m": disputedUSDMillions, "contained": contained,
      "equity_and_mixed_usd_m": sharesUSDMillions,
      "round_ids": rounds.map { dataset.slug($0) },
      "announced_round_ids": announcedRounds.map { dataset.slug($0) },
      "instruments_usd_m": JSON.object(
        Instrument.moneyRaised.map { ($0.word, usdMillions($0).json) }),
    ]
  }
}
