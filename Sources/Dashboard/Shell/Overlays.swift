import Canvas
import Charts
import Dataset

extension State {
  /// Draws what lies over the screen: sources, the palette, the keys.
  func drawOverlay(on frame: inout Frame, in bounds: Rect) {
    switch mode {
    case .browse, .day, .name, .question: break
    case .cut(let line): draw(line, on: &frame, in: bounds)
    case .filter(let line): draw(line, on: &frame, in: bounds)
    case .row(let sheet): draw(sheet, on: &frame, in: bounds)
    case .sources(let sheet): draw(sheet, on: &frame, in: bounds)
    case .palette(let palette): draw(palette, on: &frame, in: bounds)
    case .form(let form): draw(form, on: &frame, in: bounds)
    case .help(let sheet): drawHelp(sheet, on: &frame, in: bounds)
    }
  }

  /// A panel over the lower part of the body: cleared, with a title on its upper edge.
  ///
  /// - Parameter counter: Asked for the rows in sight; at the right of the title, which drops whole clauses
  ///   for it.
  func panel(
    _ title: String, rows: Int, on frame: inout Frame, in bounds: Rect,
    counter: (Int) -> String = { _ in "" }
  ) -> Rect {
    let height = min(rows + 2, bounds.height - 4)
    let area = Rect(
      x: bounds.x, y: bounds.maxY - 2 - height, width: bounds.width, height: height)
    frame.canvas.fill(area, style: .plain)
    frame.canvas.fill(area.row(0), with: Glyph.heavyHorizontal, style: .accent)
    let inside = area.inset(left: 2, top: 1, right: 2)
    let counted = counter(inside.height)
    let cells = TextWidth.of(counted)
    if cells > 0 {
      frame.canvas.put(" \(counted) ", x: inside.maxX - cells - 2, y: area.y, style: .dim)
    }
    let room = inside.width - 2 - (cells > 0 ? cells + 3 : 0)
    let words = [Span(title, Style(.strong, .bold))].title(within: room)
    frame.canvas.put([Span(" ")] + words + [Span(" ")], x: inside.x, y: area.y, width: room + 2)
    return inside
  }

  // MARK: Sources

  private func draw(_ sheet: SourceSheet, on frame: inout Frame, in bounds: Rect) {
    let fact = sheet.fact
    let overlay =
      fact.flatMap { world.overlay(of: $0) }.map { " · from \($0.title), laid over" } ?? ""
    let title = "Sources of \(fact.map { world.title(of: $0) } ?? "nothing")\(overlay)"
    let isBeside = sourcesWidth > 0
    let width = (isBeside ? sourcesWidth : bounds.width) - 4
    let items = sheet.lines.map {
      (isBeside ? rest(of: $0, width: width) : []) + lines(of: $0, width: width)
    }
    let rows = items.reduce(0) { $0 + $1.count + 1 }
    let area =
      isBeside
      ? besidePanel(title, on: &frame, in: bounds)
      : panel(title, rows: min(rows, bounds.height / 2), on: &frame, in: bounds)
    // As many before the selected link as fit with it; addresses are of different length.
    let cursor = sheet.position.cursor ?? 0
    var first = min(cursor, max(0, items.count - 1))
    var used = items.isEmpty ? 0 : items[first].count + 1
    while first > 0, used + items[first - 1].count + 1 <= area.height {
      first -= 1
      used += items[first].count + 1
    }
    var y = area.y
    var visible = 0
    for index in items.indices.dropFirst(first) where y < area.maxY {
      let height = items[index].count + 1
      let place = Rect(x: area.x, y: y, width: area.width, height: height).intersection(area)
      draw(
        sheet.lines[index], items[index], isSelected: index == sheet.position.cursor, on: &frame,
        in: place)
      frame.region(place, .line(index))
      y += height
      if y <= area.maxY { visible += 1 }
    }
    frame.settle(-1, sheet.position, visible: max(1, visible))
  }

