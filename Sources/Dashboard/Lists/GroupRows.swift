import Canvas
import Charts
import Dataset
import Insight

/// The bars of a screen on which a chart and a table are a whole. The first bar stands for
/// everything, each other bar for some rows of the table.
struct GroupRows: Sendable {
  struct Row: Sendable {
    /// The key of its rows; `nil` for everything, or where it is no group.
    let key: GroupKey?
    let bar: BarChart.Row
    /// Its figures, each under its column.
    let values: [Value]
    /// The page it opens; made when it is asked for, since a group may have a million rows.
    let fact: @Sendable () -> Fact
    /// The same without the parts of a sum, which may be a million.
    let identity: Fact
    /// True if a fact of the table is among its rows.
    let has: @Sendable (Fact) -> Bool
    /// True if it has no place in the order of the others: a year among quarters.
    var isApart = false
  }

  struct Field: Sendable {
    let id: String
    let kind: Value.Kind
    /// The column as people call it, where groups are sorted by it.
    let words: String
    let order: ColumnOrder
    /// True if the bars say it: as their label, their figure or in their remark.
    let isTold: Bool

    /// - Parameter untold: The columns that bars say nothing of.
    init<Group>(_ column: Column<Group>, untold: Set<String> = []) {
      id = column.id
      kind = column.kind ?? .text
      words = column.shown?.title ?? column.id.replacing("_", with: " ")
      order = column.order
      isTold = !untold.contains(column.id)
    }
  }

  let title: String
  /// The text after the title and the order.
  var remark = "" { didSet { pictures = Pictures() } }
  /// The answer that the picture gives, in place of its title where that fits; empty for none.
  var finding = "" { didSet { pictures = Pictures() } }
  let unit: String
  let name: String
  /// True if the first row is that of everything, which is no row of the data.
  let hasTotal: Bool
  let columns: [Field]
  let rows: [Row]

  /// The value of a full bar; `nil` for the largest.
  var maximum: Double? { didSet { pictures = Pictures() } }
  /// By which column the groups are sorted; `nil` for the order they were made in.
  var sort: SortOrder? { didSet { pictures = Pictures() } }
  /// The number that each row had when it was made, where they were sorted.
  var places: [Int]?

  /// The charts as they were first asked for, and as they were last drawn.
  final class Pictures: Sendable {
    let chart = Once<BarChart>()
    let columns = Once<ColumnChart>()
    let width = Once<Int>()
    let sketch = Sketch()
    let columnSketch = Sketch()
  }

  fileprivate(set) var pictures = Pictures()

  /// The chart; the bar of everything is no bar but a figure, so that the others have the scale. A single
  /// bar that would flatten all others is cut, and the title says so.
  var chart: BarChart { pictures.chart.value { makeChart() } }

  /// The cells in which every bar stands whole.
  var wholeWidth: Int { pictures.width.value { chart.wholeWidth } }

  private func makeChart() -> BarChart {
    let cut = BarCut(rows.map(\.bar.value.reach))
    let isCut = maximum == nil && cut.isCut
    var chart = BarChart(
      rows: rows.map(\.bar), title: heading + (isCut ? ", longest bar cut" : ""), unit: unit,
      maximum: maximum ?? cut.maximum)
    // An order that was chosen is said in the title.
    if sort == nil, !isCut { chart.finding = finding }
    return chart
  }

  /// The same as upright bars over time.
  var columnChart: ColumnChart { pictures.columns.value { makeColumns() } }

  private func makeColumns() -> ColumnChart {
    ColumnChart(
      columns: rows.map { row in
        ColumnChart.Column(
          quarterLabel(row.bar.label), value: row.bar.value,
          isMajor: row.bar.label.hasSuffix("Q1"))
      }, title: heading, unit: unit,
      apart: rows.firstIndex(where: \.isApart).map {
        ColumnChart.Apart(from: $0, title: "\(yearsApart): year known, not the quarter")
      })
  }

  /// The first and the last year that stand apart: the columns may be too narrow to say it.
  private var yearsApart: String {
    let years = rows.filter(\.isApart).map(\.bar.label).sorted()
    guard let first = years.first, let last = years.last else { return "" }
    return first == last ? first : "\(first)\(Glyph.interval)\(last)"
  }

  /// The groups alone, without the bar of everything and those that are not wanted.
  func groups(
    _ title: String, unit: String, where isWanted: (GroupKey) -> Bool = { _ in true }
  ) -> GroupRows {
    GroupRows(
      title: title, unit: unit, name: name, hasTotal: false, columns: columns,
      rows: rows.filter { row in row.key.map(isWanted) ?? false }, maximum: nil, sort: sort)
  }

  /// The same under the answer it gives.
  func finding(_ finding: String) -> GroupRows {
    var groups = self
    groups.finding = finding
    return groups
  }

  /// The same without remarks after the figures.
  var withoutNotes: GroupRows {
    let bare = rows.map { row in
      var bar = row.bar
      bar.note = ""
      return Row(
        key: row.key, bar: bar, values: row.values, fact: row.fact, identity: row.identity,
        has: row.has,
        isApart: row.isApart)
    }
    return GroupRows(
      title: title, remark: remark, unit: unit, name: name, hasTotal: hasTotal, columns: columns,
      rows: bare, maximum: maximum, sort: sort, places: places)
  }

