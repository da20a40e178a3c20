/// Lines of the files that a user and several dashboards write.
///
/// A file reads the same with line ends of other systems and with a byte order mark in front. Written
/// files keep the lines that mean nothing here, comments among them, as they are.
enum TextLines {
  /// The lines without a byte order mark and without an empty line behind the last line end.
  static func of(_ text: String) -> [String] {
    var lines = unmarked(text)
      .split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" || $0 == "\r" }
      .map(String.init)
    if lines.last == "" { lines.removeLast() }
    return lines
  }

  static func text(_ lines: [String]) -> String { lines.map { $0 + "\n" }.joined() }

  /// A text without the byte order mark in front.
  private static func unmarked(_ text: String) -> String {
    guard text.unicodeScalars.first == "\u{FEFF}" else { return text }
    return String(text.unicodeScalars.dropFirst())
  }
}
