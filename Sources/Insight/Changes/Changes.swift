import Dataset

/// The rows added and changed between two days, by table.
public struct Changes: Sendable {
  public let earlier: Snapshot
  public let later: Snapshot
  /// The changes: by table, within it the latest first.
  public let changes: [Change]

  /// The tables looked at, in the order of the changes.
  public static var tables: [TableName] { ChangeKind.all.map(\.table) }

  public init(_ dataset: Dataset, from: Day, to: Day) {
    let (earlier, later) = (dataset.asOf(min(from, to)), dataset.asOf(max(from, to)))
    self.init(earlier, later, ChangeKind.all.flatMap { $0.changes(earlier, later) })
  }

  private init(_ earlier: Snapshot, _ later: Snapshot, _ changes: [Change]) {
    self.earlier = earlier
    self.later = later
    self.changes = changes
  }

  /// The same of some changes alone (the filter).
  public func only(_ isWanted: (Change) -> Bool) -> Changes {
    Changes(earlier, later, changes.filter(isWanted))
  }

  public func title(_ change: Change) -> String { change.pair.title(in: later.dataset) }

  /// The id of the company, commitment, country or milestone that a change is about.
  public func subject(_ change: Change) -> String { change.pair.subject(in: later.dataset) }

  /// The row that stands now with its sources, and the row before it.
  public func evidence(_ change: Change) -> Evidence {
    let rows = change.pair.evidence
    var evidence = Evidence(rows.now.origin, later.dataset.ids(rows.now.sources))
    if let before = rows.before { evidence.add(before.origin, later.dataset.ids(before.sources)) }
    return evidence
  }

  /// The columns that differ between a row and the row before it, in the order of the file.
  ///
  /// Empty for a new row, and for a row that adds only sources and notes.
  public func differences(_ change: Change) -> [Change.Difference] {
    change.pair.differences(in: later.dataset)
  }
}

extension Changes: JSONConvertible {
  /// `from`, `to` and `changes`, each with its table, title, subject, date, novelty, differences by
  /// column, and sources.
  public var json: JSON {
    [
      "from": earlier.day, "to": later.day, "new": changes.count(where: \.isNew),
      "changed": changes.count { !$0.isNew },
      "changes": changes.map { change -> JSON in
        [
          "table": change.table, "title": title(change), "subject": subject(change),
          "date": change.date, "new": change.isNew,
          "differences": differences(change),
          "sources": evidence(change).slugs(in: later.dataset),
        ]
      },
    ]
  }
}
