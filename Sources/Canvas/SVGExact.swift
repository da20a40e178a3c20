/// Writes shapes as they are, whatever cells stand for them.
///
/// Where something was drawn over some cells of a shape, the rest of it is cut along the cells.
enum SVGExact {
  /// The elements of all shapes of a canvas, by style.
  static func contents(of canvas: Canvas) -> [Style: SVGContent] {
    var contents: [Style: SVGContent] = [:]
    guard !canvas.placedShapes.isEmpty else { return contents }
    for (index, placed) in canvas.placedShapes.enumerated() {
      let visible = cells(of: placed, number: index + 1, on: canvas)
      let isWhole = visible.count == placed.cells && !placed.isClipped
      for piece in placed.shape.pieces {
        for part in isWhole ? [piece] : visible.compactMap(piece.cut) {
          add(part, drop: placed.shape.drop, to: &contents)
        }
      }
    }
    return contents
  }

  /// The cells that still stand for a shape.
  private static func cells(of placed: PlacedShape, number: Int, on canvas: Canvas) -> [Point] {
    placed.frame.rowRange.flatMap { y in
      placed.frame.columnRange.filter { Int(canvas.owner($0, y)) == number }
        .map { Point(x: $0, y: y) }
    }
  }

  private static func add(
    _ piece: Shape.Piece, drop: Double, to contents: inout [Style: SVGContent]
  ) {
    func dropped(_ place: Shape.Place) -> Shape.Place {
      Shape.Place(x: place.x, y: place.y + drop)
    }
    switch piece {
    case .block(let frame, let isHollow, let style):
      contents[style, default: SVGContent()].add(frame, drop: drop, isHollow: isHollow)
    case .line(let start, let end, let weight, let style):
      contents[style, default: SVGContent()].shapes
        .addLine(from: dropped(start), to: dropped(end), weight: weight)
    case .mark(let scalar, let place, let style):
      // Text on a bar has the colour of the paper already; it needs no ground of its own.
      contents[style, default: SVGContent()].add(scalar, at: dropped(place))
    }
  }
}

extension SVGContent {
  /// A bar thinner than this, in pixels, would not be seen.
  private static let hairline = 0.5

  fileprivate mutating func add(_ frame: Shape.Frame, drop: Double, isHollow: Bool) {
    let (cellWidth, cellHeight) = (Double(SVGCell.width), Double(SVGCell.height))
    let width = (frame.maxX - frame.minX) * cellWidth
    let height = (frame.maxY - frame.minY) * cellHeight
    bars += SVGShapes.rect(
      x: frame.minX * cellWidth, y: (frame.minY + drop) * cellHeight, width: width,
      height: height, opacity: isHollow ? " fill-opacity=\"0.25\"" : "")
    guard min(width, height) < SVGContent.hairline, min(width, height) > 0 else { return }
    // The length stays what it is; a line of no width of its own shows where it is.
    let isUpright = width < height
    shapes.addHairline(
      from: Shape.Place(x: frame.minX, y: frame.maxY + drop),
      to: isUpright
        ? Shape.Place(x: frame.minX, y: frame.minY + drop)
        : Shape.Place(x: frame.maxX, y: frame.maxY + drop))
  }

  fileprivate mutating func add(_ scalar: Unicode.Scalar, at place: Shape.Place) {
    guard !shapes.addMark(scalar, x: place.x, y: place.y) else { return }
    let x = SVGCell.text((place.x - 0.5) * Double(SVGCell.width))
    let y = SVGCell.text((place.y - 0.5) * Double(SVGCell.height) + Double(SVGCell.baseline))
    texts += "<text x=\"\(x)\" y=\"\(y)\">\(SVG.escaped(String(Character(scalar))))</text>\n"
  }
}

extension Shape.Piece {
  /// The part of it in a cell; nil for nothing.
  fileprivate func cut(by cell: Point) -> Shape.Piece? {
    let x = Double(cell.x)...Double(cell.x + 1)
    let y = Double(cell.y)...Double(cell.y + 1)
    switch self {
    case .block(let frame, let isHollow, let style):
      let minX = max(frame.minX, x.lowerBound)
      let maxX = min(frame.maxX, x.upperBound)
      let minY = max(frame.minY, y.lowerBound)
      let maxY = min(frame.maxY, y.upperBound)
      guard minX < maxX, minY < maxY else { return nil }
      return .block(
        Shape.Frame(x: minX...maxX, y: minY...maxY), isHollow: isHollow, style: style)
    case .line(let start, let end, let weight, let style):
      func within(_ place: Shape.Place) -> Shape.Place {
        Shape.Place(
          x: min(max(place.x, x.lowerBound), x.upperBound),
          y: min(max(place.y, y.lowerBound), y.upperBound))
      }
      let (first, last) = (within(start), within(end))
      let isKept = start.y == end.y ? first.y == start.y : first.x == start.x
      guard isKept, first != last else { return nil }
      return .line(from: first, to: last, weight: weight, style: style)
    case .mark(_, let place, _):
      return x.contains(place.x) && y.contains(place.y) ? self : nil
    }
  }
}
