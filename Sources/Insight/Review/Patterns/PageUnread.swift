import Dataset

extension ReviewRule {
  /// Rows that rest on pages alone that nobody opened; of pages that a public digest names, only those on
  /// which a figure of a total rests.
  ///
  /// Rows of one page are one finding: who reads it settles them together. A page that a public digest
  /// names is seldom wrong in substance, so that it weighs a quarter.
  static let pageUnread = ReviewRule(
    pattern: .pageUnread,
    lookFor:
      "Open the page; set retrieved to page where it says so, and correct the rows where it does not"
  ) { facts in
    let dataset = facts.dataset
    let rows = RowsBySource(facts) { _, sources in
      sources.allSatisfy { dataset[$0].retrieved != .page }
    }
    return rows.findings(
      "retrieved", needsStake: { $0.retrieved == .digest },
      gravity: { $0.retrieved == .digest ? 0.25 : 1 }
    ) { rows, source in
      let how = source.retrieved == .digest ? "a digest alone names it" : "nobody retrieved it"
      return "carries \(Wording.count(rows, "row")) alone, and \(how)"
    }
  }
}
