import Dataset

extension ReviewRule {
  /// An investment of a maker of chips or an operator without the relation that circular money is
  /// found by; or a relation between investor and company without an investment.
  ///
  /// A group counts as a single investor, as a fund of a group invests for it. Rounds are kept of
  /// European companies alone, so that a relation to any other company needs none.
  static let investmentUnpaired = ReviewRule(
    pattern: .investmentUnpaired,
    lookFor:
      "Look for the round in which it took part, and add the investment or the relation that lacks"
  ) { facts in
    let (dataset, snapshot, heads) = (facts.dataset, facts.snapshot, facts.heads)
    struct Pair: Hashable {
      let investor: ID<Organisation>
      let company: ID<Organisation>
    }
    var invested: [Pair: (round: Round, ticket: Investment)] = [:]
    for ticket in snapshot.investments {
      guard let round = snapshot.round(ticket.round), round.status != .withdrawn else { continue }
      let pair = Pair(investor: heads[ticket.investor], company: heads[round.company])
      if let known = invested[pair], known.round.date <= round.date { continue }
      invested[pair] = (round, ticket)
    }
    var related: Set<Pair> = []
    var found: [ReviewFinding] = []
    for row in snapshot.latestRelations {
      guard row.kind == .investsIn || row.kind == .owns || row.kind == .finances else { continue }
      let pair = Pair(investor: heads[row.from], company: heads[row.to])
      related.insert(pair)
      guard row.kind == .investsIn, row.status != .ended, invested[pair] == nil,
        dataset[row.to].country.map({ dataset.jurisdiction(of: $0).isEuropean }) ?? true
      else { continue }
      found.append(
        facts.finding(row, "from", dataset.title(row), "since \(row.date), and no round names it"))
    }
    for (pair, entry) in invested.sorted(by: {
      $0.value.ticket.origin.line < $1.value.ticket.origin.line
    }) {
      let layer = dataset[entry.ticket.investor].layer
      guard layer == .chips || layer == .infrastructure, pair.investor != pair.company,
        entry.round.instrument.raisesMoney, !related.contains(pair)
      else { continue }
      found.append(
        facts.finding(
          entry.ticket, "investor", dataset.name(entry.ticket.investor),
          "took part in \(dataset.title(entry.round)), and no relation says that it invests there",
          with: [entry.round.origin]))
    }
    return found
  }
}
