/// One cell of a canvas in 8 bytes.
///
/// It holds a scalar, or the index of a cluster of several scalars that its canvas keeps. A wide
/// character takes two cells: the first has width 2, the second width 0 and no text of its own.
/// Equality means: the same picture, given the same canvas.
public struct Cell: Equatable, Sendable {
  /// A scalar, or `clusterBit` and an index into the canvas's clusters.
  let content: UInt32
  public internal(set) var style: Style
  /// 1, 2 for the left half of a wide character, 0 for its right half.
  let extent: UInt8
  /// The box-drawing strokes that met here, finer than the glyph can show; see ``Strokes``.
  let strokes: UInt8

  static let clusterBit: UInt32 = 0x8000_0000

  init(content: UInt32, style: Style, extent: UInt8, strokes: UInt8 = 0) {
    self.content = content
    self.style = style
    self.extent = extent
    self.strokes = strokes
  }

  init(_ scalar: Unicode.Scalar, _ style: Style) {
    self.init(content: scalar.value, style: style, extent: 1)
  }

  public static let blank = Cell(" ", .plain)

  /// The cells the character takes: 1, 2, or 0 for the right half of a wide character.
  public var width: Int { Int(extent) }

  /// The scalar, if it is single; nil for a cluster and for the right half of a wide character.
  public var scalar: Unicode.Scalar? {
    extent == 0 || isCluster ? nil : Unicode.Scalar(content)
  }

  /// True if the canvas keeps the text, because it is made of several scalars.
  public var isCluster: Bool { content & Cell.clusterBit != 0 }

  var clusterIndex: Int { Int(content & ~Cell.clusterBit) }

  public static func == (a: Cell, b: Cell) -> Bool {
    a.content == b.content && a.style == b.style && a.extent == b.extent
  }
}
