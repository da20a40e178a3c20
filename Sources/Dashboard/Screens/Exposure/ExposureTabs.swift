import Canvas
import Charts

extension ExposureScreen {
  /// Draws the names of the views with their keys; each can be clicked.
  ///
  /// - Parameter other: the place for the legend where there is none next to the names.
  func drawTabs(in row: Rect, or other: Rect, of frame: inout Frame) {
    var x = row.x
    // Where the row is short the tabs stand closer, so that each is in sight.
    func taken(_ gap: Int) -> Int {
      ExposureView.allCases.reduce(-gap) { $0 + TextWidth.of($1.title) + 2 + gap }
    }
    let gap = taken(2) <= row.width ? 2 : 1
    let isShort = taken(gap) > row.width
    for view in ExposureView.allCases {
      let isHere = view == shown
      let title = isShort ? view.shortTitle : view.title
      let width = TextWidth.of(title) + 2
      guard x + width <= row.maxX else { return }
      frame.canvas.put(
        [
          Span(String(view.key), isHere ? Style(.accent, .bold) : .strong),
          Span(" " + title, isHere ? Style(.accent, .underline) : .dim),
        ], x: x, y: row.y, width: row.maxX - x)
      frame.region(
        Rect(x: x, y: row.y, width: width, height: 1),
        .command(.choose(.view, ExposureChoices.view.number(of: view))))
      x += width + gap
    }
    guard shown == .graph else { return }
    // Where the tabs leave no room it stands in the blank line under the picture.
    let isDrawn = drawLegend(in: row.inset(left: x - row.x), on: &frame.canvas)
    if !isDrawn { drawLegend(in: other, on: &frame.canvas) }
  }

  /// Draws the lines of the graph in words, where they fit; true if they do.
  @discardableResult
  private func drawLegend(in row: Rect, on canvas: inout Canvas) -> Bool {
    func sample(_ glyph: Unicode.Scalar) -> Span {
      Span("\(glyph) ", .plain)
    }
    let legend = [
      sample(Glyph.heavyHorizontal), Span("much  ", .dim), sample(Glyph.horizontal),
      Span("less  ", .dim), sample(Glyph.dashedHorizontal), Span("unknown", .dim),
    ]
    let width = legend.reduce(0) { $0 + TextWidth.of($1.text) }
    guard width <= row.width, row.height > 0 else { return false }
    canvas.put(legend, x: row.maxX - width, y: row.y)
    return true
  }
}
