/// The box-drawing lines of one style, cut into straight pieces and joined again across cells.
struct SVGLines {
  private enum Kind: Int, CaseIterable {
    case light, heavy, dashed

    var attributes: String {
      switch self {
      case .light: LineWeight.light.attributes
      case .heavy: LineWeight.heavy.attributes
      case .dashed: LineWeight.dashed.attributes
      }
    }
  }

  private struct Piece {
    let kind: Kind
    let isVertical: Bool
    let lane: Double
    let start: Double
    var end: Double

    var order: (Int, Int, Double, Double) { (kind.rawValue, isVertical ? 1 : 0, lane, start) }
  }

  private var pieces: [Piece] = []
  private var curves = ""

  private static let gap = 2.0
  private static let dashes: Set<UInt32> = [
    0x2504, 0x2506, 0x2508, 0x250A, 0x254C, 0x254E, 0x2505, 0x2507, 0x2509, 0x250B, 0x254D, 0x254F,
  ]

  mutating func add(_ value: UInt32, x: Int, y: Int) {
    let left = Double(x * SVGCell.width)
    let top = Double(y * SVGCell.height)
    if value >= 0x256D && value <= 0x2573 {
      addCurve(value, left: left, top: top)
      return
    }
    let strokes = Strokes(of: value)
    for direction in 0..<4 where strokes[direction] > 0 {
      let isDashed = SVGLines.dashes.contains(value)
      add(direction, of: strokes, isDashed: isDashed, left: left, top: top)
    }
  }

  /// Adds the half line in a direction (0 up, 1 right, 2 down, 3 left).
  ///
  /// Where a double line meets others across, each of its two lines ends at the line it meets: at
  /// the near line on its own side, else at the far line if only the other side has a line.
  private mutating func add(
    _ direction: Int, of strokes: Strokes, isDashed: Bool, left: Double, top: Double
  ) {
    let isVertical = direction % 2 == 0
    let towardsEnd = direction == 1 || direction == 2
    let cell = Double(isVertical ? SVGCell.height : SVGCell.width)
    let across = Double(isVertical ? SVGCell.width : SVGCell.height)
    let (edge, origin) = isVertical ? (top, left) : (left, top)
    let centre = edge + cell / 2
    let middle = origin + across / 2
    let outward = towardsEnd ? 1.0 : -1.0
    // The directions on the low and on the high side of this line.
    let (low, high) = isVertical ? (3, 1) : (0, 2)

    func add(lane: Double, inner: Double) {
      let outer = towardsEnd ? edge + cell : edge
      let kind: Kind = isDashed ? .dashed : strokes[direction] == 2 ? .heavy : .light
      pieces.append(
        Piece(
          kind: kind, isVertical: isVertical, lane: lane, start: min(inner, outer),
          end: max(inner, outer)))
    }
    guard strokes[direction] == 3 else {
      let stops = strokes[low] == 3 && strokes[high] == 3 && strokes[(direction + 2) % 4] == 0
      add(lane: middle, inner: stops ? centre + outward * SVGLines.gap : centre)
      return
    }
    for (side, own, other) in [(-1.0, low, high), (1.0, high, low)] {
      let shift = strokes[own] == 3 ? 1.0 : strokes[other] == 3 ? -1.0 : 0
      add(lane: middle + side * SVGLines.gap, inner: centre + outward * shift * SVGLines.gap)
    }
  }

  private mutating func addCurve(_ value: UInt32, left: Double, top: Double) {
    let right = SVGCell.text(left + Double(SVGCell.width))
    let bottom = SVGCell.text(top + Double(SVGCell.height))
    let middleX = SVGCell.text(left + Double(SVGCell.width) / 2)
    let middleY = SVGCell.text(top + Double(SVGCell.height) / 2)
    let (left, top) = (SVGCell.text(left), SVGCell.text(top))
    func corner(_ vertical: String, _ horizontal: String) -> String {
      "M\(middleX) \(vertical)Q\(middleX) \(middleY) \(horizontal) \(middleY)"
    }
    switch value {
    case 0x256D: curves += corner(bottom, right)
    case 0x256E: curves += corner(bottom, left)
    case 0x256F: curves += corner(top, left)
    case 0x2570: curves += corner(top, right)
    default:
      if value != 0x2572 { curves += "M\(left) \(bottom)L\(right) \(top)" }
      if value != 0x2571 { curves += "M\(left) \(top)L\(right) \(bottom)" }
    }
  }

  var elements: String {
    var text = ""
    for kind in Kind.allCases {
      var path = joined.filter { $0.kind == kind }.reduce("") { path, piece in
        let (lane, start) = (SVGCell.text(piece.lane), SVGCell.text(piece.start))
        let end = SVGCell.text(piece.end)
        return path + (piece.isVertical ? "M\(lane) \(start)V\(end)" : "M\(start) \(lane)H\(end)")
      }
      if kind == .light { path += curves }
      if !path.isEmpty { text += "<path \(kind.attributes) d=\"\(path)\"/>\n" }
    }
    return text
  }

  /// The pieces in a fixed order, those that touch joined.
  private var joined: [Piece] {
    var result: [Piece] = []
    for piece in pieces.sorted(by: { $0.order < $1.order }) {
      if let last = result.last, last.kind == piece.kind, last.isVertical == piece.isVertical,
        last.lane == piece.lane, last.end >= piece.start
      {
        result[result.count - 1].end = max(last.end, piece.end)
      } else {
        result.append(piece)
      }
    }
    return result
  }
}

extension LineWeight {
  var attributes: String {
    switch self {
    case .light, .double: "stroke-width=\"1\""
    case .heavy: "stroke-width=\"3\""
    case .dashed: "stroke-width=\"1\" stroke-dasharray=\"4 3\" stroke-linecap=\"butt\""
    }
  }
}
