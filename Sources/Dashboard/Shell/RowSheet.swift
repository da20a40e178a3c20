import Canvas
import Charts

/// The cells of a row, each whole, laid over the list that has no room for them.
public struct RowSheet: Sendable {
  struct Cell: Sendable {
    let name: String
    let text: String
  }

  let title: String
  let cells: [Cell]
  /// The page that Enter opens from here; `nil` where there is no other.
  let page: Page?
  /// The cell that is copied.
  var chosen: Int
  /// The first line in sight.
  var top = 0

  /// The cells of a row that say something; the chosen cell is that of a column, or else the first.
  init(_ pane: Pane, row: Int, column: Int?, page: Page?) {
    let texts = pane.bare?(row) ?? pane.cells(row)
    let filled = texts.indices.filter { !texts[$0].isEmpty }
    cells = filled.map { index in
      Cell(
        name: pane.columns.indices.contains(index) ? pane.columns[index] : "", text: texts[index])
    }
    title = texts.first ?? pane.title
    chosen = column.flatMap { filled.firstIndex(of: $0) } ?? 0
    self.page = page
  }

  /// The text that is copied.
  var text: String { cells.indices.contains(chosen) ? cells[chosen].text : "" }

  /// The lines of a cell in a width, its name before the first.
  func lines(of cell: Cell, width: Int) -> [String] {
    TextWidth.wrap(cell.text, width: max(1, width - nameWidth(in: width) - 2))
  }

  func nameWidth(in width: Int) -> Int {
    min(cells.map { TextWidth.of($0.name) }.max() ?? 0, width / 3)
  }

  func height(width: Int) -> Int {
    cells.reduce(0) { $0 + lines(of: $1, width: width).count }
  }

  /// Goes to another cell, or through the lines of a cell that is taller than the sheet.
  mutating func move(by step: Int, in size: Size) {
    guard !cells.isEmpty else { return }
    let heights = cells.map { lines(of: $0, width: size.width).count }
    let start = heights[..<chosen].reduce(0, +)
    let (first, last) = (start, start + heights[chosen])
    if step > 0, last > top + size.height {
      top += min(step, last - top - size.height)
    } else if step < 0, first < top {
      top = max(first, top + step)
    } else {
      chosen = min(max(0, chosen + step), cells.count - 1)
      show(in: size)
    }
  }

  /// Scrolls so that the chosen cell is in sight from its first line.
  mutating func show(in size: Size) {
    let heights = cells.map { lines(of: $0, width: size.width).count }
    guard heights.indices.contains(chosen) else { return }
    let first = heights[..<chosen].reduce(0, +)
    top = max(top, first + heights[chosen] - size.height)
    top = min(top, first)
  }
}

extension State {
  /// The lines and cells that a sheet of a row has at most.
  var rowSheetSize: Size {
    Size(width: size.width - 4, height: max(1, min(size.height - 6, size.height * 2 / 3)))
  }

  /// Lays the selected row over the screen, whole.
  mutating func showRow(page: Page?) {
    let focus = place.view.focus
    guard place.panes.indices.contains(focus) else { return }
    let pane = place.panes[focus]
    guard let row = place.view.position(focus).cursor, row < pane.count else { return }
    var sheet = RowSheet(pane, row: row, column: place.view.columns[focus], page: page)
    sheet.show(in: rowSheetSize)
    mode = .row(sheet)
  }

  mutating func takeRow(_ key: Key, _ sheet: RowSheet) -> [Effect] {
    var sheet = sheet
    switch keymap.command(for: key, on: place.page.kind) {
    case .move(let move):
      sheet.move(
        by: rows(of: move, count: sheet.cells.count, visible: rowSheetSize.height),
        in: rowSheetSize)
      mode = .row(sheet)
    case .nextPane, .previousPane: break
    case .copy: return [.copy(sheet.text)]
    case .open:
      mode = .browse
      if let page = sheet.page { go(to: page) }
    case .quit, .back: mode = .browse
    default: break
    }
    return []
  }

  func draw(_ sheet: RowSheet, on frame: inout Frame, in bounds: Rect) {
    let size = rowSheetSize
    let area = panel(
      sheet.title, rows: min(sheet.height(width: size.width), size.height), on: &frame, in: bounds)
    let names = sheet.nameWidth(in: area.width)
    var y = area.y - sheet.top
    for (index, cell) in sheet.cells.enumerated() {
      let lines = sheet.lines(of: cell, width: area.width)
      let isChosen = index == sheet.chosen
      for (line, text) in lines.enumerated() where (area.minY..<area.maxY).contains(y + line) {
        if isChosen {
          frame.canvas.set(Glyph.selected, x: area.x - 1, y: y + line, style: .accent)
        }
        if line == 0 { frame.canvas.put(cell.name, x: area.x, y: y, style: .dim, width: names) }
        frame.canvas.put(
          text, x: area.x + names + 2, y: y + line, style: isChosen ? .strong : .plain)
        frame.region(area.row(y + line - area.y), .line(index))
      }
      y += lines.count
    }
    let below = y - area.maxY
    if below > 0 {
      frame.canvas.put(
        " \(below) more \(Glyph.moreDown) ", x: area.maxX - 12, y: area.y - 1, style: .dim)
    }
    frame.settle(-1, ListPosition(cursor: sheet.chosen), visible: area.height)
  }
}
