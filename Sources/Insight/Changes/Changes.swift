import Dataset

/// What became known between two days, as a list of added and changed facts by table.
public struct Changes: Sendable {
  /// The facts as of the earlier day.
  public let earlier: Snapshot
  /// The facts as of the later day.
  public let later: Snapshot
  /// The changes: by table, within it the latest first.
  public let changes: [Change]

  /// The tables looked at, in the order of the changes.
  public static let tables: [TableName] = [
    .rounds, .valuations, .compute, .relations, .enforcement, .authorities, .milestones, .models,
    .signatories,
  ]

  /// Compares what was known on two days, in whichever order they are given.
  public init(_ dataset: Dataset, from: Day, to: Day) {
    earlier = dataset.asOf(min(from, to))
    later = dataset.asOf(max(from, to))
    let finder = ChangeFinder(earlier: earlier, later: later)
    changes = Changes.tables.flatMap { finder.changes(in: $0) }
  }

  /// The changes in one table.
  public func changes(in table: TableName) -> [Change] { changes.filter { $0.table == table } }

  /// What a change is, in a few words.
  public func title(_ change: Change) -> String { entry(change).title }

  /// The id of what it is about: a company, a commitment, a country's code, a milestone.
  public func subject(_ change: Change) -> String { entry(change).subject }

  /// The row that stands now with its sources, and the row before it.
  public func evidence(_ change: Change) -> Evidence { entry(change).evidence }

  private struct Entry {
    let title: String
    let subject: String
    var evidence: Evidence
  }

  private func entry(_ change: Change) -> Entry {
    let dataset = later.dataset
    func entry(
      _ title: String, _ subject: String, _ origin: Origin, _ sources: IDList<Source>,
      before: (origin: Origin, sources: IDList<Source>)? = nil
    ) -> Entry {
      var evidence = Evidence(origin, dataset.ids(sources))
      if let before { evidence.add(before.origin, dataset.ids(before.sources)) }
      return Entry(title: title, subject: subject, evidence: evidence)
    }
    switch change.fact {
    case .round(let row, let before):
      return entry(
        dataset.title(row), dataset.slug(row.company), row.origin, row.sources,
        before: before.map { ($0.origin, $0.sources) })
    case .valuation(let row):
      return entry(dataset.title(row), dataset.slug(row.company), row.origin, row.sources)
    case .commitment(let row, let before):
      return entry(
        dataset.string(row.name), dataset.slug(row.id), row.origin, row.sources,
        before: before.map { ($0.origin, $0.sources) })
    case .relation(let row, let before):
      return entry(
        dataset.title(row), dataset.slug(row.from), row.origin, row.sources,
        before: before.map { ($0.origin, $0.sources) })
    case .authority(let row):
      return entry(dataset.title(row), dataset.code(row.country), row.origin, row.sources)
    case .step(let row, let before):
      return entry(
        dataset.title(row), dataset.code(row.country), row.origin, row.sources,
        before: before.map { ($0.origin, $0.sources) })
    case .milestone(let row, let before):
      return entry(
        dataset.string(row.title), dataset.slug(row.id), row.origin, row.sources,
        before: before.map { ($0.origin, $0.sources) })
    case .model(let row):
      return entry(dataset.title(row), dataset.slug(row.developer), row.origin, row.sources)
    case .signatory(let row):
      return entry(dataset.title(row), dataset.slug(row.organisation), row.origin, row.sources)
    }
  }
}

extension Changes: Encodable {
  private struct ChangeDocument: Encodable {
    let table: TableName
    let title: String
    let subject: String
    let date: String
    let isNew: Bool
    let differences: [Change.Difference]
    let sources: [String]

    enum CodingKeys: String, CodingKey {
      case table, title, subject, date, differences, sources
      case isNew = "new"
    }
  }

  private enum CodingKeys: String, CodingKey {
    case from, to, changes
  }

  /// `from`, `to` and `changes`, each with its table, title, subject, date, whether the thing is new, the
  /// differences by column, and its sources.
  public func encode(to encoder: any Encoder) throws {
    var document = encoder.container(keyedBy: CodingKeys.self)
    try document.encode(earlier.day, forKey: .from)
    try document.encode(later.day, forKey: .to)
    try document.encode(
      changes.map { change in
        ChangeDocument(
          table: change.table, title: title(change), subject: subject(change),
          date: change.date.description, isNew: change.isNew, differences: differences(change),
          sources: evidence(change).slugs(in: later.dataset))
      }, forKey: .changes)
  }
}
