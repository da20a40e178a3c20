import Canvas

/// The line that says how much of a list is out of sight.
///
///     ↑ 12   ↓ 276 more
enum MoreLine {
  /// The text for `above` and `below` rows that are not shown; empty where all are.
  static func text(above: Int, below: Int) -> String {
    var parts: [String] = []
    if above > 0 { parts.append("\(Glyph.arrowUp) " + NumberFormat.integer(above)) }
    if below > 0 { parts.append("\(Glyph.arrowDown) " + NumberFormat.integer(below)) }
    return parts.isEmpty ? "" : parts.joined(separator: "   ") + " more"
  }
}
