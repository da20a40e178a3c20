import Canvas

/// Shapes made of lines, to draw with in tests.
extension Canvas {
  /// Draws a rule of whole strokes over a row of cells, to the very edge of the first and the last.
  mutating func rule(
    x: Int, y: Int, width: Int, weight: LineWeight = .light, style: Style = .rule
  ) {
    let low = max(x, clip.minX)
    for column in low..<max(low, min(x + width, clip.maxX)) {
      joinLine(x: column, y: y, mask: .horizontal, weight: weight, style: style)
    }
  }

  /// Draws a box along the edge of a rectangle and joins it with the lines it crosses.
  ///
  /// A rectangle of one row or one column becomes a line; what is inside is left alone.
  mutating func box(_ rect: Rect, weight: LineWeight = .light, style: Style = .rule) {
    guard !rect.isEmpty else { return }
    let first = Point(x: rect.minX, y: rect.minY)
    let last = Point(x: rect.maxX - 1, y: rect.maxY - 1)
    let topRight = Point(x: last.x, y: first.y)
    let bottomLeft = Point(x: first.x, y: last.y)
    if rect.width > 1 || rect.height == 1 {
      line(from: first, to: topRight, weight: weight, style: style)
    }
    guard rect.height > 1 else { return }
    line(from: first, to: bottomLeft, weight: weight, style: style)
    guard rect.width > 1 else { return }
    line(from: bottomLeft, to: last, weight: weight, style: style)
    line(from: topRight, to: last, weight: weight, style: style)
  }
}
