import Canvas

extension Canvas {
  /// Draws a straight line between two cells, both included, and joins it with the lines it
  /// crosses.
  ///
  /// Its ends reach to the middle of their cells: a corner is two lines that end in a cell. A line
  /// of a single cell runs through it from left to right. Cells that share neither row nor column
  /// are joined by two lines: along the row of `start`, then along the column of `end`.
  mutating func line(
    from start: Point, to end: Point, weight: LineWeight = .light, style: Style = .rule
  ) {
    if start.x != end.x && start.y != end.y {
      let corner = Point(x: end.x, y: start.y)
      line(from: start, to: corner, weight: weight, style: style)
      line(from: corner, to: end, weight: weight, style: style)
    } else if start == end {
      joinLine(x: start.x, y: start.y, mask: .horizontal, weight: weight, style: style)
    } else if start.y == end.y {
      let (low, high) = (min(start.x, end.x), max(start.x, end.x))
      for x in max(low, clip.minX)..<max(max(low, clip.minX), min(high + 1, clip.maxX)) {
        let mask: LineMask = x == low ? .right : x == high ? .left : .horizontal
        joinLine(x: x, y: start.y, mask: mask, weight: weight, style: style)
      }
    } else {
      let (low, high) = (min(start.y, end.y), max(start.y, end.y))
      for y in max(low, clip.minY)..<max(max(low, clip.minY), min(high + 1, clip.maxY)) {
        let mask: LineMask = y == low ? .down : y == high ? .up : .vertical
        joinLine(x: start.x, y: y, mask: mask, weight: weight, style: style)
      }
    }
  }
}

extension Glyph {
  /// The picture characters of the views, each with a stand-in.
  static let all: [Unicode.Scalar] = {
    let marks = "░▒▀●◐◔○·—–…•▌▐▸▾◆◇⊕▲▼◂▴↺┃←↑→↓↵✓✗−×─│━┄┆"
    return eighths + columnEighths + marks.unicodeScalars
  }()
}
