import Canvas
import Charts

/// Names and what they say, each whole over as many lines as it takes: the page of a fact.
///
/// A value that is taller than the window shows its first lines; Enter opens the rest. Where not all fits,
/// short values that follow each other stand two in a line. So a history comes into sight.
struct WrappedLines: Sendable {
  struct Row: Sendable {
    let name: String
    let text: String
    let style: Style
  }

  let rows: [Row]

  /// The width from which two values may share a line.
  private static let leastForTwo = 64

  /// The cells of the names: as the longest asks, and never more than a third.
  private func nameWidth(in width: Int) -> Int {
    min(rows.map { TextWidth.of($0.name) }.max() ?? 0, min(24, width / 3))
  }

  private func lines(of row: Row, width: Int) -> [String] {
    TextWidth.wrap(row.text, width: max(1, width - nameWidth(in: width) - 2))
  }

  private func height(of rows: Range<Int>, width: Int) -> Int {
    rows.count > 1 ? 1 : rows.reduce(0) { $0 + lines(of: self.rows[$1], width: width).count }
  }

  func naturalHeight(width: Int) -> Int {
    rows.reduce(0) { $0 + lines(of: $1, width: width).count }
  }

  /// The rows by the lines they share.
  func shared(in size: Size) -> [Range<Int>] {
    let single = rows.indices.map { $0..<$0 + 1 }
    guard size.width >= WrappedLines.leastForTwo, naturalHeight(width: size.width) > size.height
    else { return single }
    let room = size.width / 2 - nameWidth(in: size.width) - 4
    func isShort(_ row: Int) -> Bool {
      !rows[row].name.isEmpty && !rows[row].text.isEmpty && TextWidth.of(rows[row].text) <= room
    }
    var shared: [Range<Int>] = []
    var row = 0
    while row < rows.count {
      let isPair = isShort(row) && row + 1 < rows.count && isShort(row + 1)
      shared.append(row..<row + (isPair ? 2 : 1))
      row = shared[shared.count - 1].upperBound
    }
    return shared
  }

  func draw(_ index: Int, in area: Rect, of frame: inout Frame, view: ViewState) {
    guard !area.isEmpty else { return }
    let gutter = area.width < 8 || view.isPrinted ? 0 : 2
    let room = area.inset(left: gutter)
    let shared =
      view.isPrinted
      ? rows.indices.map { $0..<$0 + 1 }
      : shared(in: Size(width: room.width, height: room.height))
    var position = view.position(index).settled(count: rows.count, visible: rows.count)
    position.offset = min(view.position(index).offset, max(0, rows.count - 1))
    var group = first(position, shared, in: Size(width: room.width, height: area.height - 1))
    let first = shared.indices.contains(group) ? shared[group].lowerBound : 0
    position.offset = first
    var y = area.y
    var row = first
    while group < shared.count, y < area.maxY {
      let height = height(of: shared[group], width: room.width)
      // The last line says how much is out of sight.
      let end = group == shared.count - 1 ? area.maxY : area.maxY - 1
      // A long text shows its beginning rather than leaving the room blank.
      let isSelected = position.cursor.map(shared[group].contains) ?? false
      guard y < end, y == area.y || y + height <= end || !isSelected else { break }
      for (part, own) in shared[group].enumerated() {
        let half = (area.width - gutter) / 2
        let place = Rect(
          x: area.x + part * half, y: y,
          width: shared[group].count == 1 ? area.width : part == 0 ? half : area.width - half,
          height: min(height, end - y))
        draw(own, in: place.inset(left: gutter), among: room.width, on: &frame.canvas)
        if !view.isPrinted, position.cursor == own { select(place, gutter, position, &frame) }
        frame.region(place, .row(pane: index, row: own))
      }
      let isCut = height > end - y
      y += min(height, end - y)
      row = shared[group].upperBound
      group += 1
      // Nothing stands under a text that is cut.
      if isCut { break }
    }
    if first > 0 || row < rows.count, y < area.maxY {
      frame.canvas.put(
        MoreLine.text(above: first, below: rows.count - row, width: room.width), x: room.x,
        y: area.maxY - 1, style: .dim)
    }
    frame.settle(index, position, visible: max(1, row - first))
  }

  /// Draws a row; `width` is that of the page, by which names and texts are broken.
  private func draw(_ row: Int, in place: Rect, among width: Int, on canvas: inout Canvas) {
    let names = nameWidth(in: width)
    canvas.put(rows[row].name, x: place.x, y: place.y, style: .dim, width: names)
    let lines = lines(of: rows[row], width: width)
    for (line, text) in lines.prefix(place.height).enumerated() {
      let isCut = line == place.height - 1 && place.height < lines.count
      canvas.put(
        isCut ? TextWidth.clip(text + " …", to: width - names - 2) : text,
        x: place.x + names + 2, y: place.y + line, style: rows[row].style)
    }
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

  /// The first line of rows in sight: the line before, unless the selected row would not be whole.
  private func first(_ position: ListPosition, _ shared: [Range<Int>], in size: Size) -> Int {
    guard let cursor = position.cursor,
      let current = shared.firstIndex(where: { $0.contains(cursor) })
    else { return 0 }
    func height(_ group: Int) -> Int { self.height(of: shared[group], width: size.width) }
    var first = min(shared.firstIndex { $0.contains(position.offset) } ?? 0, current)
    var sum = (first...current).reduce(0) { $0 + height($1) }
    while sum > size.height, first < current {
      sum -= height(first)
      first += 1
    }
    // No blank tail while there are rows above.
    while first > 0 {
      let more = (first - 1..<shared.count).prefix(size.height + 1).reduce(0) { $0 + height($1) }
      guard more <= size.height else { break }
      first -= 1
    }
    return first
  }
}
