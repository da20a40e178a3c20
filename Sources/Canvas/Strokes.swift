/// The directions in which lines leave a cell.
public struct LineMask: OptionSet, Hashable, Sendable {
  public let rawValue: UInt8

  public init(rawValue: UInt8) {
    self.rawValue = rawValue
  }

  public static let up = LineMask(rawValue: 1)
  /// To the cell on the right.
  public static let right = LineMask(rawValue: 2)
  public static let down = LineMask(rawValue: 4)
  /// To the cell on the left.
  public static let left = LineMask(rawValue: 8)
  /// Through the cell from left to right.
  public static let horizontal: LineMask = [.left, .right]
  /// Through the cell from top to bottom.
  public static let vertical: LineMask = [.up, .down]
}

public enum LineWeight: UInt8, CaseIterable, Hashable, Sendable {
  case light = 1
  case heavy = 2
  case double = 3
  /// A thin line of dashes; where it bends or meets another it is light.
  case dashed = 4
}

/// The strokes in a cell: two bits each for up, right, down and left, from the lowest. 0 none, 1
/// light, 2 heavy, 3 double. With them joining lines is an OR, and the glyph comes last.
struct Strokes: Hashable {
  var rawValue: UInt8

  init(rawValue: UInt8) {
    self.rawValue = rawValue
  }

  init(_ mask: LineMask, _ weight: LineWeight) {
    let bits: UInt8 = weight == .dashed ? 1 : weight.rawValue
    var value: UInt8 = 0
    for direction in 0..<4 where mask.rawValue >> direction & 1 == 1 {
      value |= bits << (2 * direction)
    }
    rawValue = value
  }

  /// The strokes a box-drawing scalar shows; none for diagonals and other characters.
  init(of scalar: UInt32) {
    let isBox = scalar >= 0x2500 && scalar < 0x2580
    rawValue = isBox ? Strokes.ofBoxDrawing[Int(scalar - 0x2500)] : 0
  }

  /// The weight in a direction: 0 up, 1 right, 2 down, 3 left.
  subscript(direction: Int) -> UInt8 {
    get { rawValue >> (2 * direction) & 3 }
    set { rawValue = rawValue & ~(3 << (2 * direction)) | newValue << (2 * direction) }
  }

  /// Both together; in a direction that both have, the heavier holds, double above heavy.
  func joined(by other: Strokes) -> Strokes {
    var result = self
    for direction in 0..<4 { result[direction] = max(self[direction], other[direction]) }
    return result
  }

  /// The box-drawing character that shows the strokes, or the nearest there is; nil for none.
  ///
  /// Unicode has no half of a double line and no mixture of double with heavy: a half is drawn
  /// whole, then the heavier weight is taken along each axis, then double becomes heavy.
  var glyph: Unicode.Scalar? {
    if rawValue == 0 { return nil }
    if let exact = Strokes.glyphs[Int(rawValue)] { return exact }
    var level = self
    for direction in 0..<2 {
      let heaviest = max(self[direction], self[direction + 2])
      let isHalfDouble = heaviest == 3 && (self[1 - direction] | self[3 - direction]) == 0
      if isHalfDouble || self[direction] != 0 { level[direction] = heaviest }
      if isHalfDouble || self[direction + 2] != 0 { level[direction + 2] = heaviest }
    }
    if let glyph = Strokes.glyphs[Int(level.rawValue)] { return glyph }
    for direction in 0..<4 where level[direction] == 3 { level[direction] = 2 }
    return Strokes.glyphs[Int(level.rawValue)]
  }

  /// The inverse of ``ofBoxDrawing`` without dashes and arcs, by strokes.
  private static let glyphs: [Unicode.Scalar?] = {
    var table = [Unicode.Scalar?](repeating: nil, count: 256)
    for (offset, strokes) in ofBoxDrawing.enumerated().reversed() where strokes != 0 {
      // Taken from the end, so that the plain form, which comes first, is the form that stays.
      table[Int(strokes)] = Unicode.Scalar(UInt32(0x2500 + offset))
    }
    return table
  }()

  /// The strokes of U+2500...U+257F, read off the characters' names.
  private static let ofBoxDrawing: [UInt8] = [
    0x44, 0x88, 0x11, 0x22, 0x44, 0x88, 0x11, 0x22, 0x44, 0x88, 0x11, 0x22,
    0x14, 0x18, 0x24, 0x28, 0x50, 0x90, 0x60, 0xA0, 0x05, 0x09, 0x06, 0x0A,
    0x41, 0x81, 0x42, 0x82, 0x15, 0x19, 0x16, 0x25, 0x26, 0x1A, 0x29, 0x2A,
    0x51, 0x91, 0x52, 0x61, 0x62, 0x92, 0xA1, 0xA2, 0x54, 0x94, 0x58, 0x98,
    0x64, 0xA4, 0x68, 0xA8, 0x45, 0x85, 0x49, 0x89, 0x46, 0x86, 0x4A, 0x8A,
    0x55, 0x95, 0x59, 0x99, 0x56, 0x65, 0x66, 0x96, 0x5A, 0xA5, 0x69, 0x9A,
    0xA9, 0xA6, 0x6A, 0xAA, 0x44, 0x88, 0x11, 0x22, 0xCC, 0x33, 0x1C, 0x34,
    0x3C, 0xD0, 0x70, 0xF0, 0x0D, 0x07, 0x0F, 0xC1, 0x43, 0xC3, 0x1D, 0x37,
    0x3F, 0xD1, 0x73, 0xF3, 0xDC, 0x74, 0xFC, 0xCD, 0x47, 0xCF, 0xDD, 0x77,
    0xFF, 0x14, 0x50, 0x41, 0x05, 0x00, 0x00, 0x00, 0x40, 0x01, 0x04, 0x10,
    0x80, 0x02, 0x08, 0x20, 0x48, 0x21, 0x84, 0x12,
  ]
}
