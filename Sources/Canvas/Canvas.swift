/// A grid of cells that views draw on and writers turn into a screen, text, ANSI or SVG.
///
/// Whatever is drawn, a canvas holds nothing that could steer a terminal: controls are replaced by
/// their stand-ins (``Visible``) on the way in. Drawing outside of the clip is dropped, never an
/// error. Both halves of a wide character are always there or none is.
public struct Canvas: Sendable {
  public let width: Int
  public private(set) var height: Int
  /// Drawing outside of this is dropped; always within the bounds.
  public var clip: Rect {
    didSet { clip = clip.intersection(bounds) }
  }

  /// The cells beyond their room that texts and lists would have needed to be shown whole.
  ///
  /// A picture that is printed grows until there is none.
  public private(set) var lack = Size(width: 0, height: 0)

  private var cells: [Cell]
  /// The texts of cells made of several scalars, each once.
  private(set) var clusters: [String] = []
  private var clusterIndices: [String: UInt32] = [:]
  /// The shapes, in the order in which they were drawn.
  private(set) var placedShapes: [PlacedShape] = []
  /// For each cell the shape it stands for, from 1; 0 for none. Empty as long as there are none.
  private var owners: [UInt16] = []
  /// The shape that is being drawn; 0 for none.
  private var currentOwner: UInt16 = 0

  /// A canvas of blank cells; a negative extent counts as zero.
  public init(width: Int, height: Int) {
    self.width = max(0, width)
    self.height = max(0, height)
    clip = Rect(x: 0, y: 0, width: self.width, height: self.height)
    cells = Array(repeating: .blank, count: self.width * self.height)
  }

  public init(size: Size) {
    self.init(width: size.width, height: size.height)
  }

  public var bounds: Rect { Rect(x: 0, y: 0, width: width, height: height) }

  public var size: Size { Size(width: width, height: height) }

  /// Draws with the clip narrowed to a rectangle, and then as before.
  public mutating func withClip<Failure>(
    _ rect: Rect, _ body: (inout Canvas) throws(Failure) -> Void
  ) throws(Failure) {
    let outer = clip
    clip = outer.intersection(rect)
    defer { clip = outer }
    try body(&self)
  }

  /// Notes that something was cut which more columns or rows would show.
  public mutating func noteLack(columns: Int = 0, rows: Int = 0) {
    lack = Size(width: max(lack.width, columns), height: max(lack.height, rows))
  }

  /// The same without the blank rows at its end.
  public var withoutBlankTail: Canvas {
    let last = (0..<height).last { row($0).contains { !$0.isBlank } }
    var canvas = self
    canvas.height = last.map { $0 + 1 } ?? 0
    canvas.cells.removeLast((height - canvas.height) * width)
    if !owners.isEmpty { canvas.owners.removeLast((height - canvas.height) * width) }
    canvas.clip = clip.intersection(canvas.bounds)
    return canvas
  }

  /// The cell in column `x` and row `y`; blank outside of the canvas.
  public subscript(x: Int, y: Int) -> Cell {
    x >= 0 && x < width && y >= 0 && y < height ? cells[y * width + x] : .blank
  }

  /// The text of a cell: empty for the right half of a wide character.
  public func character(_ x: Int, _ y: Int) -> String {
    text(of: self[x, y])
  }

  /// The text of one of this canvas's cells.
  func text(of cell: Cell) -> String {
    if cell.isCluster { return clusters[cell.clusterIndex] }
    return cell.scalar.map { String(Character($0)) } ?? ""
  }

  func row(_ y: Int) -> ArraySlice<Cell> {
    cells[y * width..<(y + 1) * width]
  }
}

// Everything that changes cells, so that the invariants have one home.
extension Canvas {
  /// Puts a character of one or two cells. The half of a wide character that the clip cuts off
  /// leaves a blank in the other.
  @inline(__always)
  mutating func place(_ content: UInt32, width extent: Int, x: Int, y: Int, style: Style) {
    if extent == 1 {
      guard clip.contains(x, y) else { return }
      let index = y * width + x
      if cells[index].extent != 1 { freeNeighbours(x, y) }
      cells[index] = Cell(content: content, style: style, extent: 1)
      if !owners.isEmpty { owners[index] = currentOwner }
    } else {
      placeWide(content, x: x, y: y, style: style)
    }
  }

  private mutating func placeWide(_ content: UInt32, x: Int, y: Int, style: Style) {
    let left = clip.contains(x, y)
    let right = clip.contains(x + 1, y)
    if left { freeNeighbours(x, y) }
    if right { freeNeighbours(x + 1, y) }
    let index = y * width + x
    if !owners.isEmpty {
      if left { owners[index] = currentOwner }
      if right { owners[index + 1] = currentOwner }
    }
    switch (left, right) {
    case (true, true):
      cells[index] = Cell(content: content, style: style, extent: 2)
      cells[index + 1] = Cell(content: 0, style: style, extent: 0)
    case (true, false): cells[index] = Cell(" ", style)
    case (false, true): cells[index + 1] = Cell(" ", style)
    case (false, false): break
    }
  }

  /// Blanks the other half of a wide character that is about to lose a half.
  private mutating func freeNeighbours(_ x: Int, _ y: Int) {
    let index = y * width + x
    switch cells[index].extent {
    case 0 where x > 0: cells[index - 1] = Cell(" ", cells[index - 1].style)
    case 2 where x + 1 < width: cells[index + 1] = Cell(" ", cells[index + 1].style)
    default: break
    }
  }

