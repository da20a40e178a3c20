import Canvas
import Charts
import Dataset

extension State {
  /// Draws what lies over the screen: sources, the palette, the keys.
  func drawOverlay(on frame: inout Frame, in bounds: Rect) {
    switch mode {
    case .browse, .day, .since, .name, .choice: break
    case .filter(let line): draw(line, on: &frame, in: bounds)
    case .sources(let sheet): draw(sheet, on: &frame, in: bounds)
    case .palette(let palette): draw(palette, on: &frame, in: bounds)
    case .help(let top): drawHelp(from: top, on: &frame, in: bounds)
    }
  }

  /// A panel over the lower part of the body: cleared, with a title on its upper edge.
  func panel(
    _ title: String, rows: Int, on frame: inout Frame, in bounds: Rect
  ) -> Rect {
    let height = min(rows + 2, bounds.height - 4)
    let area = Rect(
      x: bounds.x, y: bounds.maxY - 2 - height, width: bounds.width, height: height)
    frame.canvas.fill(area, style: .plain)
    frame.canvas.fill(area.row(0), with: Glyph.heavyHorizontal, style: .accent)
    frame.canvas.put(
      " \(title) ", x: area.x + 2, y: area.y, style: Style(.strong, .bold), width: area.width - 4)
    return area.inset(left: 2, top: 1, right: 2)
  }

  // MARK: Sources

  private func draw(_ sheet: SourceSheet, on frame: inout Frame, in bounds: Rect) {
    let rows = sheet.lines.count * 2
    let count = sheet.lines.count
    let overlay = world.overlay(of: sheet.fact).map { " · from \($0.title), laid over" } ?? ""
    let title = "Sources of \(world.title(of: sheet.fact))\(overlay)"
    let area = panel(title, rows: min(rows, bounds.height / 2), on: &frame, in: bounds)
    let visible = max(1, area.height / 2)
    let position = sheet.position.settled(count: count, visible: visible)
    for slot in 0..<visible where position.offset + slot < count {
      let index = position.offset + slot
      let lines = Rect(x: area.x, y: area.y + slot * 2, width: area.width, height: 2)
        .intersection(area)
      draw(sheet.lines[index], isSelected: index == position.cursor, on: &frame, in: lines)
      frame.region(lines, .line(index))
    }
    frame.settle(-1, position, visible: visible)
  }

  private func draw(
    _ line: SourceSheet.Line, isSelected: Bool, on frame: inout Frame, in area: Rect
  ) {
    let mark = isSelected ? String(Glyph.selected) : " "
    frame.canvas.put(mark, x: area.x - 1, y: area.y, style: .accent)
    let emphasis: Attributes = isSelected ? [.bold, .reverse] : []
    switch line {
    case .source(let id), .stated(let id):
      let source = world.dataset[id]
      let role = if case .stated = line { "stated in " } else { "" }
      let date = source.published.map { readable($0) } ?? "undated"
      frame.canvas.put(
        [
          Span(role, .dim),
          Span(world.dataset.string(source.title), Style(.strong, emphasis)),
          Span("  \(world.dataset.string(source.publisher)), \(date), \(source.kind.word)", .dim),
        ], x: area.x, y: area.y, width: area.width)
      guard area.height > 1 else { return }
      if source.isRetrieved {
        frame.canvas.put(
          world.dataset.string(source.url), x: area.x + 2, y: area.y + 1, width: area.width - 2)
      } else {
        frame.canvas.put(
          "page not retrieved: a lead to be confirmed", x: area.x + 2, y: area.y + 1,
          style: .possible, width: area.width - 2)
      }
    case .missing(let words):
      frame.canvas.put(
        words, x: area.x, y: area.y, style: Style(.possible, emphasis), width: area.width)
    case .fact(let fact, let source):
      frame.canvas.put(
        world.title(of: fact), x: area.x, y: area.y, style: Style(.strong, emphasis),
        width: area.width)
      guard area.height > 1 else { return }
      let citation = source.map(citation(of:)) ?? "no source is named"
      frame.canvas.put(citation, x: area.x + 2, y: area.y + 1, style: .dim, width: area.width - 2)
    }
  }
}
