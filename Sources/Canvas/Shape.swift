/// A drawing with meaningful lengths: a bar, a column, a line at a height, a mark on a day.
///
/// The rule of lengths, for everything drawn to a scale: a picture shows every length exactly. A
/// terminal shows it to an eighth of a cell where a character ends in eighths, else to the nearest
/// cell. That holds for each part of a stacked bar. Anything above zero is never drawn longer for
/// being small: a hairline is enough.
///
/// A chart works out its lengths once, in fractions of a cell. ``Canvas/draw(_:in:cells:)`` takes
/// them together with the cells that stand for them. Writers of text and the terminal show the
/// cells, the SVG writer the shape.
public struct Shape: Hashable, Sendable {
  /// A place in fractions of a cell, from the top left corner of the canvas.
  public struct Place: Hashable, Sendable {
    public var x: Double
    public var y: Double

    /// A place in fractions of a cell.
    public init(x: Double, y: Double) {
      self.x = x
      self.y = y
    }
  }

  /// A rectangle in fractions of a cell.
  public struct Frame: Hashable, Sendable {
    public var minX: Double
    public var minY: Double
    public var maxX: Double
    public var maxY: Double

    public init(x: ClosedRange<Double>, y: ClosedRange<Double>) {
      minX = x.lowerBound
      maxX = x.upperBound
      minY = y.lowerBound
      maxY = y.upperBound
    }
  }

  public enum Piece: Hashable, Sendable {
    /// A filled rectangle; a hollow rectangle lets the paper through.
    case block(Frame, isHollow: Bool, style: Style)
    /// A straight line, upright or level.
    case line(from: Place, to: Place, weight: LineWeight, style: Style)
    /// A character whose cell has its centre there.
    case mark(Unicode.Scalar, at: Place, style: Style)
  }

  public var pieces: [Piece]
  /// The rows by which a picture draws it lower than its cells: columns stand in the cells above an
  /// axis, which runs through the middle of its own.
  public var drop: Double

  /// A shape of parts, from the bottom to the top.
  public init(_ pieces: [Piece], drop: Double = 0) {
    self.pieces = pieces
    self.drop = drop
  }
}

/// A shape on a canvas, with what says how much of it is in sight.
struct PlacedShape: Sendable {
  let shape: Shape
  /// The cells among which all of its own are.
  let frame: Rect
  /// The number of cells that stood for it when it was drawn.
  let cells: Int
  /// True if the clip kept some of it out of sight.
  let isClipped: Bool
}

extension Canvas {
  /// Draws a shape: `cells` draws the characters that stand for it, all of them within `frame`.
  ///
  /// Whatever is drawn over one of these cells later takes that part of the shape away.
  public mutating func draw(
    _ shape: Shape, in frame: Rect, cells: (inout Canvas) -> Void
  ) {
    guard !frame.intersection(clip).isEmpty, let owner = startShape() else {
      cells(&self)
      return
    }
    cells(&self)
    let shown = frame.intersection(clip)
    let count = shown.rowRange.reduce(0) { sum, y in
      sum + shown.columnRange.count { self.owner($0, y) == owner }
    }
    finishShape(
      PlacedShape(shape: shape, frame: shown, cells: count, isClipped: shown != frame))
  }
}

extension Rect {
  var columnRange: Range<Int> { minX..<maxX }
  var rowRange: Range<Int> { minY..<maxY }
}
