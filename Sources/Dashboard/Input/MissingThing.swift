import Capture

/// The answer of a form where nothing is there to be made.
extension EntryForm {
  /// Tells why the field has nothing to be made, and goes to a field that has.
  mutating func explainNothingMissing() -> String {
    let asked = field
    if let place = lines.firstIndex(where: { makes($0.field) }) {
      go(to: place)
      return "nothing is missing in \(asked); Ctrl-O again makes \"\(missing?.name ?? "")\" here"
    }
    let text = lines.indices.contains(current) ? lines[current].text : ""
    if let absent = absent[asked] {
      return
        "\"\(absent.name)\": a \(absent.table.word) row is not entered with a form; name a row that is held"
    }
    if asked == "source" {
      return "a new page is entered with the fact: type its address here and its title below"
    }
    guard refers(asked) else {
      return "\(asked) names nothing that Ctrl-O could make; it does for a company or an investor"
    }
    return text.isEmpty
      ? "\(asked) is empty: type the name first, Ctrl-O makes what is not held yet"
      : "\(asked): \(text) is held already, there is nothing to make"
  }

  /// True if a field names something that is not held and that has a form.
  private func makes(_ field: String) -> Bool {
    absent[field].map { EntryKind($0.table) != nil } ?? false
  }

  /// True if a field names rows of another table.
  private func refers(_ field: String) -> Bool {
    if field == "investors" { return true }
    switch kind.columns.first(where: { $0.name == field })?.type {
    case .reference, .references, .country: return true
    default: return false
    }
  }
}
