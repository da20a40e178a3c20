/// The cells of a part of a canvas, to be laid on another canvas of the same extent.
///
/// The shapes of the first canvas are not kept: a picture that is written to a file is always drawn.
public struct CanvasPatch: Sendable {
  let area: Rect
  /// The cells of the area, row by row.
  let cells: [Cell]
  /// The texts of cells made of several scalars, as the first canvas numbers them.
  let clusters: [String]
}

extension Canvas {
  /// The cells of a rectangle.
  public func patch(_ rect: Rect) -> CanvasPatch {
    let area = rect.intersection(bounds)
    var cells: [Cell] = []
    cells.reserveCapacity(area.width * area.height)
    for y in area.minY..<area.maxY {
      cells += row(y)[(y * width + area.minX)..<(y * width + area.maxX)]
    }
    return CanvasPatch(area: area, cells: cells, clusters: clusters)
  }

  /// Lays cells where they were taken from, without regard to the clip.
  public mutating func lay(_ patch: CanvasPatch) {
    let area = patch.area
    guard bounds.intersection(area) == area else { return }
    let numbers = patch.clusters.map { intern($0) }
    replaceCells(of: area, with: patch.cells) { numbers[$0.clusterIndex] }
  }
}
