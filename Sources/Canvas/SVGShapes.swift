/// The shapes of one style: bars and blocks as rectangles, lines as paths, round marks as discs.
struct SVGShapes {
  private var finished = ""
  private var pending: (x: Double, y: Int, width: Double, block: SVGBlock)?
  private var lines = SVGLines()
  /// Lines at any place, as paths by their attributes.
  private var exactLines: [String: String] = [:]
  private var dots = ""
  private var rings = ""
  /// Discs and wedges, to be filled.
  private(set) var discs = ""

  /// Adds the shape of a character; false if it has none and must be written as text.
  mutating func add(_ scalar: Unicode.Scalar, x: Int, y: Int) -> Bool {
    let value = scalar.value
    guard value >= 0x2500 && value < 0x2900 else { return false }
    if value < 0x2580 {
      lines.add(value, x: x, y: y)
      return true
    }
    if value < 0x25A0 {
      for block in SVGBlock.of(value) { add(block, x: x, y: y) }
      return true
    }
    if value > 0x2800 {
      addBraille(UInt8(value - 0x2800), x: x, y: y)
      return true
    }
    return addMark(scalar, x: Double(x) + 0.5, y: Double(y) + 0.5)
  }

  /// Adds an upright or level line between two places, in fractions of a cell.
  mutating func addLine(from start: Shape.Place, to end: Shape.Place, weight: LineWeight) {
    addLine(from: start, to: end, attributes: weight.attributes)
  }

  /// Adds the thinnest line that is seen, to show where a bar of next to no length is.
  mutating func addHairline(from start: Shape.Place, to end: Shape.Place) {
    addLine(from: start, to: end, attributes: "stroke-width=\"0.5\" stroke-linecap=\"butt\"")
  }

  private mutating func addLine(
    from start: Shape.Place, to end: Shape.Place, attributes: String
  ) {
    exactLines[attributes, default: ""] +=
      "M\(SVGCell.point(start))"
      + (start.y == end.y
        ? "H\(SVGCell.text(end.x * Double(SVGCell.width)))"
        : "V\(SVGCell.text(end.y * Double(SVGCell.height)))")
  }

  var rects: String { finished + (pending.map(SVGShapes.element) ?? "") }

  /// The elements to stroke: lines, Braille dots, rings.
  var stroked: String {
    var text = lines.elements
    for (attributes, path) in exactLines.sorted(by: { $0.key < $1.key }) {
      text += "<path \(attributes) d=\"\(path)\"/>\n"
    }
    if !dots.isEmpty {
      text += "<path stroke-width=\"2.2\" stroke-linecap=\"round\" d=\"\(dots)\"/>\n"
    }
    if !rings.isEmpty { text += "<path stroke-width=\"1.2\" d=\"\(rings)\"/>\n" }
    return text
  }

  static func rect(x: Double, y: Double, width: Double, height: Double, opacity: String = "")
    -> String
  {
    """
    <rect x="\(SVGCell.text(x))" y="\(SVGCell.text(y))" width="\(SVGCell.text(width))" \
    height="\(SVGCell.text(height))"\(opacity)/>

    """
  }

  /// Adds a block; a block that begins where the last ends makes that longer.
  private mutating func add(_ block: SVGBlock, x: Int, y: Int) {
    let start = Double(x) + block.left
    let width = block.right - block.left
    if let last = pending, last.y == y, last.x + last.width == start,
      last.block.isLevel(with: block)
    {
      pending = (last.x, y, last.width + width, block)
    } else {
      finished = rects
      pending = (start, y, width, block)
    }
  }

  private static func element(_ item: (x: Double, y: Int, width: Double, block: SVGBlock)) -> String
  {
    let opacity = item.block.opacity
    return rect(
      x: item.x * Double(SVGCell.width),
      y: (Double(item.y) + item.block.top) * Double(SVGCell.height),
      width: item.width * Double(SVGCell.width),
      height: (item.block.bottom - item.block.top) * Double(SVGCell.height),
      opacity: opacity < 1 ? " fill-opacity=\"\(SVGCell.text(opacity))\"" : "")
  }

  /// Adds a thin line below the text of some cells.
  mutating func addUnderline(x: Int, y: Int, width: Int) {
    finished += SVGShapes.rect(
      x: Double(x * SVGCell.width), y: Double(y * SVGCell.height + SVGCell.baseline + 2),
      width: Double(width * SVGCell.width), height: 1)
  }

  /// Adds the dots of a Braille pattern, as strokes of no length with round ends.
  private mutating func addBraille(_ pattern: UInt8, x: Int, y: Int) {
    for bit in 0..<8 where pattern >> bit & 1 == 1 {
      let (column, row) = bit < 6 ? (bit / 3, bit % 3) : (bit - 6, 3)
      let dotX = (Double(x) + 0.25 + 0.5 * Double(column)) * Double(SVGCell.width)
      let dotY = (Double(y) + 0.125 + 0.25 * Double(row)) * Double(SVGCell.height)
      dots += "M\(SVGCell.text(dotX)) \(SVGCell.text(dotY))h0"
    }
  }

  /// Adds a round mark: a circle, filled by none, a quarter, a half, three quarters or all.
  ///
  /// - Parameters:
  ///   - x: The column of its centre, in fractions of a cell.
  ///   - y: The row of its centre.
  mutating func addMark(_ scalar: Unicode.Scalar, x: Double, y: Double) -> Bool {
    // Where the filled part begins and ends, clockwise, in quarters of a turn from the top.
    let wedge: (from: Int, to: Int)
    switch scalar {
    case "○", "●": wedge = (0, 0)
    case "◐": wedge = (2, 4)
    case "◑": wedge = (0, 2)
    case "◒": wedge = (1, 3)
    case "◓": wedge = (3, 5)
    case "◔": wedge = (0, 1)
    case "◕": wedge = (0, 3)
    default: return false
    }
    let centreX = x * Double(SVGCell.width)
    let centreY = y * Double(SVGCell.height)
    let centre = (x: SVGCell.text(centreX), y: SVGCell.text(centreY))
    if scalar == "●" {
      discs += "<circle cx=\"\(centre.x)\" cy=\"\(centre.y)\" r=\"4.35\"/>\n"
      return true
    }
    rings += circle(centreX, centreY, radius: 3.75)
    if wedge.to > wedge.from {
      let points = [wedge.from, wedge.to].map { quarter in
        let (dx, dy) = [(0.0, -1.0), (1.0, 0.0), (0.0, 1.0), (-1.0, 0.0)][quarter % 4]
        return "\(SVGCell.text(centreX + 3.75 * dx)) \(SVGCell.text(centreY + 3.75 * dy))"
      }
      discs += """
        <path d="M\(centre.x) \(centre.y)L\(points[0])A3.75 3.75 0 \
        \(wedge.to - wedge.from > 2 ? 1 : 0) 1 \(points[1])Z"/>

        """
    }
    return true
  }

  private func circle(_ x: Double, _ y: Double, radius: Double) -> String {
    let diameter = SVGCell.text(2 * radius)
    return """
      M\(SVGCell.text(x - radius)) \(SVGCell.text(y))\
      a\(radius) \(radius) 0 1 1 \(diameter) 0a\(radius) \(radius) 0 1 1 -\(diameter) 0
      """
  }
}
