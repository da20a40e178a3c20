import Canvas
import Dataset

/// Reads the entries of a configuration file and gathers what is wrong with them.
struct ConfigurationReader {
  /// A line: its name, its value, and where the value begins, from 1.
  struct Entry {
    let line: Int
    let name: String
    let value: String
    let column: Int
  }

  let path: String
  private var problems: [Problem] = []
  private var bound: [(action: String, keys: [Key], entry: Entry)] = []
  private var seen: [String: Int] = [:]

  init(path: String) {
    self.path = path
  }

  /// The entries of a text; a line without a name, a sign or a value is a problem.
  mutating func entries(_ text: String) -> [Entry] {
    var entries: [Entry] = []
    for (index, line) in TextLines.of(text).enumerated() {
      let content = trimmed(line)
      if content.isEmpty || content.hasPrefix("#") { continue }
      guard let sign = line.firstIndex(of: "="), line[..<sign].contains(where: { $0 != " " })
      else {
        report(
          index + 1, 1,
          "found \"\(content)\", expected \(ConfigurationReader.settings), a = and a value")
        continue
      }
      let value = trimmed(line[line.index(after: sign)...])
      let before = line[...sign].unicodeScalars.count
      let blanks = line[line.index(after: sign)...].prefix { $0.isWhitespace }.count
      let name = line[..<sign].split(whereSeparator: \.isWhitespace).joined(separator: " ")
      let entry = Entry(line: index + 1, name: name, value: value, column: before + blanks + 1)
      if value.isEmpty {
        report(entry.line, before + 1, "\(name) has no value")
      } else if let line = seen[name], ConfigurationReader.single.contains(name) {
        report(entry.line, 1, "\(name) is set on line \(line) already")
      } else {
        seen[name] = entry.line
        entries.append(entry)
      }
    }
    return entries
  }

  /// The value that an entry's word stands for; a problem that names the words where there is none.
  mutating func choose<Value>(_ entry: Entry, among values: [(String, Value)]) -> Value? {
    let word = entry.value.lowercased()
    if let found = values.first(where: { $0.0 == word }) { return found.1 }
    report(
      entry.line, entry.column,
      "found \"\(entry.value)\", expected one of \(values.map(\.0).joined(separator: ", "))"
        + suggestion(word, values.map(\.0)))
    return nil
  }

  /// Takes `key ACTION = KEYS`; anything else is a setting that there is not.
  mutating func bind(_ entry: Entry) {
    let words = entry.name.split(separator: " ").map(String.init)
    guard words.first == "key", words.count == 2 else {
      report(
        entry.line, 1,
        "there is no setting \"\(entry.name)\", expected \(ConfigurationReader.settings)"
          + suggestion(entry.name, ConfigurationReader.names))
      return
    }
    let actions = Keymap.standard.bindings.map(\.action)
    guard actions.contains(words[1]) else {
      report(
        entry.line, 1,
        "there is no action \"\(words[1])\"\(suggestion(words[1], actions)); moat keys names them all"
      )
      return
    }
    if let earlier = bound.first(where: { $0.action == words[1] }) {
      report(entry.line, 1, "\(words[1]) has its keys from line \(earlier.entry.line) already")
      return
    }
    if entry.value == "none" { return bound.append((words[1], [], entry)) }
    var keys: [Key] = []
    for name in entry.value.split(whereSeparator: \.isWhitespace).map(String.init) {
      guard let key = Key(name: name) else {
        report(
          entry.line, entry.column, "found key \"\(name)\", expected none or some of: \(Key.names)")
        continue
      }
      if let reason = key.whyItNeverArrives {
        report(entry.line, entry.column, "\(key.label) cannot be bound: \(reason)")
      } else if Keymap.standard.scope(of: words[1]) == .filterLine, key.editsLines {
        report(
          entry.line, entry.column,
          "\(key.label) cannot be bound here: while the filter is typed it writes or ends the line")
      } else if keys.contains(key) {
        report(entry.line, entry.column, "\(key.label) is named twice")
      } else {
        keys.append(key)
      }
    }
    if !keys.isEmpty { bound.append((words[1], keys, entry)) }
  }

  /// The keys as they hold, and everything that is wrong.
  ///
  /// A key that two lines bind where both hold is a mistake, whatever their order: the first line has it.
  mutating func finish() -> (Keymap, [Problem]) {
    var keymap = Keymap.standard
    var settled: [(action: String, keys: [Key], entry: Entry)] = []
    for (action, keys, entry) in bound.sorted(by: { $0.entry.line < $1.entry.line }) {
      let scope = keymap.scope(of: action)
      let free = keys.filter { key in
        let other = settled.first { other in
          guard other.keys.contains(key), let scope else { return false }
          return keymap.scope(of: other.action).map { Keymap.meetEither($0, scope) } ?? false
        }
        guard let other else { return true }
        report(
          entry.line, entry.column,
          "\(key.label) is bound to \(other.action) on line \(other.entry.line) already")
        return false
      }
      // Where none is free it keeps those it has.
      if free.isEmpty, !keys.isEmpty { continue }
      settled.append((action, free, entry))
      let lost = keymap.bind(action, to: free)
      for name in lost where !bound.contains(where: { $0.action == name }) {
        report(
          entry.line, entry.column, "\(name) has no key left; give it a key with: key \(name) = …",
          .warning)
      }
    }
    return (keymap, problems.sorted())
  }

  private static let single = ["theme", "screen", "restore", "mouse", "facts", "pull"]
  private static let names = [
    "theme", "screen", "data", "facts", "pull", "restore", "mouse", "key",
  ]
  private static let settings = "one of \(names.dropLast().joined(separator: ", ")), key ACTION"

  private func suggestion(_ word: String, _ words: [String]) -> String {
    nearest(to: word, among: words).map { "; did you mean \"\($0)\"?" } ?? ""
  }

  private mutating func report(
    _ line: Int, _ column: Int, _ message: String, _ severity: Problem.Severity = .error
  ) {
    // Text in the file may be anything, and a terminal would take it for orders.
    problems.append(
      Problem(
        file: path, line: line, column: column, severity: severity, message: Visible.text(message)))
  }
}
