import Canvas
import Charts
import Dataset

extension State {
  /// Draws what lies over the screen: sources, the palette, the keys.
  func drawOverlay(on frame: inout Frame, in bounds: Rect) {
    switch mode {
    case .browse, .filter, .day: break
    case .sources(let sheet): draw(sheet, on: &frame, in: bounds)
    case .palette(let palette): draw(palette, on: &frame, in: bounds)
    case .help(let top): drawHelp(from: top, on: &frame, in: bounds)
    }
  }

  /// A panel over the lower part of the body: cleared, with a title on its upper edge.
  private func panel(
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
    let title = "Sources of \(world.title(of: sheet.fact))"
    let area = panel(title, rows: min(rows, bounds.height / 2), on: &frame, in: bounds)
    let visible = max(1, area.height / 2)
    let position = sheet.position.settled(count: count, visible: visible)
    for slot in 0..<visible where position.offset + slot < count {
      let index = position.offset + slot
      let lines = Rect(x: area.x, y: area.y + slot * 2, width: area.width, height: 2)
        .intersection(area)
      draw(sheet.lines[index], isSelected: index == position.cursor, on: &frame, in: lines)
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
    case .source(let id):
      let source = world.dataset[id]
      let date = source.published.map { readable($0) } ?? "undated"
      frame.canvas.put(
        [
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
    case .fact(let fact, let source):
      frame.canvas.put(
        world.title(of: fact), x: area.x, y: area.y, style: Style(.strong, emphasis),
        width: area.width)
      guard area.height > 1 else { return }
      let citation = source.map(citation(of:)) ?? "no source is named"
      frame.canvas.put(citation, x: area.x + 2, y: area.y + 1, style: .dim, width: area.width - 2)
    }
  }

  // MARK: The palette

  private func draw(_ palette: Palette, on frame: inout Frame, in bounds: Rect) {
    let found = palette.found
    let area = panel(
      "Go to · \(found.count) of \(palette.entries.count)", rows: min(12, bounds.height / 2),
      on: &frame, in: bounds)
    let position = palette.position.settled(count: found.count, visible: area.height)
    if found.isEmpty {
      frame.canvas.put(
        "nothing is called like that; a few letters of a name are enough", x: area.x, y: area.y,
        style: .dim, width: area.width)
    }
    for slot in 0..<area.height where position.offset + slot < found.count {
      let entry = found[position.offset + slot]
      let isSelected = position.offset + slot == position.cursor
      let y = area.y + slot
      if isSelected {
        frame.canvas.put(String(Glyph.selected), x: area.x - 1, y: y, style: .accent)
      }
      let kindWidth = min(16, area.width / 3)
      frame.canvas.put(
        entry.title, x: area.x, y: y,
        style: isSelected ? Style(.strong, [.bold, .reverse]) : .plain,
        width: area.width - kindWidth - 1)
      frame.canvas.put(
        entry.kind, x: area.maxX - kindWidth, y: y, style: .dim, width: kindWidth)
    }
    frame.settle(-1, position, visible: area.height)
  }

  // MARK: The keys

  /// The lines of the help on a screen: groups with their keys, the screen's own first.
  var helpLines: [[Span]] {
    let bindings = keymap.bindings(on: place.page.kind)
    let groups = [Binding.Group.screen] + Binding.Group.allCases.filter { $0 != .screen }
    return groups.flatMap { group -> [[Span]] in
      let own = bindings.filter { $0.group == group }
      if own.isEmpty { return [] }
      let name = group == .screen ? "On \(place.page.kind.title)" : group.rawValue
      return [[Span(name, .heading)]]
        + own.map {
          [Span(TextWidth.pad($0.label, to: 14, align: .leading), .accent), Span($0.help)]
        }
        + [[]]
    }
  }

  private func drawHelp(from top: Int, on frame: inout Frame, in bounds: Rect) {
    let lines = helpLines
    let columns = bounds.width >= 150 ? 2 : 1
    let rows = (lines.count + columns - 1) / columns
    let area = panel("Keys", rows: rows, on: &frame, in: bounds)
    let first = min(top, max(0, rows - area.height))
    let width = area.width / columns
    for column in 0..<columns {
      for slot in 0..<area.height {
        let index = column * rows + first + slot
        guard first + slot < rows, index < lines.count else { continue }
        frame.canvas.put(
          lines[index], x: area.x + column * width, y: area.y + slot, width: width - 2)
      }
    }
    if rows > area.height {
      let rest = rows - area.height - first
      frame.canvas.put(
        rest > 0 ? " \(rest) more \(Glyph.moreDown) " : " end ", x: area.maxX - 12, y: area.y - 1,
        style: .dim, width: 12)
    }
  }
}
