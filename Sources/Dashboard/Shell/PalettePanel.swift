import Canvas
import Charts

extension State {
  func draw(_ palette: Palette, on frame: inout Frame, in bounds: Rect) {
    let area = panel(
      "Go to · \(palette.count) of \(palette.total)", rows: min(12, bounds.height / 2),
      on: &frame, in: bounds)
    let position = palette.position.settled(count: palette.count, visible: area.height)
    if palette.count == 0 {
      frame.canvas.put(
        "nothing is called like that; a few letters of a name are enough", x: area.x, y: area.y,
        style: .dim, width: area.width)
    }
    for slot in 0..<area.height {
      guard let entry = palette.entry(position.offset + slot) else { break }
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
      frame.region(area.row(slot), .line(position.offset + slot))
    }
    frame.settle(-1, position, visible: area.height)
  }
}