  /// Replaces the cells of an area within the canvas; clusters get the number that this canvas gives them.
  mutating func replaceCells(
    of area: Rect, with new: [Cell], number: (Cell) -> UInt32
  ) {
    var from = 0
    for y in area.minY..<area.maxY {
      for index in y * width + area.minX..<y * width + area.maxX {
        let cell = new[from]
        cells[index] =
          cell.isCluster
          ? Cell(content: number(cell), style: cell.style, extent: cell.extent) : cell
        from += 1
      }
    }
  }

  /// The shape that a cell stands for, from 1; 0 for none.
  func owner(_ x: Int, _ y: Int) -> UInt16 {
    owners.isEmpty || x < 0 || x >= width || y < 0 || y >= height ? 0 : owners[y * width + x]
  }

  /// Begins a shape, whose number the cells drawn from here on get. Nil within another shape and
  /// where there are too many.
  mutating func startShape() -> UInt16? {
    guard currentOwner == 0, let next = UInt16(exactly: placedShapes.count + 1) else { return nil }
    if owners.isEmpty { owners = Array(repeating: 0, count: cells.count) }
    currentOwner = next
    return next
  }

  mutating func finishShape(_ shape: PlacedShape) {
    placedShapes.append(shape)
    currentOwner = 0
  }

  /// The content value for a text of several scalars.
  mutating func intern(_ text: String) -> UInt32 {
    if let known = clusterIndices[text] { return known | Cell.clusterBit }
    let index = UInt32(clusters.count)
    clusters.append(text)
    clusterIndices[text] = index
    return index | Cell.clusterBit
  }

  /// Puts a box-drawing glyph that remembers the strokes it stands for.
  mutating func placeLine(_ scalar: Unicode.Scalar, strokes: Strokes, x: Int, y: Int, style: Style)
  {
    place(scalar.value, width: 1, x: x, y: y, style: style)
    guard clip.contains(x, y) else { return }
    cells[y * width + x] = Cell(
      content: scalar.value, style: style, extent: 1, strokes: strokes.rawValue)
  }

  /// Changes the style of every cell in a rectangle and keeps the text.
  ///
  /// A wide character is restyled as a whole if any half of it is inside.
  public mutating func restyle(_ rect: Rect, _ change: (Style) -> Style) {
    let area = rect.intersection(clip)
    guard !area.isEmpty else { return }
    for y in area.minY..<area.maxY {
      for x in area.minX..<area.maxX {
        let index = y * width + x
        let style = change(cells[index].style)
        // Reversed cells are for the eye on the screen; what they stand for has its own colours.
        if !owners.isEmpty, style.attributes.contains(.reverse) { owners[index] = 0 }
        cells[index].style = style
        if x == area.minX && cells[index].extent == 0 { cells[index - 1].style = style }
        if x == area.maxX - 1 && cells[index].extent == 2 { cells[index + 1].style = style }
      }
    }
  }
}

extension Canvas {
  /// Puts another scalar of one cell in the place of each such scalar in a rectangle, and keeps the styles.
  public mutating func replace(
    _ scalar: Unicode.Scalar, with other: Unicode.Scalar, in rect: Rect
  ) {
    let area = rect.intersection(clip)
    guard !area.isEmpty else { return }
    for y in area.minY..<area.maxY {
      for x in area.minX..<area.maxX where self[x, y].scalar == scalar {
        set(other, x: x, y: y, style: self[x, y].style)
      }
    }
  }
}

extension Canvas: Equatable {
  /// True if both show the same picture; the clip does not matter.
  public static func == (a: Canvas, b: Canvas) -> Bool {
    guard a.width == b.width && a.height == b.height else { return false }
    return (0..<a.height).allSatisfy { a.changedColumns(since: b, row: $0) == nil }
  }

  /// The columns of a row that differ from another canvas of the same extent, from the first to the
  /// last. Nil if the row shows the same. Wide characters are taken whole.
  public func changedColumns(since old: Canvas, row y: Int) -> Range<Int>? {
    guard old.width == width && y < height && y < old.height && y >= 0 else {
      return y >= 0 && y < height && width > 0 ? 0..<width : nil
    }
    if isIdentical(to: old, row: y) { return nil }
    let start = y * width
    var first = 0
    while first < width && shows(cells[start + first], as: old.cells[start + first], in: old) {
      first += 1
    }
    guard first < width else { return nil }
    var last = width - 1
    while shows(cells[start + last], as: old.cells[start + last], in: old) { last -= 1 }
    // Two wide characters of one style have the same right half.
    if cells[start + last].extent == 2 { last += 1 }
    return first..<last + 1
  }

  /// True if a row has the same bits, the quick way to see that nothing changed. Not known, and so
  /// false, where cells refer to clusters, which each canvas numbers as it meets them.
  private func isIdentical(to old: Canvas, row y: Int) -> Bool {
    guard clusters.isEmpty && old.clusters.isEmpty else { return false }
    return cells.withUnsafeBytes { mine in
      old.cells.withUnsafeBytes { theirs in
        let mine = mine.bindMemory(to: UInt64.self)
        let theirs = theirs.bindMemory(to: UInt64.self)
        var difference: UInt64 = 0
        for index in y * width..<(y + 1) * width { difference |= mine[index] ^ theirs[index] }
        return difference == 0
      }
    }
  }

  private func shows(_ a: Cell, as b: Cell, in old: Canvas) -> Bool {
    if !a.isCluster && !b.isCluster { return a == b }
    return a.style == b.style && a.extent == b.extent && text(of: a) == old.text(of: b)
  }
}
