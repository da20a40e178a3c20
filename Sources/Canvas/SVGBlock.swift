/// A part of a cell that is filled, in fractions of it from the top left corner.
struct SVGBlock {
  let left: Double
  let top: Double
  let right: Double
  let bottom: Double
  var opacity = 1.0

  /// True if both are equally high, low and solid, so that they can be parts of a bar.
  func isLevel(with other: SVGBlock) -> Bool {
    top == other.top && bottom == other.bottom && opacity == other.opacity
  }

  /// The parts of U+2580...U+259F.
  static func of(_ value: UInt32) -> [SVGBlock] {
    switch value {
    case 0x2580: [block(0, 0, 1, 0.5)]
    case 0x2581...0x2588: [block(0, 1 - Double(value - 0x2580) / 8, 1, 1)]
    case 0x2589...0x258F: [block(0, 0, Double(0x2590 - value) / 8, 1)]
    case 0x2590: [block(0.5, 0, 1, 1)]
    case 0x2591...0x2593:
      [SVGBlock(left: 0, top: 0, right: 1, bottom: 1, opacity: Double(value - 0x2590) / 4)]
    case 0x2594: [block(0, 0, 1, 0.125)]
    case 0x2595: [block(0.875, 0, 1, 1)]
    default: quadrants(of: value)
    }
  }

  /// U+2596...U+259F as quarters: bits for lower left, lower right, upper left, upper right.
  private static func quadrants(of value: UInt32) -> [SVGBlock] {
    let masks: [UInt8] = [1, 2, 4, 7, 6, 13, 14, 8, 9, 11]
    guard value >= 0x2596 && value <= 0x259F else { return [] }
    let mask = masks[Int(value - 0x2596)]
    let quarters = [
      block(0, 0.5, 0.5, 1), block(0.5, 0.5, 1, 1), block(0, 0, 0.5, 0.5), block(0.5, 0, 1, 0.5),
    ]
    return quarters.indices.filter { mask >> $0 & 1 == 1 }.map { quarters[$0] }
  }

  private static func block(_ left: Double, _ top: Double, _ right: Double, _ bottom: Double)
    -> SVGBlock
  {
    SVGBlock(left: left, top: top, right: right, bottom: bottom)
  }
}
