import Canvas
import Charts

extension State {
  /// The lines of the help on a screen: groups with their keys, the screen's own first.
  var helpLines: [[Span]] {
    let bindings = keymap.bindings(on: place.page.kind)
    let groups = [Binding.Group.screen] + Binding.Group.allCases.filter { $0 != .screen }
    return groups.flatMap { group -> [[Span]] in
      let own = (group == .line ? keymap.bindings : bindings).filter {
        $0.group == group && !$0.keys.isEmpty
      }
      if own.isEmpty { return [] }
      let name = group == .screen ? "On \(place.page.kind.title)" : group.rawValue
      return [[Span(name, .heading)]]
        + own.map {
          [Span(TextWidth.pad($0.label, to: 14, align: .leading), .accent), Span($0.help)]
        }
        + [[]]
    }
  }

  func drawHelp(from top: Int, on frame: inout Frame, in bounds: Rect) {
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
