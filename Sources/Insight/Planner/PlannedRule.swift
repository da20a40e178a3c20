import Dataset

/// A thing that the Act asks of a system, or forbids, with the day from which it holds.
public struct PlannedRule: Sendable {
  /// The place of its row in the table.
  public let number: Int
  /// The rule.
  public let entry: AnnexEntry
  /// The date it holds from, as the law stands on the day; `nil` where none stands.
  public let from: PartialDate?
  /// True if it holds on the day.
  public let applies: Bool

  /// The rules of a kind of system, in the order of the Act: those of its provider first.
  static func all(of kind: SystemKind, _ law: LawReport) -> [PlannedRule] {
    let dataset = law.snapshot.dataset
    let dates = Dictionary(
      law.obligations.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    return kind.ruleKinds.flatMap { wanted in
      dataset.annexes.enumerated().compactMap { number, entry in
        guard dataset.string(entry.kind) == wanted else { return nil }
        let obligation = entry.milestone.flatMap { dates[$0] }
        return PlannedRule(
          number: number, entry: entry, from: obligation?.scheduled,
          applies: obligation?.status == .inForce)
      }
    }
  }
}

extension PlannedRule {
  /// The rule in the document of `plan`.
  func json(in dataset: Dataset) -> JSON {
    [
      "for": dataset.string(entry.kind), "article": dataset.string(entry.article),
      "title": dataset.string(entry.title), "rule": dataset.string(entry.rule),
      "milestone": entry.milestone.map { dataset.slug($0) }, "from": from, "applies": applies,
      "sources": dataset.slugs(entry.sources),
    ]
  }
}
