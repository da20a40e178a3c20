import Canvas

extension Canvas {
  /// Joins a tick with a level axis at the day it stands for.
  mutating func drawTick(under axis: Rect, at scale: TimeScale, day: Int) {
    let cell = Point(x: axis.minX + scale.x(of: day), y: axis.y)
    let middle = Double(axis.y) + 0.5
    let x = Double(axis.minX) + scale.position(of: day)
    let shape = Shape([
      .line(
        from: Shape.Place(x: Double(cell.x), y: middle),
        to: Shape.Place(x: Double(cell.x + 1), y: middle), weight: .light, style: .rule),
      .line(
        from: Shape.Place(x: x, y: middle), to: Shape.Place(x: x, y: middle + 0.5),
        weight: .light, style: .rule),
    ])
    draw(shape, in: Rect(x: cell.x, y: cell.y, width: 1, height: 1)) { canvas in
      canvas.joinLine(x: cell.x, y: cell.y, mask: .down)
    }
  }

  /// Draws an upright line over an area at a day.
  mutating func drawUpright(
    _ glyph: Unicode.Scalar, in area: Rect, at scale: TimeScale, day: Int, style: Style
  ) {
    let column = area.column(scale.x(of: day))
    let x = Double(area.minX) + scale.position(of: day)
    let shape = Shape([
      .line(
        from: Shape.Place(x: x, y: Double(area.minY)), to: Shape.Place(x: x, y: Double(area.maxY)),
        weight: glyph == Glyph.dashedVertical ? .dashed : .light, style: style)
    ])
    draw(shape, in: column) { $0.fill(column, with: glyph, style: style) }
  }
}