  /// The same without the rows that have no bar, but for that of everything.
  var withBars: GroupRows {
    GroupRows(
      title: title, remark: remark, unit: unit, name: name, hasTotal: hasTotal, columns: columns,
      rows: rows.prefix(hasTotal ? 1 : 0)
        + rows.dropFirst(hasTotal ? 1 : 0).filter { $0.bar.value.reach > 0 },
      maximum: maximum, sort: sort)
  }

  var pane: Pane { pane(named: name) }

  /// The same under another name, where a screen has several.
  func pane(named name: String) -> Pane {
    let rows = rows
    var pane = Pane(
      "Groups", name: name, ids: columns.map(\.id), columns: columns.map(\.words),
      count: rows.count, fact: { rows[$0].fact() }, cells: { rows[$0].values.map(\.plain) })
    pane.sort = sort
    pane.orders = columns.map(\.order)
    pane.makeIdentity = { rows[$0].identity }
    pane.makeData = { [self] in data(named: name) }
    pane.drawing = { [self] in draw(as: $0, in: $1, of: &$2, view: $3) }
    return pane
  }

  func data(named name: String) -> DataTable {
    let (rows, columns, first) = (rows, columns, hasTotal ? 1 : 0)
    let headers = columns.flatMap { $0.kind.headers($0.id) }
    return DataTable(
      name: name, headers: headers, count: max(0, rows.count - first),
      row: { row in
        zip(columns, rows[row + first].values).flatMap { $1.data($0.kind) }
      }, brief: Array(headers.indices), types: columns.flatMap(\.kind.types))
  }

  /// The bar of a row of the table; none where the bar of everything stands alone.
  func row(of fact: Fact?) -> Int? {
    guard let fact else { return nil }
    return rows.indices.dropFirst().first { rows[$0].has(fact) }
  }
}

extension Array {
  /// The figures of a group, each under its column.
  func values<Group>(of group: Group, in world: World) -> [Value] where Element == Column<Group> {
    map { $0.value(group, world) }
  }
}

extension GroupRows {
  /// Draws the bars as a pane.
  func draw(as pane: Int, in area: Rect, of frame: inout Frame, view: ViewState, lit: Int? = nil) {
    frame.draw(pictures.sketch, as: pane, in: area, view: view, lit: lit) {
      $0.draw(chart, as: pane, in: area, view: view, lit: lit)
    }
  }

  /// Draws the upright bars as a pane whose rows before `first` have no bar.
  func drawColumns(
    as pane: Int, in area: Rect, of frame: inout Frame, view: ViewState, first: Int, lit: Int?
  ) {
    frame.draw(pictures.columnSketch, as: pane, in: area, view: view, lit: lit) {
      $0.draw(columnChart, as: pane, in: area, view: view, first: first, lit: lit)
    }
  }
}

extension Frame {
  private static let columnsWidth = 200

  /// Draws bars as a pane. `lit` is the bar of what is selected in another pane, shown as selected
  /// there without being so.
  ///
  /// Bars scroll for their own cursor alone. To show a bar that another pane selects would hide the
  /// largest, which answer who led most and who raised most.
  mutating func draw(
    _ chart: BarChart, as pane: Int, in area: Rect, view: ViewState, lit: Int?
  ) {
    let own = view.position(pane)
    let visible = max(1, chart.visibleRows(in: area))
    let first = own.settled(count: chart.rows.count, visible: visible).offset
    guard let lit, !view.isPrinted, (first..<first + visible).contains(lit) else {
      return draw(chart, as: pane, in: area, view: view)
    }
    var shown = own
    shown.cursor = lit
    var view = view
    while view.positions.count <= pane { view.positions.append(ListPosition(cursor: 0)) }
    view.positions[pane] = shown
    draw(chart, as: pane, in: area, view: view)
    settle(pane, own, visible: visible)
  }

  /// Draws upright bars as a pane whose rows before `first` have no bar; `lit` as for bars.
  mutating func draw(
    _ chart: ColumnChart, as pane: Int, in area: Rect, view: ViewState, first: Int, lit: Int?
  ) {
    let area = view.isWhole ? area.inset(right: max(0, area.width - Frame.columnsWidth)) : area
    let own = view.position(pane)
    var shown = own
    shown.cursor = (lit ?? own.cursor).map { $0 - first }.flatMap { $0 < 0 ? nil : $0 }
    let count = chart.columns.count
    let visible = max(1, chart.visibleColumns(in: area))
    if shown.cursor == nil { shown.offset = max(0, count - visible) }
    let settled = shown.settled(count: count, visible: visible)
    let columns = chart.draw(on: &canvas, in: area, position: view.isPrinted ? nil : settled)
    settle(pane, own, visible: visible)
    region(area, .pane(pane))
    for (column, cells) in columns {
      region(cells, .row(pane: pane, row: column + first))
    }
  }
}
