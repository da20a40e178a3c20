/// Stand-ins for the Linux console, whose fonts have a few hundred glyphs. They have Latin letters
/// and the drawing characters of the IBM PC (code page 437). They have no eighths of a block, thick
/// lines or half circles.
///
/// Different characters of a picture stay different, as in ``ASCII``.
public enum Console {
  /// The scalar if the console can be trusted to have it, else what stands for it, one cell wide. A
  /// wide character needs two.
  public static func fallback(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    let value = scalar.value
    if value < 0x180 { return Visible.scalar(scalar) }
    if value >= 0x2500 && value < 0x2580 { return line(value) }
    if known.contains(scalar) { return scalar }
    switch scalar {
    case "▉", "▊", "▇", "▆", "▓": return "█"
    case "▋": return "▌"
    case "▅", "▃": return "▄"
    case "▁", "▂": return "_"
    case "▏", "▎", "▍": return "│"
    case "▸", "▶": return "►"
    case "◂", "◀": return "◄"
    case "▴": return "▲"
    case "▾": return "▼"
    case "◆": return "♦"
    case "○": return "o"
    case "◐": return "%"
    case "◔": return "+"
    case "●": return "@"
    default: return ASCII.fallback(scalar)
    }
  }

  private static let known = Set(
    "░▒█▄▌▐▀■♦•·–—‘’“”„…†‡‰€←↑→↓↔↕▲►▼◄√≈≤≥∞−ΓΘΣΦΩαδεπστφμ".unicodeScalars)

  /// Thin and double lines as they are, thick lines double, dashes thin.
  private static func line(_ value: UInt32) -> Unicode.Scalar {
    var strokes = Strokes(of: value)
    if [0x2504, 0x2508, 0x254C].contains(value) { return "-" }
    if [0x2506, 0x250A, 0x254E].contains(value) { return ":" }
    // Code page 437 has one weight along each axis.
    for axis in 0..<2 {
      let weight: UInt8 = max(strokes[axis], strokes[axis + 2]) > 1 ? 3 : 1
      for direction in [axis, axis + 2] where strokes[direction] > 0 {
        strokes[direction] = weight
      }
    }
    let isHalf = strokes.rawValue.nonzeroBitCount <= 2 && strokes.rawValue & 0x55 != 0
    guard let glyph = strokes.glyph else { return ASCII.fallback(Unicode.Scalar(value) ?? " ") }
    if !isHalf || glyph == "║" || glyph == "═" { return glyph }
    return strokes.rawValue & 0xCC != 0 ? "─" : "│"
  }
}
