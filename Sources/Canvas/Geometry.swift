/// A cell's place: columns from the left, rows from the top, both from zero.
public struct Point: Hashable, Sendable {
  public var x: Int
  public var y: Int

  public init(x: Int, y: Int) {
    self.x = x
    self.y = y
  }
}

/// An extent in cells; never negative.
public struct Size: Hashable, Sendable {
  public var width: Int
  public var height: Int

  /// An extent in cells; what is negative counts as zero.
  public init(width: Int, height: Int) {
    self.width = max(0, width)
    self.height = max(0, height)
  }
}

public enum Alignment: Hashable, Sendable, CaseIterable {
  /// At the left; numbers excepted, the usual.
  case leading
  /// In the middle; an odd cell goes to the right.
  case centre
  /// At the right, as numbers want it.
  case trailing
}

/// A rectangle of cells; its size is never negative.
public struct Rect: Hashable, Sendable {
  public let x: Int
  public let y: Int
  /// The number of columns, at least zero.
  public let width: Int
  /// The number of rows, at least zero.
  public let height: Int

  /// A rectangle of cells; a negative size counts as zero.
  public init(x: Int, y: Int, width: Int, height: Int) {
    self.x = x
    self.y = y
    self.width = max(0, width)
    self.height = max(0, height)
  }

  public var minX: Int { x }
  public var maxX: Int { x + width }
  public var minY: Int { y }
  public var maxY: Int { y + height }
  public var isEmpty: Bool { width == 0 || height == 0 }
  public var size: Size { Size(width: width, height: height) }

  public func contains(_ x: Int, _ y: Int) -> Bool {
    x >= minX && x < maxX && y >= minY && y < maxY
  }

  public func contains(_ point: Point) -> Bool {
    contains(point.x, point.y)
  }

  /// The rectangle without a margin on each side; empty, and still inside, when the margins meet.
  public func inset(left: Int = 0, top: Int = 0, right: Int = 0, bottom: Int = 0) -> Rect {
    let minX = min(self.minX + left, maxX)
    let minY = min(self.minY + top, maxY)
    return Rect(x: minX, y: minY, width: maxX - right - minX, height: maxY - bottom - minY)
  }

  public func intersection(_ other: Rect) -> Rect {
    let minX = max(self.minX, other.minX)
    let minY = max(self.minY, other.minY)
    return Rect(
      x: minX, y: minY, width: min(maxX, other.maxX) - minX, height: min(maxY, other.maxY) - minY)
  }

  public func offset(x dx: Int = 0, y dy: Int = 0) -> Rect {
    Rect(x: x + dx, y: y + dy, width: width, height: height)
  }

  /// One line of it, counted from its top; empty where there is no such line.
  public func row(_ index: Int) -> Rect {
    Rect(x: x, y: y + index, width: width, height: index >= 0 && index < height ? 1 : 0)
  }

  /// One column of it, counted from its left; empty where there is no such column.
  public func column(_ index: Int) -> Rect {
    Rect(x: x + index, y: y, width: index >= 0 && index < width ? 1 : 0, height: height)
  }

  /// Split from top to bottom, a rectangle for each length, `gap` rows between them.
  ///
  /// See ``Length`` for who yields when there is too little room.
  public func rows(_ heights: [Length], gap: Int = 0) -> [Rect] {
    Length.split(height, heights, gap: gap).map {
      Rect(x: x, y: y + $0.start, width: width, height: $0.length)
    }
  }

  /// Split from left to right, a rectangle for each length, `gap` columns between them.
  ///
  /// See ``Length`` for who yields when there is too little room.
  public func columns(_ widths: [Length], gap: Int = 0) -> [Rect] {
    Length.split(width, widths, gap: gap).map {
      Rect(x: x + $0.start, y: y, width: $0.length, height: height)
    }
  }
}
