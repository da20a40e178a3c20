import Dashboard
import Dataset

/// The filters kept under names, as `--where` takes them: `@large country:FR`.
struct NamedFilters {
  private let saved: SavedFilters
  /// The file of the filters and why it cannot be read; `nil` where it can.
  private let unreadable: String?

  init(_ files: UserFiles) {
    saved = files.kept().filters
    unreadable = files.fault(of: .filters)
  }

  /// A filter with its names written out. A name that none is kept under is an error: as a text it would
  /// find nothing, and the answer would be wrong in silence.
  func expanded(_ text: String) throws -> String {
    guard text.contains("@") else { return text }
    try check(text) { word in
      if saved[String(word.dropFirst())] == nil { throw unknown(word) }
    }
    let expanded = saved.expanded(text)
    // A name in a kept filter may be gone, or be the name of the filter itself.
    try check(expanded) { word in
      if saved[String(word.dropFirst())] == nil { throw unknown(word) }
      throw Failure.usage("--where: the filter kept as \(word) holds itself; write it out")
    }
    return expanded
  }

  /// Looks at each name in a filter, outside quotes.
  private func check(_ text: String, _ look: (String) throws -> Void) throws {
    var isQuoted = false
    let words = text.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
    for word in words {
      let wasQuoted = isQuoted
      for character in word where "\"\u{201C}\u{201D}\u{201E}".contains(character) {
        isQuoted.toggle()
      }
      if wasQuoted { continue }
      if word.hasPrefix("-@") {
        throw Failure.usage(
          "--where: a filter kept under a name cannot be turned round; write out what \(word) means"
        )
      }
      if word.hasPrefix("@") { try look(word) }
    }
  }

  private func unknown(_ word: String) -> Failure {
    if let unreadable { return .settings("--where: \(word): \(unreadable)") }
    let names = saved.all.map { "@\($0.name)" }
    let kept =
      names.isEmpty
      ? "none is; / and Ctrl-O in the dashboard keep a filter"
      : "kept are \(names.joined(separator: ", "))"
    return .usage(
      "--where: no filter is kept as \(word)\(Suggestion.words(for: word, among: names))\n"
        + "\(kept.prefix(1).uppercased() + kept.dropFirst()). Quote the word to look for it as a text."
    )
  }
}
