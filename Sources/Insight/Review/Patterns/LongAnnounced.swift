import Dataset

extension ReviewRule {
  /// Announced, contracted or proposed more than a year ago.
  ///
  /// A site whose target has passed is found by that.
  static let longAnnounced = ReviewRule(
    pattern: .longAnnounced,
    lookFor:
      "Look for news of it since: permits, filings, the parties' own pages; add what became of it"
  ) { facts in
    let (dataset, snapshot) = (facts.dataset, facts.snapshot)
    func since(_ row: some DatedRecord, _ word: String) -> String? {
      facts.age(row) > 365 ? "is \(dataset.spaced(word)) since \(row.date), for over a year" : nil
    }
    var found: [ReviewFinding] = []
    for row in snapshot.compute where row.status == .announced || row.status == .contracted {
      if let target = row.target, target.lastDay < facts.day { continue }
      guard let wrong = since(row, row.status.word) else { continue }
      found.append(facts.finding(row, "status", dataset.string(row.name), wrong))
    }
    for row in snapshot.rounds where row.status == .announced || row.status == .conditional {
      guard let wrong = since(row, row.status.word) else { continue }
      found.append(facts.finding(row, "status", dataset.title(row), wrong))
    }
    for row in snapshot.relations where row.status == .announced {
      guard let wrong = since(row, row.status.word) else { continue }
      found.append(facts.finding(row, "status", dataset.title(row), wrong))
    }
    for row in snapshot.enforcement where row.status == .proposed || row.status == .adopted {
      guard let wrong = since(row, row.status.word) else { continue }
      let title = "\(dataset.name(row.country)), \(dataset.spaced(row.step.word)),"
      found.append(facts.finding(row, "status", title, wrong))
    }
    return found
  }
}
