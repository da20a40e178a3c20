import Dataset

extension ReviewRule {
  /// Partial dates with a source that was published within their span and is dated more exactly.
  ///
  /// A row of a year alone is in no quarter, and so its figure is at stake; of a month only the order is.
  static let dateNarrowed = ReviewRule(
    pattern: .dateNarrowed,
    lookFor: "Look into that source for the day, and write it down"
  ) { facts in
    let dataset = facts.dataset
    var found: [ReviewFinding] = []
    for table in TableName.allCases {
      dataset.forEachRow(of: table) { row in
        guard let date = dataset.date(of: row), date.precision != .day else { return }
        let nearer = dataset.ids(of: row).compactMap { source -> PartialDate? in
          guard let published = dataset[source].published,
            published.precision.rawValue > date.precision.rawValue,
            (date.firstDay...date.lastDay).contains(published.firstDay)
          else { return nil }
          return published
        }.min()
        guard let nearer else { return }
        let stake = date.precision == .year ? facts.stake(of: row) : Stake()
        found.append(
          ReviewFinding(
            title: "\(table.word) \(dataset.key(of: row))",
            wrong: "is dated \(date), and a source of it was published on \(nearer)",
            rows: [row.origin], key: dataset.key(of: row), column: "date", stake: stake))
      }
    }
    return found
  }
}
