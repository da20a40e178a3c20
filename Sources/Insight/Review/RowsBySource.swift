import Dataset

/// Rows gathered by the first source that they rest on, to be told as one finding a source.
struct RowsBySource {
  private let facts: ReviewFacts
  private var rows: [ID<Source>: (origins: [Origin], stake: Stake)] = [:]

  /// The rows of all tables that something is odd about, given a row and its sources.
  init(_ facts: ReviewFacts, where isOdd: (any Record, [ID<Source>]) -> Bool) {
    self.facts = facts
    for table in TableName.allCases {
      facts.dataset.forEachRow(of: table) { row in
        let sources = facts.dataset.ids(of: row)
        if isOdd(row, sources) { add(row, sources) }
      }
    }
  }

  private mutating func add(_ row: any Record, _ sources: [ID<Source>]) {
    guard let source = sources.first else { return }
    rows[source, default: ([], Stake())].origins.append(row.origin)
    rows[source, default: ([], Stake())].stake += facts.stake(of: row)
  }

  /// The findings, by source.
  ///
  /// - Parameters:
  ///   - column: the column of the first row to look at.
  ///   - needsStake: true of a source that is left out where no figure rests on it.
  ///   - gravity: how much a finding weighs, given the source.
  ///   - wrong: what is odd, given the number of rows and the source.
  func findings(
    _ column: String, needsStake: (Source) -> Bool = { _ in false },
    gravity: (Source) -> Double = { _ in 1 },
    _ wrong: (Int, Source) -> String
  ) -> [ReviewFinding] {
    let dataset = facts.dataset
    return rows.sorted { $0.key < $1.key }.compactMap { id, entry in
      let source = dataset[id]
      if entry.stake.isEmpty, needsStake(source) { return nil }
      return ReviewFinding(
        title: "\"\(dataset.string(source.title))\" (\(dataset.slug(id)))",
        wrong: wrong(entry.origins.count, source), rows: [source.origin] + entry.origins,
        key: dataset.slug(id), column: column, stake: entry.stake, gravity: gravity(source))
    }
  }
}
