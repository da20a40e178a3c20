import Dataset

extension ReviewRule {
  /// Talks of a price that no round, sale, price or later talk followed within two months.
  static let talksOpen = ReviewRule(
    pattern: .talksOpen,
    lookFor: "Look for the round, its price or its end; add the outcome, or that the talks failed"
  ) { facts in
    let (dataset, snapshot) = (facts.dataset, facts.snapshot)
    var last: [ID<Organisation>: Valuation] = [:]
    for row in snapshot.valuations {
      if let other = last[row.company], dataset.known(other) > dataset.known(row) { continue }
      last[row.company] = row
    }
    let rounds = Dictionary(grouping: snapshot.rounds, by: \.company)
    return snapshot.valuations.compactMap { row in
      guard row.basis == .talks, last[row.company]?.origin == row.origin, facts.age(row) > 60 else {
        return nil
      }
      let follows = rounds[row.company]?.contains {
        ($0.instrument.raisesMoney || $0.instrument == .acquisition) && $0.status != .withdrawn
          && $0.date.lastDay >= row.date.firstDay
      }
      guard follows != true else { return nil }
      return facts.finding(
        row, "basis", dataset.name(row.company),
        "was in talks at \(dataset.words(row.value)) on \(row.date), and nothing tells how they ended"
      )
    }
  }
}
