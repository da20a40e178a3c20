import Canvas
import Dataset

/// Writes a table as CSV (RFC 4180) or as JSON, piece by piece, so that a long table is never whole
/// in memory. Both hold the same: the keys of a JSON row are the headers of CSV.
public struct DataWriter: Sendable {
  private let table: DataTable
  /// The bytes that are handed on at once.
  private static let piece = 1 << 16

  public init(_ table: DataTable) { self.table = table }

  /// Writes the headers and the rows, `nil` for all of them.
  public func csv(rows: [Int]? = nil, to sink: (String) throws -> Void) rethrows {
    var text = spreadsheetRecord(table.headers) + "\n"
    for row in rows ?? Array(0..<table.count) {
      text += DataWriter.record(table.row(row)) + "\n"
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

  /// A record of CSV; a text that begins like a formula does not run, and a number stays one.
  private static func record(_ cells: [DataValue]) -> String {
    csvRecord(
      cells.map { cell in
        switch cell {
        case .text, .list: spreadsheetCell(cell.csv)
        case .null, .integer, .number, .flag: cell.csv
        }
      })
  }

  /// The rows as one text of CSV, `nil` for all of them.
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

/// A text as a string of JSON, with its quotes. What draws nothing or steers what draws it is escaped, in
/// ASCII every other character too.
func jsonString(_ text: String, ascii: Bool = false) -> String {
  var result = "\""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "\"": result += "\\\""
    case "\\": result += "\\\\"
    case "\n": result += "\\n"
    case "\r": result += "\\r"
    case "\t": result += "\\t"
    case _ where scalar.value < 0x20 || (ascii && scalar.value > 0x7E) || Visible.isHidden(scalar):
      for unit in String(scalar).utf16 {
        let digits = String(unit, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      }
    default: result.unicodeScalars.append(scalar)
    }
  }
  return result + "\""
}
