import Dataset

extension ReviewRule {
  /// A later row that lacks a figure or a party that the row before it had.
  ///
  /// What ended has none; what runs needs no target.
  static let figureLost = ReviewRule(
    pattern: .figureLost,
    lookFor:
      "Look for whether the figure still holds; write it into the later row, or a note why it is gone"
  ) { facts in
    let (dataset, snapshot) = (facts.dataset, facts.snapshot)
    var found: [ReviewFinding] = []
    for row in snapshot.compute where row.status != .cancelled && row.status != .paused {
      guard let before = snapshot.history(of: row.id).dropLast().last else { continue }
      let kept: Set = row.status == .operational ? ["target"] : []
      add(
        lost(before, row, in: dataset, of: computeColumns.subtracting(kept)), before, row,
        dataset.string(row.name), facts.stake(of: before), to: &found, facts)
    }
    for row in snapshot.rounds where row.status != .withdrawn {
      guard let before = snapshot.history(of: row.id).dropLast().last else { continue }
      add(
        lost(before, row, in: dataset, of: roundColumns), before, row, dataset.title(row),
        facts.stake(of: before), to: &found, facts)
    }
    for row in snapshot.milestones where row.status == .scheduled || row.status == .inForce {
      guard let before = snapshot.history(of: row.id).dropLast().last else { continue }
      add(
        lost(before, row, in: dataset, of: ["scheduled"]), before, row, dataset.string(row.title),
        Stake(), to: &found, facts)
    }
    return found
  }

  private static let computeColumns: Set = [
    "operator", "customer", "city", "accelerators", "chip_vendor", "chip", "chips", "mw", "target",
    "capital_m",
  ]
  private static let roundColumns: Set = ["amount_m", "amount_usd_m", "post_money_m"]

  /// The columns with a cell in the earlier row and none in the later, in the order of the file.
  private static func lost<Row: Record>(
    _ before: Row, _ row: Row, in dataset: Dataset, of columns: Set<String>
  ) -> [(column: String, text: String)] {
    zip(dataset.cells(of: before), dataset.cells(of: row)).compactMap { old, new in
      columns.contains(old.column) && !old.text.isEmpty && new.text.isEmpty ? old : nil
    }
  }

  private static func add<Row: DatedRecord>(
    _ lost: [(column: String, text: String)], _ before: Row, _ row: Row, _ title: String,
    _ stake: Stake, to found: inout [ReviewFinding], _ facts: ReviewFacts
  ) {
    guard let first = lost.first else { return }
    let words = lost.map { "\($0.column) \($0.text)" }.joined(separator: ", ")
    found.append(
      facts.finding(
        row, first.column, title, "loses \(words) of \(before.date) in its row of \(row.date)",
        with: [before.origin], stake: stake))
  }
}
