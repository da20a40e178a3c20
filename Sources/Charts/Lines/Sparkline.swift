import Canvas

/// A row of small columns, a cell each: a shape next to a figure.
///
///     ▁▁▃▁▅ ·▇▄
///
/// Where there are more values than cells the last values are drawn, for they are the latest. Zero
/// is blank, unknown is `·`.
public struct Sparkline: Hashable, Sendable {
  public var values: [Double?]
  /// The value of a full column, to share a scale; nil for the largest.
  public var maximum: Double?
  public var style: Style

  public init(_ values: [Double?], maximum: Double? = nil, style: Style = .plain) {
    self.values = values
    self.maximum = maximum
    self.style = style
  }

  /// Draws the columns over the whole height of the area, from its left edge.
  public func draw(on canvas: inout Canvas, in area: Rect) {
    guard !area.isEmpty else { return }
    let shown = values.suffix(area.width)
    let largest = maximum ?? shown.reduce(0) { max($0, BarValue.extent($1 ?? 0)) }
    canvas.withClip(area) { canvas in
      for (offset, value) in shown.enumerated() {
        let x = area.x + offset
        guard let value, value.isFinite else {
          canvas.set(Glyph.unknown, x: x, y: area.maxY - 1, style: .dim)
          continue
        }
        Bar(BarValue(value, style: style), maximum: largest)
          .drawUpright(on: &canvas, in: area.column(offset))
      }
    }
  }
}
