import Dataset

extension ReviewRule {
  /// A note that takes back what the columns say: "letter of intent" where the status is closed, "not
  /// announced" where the row is confirmed.
  static let noteContradicts = ReviewRule(
    pattern: .noteContradicts,
    lookFor:
      "Look at the source for what is bound and what is intended; change the status, or say it in figures"
  ) { facts in
    let (dataset, snapshot) = (facts.dataset, facts.snapshot)
    var found: [ReviewFinding] = []
    for row in snapshot.rounds {
      let strong = row.status == .closed ? "closed" : confirmed(row.confidence)
      let words = row.status == .closed ? limits + intents + denials : denials
      found += contradiction(row, row.note, strong, words, dataset.title(row), facts)
    }
    for row in snapshot.compute {
      let strong = row.status.isFirm ? row.status.word : confirmed(row.confidence)
      let words =
        !row.status.isFirm
        ? denials
        : row.accelerators == nil && row.megawatts == nil
          ? intents + denials
          : limits + intents + denials
      found += contradiction(row, row.note, strong, words, dataset.string(row.name), facts)
    }
    for row in snapshot.relations {
      let strong = row.status == .active ? "active" : nil
      found += contradiction(row, row.note, strong, intents + denials, dataset.title(row), facts)
    }
    for row in snapshot.valuations {
      let strong = confirmed(row.confidence)
      found += contradiction(row, row.note, strong, intents + denials, dataset.title(row), facts)
    }
    return found
  }

  /// A figure that is a limit.
  private static let limits = ["up to"]
  /// Not bound yet.
  private static let intents = [
    "letter of intent", "letters of intent", "memorandum of understanding", "non-binding",
    "not binding", "in talks", "not signed", "unsigned", "intends to", "not closed",
    "expected to close", "is to close", "has yet to", "awaits approval", "subject to approval",
  ]
  /// Not said by those who must know.
  private static let denials = [
    "not announced", "unannounced", "not confirmed", "unconfirmed", "press only", "denied",
    "rumour", "rumor",
  ]

  private static func confirmed(_ confidence: Confidence) -> String? {
    confidence == .confirmed ? confidence.word : nil
  }

  private static func contradiction<Row: DatedRecord>(
    _ row: Row, _ note: Text, _ strong: String?, _ words: [String], _ title: String,
    _ facts: ReviewFacts
  ) -> [ReviewFinding] {
    guard let strong, !note.isEmpty else { return [] }
    let text = facts.dataset.string(note)
    guard let word = words.first(where: { Needle($0).occurs(in: text) }) else { return [] }
    return [
      facts.finding(row, "note", title, "is \(strong), and its note says \"\(word)\": \(text)")
    ]
  }
}
