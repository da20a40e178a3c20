import Charts

/// A list of a screen in a report: the cells that the screen shows, and the pages that each row rests on.
struct ReportTable: Sendable {
  struct Row: Sendable {
    let cells: [String]
    /// The numbers of its sources, from 1.
    let sources: [Int]
  }

  let title: String
  let columns: [String]
  let isNumeric: [Bool]
  let rows: [Row]
  /// The number of rows that are left out.
  let left: Int
  /// True if columns are left out that a page has no room for.
  let isCut: Bool
  /// The command that shows all of it.
  let command: String

  /// The rows of a pane.
  ///
  /// - Parameters:
  ///   - places: The rows wanted; all unless given.
  ///   - most: As many of them as a reader will read.
  ///   - beyond: The columns for which a page has no room.
  init(
    _ pane: Pane, places: [Int]? = nil, most: Int, without beyond: Set<String> = [],
    command: String, _ notes: inout ReportNotes
  ) {
    let wanted = places ?? Array(0..<pane.count)
    let shown = wanted.prefix(most)
    // A bar of characters says in a row what its figure says, and a path is for a wider window.
    let said: Set<String> = ["bar", "slip_bar", "largest_path", "path", "reach"]
    let dropped = said.union(beyond)
    let kept = pane.columns.indices.filter { !dropped.contains(pane.ids[$0]) }
    var rows: [Row] = []
    for place in shown {
      let cells = pane.cells(place)
      rows.append(
        Row(
          cells: kept.map { cells.indices.contains($0) ? cells[$0] : "" },
          sources: notes.numbers(of: pane.fact(place))))
    }
    title = pane.title
    columns = kept.map { pane.columns[$0] }
    isNumeric = kept.indices.map { column in
      let texts = rows.map { $0.cells[column] }.filter { !$0.isEmpty && $0 != NumberFormat.unknown }
      return !texts.isEmpty && texts.allSatisfy(ReportTable.isFigure)
    }
    self.rows = rows
    left = wanted.count - shown.count
    isCut = pane.ids.contains { beyond.contains($0) }
    self.command = command
  }

  /// The rows and columns that are left out, in words; `nil` where all are there.
  var more: String? {
    let rows = left > 0 ? "\(left) more" : nil
    let columns = isCut ? "more columns" : nil
    let words = [rows, columns].compactMap(\.self).joined(separator: ", and ")
    return words.isEmpty ? nil : words.prefix(1).uppercased() + words.dropFirst()
  }

  /// True if no cell of a column needs a second line.
  func isShort(_ column: Int) -> Bool {
    rows.allSatisfy { $0.cells[column].count <= 14 }
  }

  /// True for a number with its sign, unit or bounds; a date is none.
  private static func isFigure(_ text: String) -> Bool {
    let digits = text.drop { "~+-–−<$€".contains($0) }
    guard let first = digits.first, first.isNumber else { return false }
    let isDate = text.count > 4 && text.dropFirst(4).first == "-"
    return !isDate && text.count < 20
  }
}
