import Canvas

/// The line that says how much of a list is out of sight.
///
///     ↑ 12   ↓ 276 more
public enum MoreLine {
  /// The text for `above` and `below` rows that are not shown, in the longest form that fits into
  /// `width` cells. Empty where all rows are shown or nothing fits.
  public static func text(above: Int, below: Int, width: Int) -> String {
    let up = above > 0 ? "\(Glyph.arrowUp) " + NumberFormat.integer(above) : ""
    let down = below > 0 ? "\(Glyph.arrowDown) " + NumberFormat.integer(below) : ""
    guard above > 0 || below > 0 else { return "" }
    let both = [up, down].filter { !$0.isEmpty }
    let forms = [
      both.joined(separator: "   ") + " more", both.joined(separator: " "),
      both.joined(separator: " ").filter { $0 != " " }, "\(Glyph.ellipsis)",
    ]
    return forms.first { TextWidth.of($0) <= width } ?? ""
  }
}
