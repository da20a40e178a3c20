extension Canvas {
  /// Draws line strokes in a cell and joins them with the line that is there: `│` and `─` make `┼`.
  ///
  /// In a direction that has a stroke already the heavier holds, so that the order of drawing does
  /// not matter. The style is the last stroke's. A text in the cell is replaced.
  public mutating func joinLine(
    x: Int, y: Int, mask: LineMask, weight: LineWeight = .light, style: Style = .rule
  ) {
    guard clip.contains(x, y), !mask.isEmpty else { return }
    let cell = self[x, y]
    let shown = cell.scalar?.value ?? 0
    let before =
      cell.strokes != 0 ? Strokes(rawValue: cell.strokes) : Strokes(of: shown)
    let after = before.joined(by: Strokes(mask, weight))
    guard var glyph = after.glyph else { return }
    if weight == .dashed {
      let wasHalf = before.rawValue & (before.rawValue &- 1) == 0
      if after.rawValue == 0x44 && (wasHalf || shown == Glyph.dashedHorizontal.value) {
        glyph = Glyph.dashedHorizontal
      } else if after.rawValue == 0x11 && (wasHalf || shown == Glyph.dashedVertical.value) {
        glyph = Glyph.dashedVertical
      }
    }
    placeLine(glyph, strokes: after, x: x, y: y, style: style)
  }
}
