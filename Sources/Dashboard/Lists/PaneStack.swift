import Canvas
import Charts

/// Panes below each other, each under a title of a line.
///
/// Where all fit, each is as high as it asks to be. Where not, every pane keeps its title and a few
/// lines. The pane in focus takes what it needs to be read, so that Tab opens the wanted pane.
/// The others share what is left by need: no pane stays at a row while another has dozens.
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
    let first = focus.flatMap { shown.contains($0) ? $0 : nil } ?? shown.first
    if let first { give(first, upTo: PaneStack.least) }
    for index in shown { give(index, upTo: PaneStack.least) }
    if let first { give(first, upTo: PaneStack.enough) }
    let shares = FairShares(wanted: parts.map(\.lines), given: lines, among: shown, room: room)
    lines = shares.given
    return parts.indices.map { hidden.contains($0) ? nil : lines[$0] }
  }

  /// The lines that a pane out of focus keeps: the header of a table and a row.
  private static let least = 2
  /// The lines in which the pane in focus is read, before others have more than the least.
  private static let enough = 12

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
    draw(parts.indices.map { [$0] }, widths: [], in: area, on: &canvas, focus: focus)
  }

  /// The same with neighbours that stand whole next to each other in a line.
  ///
  /// - Parameter widths: the cells in which each pane stands whole.
  func drawAbreast(_ widths: [Int], in area: Rect, on canvas: inout Canvas, focus: Int?) -> [Rect] {
    var rows: [[Int]] = []
    for index in parts.indices {
      if let last = rows.last,
        area.abreast((last + [index]).map { widths[$0] }, gap: PaneStack.columnGap) != nil
      {
        rows[rows.count - 1].append(index)
      } else {
        rows.append([index])
      }
    }
    return draw(rows, widths: widths, in: area, on: &canvas, focus: focus)
  }

  private static let columnGap = 4

  private func draw(
    _ rows: [[Int]], widths: [Int], in area: Rect, on canvas: inout Canvas, focus: Int?
  ) -> [Rect] {
    let lines = PaneStack(
      parts: rows.map { row in Part([], lines: row.map { parts[$0].lines }.max() ?? 0) })
    let heights = lines.heights(
      in: area.height, focus: focus.flatMap { focus in rows.firstIndex { $0.contains(focus) } })
    let gap = area.height >= lines.naturalHeight ? 1 : lines.gap(in: area.height)
    var places = parts.map { _ in
      Rect(x: area.x, y: area.maxY, width: area.width, height: 0)
    }
    var y = area.y
    for (row, height) in zip(rows, heights) {
      guard let height, y < area.maxY else { continue }
      let line = Rect(x: area.x, y: y, width: area.width, height: height + 1)
      let columns =
        row.count > 1 ? line.abreast(row.map { widths[$0] }, gap: PaneStack.columnGap) : nil
      for (index, column) in zip(row, columns ?? [line]) {
        let title = index == focus ? PaneStack.lit(parts[index].title) : parts[index].title
        canvas.put(
          title.title(within: column.width), x: column.x, y: column.y, width: column.width)
        places[index] = Rect(
          x: column.x, y: y + 1, width: column.width, height: min(height, parts[index].lines)
        ).intersection(area)
      }
      y += 1 + height + gap
    }
    return places
  }
}
