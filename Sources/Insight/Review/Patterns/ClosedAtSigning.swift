import Dataset

extension ReviewRule {
  /// An acquisition whose first row is closed, where a source tells of it on that very day or before: what
  /// was announced that day is most often a signing.
  static let closedAtSigning = ReviewRule(
    pattern: .closedAtSigning,
    lookFor:
      "Look for the day of completion; where that is another day, make the first row announced"
  ) { facts in
    let dataset = facts.dataset
    return facts.snapshot.rounds.compactMap { row in
      guard row.instrument == .acquisition, row.status == .closed, row.date.precision == .day,
        facts.snapshot.history(of: row.id).first?.origin == row.origin
      else { return nil }
      let told = dataset.ids(row.sources).contains { source in
        guard let published = dataset[source].published, published.precision == .day else {
          return false
        }
        return abs(published.lastDay - row.date.lastDay) <= 2
      }
      guard told, !says(dataset.string(row.note)) else { return nil }
      return facts.finding(
        row, "status", dataset.title(row),
        "is closed on \(row.date), the day on which it was reported, and never was announced")
    }
  }

  /// True if a note says that it was completed.
  private static func says(_ note: String) -> Bool {
    ["completed", "completion", "closing on", "closed on", "done"].contains {
      Needle($0).occurs(in: note)
    }
  }
}
