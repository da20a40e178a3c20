import Canvas
import Charts
import Dataset
import Insight

struct EnforcementLayout: Hashable {
  var map: Rect?
  var aside: Rect?
  var table: Rect
  var detail: Rect?

  /// The map next to the table in the widest windows.
  private static let largeMap = Size(width: 80, height: 23)
  /// The rows of the large map with legend and history under it.
  private static let leastLarge = 38
  private static let middleMap = Size(width: 80, height: 16)
  private static let smallMap = Size(width: 44, height: 8)

  /// The parts in an area; `rows` is how many states the table lists, `least` the width that it asks for.
  init(in area: Rect, rows: Int, table least: Int, withMap: Bool) {
    let natural = rows + 3
    let large = EnforcementLayout.largeMap
    if withMap, area.width >= large.width + 4 + least, area.height >= EnforcementLayout.leastLarge {
      let parts = area.columns([.fixed(large.width), .share(1)], gap: 4)
      let left = parts[0].rows([.fixed(large.height), .share(1)], gap: 1)
      let right = parts[1].rows([.fixed(natural), .share(1)], gap: 1)
      (map, aside, table, detail) = (left[0], left[1], right[0], right[1])
      return
    }
    let leastTable = 9
    let sizes = [EnforcementLayout.middleMap, EnforcementLayout.smallMap]
    let size = sizes.first {
      withMap && area.width >= $0.width + 3 + 28 && area.height >= $0.height + 1 + leastTable
    }
    guard let size else {
      (map, aside, table, detail) = (nil, nil, area, nil)
      return
    }
    let parts = area.rows([.fixed(size.height), .share(1)], gap: 1)
    let top = parts[0].columns([.fixed(size.width), .share(1)], gap: 3)
    (map, aside, table, detail) = (top[0], top[1], parts[1], nil)
  }

  /// The rows that show everything where nothing scrolls.
  static func naturalHeight(width: Int, rows: Int, table least: Int, withMap: Bool) -> Int {
    let tall = Rect(x: 0, y: 0, width: width, height: 1_000)
    let layout = EnforcementLayout(in: tall, rows: rows, table: least, withMap: withMap)
    if layout.detail != nil {
      return max(rows + 3, leastLarge)
    }
    return layout.table.y + rows + 3
  }
}

extension EnforcementScreen {
  private func layout(in area: Rect) -> EnforcementLayout {
    EnforcementLayout(
      in: area, rows: rows.count, table: tables.words.wholeWidth,
      withMap: !settings[EnforcementOptions.form])
  }

  func naturalHeight(width: Int) -> Int {
    if let definition { return definition.height(width: width) }
    return EnforcementLayout.naturalHeight(
      width: width, rows: rows.count, table: tables.words.wholeWidth,
      withMap: !settings[EnforcementOptions.form])
  }

  func draw(in area: Rect, of frame: inout Frame, view: ViewState) {
    if let definition { return definition.draw(in: area, of: &frame, view: view) }
    let layout = layout(in: area)
    let table = table(in: layout.table)
    if comparison != nil, table.count == 0, frame.emptyWords.isEmpty {
      frame.canvas.put(
        "No step changed between the two days; a chooses another day to compare with.",
        in: layout.table, style: .dim)
    } else {
      table.draw(Part.table, in: layout.table, of: &frame, view: view)
    }
    let cursor = view.isPrinted ? nil : view.position(view.focus).cursor
    if let place = layout.map { drawMap(in: place, of: &frame, selected: cursor) }
    if let place = layout.aside { drawAside(in: place, of: &frame) }
    if let place = layout.detail, let cursor, rows.indices.contains(cursor) {
      drawDetail(of: rows[cursor], in: place, on: &frame.canvas)
    }
  }

  func draw(pane: Int, in area: Rect, of frame: inout Frame, view: ViewState) {
    if pane == Part.map, definition == nil {
      return drawMap(in: area, of: &frame, selected: view.position(pane).cursor)
    }
    guard pane == Part.table, definition == nil else {
      return panes[pane].draw(pane, in: area, of: &frame, view: view)
    }
    table(in: area).draw(pane, in: area, of: &frame, view: view)
  }

  /// The table with words where they push no column out of sight, else with marks alone.
  private func table(in area: Rect) -> FactTable {
    area.width >= tables.words.wholeWidth ? tables.words : tables.marks
  }

