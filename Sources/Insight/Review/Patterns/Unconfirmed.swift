import Dataset

extension ReviewRule {
  /// Rows that are confirmed, where neither an official page nor one of the party is among the sources.
  ///
  /// Rows of one page are one finding: who finds a better page mends them together.
  static let unconfirmed = ReviewRule(
    pattern: .unconfirmed,
    lookFor:
      "Look for the party's own page or an official page, and name it; else the row is reported"
  ) { facts in
    let dataset = facts.dataset
    let rows = RowsBySource(facts) { row, sources in
      dataset.confidence(of: row) == .confirmed
        && !sources.contains {
          let kind = dataset[$0].kind
          return kind == .official || kind == .company
        }
    }
    return rows.findings("confidence") { rows, source in
      "carries \(Wording.count(rows, "confirmed row")) alone, and is a page of \(source.kind.word)"
    }
  }
}

extension Dataset {
  /// The confidence of a row; `nil` where its table has none.
  fileprivate func confidence(of record: any Record) -> Confidence? {
    switch record {
    case let row as Round: row.confidence
    case let row as Valuation: row.confidence
    case let row as Commitment: row.confidence
    case let row as Authority: row.confidence
    case let row as EnforcementStep: row.confidence
    case let row as Milestone: row.confidence
    case let row as Model: row.confidence
    default: nil
    }
  }

  /// The sources of a row, whatever its type.
  func ids(of record: any Record) -> [ID<Source>] { sources(of: record) }
}
