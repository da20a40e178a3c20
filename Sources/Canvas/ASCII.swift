/// Stand-ins for terminals and pipes without UTF-8: one ASCII character a cell.
///
/// Signs that differ in a picture stay different: solid `#` and hollow `.`, full `@`, half `%`, some
/// `+` and none `o`. Latin letters lose their diacritics; what has no stand-in becomes `?`.
public enum ASCII {
  /// The stand-in of a scalar, one cell wide; a wide character needs two.
  public static func fallback(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    if scalar.isASCII { return Visible.scalar(scalar).isASCII ? scalar : "?" }
    let value = scalar.value
    switch value {
    case 0xC0..<0x180: return letter(latin, Int(value - 0xC0))
    case 0x1E00..<0x1F00: return letter(latinAdditional, Int(value - 0x1E00))
    case 0x2400..<0x2422: return "?"
    case 0x2500..<0x2580: return line(value)
    case 0x2800: return " "
    case 0x2801..<0x2900: return braille(UInt8(value - 0x2800))
    default: return Unicode.Scalar(picture(scalar))
    }
  }

  /// A text in ASCII that takes exactly as many cells.
  public static func text(_ text: String) -> String {
    text.withUTF8Bytes { bytes in
      var result = ""
      var pieces = TextPieces(bytes)
      while let piece = pieces.next() { append(piece.first, width: piece.width, to: &result) }
      return result
    }
  }

  /// A text of several lines in ASCII; its line feeds stay.
  public static func lines(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { ASCII.text(String($0)) }.joined(separator: "\n")
  }

  /// Appends the stand-in of a character of one or two cells.
  static func append(_ first: UInt32, width: Int, to result: inout String) {
    let scalar = Unicode.Scalar(first).map(fallback) ?? "?"
    result.unicodeScalars.append(scalar)
    if width == 2 { result.unicodeScalars.append(scalar) }
  }

  private static func letter(_ table: StaticString, _ offset: Int) -> Unicode.Scalar {
    table.withUTF8Buffer { offset < $0.count ? Unicode.Scalar($0[offset]) : "?" }
  }

  /// Base letters of U+00C0...U+017F (NFKD, and custom for those that do not decompose).
  private static let latin: StaticString = """
    AAAAAAACEEEEIIIIDNOOOOOxOUUUUYTsaaaaaaaceeeeiiiidnooooo/ouuuuyty\
    AaAaAaCcCcCcCcDdDdEeEeEeEeEeGgGgGgGgHhHhIiIiIiIiIiIiJjKkkLlLlLlL\
    lLlNnNnNnnNnOoOoOoOoRrRrRrSsSsSsSsTtTtTtUuUuUuUuUuUuWwYyYZzZzZzs
    """

  /// Base letters of U+1E00...U+1EFF.
  private static let latinAdditional: StaticString = """
    AaBbBbBbCcDdDdDdDdDdEeEeEeEeEeFfGgHhHhHhHhHhIiIiKkKkKkLlLlLlLlMm\
    MmMmNnNnNnNnOoOoOoOoPpPpRrRrRrRrSsSsSsSsSsTtTtTtTtUuUuUuUuUuVvVv\
    WwWwWwWwWwXxXxYyZzZzZzhtwyas??S?AaAaAaAaAaAaAaAaAaAaAaAaEeEeEeEe\
    EeEeEeEeIiIiOoOoOoOoOoOoOoOoOoOoOoOoUuUuUuUuUuUuUuYyYyYyYy??????
    """

  /// Lines: `-` and `|`, `=` for a thick or double line, `+` where lines meet.
  private static func line(_ value: UInt32) -> Unicode.Scalar {
    switch value {
    case 0x2504, 0x2508, 0x254C: return "."
    case 0x2506, 0x250A, 0x254E: return ":"
    case 0x2571: return "/"
    case 0x2572: return "\\"
    case 0x2573: return "X"
    default: break
    }
    let strokes = Strokes(of: value)
    let isHorizontal = strokes.rawValue & 0x33 == 0
    let isVertical = strokes.rawValue & 0xCC == 0
    if isHorizontal { return strokes[1] > 1 || strokes[3] > 1 ? "=" : "-" }
    return isVertical ? "|" : "+"
  }

  private static func braille(_ dots: UInt8) -> Unicode.Scalar {
    switch dots.nonzeroBitCount {
    case 1...2: "."
    case 3...5: "*"
    default: "#"
    }
  }

  private static func picture(_ scalar: Unicode.Scalar) -> UInt8 {
    let ascii: Unicode.Scalar =
      switch scalar {
      case "█", "▇", "▉", "▊", "▋", "▌", "▐", "▓": "#"
      case "░": "."
      case "▒": ":"
      case "▏", "▎", "▍", "▕": "|"
      case "▁", "▂": "_"
      case "▃", "▄": "="
      case "▅": "+"
      case "▆": "*"
      case "▀", "▔": "\""
      case "\u{2596}"..."\u{259F}": "#"
      case "●", "◉", "⬤": "@"
      case "◐", "◑", "◒", "◓": "%"
      case "◔", "◕": "+"
      case "○", "◌", "◦", "°", "º": "o"
      case "■", "▪", "◼": "#"
      case "□", "▫", "◻": "o"
      case "◆": "*"
      case "◇", "◊": "o"
      case "·", "–", "—", "−", "‐", "‑", "‒", "―": "-"
      case "…": "~"
      case "•", "∙", "★": "*"
      case "▸", "▶", "▷", "▹", "►", "→", "⇒", "›", "»": ">"
      case "◂", "◀", "◁", "◃", "◄", "←", "⇐", "‹", "«": "<"
      case "▴", "▲", "△", "▵", "↑", "⇑": "^"
      case "▾", "▼", "▽", "▿", "↓", "⇓": "v"
      case "↵", "⏎", "↩": "<"
      case "↔", "↕": "-"
      case "↺", "↻": "&"
      case "✓", "✔": "v"
      case "✗", "✘", "✕", "×": "x"
      case "÷", "∕", "⁄": "/"
      case "≈", "≃", "∼": "~"
      case "±", "⊕": "+"
      case "\u{A0}", "\u{2007}", "\u{2009}", "\u{202F}", "\u{2002}", "\u{2003}": " "
      case "‘", "’", "‚", "′": "'"
      case "“", "”", "„", "″": "\""
      case "€": "E"
      case "£": "L"
      case "¥": "Y"
      case "¹": "1"
      case "²": "2"
      case "³": "3"
      case "ª": "a"
      case "µ", "μ": "u"
      case "§": "S"
      case "©": "c"
      case "®": "r"
      case "¡": "!"
      case "¦": "|"
      case "Ș": "S"
      case "ș": "s"
      case "Ț": "T"
      case "ț": "t"
      default: "?"
      }
    return UInt8(truncatingIfNeeded: ascii.value)
  }
}
