import Canvas

/// The lines of a graph cell by cell: which directions leave each cell, how heavy, and whether lines
/// merely cross there or branch. The glyphs are chosen last.
struct LineGrid {
  private struct Cell {
    /// Weight bits for up, right, down and left, 0 for none.
    var up: UInt8 = 0
    var right: UInt8 = 0
    var down: UInt8 = 0
    var left: UInt8 = 0
    var horizontal: GraphChart.EdgeLook?
    var vertical: GraphChart.EdgeLook?
    /// True if a line turns here, so that meeting lines are joined.
    var isJoined = false
    var head: Unicode.Scalar?

    /// The heavier of two weights. Lines that run together are as heavy as the heaviest, whichever lies
    /// on top.
    static func heavier(_ old: UInt8, _ new: UInt8) -> UInt8 {
      func order(_ weight: UInt8) -> UInt8 {
        weight == LineWeight.dashed.rawValue ? 1 : weight == 0 ? 0 : weight + 1
      }
      return order(old) > order(new) ? old : new
    }

    /// The directions in which a line of a weight is seen to leave the cell.
    func mask(_ weight: LineWeight, isCutAcross: Bool, isCutDown: Bool) -> LineMask {
      var mask: LineMask = []
      if !isCutAcross && left == weight.rawValue { mask.insert(.left) }
      if !isCutAcross && right == weight.rawValue { mask.insert(.right) }
      if !isCutDown && up == weight.rawValue { mask.insert(.up) }
      if !isCutDown && down == weight.rawValue { mask.insert(.down) }
      return mask
    }
  }

  /// The part of the picture that is kept.
  private let view: Rect
  private var cells: [Cell]

  init(view: Rect) {
    self.view = view
    cells = [Cell](repeating: Cell(), count: view.width * view.height)
  }

  /// Adds a path from its first cell to the arrow head in its last. Lines added later lie on top.
  mutating func add(_ path: [Point], look: GraphChart.EdgeLook) {
    guard let first = path.first, let last = path.last, path.count > 1 else { return }
    addStroke(path, look: look)
    let pointsRight = path[path.count - 2].x < last.x
    if view.contains(first) { open(first, toRight: path[1].x < first.x, look) }
    if view.contains(last) {
      open(last, toRight: pointsRight, look)
      cells[index(last.x, last.y)].head = pointsRight ? Glyph.moreRight : Glyph.moreLeft
    }
  }

  /// Adds a line without a head.
  mutating func addStroke(_ path: [Point], look: GraphChart.EdgeLook) {
    for (a, b) in zip(path, path.dropFirst()) where a != b { addStraight(a, b, look) }
    for (a, (b, c)) in zip(path, zip(path.dropFirst(), path.dropFirst(2)))
    where (a.x == b.x) != (b.x == c.x) && view.contains(b) {
      cells[index(b.x, b.y)].isJoined = true
    }
  }

  /// Lets a line reach the edge of its cell next to the box.
  private mutating func open(_ point: Point, toRight: Bool, _ look: GraphChart.EdgeLook) {
    let i = index(point.x, point.y)
    if toRight {
      cells[i].right = Cell.heavier(cells[i].right, look.weight.rawValue)
    } else {
      cells[i].left = Cell.heavier(cells[i].left, look.weight.rawValue)
    }
  }

  private func index(_ x: Int, _ y: Int) -> Int { (y - view.y) * view.width + x - view.x }

  private mutating func addStraight(_ a: Point, _ b: Point, _ look: GraphChart.EdgeLook) {
    let weight = look.weight.rawValue
    if a.y == b.y {
      guard a.y >= view.minY, a.y < view.maxY else { return }
      let (low, high) = (min(a.x, b.x), max(a.x, b.x))
      for x in max(low, view.minX)..<max(max(low, view.minX), min(high + 1, view.maxX)) {
        let i = index(x, a.y)
        if x > low { cells[i].left = Cell.heavier(cells[i].left, weight) }
        if x < high { cells[i].right = Cell.heavier(cells[i].right, weight) }
        cells[i].horizontal = look
      }
    } else {
      guard a.x >= view.minX, a.x < view.maxX else { return }
      let (low, high) = (min(a.y, b.y), max(a.y, b.y))
      for y in max(low, view.minY)..<max(max(low, view.minY), min(high + 1, view.maxY)) {
        let i = index(a.x, y)
        if y > low { cells[i].up = Cell.heavier(cells[i].up, weight) }
        if y < high { cells[i].down = Cell.heavier(cells[i].down, weight) }
        cells[i].vertical = look
      }
    }
  }

  /// Draws the lines so that the corner of the view comes to lie on `origin`.
  ///
  /// Where two lines cross, the more prominent goes through and the other is interrupted; the
  /// horizontal line if they are alike. Tees and crosses are for lines that join.
  func draw(on canvas: inout Canvas, at origin: Point) {
    for y in 0..<view.height {
      for x in 0..<view.width {
        let cell = cells[y * view.width + x]
        guard let look = shown(cell) else { continue }
        let (column, row) = (origin.x + x, origin.y + y)
        if let head = cell.head {
          canvas.set(head, x: column, y: row, style: look.style)
          continue
        }
        let crosses = !cell.isJoined && cell.horizontal != nil && cell.vertical != nil
        let isCutDown = crosses && Self.isHorizontalOnTop(cell)
        let isCutAcross = crosses && !isCutDown
        for weight in LineWeight.allCases {
          let mask = cell.mask(weight, isCutAcross: isCutAcross, isCutDown: isCutDown)
          canvas.joinLine(x: column, y: row, mask: mask, weight: weight, style: look.style)
        }
      }
    }
  }

  /// The look that holds in a cell.
  private func shown(_ cell: Cell) -> GraphChart.EdgeLook? {
    Self.isHorizontalOnTop(cell) ? cell.horizontal : cell.vertical ?? cell.horizontal
  }

  private static func isHorizontalOnTop(_ cell: Cell) -> Bool {
    guard let horizontal = cell.horizontal, let vertical = cell.vertical else { return false }
    return horizontal.prominence > vertical.prominence
  }
}
