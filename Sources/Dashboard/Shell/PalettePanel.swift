import Canvas
import Charts

extension State {
  /// The number found, and which of them are in sight where that is not all.
  private func title(of palette: Palette, from first: Int, rows: Int) -> String {
    guard palette.count > rows else {
      return palette.count == 0 ? "Go to · nothing found" : "Go to · \(palette.count) found"
    }
    let last = min(palette.count, first + rows)
    return
      "Go to · \(NumberFormat.integer(first + 1))\(Glyph.interval)\(NumberFormat.integer(last)) of "
      + "\(NumberFormat.integer(palette.count)) found"
  }

  func draw(_ palette: Palette, on frame: inout Frame, in bounds: Rect) {
    let rows = min(12, bounds.height / 2)
    let position = palette.position.settled(
      count: palette.count, visible: max(1, min(rows + 2, bounds.height - 4) - 1))
    let area = panel(
      title(of: palette, from: position.offset, rows: max(1, min(rows + 2, bounds.height - 4) - 1)),
      rows: rows, on: &frame, in: bounds)
    if palette.count == 0 {
      frame.canvas.put(
        "nothing is called \(trimmed(palette.line.text)): try a company, a country, a screen or a word such as deadlines",
        x: area.x, y: area.y,
        style: .dim, width: area.width)
    }
    // The kind stands right behind the names, where the eye is.
    let kindWidth = min(16, area.width / 3)
    let names = (0..<area.height).compactMap { palette.entry(position.offset + $0) }
      .reduce(0) { max($0, TextWidth.of($1.title)) }
    let nameWidth = min(max(names, 24), area.width - kindWidth - 2)
    for slot in 0..<area.height {
      guard let entry = palette.entry(position.offset + slot) else { break }
      let isSelected = position.offset + slot == position.cursor
      let y = area.y + slot
      if isSelected {
        frame.canvas.put(String(Glyph.selected), x: area.x - 1, y: y, style: .accent)
      }
      frame.canvas.put(
        entry.title, x: area.x, y: y,
        style: isSelected ? Style(.strong, [.bold, .reverse]) : .plain,
        width: nameWidth)
      frame.canvas.put(
        entry.kind, x: area.x + nameWidth + 2, y: y, style: .dim, width: kindWidth)
      frame.region(area.row(slot), .line(position.offset + slot))
    }
    frame.settle(-1, position, visible: area.height)
  }
}
