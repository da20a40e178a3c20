import Canvas
import Capture
import Charts
import Dashboard
import Dataset
import Insight

/// Tells what was entered, what was assumed and what changes, as text or as JSON.
struct EntryPrinter {
  private let options: ViewOptions

  init(_ options: ViewOptions) { self.options = options }

  func print(_ outcome: EntrySession.Outcome) throws {
    let ascii = options.ascii || !Standard.isUTF8
    let printer = ViewPrinter(options)
    if options.format == .json {
      return try printer.emit(JSONWriter.text(outcome, ascii: ascii))
    }
    var lines: [String] = []
    for entry in outcome.entries.prefix(20) { lines += EntryPrinter.lines(entry) }
    if outcome.entries.count > 20 {
      lines.append("and \(counted(outcome.entries.count - 20, "more fact"))")
    }
    lines += EntryPrinter.lines(outcome.effect)
    lines += outcome.warnings.map(\.description)
    let rows = counted(outcome.entries.reduce(0) { $0 + $1.rows.count }, "row")
    lines.append(
      outcome.isWritten
        ? "\(rows) entered in \(outcome.folder); moat facts --undo takes the entry back"
        : "\(rows) for \(outcome.folder); nothing was written")
    let text = Visible.lines(lines.map { $0 + "\n" }.joined())
    try printer.emit(ascii ? ASCII.lines(text) : text)
  }

  /// An entry: its columns, those that were assumed marked, and the rows that come with it.
  private static func lines(_ entry: Entry) -> [String] {
    let assumed = Set(entry.assumed.map(\.column))
    let width = entry.row.values.map(\.column.count).max() ?? 0
    var lines = ["\(entry.kind.word) \(entry.name)"]
    let changes = Dictionary(entry.changes.map { ($0.column, $0.before) }) { first, _ in first }
    for (column, text) in entry.row.values {
      let padded = column + String(repeating: " ", count: width - column.count)
      let was = changes[column].map { $0.isEmpty ? "unknown → " : "\($0) → " } ?? ""
      lines.append("  \(padded)  \(was)\(text)\(assumed.contains(column) ? "  (assumed)" : "")")
    }
    for (column, before, after) in entry.changes where after.isEmpty {
      lines.append("  \(column): \(before) is not carried on")
    }
    for row in entry.rows where row != entry.row {
      let noun = EntryKind(row.table)?.word ?? row.table.word
      let words = row.values.filter {
        !["round", "source", "retrieved", "kind"].contains($0.column)
      }
      lines.append("  + \(noun): \(words.map(\.text).joined(separator: ", "))")
    }
    return lines
  }

  /// The figures that change, and those that do not.
  static func lines(_ effect: EntryEffect) -> [String] {
    let changed = effect.figures.filter(\.isChanged)
    var lines = changed.map {
      "\($0.title): \(text($0.before, $0.unit)) → \(text($0.after, $0.unit))"
    }
    let same = effect.figures.filter { !$0.isChanged }.map(\.title)
    if !same.isEmpty { lines.append("unchanged: \(same.joined(separator: ", "))") }
    lines += effect.claims.map { "claim \($0.id): \($0.before.rawValue) → \($0.after.rawValue)" }
    return lines
  }

  private static func text(_ value: Double, _ unit: EntryEffect.Figure.Unit) -> String {
    switch unit {
    case .usdMillions: NumberFormat.money(millions: value, digits: 4)
    case .accelerators, .states: NumberFormat.integer(value)
    }
  }
}

extension EntrySession.Outcome: JSONConvertible {
  /// The facts with their rows, the figures and claims that change, and where it was written.
  var json: JSON {
    [
      "facts": entries.map { entry -> JSON in
        [
          "kind": entry.kind.word, "id": entry.name,
          "rows": entry.rows.map { row -> JSON in
            [
              "table": row.table.word,
              "row": JSON.object(row.values.map { ($0.column, $0.text.json) }),
            ]
          },
          "assumed": JSON.object(entry.assumed.map { ($0.column, $0.text.json) }),
        ]
      },
      "effect": effect.figures.map { figure -> JSON in
        [
          "figure": figure.title, "unit": figure.unit.rawValue, "before": figure.before,
          "after": figure.after,
        ]
      },
      "claims": effect.claims.map { claim -> JSON in
        ["id": claim.id, "before": claim.before, "after": claim.after]
      },
      "warnings": warnings, "folder": folder, "written": isWritten,
    ]
  }
}
