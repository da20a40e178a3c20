import Canvas

/// The room of a chart, from which rows at its top and its bottom are taken one at a time.
struct ChartRoom {
  /// The area that is left.
  private(set) var rest: Rect

  init(_ area: Rect) { rest = area }

  /// Takes the top row, where it is wanted and more than some rows are left; else a place of no height.
  mutating func top(_ isWanted: Bool = true, leaving rows: Int) -> Rect {
    let count = isWanted && rest.height > rows ? 1 : 0
    let part = Rect(x: rest.x, y: rest.minY, width: rest.width, height: count)
    rest = rest.inset(top: count)
    return part
  }

  /// Takes the bottom row likewise.
  mutating func bottom(_ isWanted: Bool = true, leaving rows: Int) -> Rect {
    let count = isWanted && rest.height > rows ? 1 : 0
    let part = Rect(x: rest.x, y: rest.maxY - count, width: rest.width, height: count)
    rest = rest.inset(bottom: count)
    return part
  }
}