  private func drawMap(in area: Rect, of frame: inout Frame, selected: Int?) {
    let tile = selected.flatMap { tileRows.firstIndex(of: $0) }
    map.draw(on: &frame.canvas, in: area, selected: tile)
    frame.region(area, .pane(Part.map))
    for (tile, place) in map.frames(in: area).prefix(tileRows.count).enumerated() {
      frame.region(place, .row(pane: Part.map, row: tileRows[tile]))
    }
  }

  /// The legend of the marks and the count over time.
  private func drawAside(in area: Rect, of frame: inout Frame) {
    var area = area
    for line in comparison.map(EnforcementScreen.summary) ?? [] where area.height > 4 {
      for text in flowed(line, width: area.width) where area.height > 3 {
        frame.canvas.put(text, x: area.x, y: area.y, width: area.width)
        area = area.inset(top: 1)
      }
    }
    if comparison != nil, area.height > 10 { area = area.inset(top: 1) }
    let legend = Legend(EnforcementScreen.legend(report, comparison))
    let gap = area.height > 10 ? 1 : 0
    legend.draw(on: &frame.canvas, in: area)
    var rest = area.inset(top: legend.size(width: area.width).height + gap)
    let meaning =
      gap == 1
      ? "Full: market surveillance, notifying, contact point and penalties in force."
      : "full: all four parts in force"
    for line in TextWidth.wrap(meaning, width: min(rest.width, 60)) {
      frame.canvas.put(line, in: rest, style: .dim)
      rest = rest.inset(top: 1)
    }
    rest = rest.inset(top: gap)
    guard rest.height >= HistoryList.rowsForPicture else {
      return HistoryList(title: "States with full authority", points: history.points)
        .draw(in: rest, on: &frame.canvas)
    }
    chart.draw(
      on: &frame.canvas,
      in: Rect(x: rest.x, y: rest.y, width: rest.width, height: min(rest.height, 14)))
  }

  /// A line of words and names over as many lines as it takes, the names under each other.
  private func flowed(_ line: [Span], width: Int) -> [[Span]] {
    guard line.count == 2 else { return [line] }
    let indent = TextWidth.of(line[0].text)
    let names = TextWidth.wrap(line[1].text, width: max(12, width - indent))
    return names.enumerated().map { index, text in
      [
        index == 0 ? line[0] : Span(String(repeating: " ", count: indent), .dim),
        Span(text, line[1].style),
      ]
    }
  }

  /// The number of states with full authority over time, and of those that may have had it.
  private var chart: StepLine {
    let steps = history.points.map { point in
      StepLine.Step(
        day: point.day.number, value: Double(point.full.count),
        possible: Double(point.full.count + point.possible.count))
    }
    let first = min(history.points.first?.day ?? EnforcementScreen.due, EnforcementScreen.due)
    let start = first.adding(months: -1)
    return StepLine(
      series: [StepLine.Series(steps: steps, style: .good)],
      days: start.number...max(start, report.day, today).number, end: report.day.number,
      asOf: report.day < today ? report.day.number : nil,
      title: "Full authority, \(Glyph.hollow) possibly", unit: "states", isCount: true)
  }

  /// The day by which the four parts were due: Article 113(b) of Regulation (EU) 2024/1689.
  static let due = Day(year: 2025, month: 8, day: 2) ?? Day(number: 0)

  /// The steps of a state, with what happened and when.
  private func drawDetail(of row: EnforcementRow, in area: Rect, on canvas: inout Canvas) {
    guard area.height >= 4 else { return }
    canvas.put(
      [
        Span(row.name, Style(.strong, .bold)),
        Span("  \(row.state?.standing.words ?? "not known")", row.state?.standing.style ?? .dim),
      ], x: area.x, y: area.y, width: area.width)
    let cells = row.state?.cells.filter { $0.row != nil } ?? []
    for (index, cell) in cells.prefix(area.height - 2).enumerated() {
      guard let step = cell.row else { continue }
      let line = area.row(index + 1)
      canvas.set(cell.mark, x: line.x, y: line.y, style: cell.style)
      canvas.put(cell.step.columnTitle, x: line.x + 2, y: line.y, width: 12)
      canvas.put(readable(step.date), x: line.x + 16, y: line.y, style: .dim, width: 11)
      canvas.put(
        report.snapshot.dataset.string(step.detail), x: line.x + 29, y: line.y,
        width: line.width - 29)
    }
  }
}
