import Dataset

extension ReviewRule {
  /// A later row that lacks a figure or a party that the row before it had.
  ///
  /// Rows that ended have none; running sites need no target.
  static let figureLost = ReviewRule(
    pattern: .figureLost,
    lookFor:
      "Look for whether the figure still holds; write it into the later row, or a note why it is gone"
  ) { facts in
    let (dataset, snapshot) = (facts.dataset, facts.snapshot)
    let sites = snapshot.compute.compactMap { row -> ReviewFinding? in
      guard row.status != .cancelled, row.status != .paused else { return nil }
      let kept: Set = row.status == .operational ? ["target"] : []
      return finding(
        snapshot.history(of: row.id), computeColumns.subtracting(kept), dataset.string(row.name),
        facts)
    }
    let rounds = snapshot.rounds.compactMap { row -> ReviewFinding? in
      guard row.status != .withdrawn else { return nil }
      return finding(snapshot.history(of: row.id), roundColumns, dataset.title(row), facts)
    }
    let dates = snapshot.milestones.compactMap { row -> ReviewFinding? in
      guard row.status == .scheduled || row.status == .inForce else { return nil }
      return finding(
        snapshot.history(of: row.id), ["scheduled"], dataset.string(row.title), facts)
    }
    return sites + rounds + dates
  }

  private static let computeColumns: Set = [
    "operator", "customer", "city", "accelerators", "chip_vendor", "chip", "chips", "mw", "target",
    "capital_m",
  ]
  private static let roundColumns: Set = ["amount_m", "amount_usd_m", "post_money_m"]

  /// The finding of a history whose last row lacks what an earlier row had, however many lie between.
  private static func finding<Row: DatedRecord>(
    _ history: [Row], _ columns: Set<String>, _ title: String, _ facts: ReviewFacts
  ) -> ReviewFinding? {
    guard history.count > 1, let row = history.last else { return nil }
    let dataset = facts.dataset
    let earlier = history.dropLast().map { ($0, dataset.cells(of: $0)) }
    var lost: [(column: String, words: String, before: Row)] = []
    for (place, now) in dataset.cells(of: row).enumerated() {
      guard columns.contains(now.column), now.text.isEmpty,
        let (before, cells) = earlier.last(where: { !$0.1[place].text.isEmpty })
      else { continue }
      lost.append((now.column, "\(now.column) \(cells[place].text) of \(before.date)", before))
    }
    guard let first = lost.first else { return nil }
    return facts.finding(
      row, first.column, title,
      "loses \(lost.map(\.words).joined(separator: ", ")) in its row of \(row.date)",
      with: lost.map(\.before.origin), stake: facts.size(of: first.before))
  }
}
