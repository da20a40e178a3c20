/// A cell as a spreadsheet takes it for data.
///
/// A text that would run as a formula gets an apostrophe in front, as OWASP advises. A number stays
/// a number. Formulas begin with `=`, `+`, `-` or `@`, or with a tab or an end of line before them.
/// Full-width characters count too. The tables that `export` writes stay exact, so that they read
/// back as the same rows.
public func spreadsheetCell(_ text: String) -> String {
  guard let first = text.unicodeScalars.first else { return text }
  switch first {
  case "=", "@", "\t", "\r", "\n", "\u{FF1D}", "\u{FF0B}", "\u{FF0D}", "\u{FF20}":
    return "'" + text
  case "+", "-": return isPlainNumber(text) ? text : "'" + text
  default: return text
  }
}

/// True if a text is a sign and a decimal number, which no spreadsheet would run.
private func isPlainNumber(_ text: String) -> Bool {
  let digits = text.utf8.dropFirst()
  let isDecimal = digits.allSatisfy { (0x30...0x39).contains($0) || $0 == UInt8(ascii: ".") }
  return isDecimal && Double(text) != nil
}

/// A record of a table that people open in a spreadsheet: RFC 4180, no cell of which runs.
public func spreadsheetRecord(_ cells: [String]) -> String {
  csvRecord(cells.map(spreadsheetCell))
}
