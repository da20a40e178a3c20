import Dataset

/// The row that an entry takes the place of.
///
/// A row with the key of a held row is no later state. Laid over the other package it stands in its
/// place, and all that only the held row says is gone. So it is told before it is written, with what
/// differs and what goes.
extension Concerns {
  /// The held row of the entry's key, in a sentence; `nil` where there is none.
  func replaced(_ entry: Entry) -> String? {
    let kind = entry.kind
    let key = kind.table.schema.key
    let wanted = key.map { Concerns.keyed(entry.row[$0]) }
    // A key that is not whole yet is nobody's.
    guard !key.isEmpty, !entry.row[key[0]].isEmpty, let held = held(key, wanted, in: kind) else {
      return nil
    }
    let day = held["date"].map { " of \($0)" } ?? ""
    let columns = kind.columns.map(\.name).filter { name in
      !key.contains(name) && name != kind.sourceColumn
    }
    let differing = columns.filter { !entry.row[$0].isEmpty && entry.row[$0] != held[$0] ?? "" }
    let lost = columns.filter { entry.row[$0].isEmpty && held[$0]?.isEmpty == false }
    let changes = differing.map {
      "\($0) \(held[$0].flatMap(Concerns.told) ?? "unknown") → \(entry.row[$0])"
    }
    var text = "a row\(day) is held already for \(entry.name)"
    text += changes.isEmpty ? " and says the same" : ": \(changes.joined(separator: ", "))"
    text += "; this row would take its place"
    if !lost.isEmpty {
      text +=
        ", and lose its " + lost.map { "\($0) (\(held[$0] ?? ""))" }.joined(separator: ", ")
    }
    return text + (key.contains("date") ? "; another date keeps both" : "")
  }

  /// The cells of the held row with a key.
  private func held(_ key: [String], _ wanted: [String], in kind: EntryKind) -> [String: String]? {
    // Most new facts have an id that nothing bears: no row has to be looked at.
    if key[0] == "id", !NameBook(dataset).has(wanted[0], in: kind.table) { return nil }
    var found: [String: String]?
    dataset.forEachRow(of: kind.table) { row in
      let cells = dataset.texts(of: row)
      if zip(key, wanted).allSatisfy({ Concerns.keyed(cells[$0] ?? "") == $1 }) { found = cells }
    }
    return found
  }

  /// A cell of a key in the manner in which it is compared.
  private static func keyed(_ text: String) -> String {
    PartialDate(text)?.description ?? text
  }

  private static func told(_ text: String) -> String? { text.isEmpty ? nil : text }
}
