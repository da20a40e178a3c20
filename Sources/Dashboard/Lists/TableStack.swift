import Canvas
import Charts

/// Tables below each other, each under its title, as on pages of a company, an investor or a layer.
/// Each gets the room it needs, the focused table the rest. Where not even titles fit, the tables
/// around the focused table are shown.
struct TableStack: Sendable {
  let tables: [FactTable]
  /// The rows that each keeps where not all fit.
  var least = 6
  /// The picture at the right of one of the tables.
  var picture: Picture?

  /// A picture of the rows of a table.
  struct Picture: Sendable {
    /// The table that it stands next to.
    let table: Int
    /// The cells and the lines below which it says little.
    let least: Size
    let draw: @Sendable (inout Canvas, Rect) -> Void
  }

  /// True if the table stands whole next to its picture.
  func holds(_ picture: Picture, in width: Int) -> Bool {
    widths(of: [picture.table])[0] + TableStack.gap + picture.least.width <= width
  }

  var naturalHeight: Int { tables.reduce(0) { $0 + $1.naturalHeight + 2 } }

  /// Draws some of the tables, named by their numbers as panes.
  func draw(_ shown: [Int], in area: Rect, of frame: inout Frame, view: ViewState) {
    guard !shown.isEmpty else { return }
    let rows = rows(of: shown, in: area, isPrinted: view.isPrinted)
    let heights = StackedHeights(
      natural: rows.map { row in row.map { height(of: $0, frame) }.max() ?? 0 },
      focus: rows.firstIndex { $0.contains(view.focus) }, room: area.height, least: least,
      kept: picture.flatMap { picture in
        rows.firstIndex(of: [picture.table]).map { ($0, picture.least.height) }
      }
    ).heights
    var y = area.y
    for (row, height) in zip(rows, heights) where height >= 2 {
      var line = Rect(x: area.x, y: y, width: area.width, height: height)
      if let picture, row == [picture.table], height >= picture.least.height {
        let columns = line.columns(
          [.fixed(widths(of: row)[0]), .share(1)], gap: TableStack.gap)
        picture.draw(&frame.canvas, columns[1].inset(bottom: 1))
        line = columns[0]
      }
      let places = row.count > 1 ? line.abreast(widths(of: row), gap: TableStack.gap) : nil
      for (index, part) in zip(row, places ?? [line]) {
        draw(index, in: part, of: &frame, view: view)
      }
      y += height
    }
  }

  private func draw(_ index: Int, in part: Rect, of frame: inout Frame, view: ViewState) {
    let table = tables[index]
    guard part.height >= 3 || table.count == 0 else { return }
    let title = Span(table.title, view.titleStyle(of: index))
    frame.canvas.noteLack(columns: TextWidth.of(title.text) - part.width)
    frame.canvas.put([title].title(within: part.width), x: part.x, y: part.y)
    frame.region(part, .pane(index))
    // A header over nothing says no more than the title.
    if table.count == 0 { return frame.sayEmpty(in: part.inset(top: 1)) }
    table.draw(
      index, in: part.inset(top: 1, bottom: part.height > 4 ? 1 : 0), of: &frame, view: view)
  }

  /// The lines of a table and its title: a table without rows has its title, and why where a filter is on.
  private func height(of index: Int, _ frame: Frame) -> Int {
    guard tables[index].count == 0 else {
      let lines = tables[index].naturalHeight + 1
      return picture?.table == index ? max(lines, picture?.least.height ?? 0) : lines
    }
    return frame.emptyWords.isEmpty ? 1 : 3
  }

  private static let gap = 4

  /// The width in which each table stands whole under its title.
  private func widths(of row: [Int]) -> [Int] {
    row.map { max(tables[$0].wholeWidth, TextWidth.of(tables[$0].title)) }
  }

  /// The tables line by line: where not all fit below each other, neighbours that stand whole next to each
  /// other share their lines.
  private func rows(of shown: [Int], in area: Rect, isPrinted: Bool) -> [[Int]] {
    let wanted = shown.reduce(0) { $0 + tables[$1].naturalHeight + 2 }
    guard !isPrinted, wanted > area.height else { return shown.map { [$0] } }
    var rows: [[Int]] = []
    for index in shown {
      if let last = rows.last, picture?.table != index, picture.map({ last != [$0.table] }) ?? true,
        area.abreast(widths(of: last + [index]), gap: TableStack.gap) != nil
      {
        rows[rows.count - 1].append(index)
      } else {
        rows.append([index])
      }
    }
    return rows
  }
}

/// Shares out the rows of a screen among tables that stand above each other.
struct StackedHeights {
  let heights: [Int]

  /// Gives every table its natural height where that fits.
  ///
  /// Otherwise the focused table gets a third of the rows, as far as it can use them, and what is kept gets its
  /// own. Each other gets `least` rows as long as there are any, those after the focused table first. Then the
  /// focused table gets what it needs to be read, and all share the rest by need.
  ///
  /// - Parameter kept: A table that stands in any case, and its rows: it has a picture.
  init(
    natural: [Int], focus: Int?, room: Int, least: Int = 6, kept: (table: Int, rows: Int)? = nil
  ) {
    let wanted = natural.map { $0 + 1 }
    guard wanted.reduce(0, +) > room else {
      heights = wanted
      return
    }
    let first = focus ?? 0
    var order =
      [first] + natural.indices.filter { $0 > first }
      + natural.indices.filter { $0 < first }.reversed()
    if let kept, kept.table != first {
      order.removeAll { $0 == kept.table }
      order.insert(kept.table, at: 1)
    }
    var given = natural.map { _ in 0 }
    var left = room
    for index in order where left > 0 {
      let floor = index == kept?.table ? max(least, kept?.rows ?? 0) : least
      let fair = index == first ? max(floor, min(room / 3, StackedHeights.enough)) : floor
      // The first has what there is, be it little: a page of titles without a row says nothing.
      let own = min(wanted[index], fair, index == first ? left : .max)
      guard left >= own else { break }
      given[index] = own
      left -= own
    }
    let more = max(0, min(left, min(wanted[first], StackedHeights.enough) - given[first]))
    given[first] += more
    heights =
      FairShares(
        wanted: wanted, given: given, among: order.filter { given[$0] > 0 }.sorted(),
        room: left - more
      ).given
  }

  /// The lines in which the table in focus is read.
  private static let enough = 16
}
