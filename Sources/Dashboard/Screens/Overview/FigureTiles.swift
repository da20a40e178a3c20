import Canvas
import Charts

/// The headline figures next to each other: the subject, the figure, a remark and the change of the
/// last quarter.
///
///     Raised 2026    Compute, firm       Can enforce
///     $23.2 bn       564,096             7 of 27
///     5 undisclosed  20 of unknown size  possibly 10
///
/// Everything that stands is whole: each line is the longest of its forms that fits, or left out.
/// Where not even the figures fit next to each other, those around the selected figure are shown.
struct FigureTiles: Sendable {
  let figures: [Figure]

  /// The cells of a figure's text, without the margin for the mark of the selection.
  private struct Tile {
    let index: Int
    let frame: Rect
  }

  func draw(in area: Rect, of frame: inout Frame, view: ViewState) {
    let position = view.position(0)
    for tile in tiles(in: area, around: view.isPrinted ? nil : position.cursor) {
      let isLit = !view.isPrinted && position.isFocused
      draw(
        figures[tile.index], in: tile.frame, isSelected: isLit && position.cursor == tile.index,
        isLit: isLit, on: &frame.canvas)
      frame.region(tile.frame, .row(pane: 0, row: tile.index))
    }
    frame.settle(0, position, visible: 1)
  }

  private func draw(
    _ figure: Figure, in frame: Rect, isSelected: Bool, isLit: Bool, on canvas: inout Canvas
  ) {
    if isSelected {
      canvas.put(String(Glyph.selected), x: frame.x, y: frame.y + 1, style: .accent)
    }
    let text = frame.inset(left: 1)
    func put(_ forms: [[Span]], line: Int) {
      guard line < text.height, let form = FigureTiles.longest(forms, within: text.width) else {
        return
      }
      canvas.put(form, x: text.x, y: text.y + line)
    }
    let number = isSelected ? figure.style.adding(.reverse) : figure.style
    put(figure.titles.map { [Span($0, isLit ? .accent : .dim)] }, line: 0)
    put([[Span(figure.number, number)]], line: 1)
    put(figure.notes, line: 2)
    put(figure.changes.map { [Span($0, .dim)] }, line: 3)
  }

  private static func longest(_ forms: [[Span]], within width: Int) -> [Span]? {
    forms.first { form in form.reduce(0) { $0 + TextWidth.of($1.text) } <= width }
  }

  // MARK: Where they stand

  /// All in columns of one width where each has room for its figure and the shortest of its titles; else as
  /// many as have, each as wide as it needs to be and a part of what is left.
  private func tiles(in area: Rect, around cursor: Int?) -> [Tile] {
    let equal = area.columns(figures.map { _ in .share(1) }, gap: 1)
    let least = figures.map { $0.least + 1 }
    if zip(equal, least).allSatisfy({ $0.width >= $1 }) {
      return zip(figures.indices, equal).map { Tile(index: $0, frame: $1) }
    }
    let shown = window(of: least, in: area.width, around: cursor ?? 0)
    let used = least[shown].reduce(shown.count - 1, +)
    let spare = max(0, area.width - used) / max(1, shown.count)
    var x = area.x
    return shown.map { index in
      let width = least[index] + spare
      defer { x += width + 1 }
      return Tile(
        index: index, frame: Rect(x: x, y: area.y, width: width, height: area.height))
    }
  }

  /// The first tiles that fit; where the selected tile is not among them, those that end with it.
  private func window(of widths: [Int], in room: Int, around cursor: Int) -> Range<Int> {
    func end(from start: Int) -> Int {
      var (end, left) = (start, room + 1)
      while end < widths.count, widths[end] + 1 <= left {
        left -= widths[end] + 1
        end += 1
      }
      return end
    }
    var start = 0
    while end(from: start) <= cursor, start < cursor { start += 1 }
    return start..<end(from: start)
  }
}
