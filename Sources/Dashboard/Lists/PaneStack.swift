import Canvas
import Charts

/// Panes below each other, each under a title of a line.
///
/// Where all fit, each is as high as it asks to be. Where not, every pane keeps its title and a few
/// lines. The pane in focus takes the rest, so that Tab opens the wanted pane.
struct PaneStack: Sendable {
  /// A pane: its title, and the lines of its content.
  struct Part: Sendable {
    let title: [Span]
    let lines: Int

    init(_ title: [Span], lines: Int) {
      self.title = title
      self.lines = max(0, lines)
    }
  }

  let parts: [Part]

  /// The lines that show everything, titles and the blank lines between panes included.
  var naturalHeight: Int {
    parts.reduce(0) { $0 + 1 + $1.lines } + max(0, parts.count - 1)
  }

  /// The lines of content that each pane gets of `height` lines; 0 where only its title fits, `nil`
  /// where not even that.
  func heights(in height: Int, focus: Int?) -> [Int?] {
    guard height < naturalHeight else { return parts.map(\.lines) }
    let gaps = gap(in: height) * max(0, parts.count - 1)
    var titles = parts.count
    var room = height - gaps - titles
    while room < 0, titles > 0 {
      titles -= 1
      room += 1
    }
    // The focused pane never loses its title.
    let hidden = parts.indices.reversed().filter { $0 != focus }.prefix(parts.count - titles)
    var lines = [Int](repeating: 0, count: parts.count)
    func give(_ index: Int, upTo wanted: Int) {
      let more = max(0, min(min(wanted, parts[index].lines) - lines[index], room))
      lines[index] += more
      room -= more
    }
    let shown = parts.indices.filter { !hidden.contains($0) }
    let first = focus.flatMap { shown.contains($0) ? $0 : nil }
    if let first { give(first, upTo: PaneStack.least) }
    for index in shown { give(index, upTo: PaneStack.least) }
    if let first { give(first, upTo: .max) }
    for index in shown { give(index, upTo: .max) }
    return parts.indices.map { hidden.contains($0) ? nil : lines[$0] }
  }

  /// The lines that a pane out of focus keeps: the header of a table and a row.
  private static let least = 2

  /// Blank lines between panes are the first to go.
  private func gap(in height: Int) -> Int {
    height >= parts.count * (4 + PaneStack.least) ? 1 : 0
  }

  /// A title of the pane that keys go to.
  private static func lit(_ title: [Span]) -> [Span] {
    title.prefix(1).map { Span($0.text, Style(.accent, .bold)) } + title.dropFirst()
  }

  /// Draws the titles and gives the place of each pane's content; empty where there is none.
  func draw(in area: Rect, on canvas: inout Canvas, focus: Int?) -> [Rect] {
    let heights = heights(in: area.height, focus: focus)
    let gap = area.height >= naturalHeight ? 1 : gap(in: area.height)
    var y = area.y
    return parts.indices.map { index in
      guard let lines = heights[index], y < area.maxY else {
        return Rect(x: area.x, y: area.maxY, width: area.width, height: 0)
      }
      let title = index == focus ? PaneStack.lit(parts[index].title) : parts[index].title
      canvas.put(title.title(within: area.width), x: area.x, y: y, width: area.width)
      let place = Rect(x: area.x, y: y + 1, width: area.width, height: lines)
      y += 1 + lines + gap
      return place.intersection(area)
    }
  }
}
