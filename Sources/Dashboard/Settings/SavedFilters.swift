public struct SavedFilters: Hashable, Sendable {
  public var all: [(name: String, text: String)] {
    texts.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  private var texts: [String: String] = [:]

  public init() {}

  /// Reads filters, `name = filter` a line; a line that is none is left out.
  public init(text: String) {
    for (name, filter) in TextLines.of(text).compactMap(SavedFilters.entry) {
      texts[name] = filter
    }
  }

  /// The filter that a line keeps, and its name.
  private static func entry(of line: String) -> (name: String, filter: String)? {
    guard let sign = line.firstIndex(of: "=") else { return nil }
    let name = trimmed(line[..<sign])
    let filter = trimmed(line[line.index(after: sign)...])
    guard isName(name), !filter.isEmpty, filter.count <= LineEditor.longest else { return nil }
    return (name, filter)
  }

  /// A file's text with the filters that were kept here since, and without those given up: what others
  /// kept meanwhile, comments and lines that are no filters stay.
  ///
  /// - Parameters:
  ///   - text: The file as it stands.
  ///   - before: The filters kept here when the file was last read or written.
  public func text(in text: String, since before: SavedFilters) -> String {
    var lines = TextLines.of(text)
    let names = Set(texts.keys).union(before.texts.keys).sorted()
    for name in names where texts[name] != before.texts[name] {
      let line = texts[name].map { "\(name) = \($0)" }
      let places = lines.indices.filter { SavedFilters.entry(of: lines[$0])?.name == name }
      if let line, let last = places.last {
        lines[last] = line
      } else if let line {
        lines.append(line)
      } else {
        for place in places.reversed() { lines.remove(at: place) }
      }
    }
    return TextLines.text(lines)
  }

  public subscript(name: String) -> String? { texts[name] }

  /// Keeps a filter under a name; an empty filter gives the name up.
  public mutating func keep(_ filter: String, as name: String) {
    texts[name] = filter.isEmpty ? nil : filter
  }

  /// A scenario with its names written out: `@` and a name wherever something to be taken away may stand.
  public func expandedScenario(_ text: String) -> String {
    var result = ""
    var name: String?
    func written(_ name: String) -> String { texts[name] ?? "@" + name }
    for character in text {
      if let begun = name {
        if SavedFilters.isName(String(character)) {
          name = begun + String(character)
          continue
        }
        result += written(begun)
        name = nil
      }
      if character == "@" { name = "" } else { result.append(character) }
    }
    return result + (name.map(written) ?? "")
  }

  /// True if a text can be a name: letters, digits, `-` and `_`.
  public static func isName(_ text: String) -> Bool {
    !text.isEmpty && text.allSatisfy { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" }
  }

  /// A filter with a name such as `@large` in it written out, and the names in that too. Any other word
  /// stays as it is, as does a name inside its own filter.
  public func expanded(_ text: String) -> String { expanded(text, within: []) }

  private func expanded(_ text: String, within names: Set<String>) -> String {
    var isQuoted = false
    var result = ""
    for (index, word) in text.split(separator: " ", omittingEmptySubsequences: false).enumerated() {
      if index > 0 { result.append(" ") }
      let name = String(word.dropFirst())
      if word.first == "@", !isQuoted, !names.contains(name), let filter = texts[name],
        result.utf8.count <= LineEditor.longest
      {
        result += expanded(filter, within: names.union([name]))
      } else {
        result += word
      }
      for character in word where "\"\u{201C}\u{201D}".contains(character) { isQuoted.toggle() }
    }
    return result
  }
}

func trimmed(_ text: some StringProtocol) -> String {
  var rest = Substring(text)
  while let first = rest.first, first.isWhitespace { rest = rest.dropFirst() }
  while let last = rest.last, last.isWhitespace { rest = rest.dropLast() }
  return String(rest)
}
