import Canvas
import Dataset

/// Writes a table as CSV (RFC 4180) or as JSON, piece by piece. So a long table is never whole in
/// memory. Both hold the same: the keys of a JSON row are the headers of CSV.
public struct DataWriter: Sendable {
  let table: DataTable
  /// The bytes that are handed on at once.
  private static let piece = 1 << 16

  public init(_ table: DataTable) { self.table = table }

  /// Writes the headers and the rows, `nil` for all of them.
  public func csv(
    rows: [Int]? = nil, hasHeaders: Bool = true, to sink: (String) throws -> Void
  ) rethrows {
    let head = hasHeaders ? spreadsheetRecord(table.headers) + "\n" : ""
    try write(rows ?? Array(0..<table.count), after: head, to: sink) {
      DataWriter.record($0) + "\n"
    }
  }

  /// Writes values with tabs between; a tab or the end of a line within a value becomes a blank.
  public func tsv(hasHeaders: Bool = true, to sink: (String) throws -> Void) rethrows {
    let head = hasHeaders ? DataWriter.fields(table.headers) : ""
    try write(Array(0..<table.count), after: head, to: sink) { cells in
      DataWriter.fields(cells.map(DataWriter.spreadsheetText))
    }
  }

  /// Writes a table of Markdown, figures at the right.
  public func markdown(ascii: Bool = false, to sink: (String) throws -> Void) rethrows {
    let isNumeric = table.numericColumns
    let head =
      DataWriter.markdownRow(table.headers)
      + DataWriter.markdownRow(isNumeric.map { $0 ? "---:" : "---" })
    try write(Array(0..<table.count), after: head, to: sink) { cells in
      let row = DataWriter.markdownRow(cells.map { DataWriter.markdownText($0.read) })
      return ascii ? ASCII.lines(row) : row
    }
  }

  /// Writes the rows as an array of objects whose keys are the headers, one row a line.
  public func jsonRows(ascii: Bool = false, to sink: (String) throws -> Void) rethrows {
    let keys = table.headers.map { jsonString($0) + ": " }
    var isFirst = true
    try write(Array(0..<table.count), after: "[", to: sink) { cells in
      defer { isFirst = false }
      let cells = zip(keys, cells).map { $0 + $1.json(ascii: ascii) }
      return (isFirst ? "\n" : ",\n") + "  {" + cells.joined(separator: ", ") + "}"
    }
    try sink(table.count == 0 ? "]\n" : "\n]\n")
  }

  private func write(
    _ rows: [Int], after head: String, to sink: (String) throws -> Void,
    _ line: ([DataValue]) -> String
  ) rethrows {
    var text = head
    for row in rows {
      text += line(table.row(row))
      if text.utf8.count > DataWriter.piece {
        try sink(text)
        text = ""
      }
    }
    try sink(text)
  }

  /// Writes `{"meta": {...}, NAME: [...]}`, one row a line.
  public func json(
    _ meta: DataMeta, ascii: Bool = false, to sink: (String) throws -> Void
  ) rethrows {
    let entries = meta.entries.map { "\(jsonString($0.name)): \($0.value.json(ascii: ascii))" }
    let keys = table.headers.map { jsonString($0) + ": " }
    var text = "{\n  \"meta\": {\(entries.joined(separator: ", "))},\n  "
    text += "\(jsonString(table.name)): ["
    for row in 0..<table.count {
      let cells = zip(keys, table.row(row)).map { $0 + $1.json(ascii: ascii) }
      text += (row == 0 ? "\n" : ",\n") + "    {" + cells.joined(separator: ", ") + "}"
      if text.utf8.count > DataWriter.piece {
        try sink(text)
        text = ""
      }
    }
    try sink(text + (table.count == 0 ? "]\n}\n" : "\n  ]\n}\n"))
  }

  /// A record of CSV.
  private static func record(_ cells: [DataValue]) -> String {
    csvRecord(cells.map(spreadsheetText))
  }

  /// A cell of a file for spreadsheets: a text that begins like a formula does not run, and a number stays a
  /// number.
  private static func spreadsheetText(_ cell: DataValue) -> String {
    switch cell {
    case .text, .list: spreadsheetCell(cell.csv)
    case .null, .integer, .number, .flag: cell.csv
    }
  }

  private static func fields(_ cells: [String]) -> String {
    cells.map { String($0.map { $0.isNewline || $0 == "\t" ? " " : $0 }) }
      .joined(separator: "\t") + "\n"
  }

  private static func markdownRow(_ cells: [String]) -> String {
    "| " + cells.joined(separator: " | ") + " |\n"
  }

  /// A text that is a text in Markdown: no mark-up, link or tag of the data's own.
  static func markdownText(_ text: String) -> String {
    var result = ""
    let scalars = Array(Visible.text(text).unicodeScalars)
    func isOfWord(_ index: Int) -> Bool {
      guard scalars.indices.contains(index) else { return false }
      let properties = scalars[index].properties
      return properties.isAlphabetic || properties.numericType != nil
    }
    for (index, scalar) in scalars.enumerated() {
      switch scalar {
      // Within a word it is no mark-up: key_name.
      case "_" where !isOfWord(index - 1) || !isOfWord(index + 1): result += "\\_"
      case "\\", "|", "`", "*", "[", "]", "~": result += "\\\(scalar)"
      case "<": result += "&lt;"
      // Before a blank or at the end it begins no entity.
      case "&" where isOfWord(index + 1) || scalars[(index + 1)...].first == "#": result += "&amp;"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// The rows as a text of CSV, `nil` for all of them.
  public func csv(rows: [Int]? = nil) -> String {
    var text = ""
    csv(rows: rows) { text += $0 }
    return text
  }
}

extension DataValue {
  /// The cell in CSV, without quotes; a list is joined with `;`.
  var csv: String {
    switch self {
    case .null: ""
    case .text(let text): text
    case .integer(let number): String(number)
    case .number(let number): Precision.share.text(number)
    case .flag(let flag): flag ? "true" : "false"
    case .list(let words): words.joined(separator: ";")
    }
  }

  func json(ascii: Bool) -> String {
    switch self {
    case .null: "null"
    case .text(let text): jsonString(text, ascii: ascii)
    case .integer, .number, .flag: csv
    case .list(let words):
      "[" + words.map { jsonString($0, ascii: ascii) }.joined(separator: ", ") + "]"
    }
  }
}
