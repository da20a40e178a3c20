import Canvas
import Charts
import Dataset
import Insight

/// How many rows are new, changed or gone.
///
/// The rule for every count of changes (title, kinds, bars): it counts those that surely fell between the two
/// days. A fact dated by its month or year alone may be older, and is counted apart as a possible one.
struct ChangeTally: Sendable {
  var new = 0
  var changed = 0
  var gone = 0
  /// Dated by month or year alone: known from the day of the revision, perhaps older.
  var possible = 0

  /// Those surely of the span.
  var certain: Int { new + changed + gone }

  mutating func add(_ kind: EnteredRow.Kind, isVague: Bool) {
    switch kind {
    case _ where isVague: possible += 1
    case .new: new += 1
    case .changed: changed += 1
    case .gone: gone += 1
    }
  }

  /// In words: `9 new, 1 changed, 3 perhaps older`.
  var words: String {
    let parts = [
      (new, "new"), (changed, "changed"), (gone, "gone"), (possible, "perhaps older"),
    ]
    return parts.filter { $0.0 > 0 }.map { "\(NumberFormat.integer($0.0)) \($0.1)" }
      .joined(separator: ", ")
  }

  /// As a bar: those possible hollow behind the certain.
  var bar: BarValue {
    let parts = [
      BarValue.Part(Double(new)), BarValue.Part(Double(changed), style: .series(1), letter: "~"),
      BarValue.Part(Double(gone), style: .alarm, letter: "-"),
    ].prefix(gone > 0 ? 3 : 2)
    return BarValue(parts: Array(parts), possible: Double(possible))
  }
}

extension ChangeList {
  /// The changes by kind of row, a line each for new, changed, gone and possible ones; long ones go on below.
  func kindLines(width: Int) -> [[Span]] {
    let sorts: [(label: String, style: Style, after: String, count: (ChangeTally) -> Int)] = [
      ("new", .good, "", { $0.new }), ("changed", .possible, "", { $0.changed }),
      ("gone", .alarm, "", { $0.gone }),
      ("perhaps", .dim, "dated by month or year alone, perhaps older", { $0.possible }),
    ]
    return sorts.flatMap { sort -> [[Span]] in
      var words = kinds.compactMap { kind in
        let count = sort.count(kind.tally)
        return count == 0 ? nil : kind.table.counted(count)
      }
      guard !words.isEmpty else { return [] }
      let room = width - ChangeList.labelWidth
      if !sort.after.isEmpty, TextWidth.of(sort.after) <= room { words.append(sort.after) }
      let label = TextWidth.pad(sort.label, to: ChangeList.labelWidth)
      return ChangeList.filled(words, width: room).enumerated().map { line, text in
        [
          Span(
            line == 0 ? label : String(repeating: " ", count: ChangeList.labelWidth), sort.style),
          Span(text, sort.style == .dim ? .dim : .strong),
        ]
      }
    }
  }

  private static let labelWidth = 9

  /// Words with dots between them, as many to a line as fit.
  private static func filled(_ words: [String], width: Int) -> [String] {
    var lines: [String] = []
    for word in words {
      if let last = lines.last, TextWidth.of(last) + 3 + TextWidth.of(word) <= width {
        lines[lines.count - 1] = last + " · " + word
      } else {
        lines.append(word)
      }
    }
    return lines
  }

  /// The counts by kind of row for programs.
  var kindsJSON: JSON {
    [
      "by_kind": kinds.map { kind -> JSON in
        [
          "kind": kind.table.noun, "certain_new": kind.tally.new,
          "certain_changed": kind.tally.changed, "gone": kind.tally.gone,
          "without_known_day": kind.tally.possible,
        ]
      }
    ]
  }

  /// The shape of `kindsJSON`.
  static let kindsShape: JSONShape = [
    "by_kind": .list([
      "kind": .word(TableName.allCases.map(\.noun)), "certain_new": .count,
      "certain_changed": .count, "gone": .count, "without_known_day": .count,
    ])
  ]
}
