import Canvas

/// Text as a clipboard may have it.
enum ClipboardText {
  /// The text with its lines and tabs. Signs stand for every other control character, because what is
  /// pasted into a shell must not steer it.
  static func of(_ text: String) -> String {
    text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }.map { line in
      line.split(separator: "\t", omittingEmptySubsequences: false)
        .map { Visible.text(String($0)) }.joined(separator: "\t")
    }.joined(separator: "\n")
  }
}
