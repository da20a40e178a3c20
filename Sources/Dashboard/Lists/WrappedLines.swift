import Canvas
import Charts

/// Names and what they say, each whole over as many lines as it takes: the page of a fact.
///
/// A value that is taller than the window shows its first lines; Enter opens the rest.
struct WrappedLines: Sendable {
  struct Row: Sendable {
    let name: String
    let text: String
    let style: Style
  }

  let rows: [Row]

  /// The cells of the names: as the longest asks, and never more than a third.
  private func nameWidth(in width: Int) -> Int {
    min(rows.map { TextWidth.of($0.name) }.max() ?? 0, min(24, width / 3))
  }

  private func lines(of row: Row, width: Int) -> [String] {
    TextWidth.wrap(row.text, width: max(1, width - nameWidth(in: width) - 2))
  }

  func naturalHeight(width: Int) -> Int {
    rows.reduce(0) { $0 + lines(of: $1, width: width).count }
  }

  func draw(_ index: Int, in area: Rect, of frame: inout Frame, view: ViewState) {
    guard !area.isEmpty else { return }
    let gutter = area.width < 8 || view.isPrinted ? 0 : 2
    let room = area.inset(left: gutter)
    let names = nameWidth(in: room.width)
    var position = view.position(index).settled(count: rows.count, visible: rows.count)
    position.offset = min(view.position(index).offset, max(0, rows.count - 1))
    let first = offset(of: position, in: Size(width: room.width, height: area.height - 1))
    position.offset = first
    var y = area.y
    var row = first
    while row < rows.count, y < area.maxY {
      let lines = lines(of: rows[row], width: room.width)
      let isLast = row == rows.count - 1 && first == 0
      // The last line says how much is out of sight.
      let end = isLast || row == rows.count - 1 ? area.maxY : area.maxY - 1
      guard y < end, y == area.y || y + lines.count <= end else { break }
      let shown = Array(lines.prefix(end - y))
      let place = Rect(x: area.x, y: y, width: area.width, height: shown.count)
      frame.canvas.put(rows[row].name, x: room.x, y: y, style: .dim, width: names)
      for (line, text) in shown.enumerated() {
        let isCut = line == shown.count - 1 && shown.count < lines.count
        frame.canvas.put(
          isCut ? TextWidth.clip(text + " …", to: room.width - names - 2) : text,
          x: room.x + names + 2, y: y + line, style: rows[row].style)
      }
      if !view.isPrinted, position.cursor == row { select(place, gutter, position, &frame) }
      frame.region(place, .row(pane: index, row: row))
      y += shown.count
      row += 1
    }
    if first > 0 || row < rows.count, y < area.maxY {
      frame.canvas.put(
        MoreLine.text(above: first, below: rows.count - row, width: room.width), x: room.x,
        y: area.maxY - 1, style: .dim)
    }
    frame.settle(index, position, visible: max(1, row - first))
  }

  private func select(
    _ place: Rect, _ gutter: Int, _ position: ListPosition, _ frame: inout Frame
  ) {
    if gutter > 0 {
      for y in place.minY..<place.maxY {
        frame.canvas.set(Glyph.selected, x: place.x, y: y, style: .accent)
      }
    }
    guard position.isFocused else { return }
    frame.canvas.restyle(place.inset(left: gutter)) { $0.adding(.reverse) }
  }

  /// The first row in sight: the one before, unless the selected row would not be whole.
  private func offset(of position: ListPosition, in size: Size) -> Int {
    guard let cursor = position.cursor else { return 0 }
    var first = min(position.offset, cursor)
    var height = rows[first...cursor].reduce(0) { $0 + lines(of: $1, width: size.width).count }
    while height > size.height, first < cursor {
      height -= lines(of: rows[first], width: size.width).count
      first += 1
    }
    // No blank tail while there are rows above.
    while first > 0 {
      let more = rows[(first - 1)...].prefix(size.height + 1)
        .reduce(0) { $0 + lines(of: $1, width: size.width).count }
      guard more <= size.height else { break }
      first -= 1
    }
    return first
  }
}