  /// A panel at the right of the body, under a title as long as it needs to be.
  private func besidePanel(_ title: String, on frame: inout Frame, in bounds: Rect) -> Rect {
    let area = Rect(
      x: bounds.maxX - sourcesWidth, y: body.y, width: sourcesWidth, height: body.height)
    frame.canvas.fill(area, style: .plain)
    for y in area.minY..<area.maxY {
      frame.canvas.set(Glyph.vertical, x: area.x, y: y, style: .rule)
    }
    let lines = TextWidth.wrap(title, width: area.width - 4).prefix(3)
    for (index, line) in lines.enumerated() {
      frame.canvas.put(line, x: area.x + 2, y: area.y + index, style: Style(.strong, .bold))
    }
    return area.inset(left: 3, top: lines.count + 1, right: 1)
  }

  /// The text that names a line, and what stands after it.
  private func head(of line: SourceSheet.Line) -> (title: String, about: String) {
    switch line {
    case .source(let id), .stated(let id):
      let source = world.dataset[id]
      let role = if case .stated = line { "stated in " } else { "" }
      let date = source.published.map { readable($0) } ?? "undated"
      return (
        role + world.dataset.string(source.title),
        "\(world.dataset.string(source.publisher)), \(date), \(source.kind.word)"
      )
    case .missing(let words): return (words, "")
    case .fact(let fact, _): return (world.title(of: fact), "")
    }
  }

  /// The rest of a title that a narrow panel cannot show in its first line, and what stands after it.
  private func rest(of line: SourceSheet.Line, width: Int) -> [Span] {
    let head = head(of: line)
    let style: Style = if case .missing = line { .possible } else { .strong }
    let about = head.about.isEmpty ? [] : TextWidth.wrap(head.about, width: width - 2)
    return TextWidth.wrap(head.title, width: width - 2).dropFirst().map { Span($0, style) }
      + about.map { Span($0, .dim) }
  }

  /// The lines below the title of a source: its address whole, so that it can be copied.
  private func lines(of line: SourceSheet.Line, width: Int) -> [Span] {
    switch line {
    case .source(let id), .stated(let id):
      let source = world.dataset[id]
      let doubt =
        source.isRetrieved ? source.doubt : "\(source.reading): a lead to be confirmed"
      let address = world.dataset.string(source.url)
      return (doubt.isEmpty ? [] : [Span(doubt, .possible)])
        + (address.isEmpty ? [] : TextWidth.wrap(address, width: width - 2).map { Span($0) })
    case .missing: return []
    case .fact(_, let source):
      let citation = source.map(citation(of:)) ?? "no source is named"
      return TextWidth.wrap(citation, width: width - 2).map { Span($0, .dim) }
    }
  }

  private func draw(
    _ line: SourceSheet.Line, _ lines: [Span], isSelected: Bool, on frame: inout Frame,
    in area: Rect
  ) {
    let mark = isSelected ? String(Glyph.selected) : " "
    frame.canvas.put(mark, x: area.x - 1, y: area.y, style: .accent)
    let emphasis: Attributes = isSelected ? [.bold, .reverse] : []
    if sourcesWidth > 0 {
      let title = TextWidth.wrap(head(of: line).title, width: max(1, area.width - 2)).first ?? ""
      let style: Style = if case .missing = line { .possible } else { .strong }
      frame.canvas.put(
        title, x: area.x, y: area.y, style: style.adding(emphasis), width: area.width)
    } else {
      drawHead(line, emphasis, on: &frame, in: area)
    }
    for (index, span) in lines.prefix(max(0, area.height - 1)).enumerated() {
      frame.canvas.put([span], x: area.x + 2, y: area.y + 1 + index, width: area.width - 2)
    }
  }

  /// Draws what a line is in one line of a wide panel.
  private func drawHead(
    _ line: SourceSheet.Line, _ emphasis: Attributes, on frame: inout Frame, in area: Rect
  ) {
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
    case .missing(let words):
      frame.canvas.put(
        words, x: area.x, y: area.y, style: Style(.possible, emphasis), width: area.width)
    case .fact(let fact, _):
      frame.canvas.put(
        world.title(of: fact), x: area.x, y: area.y, style: Style(.strong, emphasis),
        width: area.width)
    }
  }
}
