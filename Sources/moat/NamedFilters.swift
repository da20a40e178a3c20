import Dashboard
import Dataset

/// The filters kept under names, as `--where` takes them: `@large country:FR`.
struct NamedFilters {
  private let saved: SavedFilters

  init(_ files: UserFiles) { saved = files.kept().filters }

  /// A filter with its names written out. A name that none is kept under is an error: as a text it would
  /// find nothing, and the answer would be wrong in silence.
  func expanded(_ text: String) throws -> String {
    guard text.contains("@") else { return text }
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
      if word.hasPrefix("@"), saved[String(word.dropFirst())] == nil { throw unknown(word) }
    }
    return saved.expanded(text)
  }

  private func unknown(_ word: String) -> Failure {
    let names = saved.all.map { "@\($0.name)" }
    let kept =
      names.isEmpty
      ? "none is; / and Ctrl-O in the dashboard keep one"
      : "kept are \(names.joined(separator: ", "))"
    return .usage(
      "--where: no filter is kept as \(word)\(Suggestion.words(for: word, among: names))\n"
        + "\(kept.prefix(1).uppercased() + kept.dropFirst()). Quote the word to look for it as a text."
    )
  }
}
