extension TextWidth {
  /// A text broken into lines that fit.
  ///
  /// Breaks at spaces, which the break swallows, and at line feeds. A word longer than a line is
  /// broken where the line ends. A text without words is one empty line.
  public static func wrap(_ text: String, width: Int) -> [String] {
    let width = max(1, width)
    var lines: [String] = []
    for paragraph in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
      let before = lines.count
      var line = ""
      var used = 0
      for word in paragraph.split(separator: " ") {
        var word = String(word)
        var needed = of(word)
        if used > 0 && used + 1 + needed <= width {
          line += " " + word
          used += 1 + needed
          continue
        }
        if used > 0 { lines.append(line) }
        while needed > width {
          var head = clip(word, to: width, ellipsis: false)
          // A wide character does not fit a line of one cell; it is taken all the same.
          if head.isEmpty { head = firstPiece(word) }
          lines.append(head)
          word = String(decoding: word.utf8.dropFirst(head.utf8.count), as: UTF8.self)
          needed = of(word)
        }
        line = word
        used = needed
      }
      if used > 0 || lines.count == before { lines.append(line) }
    }
    return lines
  }

  private static func firstPiece(_ text: String) -> String {
    text.withUTF8Bytes { bytes in
      var pieces = TextPieces(bytes)
      return String(decoding: bytes[..<(pieces.next()?.end ?? 0)], as: UTF8.self)
    }
  }
}
