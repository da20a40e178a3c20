import Canvas
import Charts

extension Canvas {
  /// Writes a line of clauses above a page's lists. A clause that does not fit is left out. A
  /// printed page is made as wide as the line asks for.
  mutating func put(summary line: [Span], in row: Rect) {
    noteLack(columns: line.reduce(0) { $0 + TextWidth.of($1.text) } - row.width)
    put(line.clauses(within: row.width), x: row.x, y: row.y)
  }
}
