import Canvas

extension GraphChart {
  /// Draws the part of the picture that an area shows.
  ///
  /// - Parameters:
  ///   - canvas: Where to draw; the area is taken to be blank.
  ///   - area: The cells to use. Where the picture is larger, the last row counts what is not shown.
  ///   - origin: The cell of the picture in the upper left corner.
  ///   - selected: A box to mark.
  ///   - node: The style of a box, by its index in `layout.boxes`.
  ///   - edge: The look of an edge, by its index in `graph.edges`.
  public func draw(
    on canvas: inout Canvas, in area: Rect, scroll origin: Point = Point(x: 0, y: 0),
    selected: Int? = nil, node: (Int) -> Style = { _ in .plain },
    edge: (Int) -> EdgeLook = { _ in EdgeLook() }
  ) {
    let window = window(in: area)
    let view = Rect(x: origin.x, y: origin.y, width: window.width, height: window.height)
    canvas.withClip(window) { canvas in
      drawLines(on: &canvas, at: Point(x: window.x, y: window.y), view: view, edge)
      for i in layout.boxes.indices {
        drawBox(
          on: &canvas, i, window: window, origin: origin, isSelected: i == selected, node(i))
      }
      runOn(on: &canvas, window: window, origin: origin, selected: selected, node)
      drawLoops(on: &canvas, window: window, origin: origin, edge)
    }
    if window != area { drawOutside(on: &canvas, in: area.row(area.height - 1), view: view) }
  }

  private func drawLines(
    on canvas: inout Canvas, at corner: Point, view: Rect, _ edge: (Int) -> EdgeLook
  ) {
    var grid = LineGrid(view: view)
    let looks = layout.routes.map { (route: $0, look: edge($0.edge)) }
    let order = looks.indices.sorted {
      (looks[$0].look.prominence, $0) < (looks[$1].look.prominence, $1)
    }
    for i in order {
      let (route, look) = looks[i]
      grid.add(route.path, look: look)
      for (end, box) in [(route.path.first, route.from), (route.path.last, route.to)] {
        if let end { grid.addStroke(hook(from: end, into: layout.boxes[box]), look: look) }
      }
    }
    grid.draw(on: &canvas, at: corner)
  }

  /// The hook from the text of a box down to its last row, and along that to the line's end. It is
  /// empty where the line ends next to the text.
  private func hook(from end: Point, into box: LayeredLayout.Box) -> [Point] {
    guard end.y == box.hookRow else { return [] }
    let isRight = end.x >= box.frame.maxX
    let padding = box.width > 2 ? 1 : 0
    let x = isRight ? box.frame.maxX - 1 - padding : box.x + padding
    let corner = Point(x: x, y: end.y)
    return [Point(x: x, y: end.y - 1), corner, Point(x: end.x, y: end.y)]
  }

  private func drawBox(
    on canvas: inout Canvas, _ box: Int, window: Rect, origin: Point, isSelected: Bool,
    _ style: Style
  ) {
    let frame = layout.boxes[box].frame.offset(x: window.x - origin.x, y: window.y - origin.y)
    guard !frame.intersection(window).isEmpty else { return }
    let padding = frame.width > 2 ? 1 : 0
    let style = isSelected ? style.adding(.reverse) : style
    let rows = frame.height - (layout.boxes[box].hookRow == nil ? 0 : 1)
    for row in 0..<rows {
      let y = frame.y + row
      if isSelected, padding > 0 {
        canvas.set(Glyph.selected, x: frame.x, y: y, style: .accent)
        canvas.set(Glyph.selectedEnd, x: frame.maxX - 1, y: y, style: .accent)
      }
      guard row < lines[box].count else { continue }
      let x = frame.x + padding
      let room = min(frame.width - 2 * padding, window.maxX - x)
      guard room > 0 else { continue }
      canvas.put(TextWidth.clip(lines[box][row], to: room), x: x, y: y, style: style)
    }
  }

  /// Writes names on that are cut, over the blank cells at their right, where they then stand whole.
  private func runOn(
    on canvas: inout Canvas, window: Rect, origin: Point, selected: Int?, _ style: (Int) -> Style
  ) {
    for (index, box) in layout.boxes.enumerated() where index != selected && box.height == 1 {
      let frame = box.frame.offset(x: window.x - origin.x, y: window.y - origin.y)
      let padding = frame.width > 2 ? 1 : 0
      guard let text = lines[index].first, frame.y >= window.y, frame.y < window.maxY,
        frame.x >= window.x
      else { continue }
      let end = frame.x + padding + TextWidth.of(text)
      let cut = frame.maxX - padding
      // A blank cell parts it from what follows.
      guard end > cut, end < window.maxX,
        (cut...end).allSatisfy({ canvas.character($0, frame.y) == " " })
      else { continue }
      canvas.put(text, x: frame.x + padding, y: frame.y, style: style(index))
    }
  }

  /// A loop is a mark in the box's last cell.
  private func drawLoops(
    on canvas: inout Canvas, window: Rect, origin: Point, _ edge: (Int) -> EdgeLook
  ) {
    for route in layout.routes where route.path.isEmpty {
      let frame = layout.boxes[route.from].frame
      canvas.set(
        Glyph.loop, x: frame.maxX - 1 + window.x - origin.x, y: frame.y + window.y - origin.y,
        style: edge(route.edge).style)
    }
  }

  /// The number of boxes out of sight on each side.
  func outside(_ view: Rect) -> (left: Int, right: Int, above: Int, below: Int) {
    var counts = (left: 0, right: 0, above: 0, below: 0)
    for frame in layout.boxes.map(\.frame) {
      if frame.maxX <= view.minX {
        counts.left += 1
      } else if frame.minX >= view.maxX {
        counts.right += 1
      } else if frame.maxY <= view.minY {
        counts.above += 1
      } else if frame.minY >= view.maxY {
        counts.below += 1
      }
    }
    return counts
  }

  private func drawOutside(on canvas: inout Canvas, in row: Rect, view: Rect) {
    let counts = outside(view)
    func text(_ count: Int, _ glyph: Unicode.Scalar) -> String {
      count > 0 ? "\(glyph) \(count) more" : ""
    }
    let between = [text(counts.above, Glyph.moreUp), text(counts.below, Glyph.moreDown)]
      .filter { !$0.isEmpty }.joined(separator: "  ")
    let left = text(counts.left, Glyph.moreLeft)
    let right = counts.right > 0 ? "\(counts.right) more \(Glyph.moreRight)" : ""
    let needed = [left, between, right].filter { !$0.isEmpty }.map { TextWidth.of($0) + 2 }
    if needed.reduce(-2, +) <= row.width {
      canvas.put(left, in: row, align: .leading, style: .dim)
      canvas.put(between, in: row, align: .centre, style: .dim)
      canvas.put(right, in: row, align: .trailing, style: .dim)
    } else {
      let hidden = counts.left + counts.right + counts.above + counts.below
      canvas.put("\(hidden) more", in: row, style: .dim)
    }
  }
}
