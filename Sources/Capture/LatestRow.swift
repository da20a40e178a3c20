import Dataset

/// The state that an update carries on.
extension EntryBuilder {
  /// The cells of the latest row of a subject, by column.
  ///
  /// - Parameter key: The id, or the cells of the subject's columns joined by `/`. The last cells
  ///   may be left out where a single subject fits.
  func latest(_ kind: EntryKind, _ key: String) throws(EntryFault) -> [String: String] {
    let parts = key.split(separator: "/").map(String.init)
    let states = states(of: kind).filter { cells in
      zip(kind.subject, parts).allSatisfy { column, part in
        cells[column]?.lowercased() == part.lowercased()
      }
    }
    let subjects = Set(states.map { cells in kind.subject.map { cells[$0] ?? "" } })
    guard !parts.isEmpty, !subjects.isEmpty else {
      let ids = Set(self.states(of: kind).map { $0[kind.subject[0]] ?? "" }).sorted()
      let hint = nearest(to: parts.first ?? key, among: ids).map { "; did you mean \($0)?" } ?? ""
      throw EntryFault(
        kind.word,
        "there is none with \(kind.subject.joined(separator: "/")) \"\(key)\"\(hint)")
    }
    guard subjects.count == 1 else {
      let list = subjects.map { $0.joined(separator: "/") }.sorted().prefix(6)
      throw EntryFault(
        kind.word, "\"\(key)\" fits \(subjects.count): \(list.joined(separator: ", "))")
    }
    // Of rows of one date the later line is the later state.
    let latest = states.enumerated().max { left, right in
      (day(of: left.element), left.offset) < (day(of: right.element), right.offset)
    }
    return (latest?.element ?? [:]).filter { !$0.value.isEmpty }
  }

  /// The cells of the latest row of a subject; `nil` where there is none.
  public func state(of key: String, _ kind: EntryKind) -> [String: String]? {
    try? latest(kind, key)
  }

  /// The rows of a ledger as cells by column; none of a kind whose rows have no later state.
  func states(of kind: EntryKind) -> [[String: String]] {
    guard kind.isLedger else { return [] }
    var states: [[String: String]] = []
    dataset.forEachRow(of: kind.table) { row in
      states.append(
        dataset.texts(of: row))
    }
    return states
  }

  private func day(of cells: [String: String]) -> Day {
    PartialDate(cells["date"] ?? "")?.lastDay ?? Day(number: 0)
  }
}
