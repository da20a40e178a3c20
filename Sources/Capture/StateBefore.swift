import Dataset

/// The states before the rows of a package that is laid over others: what each row changes.
///
/// The state before is the latest row of the same thing up to the row's day. It is of the packages below
/// or of an earlier line. A row of the same day below is the row whose place it takes.
public struct StateBefore: Sendable {
  /// A cell that differs from the state before.
  public struct Change: Equatable, Sendable {
    public let column: String
    /// The text before; empty where it was not known.
    public let before: String
    /// The text of the row; empty where it is not known any more.
    public let after: String

    /// The change in words: `target 2027 → 2027-06`.
    public var words: String {
      "\(column) \(before.isEmpty ? "unknown" : before) → \(after.isEmpty ? "unknown" : after)"
    }
  }

  private let kind: EntryKind
  /// The rows so far, by what they are about.
  private var states: [[String]: [[String: String]]] = [:]

  /// The states of a kind in the packages below; `nil` where the package lies at the bottom.
  public init(_ kind: EntryKind, below dataset: Dataset?) {
    self.kind = kind
    guard kind.isLedger, let dataset else { return }
    dataset.forEachRow(of: kind.table) { row in
      note(dataset.texts(of: row))
    }
  }

  /// The changes of a row to the state before it, which is a state for the rows after it; none for the
  /// first row of a thing, and none of a note, which speaks of its own row.
  public mutating func changes(of row: some Record, in dataset: Dataset) -> [Change] {
    guard kind.isLedger else { return [] }
    let cells = dataset.texts(of: row)
    defer { note(cells) }
    let day = StateBefore.day(of: cells)
    let earlier = states[subject(of: cells), default: []].filter { StateBefore.day(of: $0) <= day }
    let latest = earlier.enumerated().max {
      (StateBefore.day(of: $0.element), $0.offset) < (StateBefore.day(of: $1.element), $1.offset)
    }
    guard let before = latest?.element else { return [] }
    let left = kind.subject + ["date", "source", "note"]
    return kind.columns.map(\.name).filter { !left.contains($0) }.compactMap { column in
      let (old, new) = (before[column] ?? "", cells[column] ?? "")
      return old == new ? nil : Change(column: column, before: old, after: new)
    }
  }

  private mutating func note(_ cells: [String: String]) {
    states[subject(of: cells), default: []].append(cells)
  }

  private func subject(of cells: [String: String]) -> [String] {
    kind.subject.map { cells[$0] ?? "" }
  }

  private static func day(of cells: [String: String]) -> Day {
    PartialDate(cells["date"] ?? "")?.lastDay ?? Day(number: 0)
  }
}
