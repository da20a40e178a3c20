import Canvas

/// Dots of Braille patterns, two columns by four rows to a cell, the finest grid text has.
struct DotGrid {
  let area: Rect
  private var cells: [UInt8]

  init(area: Rect) {
    self.area = area
    cells = Array(repeating: 0, count: area.width * area.height)
  }

  var size: (width: Int, height: Int) { (area.width * 2, area.height * 4) }

  /// Sets a dot; a dot outside of the grid is dropped.
  mutating func set(_ x: Int, _ y: Int) {
    guard x >= 0, y >= 0, x < size.width, y < size.height else { return }
    let (column, row) = (x & 1, y & 3)
    let bit = row == 3 ? 6 + column : column * 3 + row
    cells[(y >> 2) * area.width + x >> 1] |= 1 << UInt8(bit)
  }

  /// Sets the dots of a straight line. (Bresenham, "Algorithm for computer control of a digital
  /// plotter", IBM Systems Journal 4(1), 1965.) It is clipped to the grid first, so that a far end
  /// costs nothing.
  mutating func line(from start: (x: Double, y: Double), to end: (x: Double, y: Double)) {
    guard let (a, b) = clipped(start, end) else { return }
    var (x, y) = (Int(a.x), Int(a.y))
    let (lastX, lastY) = (Int(b.x), Int(b.y))
    let (dx, dy) = (abs(lastX - x), -abs(lastY - y))
    let (stepX, stepY) = (x < lastX ? 1 : -1, y < lastY ? 1 : -1)
    var error = dx + dy
    while true {
      set(x, y)
      if x == lastX && y == lastY { return }
      let double = 2 * error
      if double >= dy {
        error += dy
        x += stepX
      }
      if double <= dx {
        error += dx
        y += stepY
      }
    }
  }

  /// Sets the dots of a disc, or of its rim only.
  mutating func disc(x: Int, y: Int, radius: Int, isHollow: Bool) {
    let (outer, inner) = (radius * radius + radius, radius * radius - radius)
    for dy in -radius...max(radius, -radius) {
      for dx in -radius...max(radius, -radius) {
        let distance = dx * dx + dy * dy
        if distance <= outer, !isHollow || distance >= inner { set(x + dx, y + dy) }
      }
    }
  }

  /// Draws every cell that has a dot.
  func draw(on canvas: inout Canvas, style: Style) {
    for y in 0..<area.height {
      for x in 0..<area.width {
        let dots = cells[y * area.width + x]
        if dots != 0 {
          canvas.set(Glyph.braille(dots), x: area.x + x, y: area.y + y, style: style)
        }
      }
    }
  }

  /// The part of a line within the grid; nil for none. (Liang and Barsky, "A new concept and method
  /// for line clipping", ACM TOG 3(1), 1984.)
  private func clipped(
    _ start: (x: Double, y: Double), _ end: (x: Double, y: Double)
  ) -> ((x: Double, y: Double), (x: Double, y: Double))? {
    let (dx, dy) = (end.x - start.x, end.y - start.y)
    let (maxX, maxY) = (Double(size.width) - 1e-6, Double(size.height) - 1e-6)
    guard maxX > 0, maxY > 0, dx.isFinite, dy.isFinite else { return nil }
    var (from, to) = (0.0, 1.0)
    for (slope, room) in [
      (-dx, start.x), (dx, maxX - start.x), (-dy, start.y), (dy, maxY - start.y),
    ] {
      if slope == 0 {
        if room < 0 { return nil }
      } else if slope < 0 {
        from = max(from, room / slope)
      } else {
        to = min(to, room / slope)
      }
    }
    guard from <= to else { return nil }
    func at(_ share: Double) -> (x: Double, y: Double) {
      (min(max(0, start.x + share * dx), maxX), min(max(0, start.y + share * dy), maxY))
    }
    return (at(from), at(to))
  }
}
