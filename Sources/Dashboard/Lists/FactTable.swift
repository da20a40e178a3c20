import Canvas
import Charts
import Dataset
import Insight

/// Facts as rows of a table that can be selected, sorted, searched and written as CSV.
///
/// Rows are made when they are seen; a million of them cost their numbers.
struct FactTable: Sendable {
  private(set) var title: String
  /// The name in files, in `--table` and in a saved sort.
  let name: String
  private(set) var columns: [Table.Column]
  let ids: [String]
  /// The words for the order of each column.
  private let orders: [ColumnOrder]
  private(set) var feet: [[Table.Entry]]
  /// The order that applies; `nil` for the list's own.
  private(set) var sort: SortOrder?
  private var order: [Int32]
  private let keys: @Sendable (String) -> SortKeys?
  private let rowFact: @Sendable (Int) -> Fact?
  private let rowEntries: @Sendable (Int) -> [Table.Entry]
  private let makeData: (@Sendable (FactTable) -> DataTable)?
  /// To measure reads rows, and a frame should read only those in sight.
  private var measure = Once<Table.Measure>()
  private var made = Once<[[Table.Entry]]>()
  private var sketch: Sketch? = Sketch()
  /// The same table with other least widths, kept since each measures itself anew.
  private var kept = Memo<KeptWidth, FactTable>(limit: 4)

  private struct KeptWidth: Hashable, Sendable {
    let column: Int
    let cells: Int
  }

  /// The lead of a column that the filter asks about over any other.
  private static let askedPriority = 100
  /// The lead of the column that the list is sorted by over those that nobody asked about.
  private static let sortingPriority = 50
  /// As many rows as a table measures without leaving any out.
  private static let mostKept = 400

  /// A list of rows under columns, in the order given unless `sort` names one of the columns.
  ///
  /// - Parameters:
  ///   - rows: the rows, counted from 0. A long list is one of `Rows`, which copies none.
  ///   - hidden: columns that this screen does not draw. Exports have them all the same.
  ///   - feet: the lines of sums under the columns, by their ids.
  ///   - memo: the cells made for other selections of the same rows.
  ///   - style: the style of a row.
  ///   - fact: the fact of a row.
  init<Row: Sendable, List: RandomAccessCollection<Row> & Sendable>(
    _ title: String, name: String, columns: [Column<Row>], rows: List, in world: World,
    sort: SortOrder? = nil, hidden: Set<String> = [], feet: [[String: Table.Entry]] = [],
    memo: EntryMemo<Row>? = nil,
    style: @escaping @Sendable (Row, World) -> Style = { _, _ in .plain },
    fact: @escaping @Sendable (Row, World) -> Fact?
  ) where List.Index == Int {
    self.title = title
    self.name = name
    let drawn = columns.filter { $0.shown != nil && !hidden.contains($0.id) }
    let asked = world.filter.askedColumns
    self.columns = drawn.compactMap { column in
      var shown = column.shown
      if asked.contains(column.id) { shown?.priority += FactTable.askedPriority }
      return shown
    }
    ids = drawn.map(\.id)
    orders = drawn.map(\.order)
    self.feet = feet.map { foot in drawn.map { foot[$0.id] ?? Table.Entry("") } }
    let keys: @Sendable (String) -> SortKeys? = { id in
      drawn.first { $0.id == id }?.keys(rows, world)
    }
    self.keys = keys
    if let sort, let found = keys(sort.column) {
      self.sort = sort
      order = found.order(descending: sort.descending)
    } else {
      self.sort = nil
      order = (0..<rows.count).map { Int32($0) }
    }
    rowFact = { fact(rows[$0], world) }
    let entries: @Sendable (Row) -> [Table.Entry] = { row in
      let style = style(row, world)
      return drawn.map { $0.entry(row, world, style) }
    }
    rowEntries = { place in
      let row = rows[place]
      return memo?.entries(row) { entries(row) } ?? entries(row)
    }
    makeData = { DataTable(name, columns: columns, rows: rows, order: $0.order, in: world) }
  }

  /// A list without columns and rows, where there is nothing to list.
  init(nothing name: String, in world: World) {
    self.init("", name: name, columns: [Column<Int>](), rows: [], in: world) { _, _ in nil }
  }

  /// The same in the order that was chosen for it, where that names one of its columns.
  func sorted(by chosen: [String: SortOrder]) -> FactTable {
    guard let sort = chosen[name], let keys = keys(sort.column) else { return self }
    var table = self
    table.sort = sort
    table.order = keys.order(descending: sort.descending)
    table.measure = Once()
    table.made = Once()
    table.sketch = Sketch()
    table.kept = Memo(limit: 4)
    return table
  }

  /// The rows of a pane that draws itself otherwise, as plain text in their own order.
  init(listing pane: Pane, columns: [Table.Column]) {
    title = pane.title
    name = pane.name
    self.columns = columns
    ids = pane.ids
    orders = pane.orders
    feet = []
    sort = nil
    order = (0..<pane.count).map { Int32($0) }
    keys = { _ in nil }
    let (fact, cells) = (pane.fact, pane.cells)
    rowFact = fact
    rowEntries = { cells($0).map { Table.Entry($0) } }
    makeData = nil
  }

  func titled(_ title: String) -> FactTable {
    var table = self
    table.title = title
    table.sketch = Sketch()
    table.kept = Memo(limit: 4)
    return table
  }

  /// The same without sums, for where they stand above it.
  var withoutFeet: FactTable {
    var table = self
    table.feet = []
    table.measure = Once()
    table.sketch = Sketch()
    table.kept = Memo(limit: 4)
    return table
  }

  /// The same with a column that gives way to no other column until it has less than some cells.
  func keeping(column: Int, atLeast cells: Int) -> FactTable {
    guard columns.indices.contains(column), cells > columns[column].minimum else { return self }
    return kept.value(KeptWidth(column: column, cells: cells)) {
      var table = self
      table.columns[column].minimum = cells
      table.measure = Once()
      table.sketch = Sketch()
      // A table that was kept by what it keeps would never go.
      table.kept = Memo(limit: 4)
      return table
    }
  }

  var count: Int { order.count }

  /// The numbers of its rows as they were given, in the order in which they are shown.
  var rows: [Int] { order.map(Int.init) }

  /// The fact of a row; none where there is no such row.
  func fact(_ row: Int) -> Fact? {
    order.indices.contains(row) ? rowFact(Int(order[row])) : nil
  }

  private func entries(_ row: Int) -> [Table.Entry] { rowEntries(Int(order[row])) }

  /// The rows as data, in the order in which they are shown; `nil` for a list that is not described.
  var data: DataTable? { columns.isEmpty ? nil : makeData?(self) }

  var pane: Pane {
    let table = self
    var pane = Pane(
      title, name: name, ids: ids,
      columns: columns.map { $0.unit.isEmpty ? $0.title : "\($0.title) \($0.unit)" },
      count: count, fact: { table.fact($0) },
      cells: { row in
        table.entries(row).map { entry in
          let mark = entry.mark.map { "\($0) " } ?? ""
          return mark + entry.text
        }
      })
    pane.bare = { row in table.entries(row).map(\.text) }
    pane.sort = sort
    pane.orders = orders
    if columns.contains(where: { !$0.title.isEmpty }) { pane.widths = { table.widths(of: $0) } }
    pane.makeData = { table.data }
    pane.drawing = { table.draw($0, in: $1, of: &$2, view: $3) }
    return pane
  }

  /// The widths that a column may be given: a figure is never cut, and a text keeps some letters.
  private func widths(of column: Int) -> ColumnWidths {
    let measure = chart.measure ?? chart.measured()
    guard columns.indices.contains(column), measure.widths.indices.contains(column) else {
      return ColumnWidths(asked: 0, least: 0, most: 0)
    }
    let shown = columns[column]
    let natural = measure.widths[column]
    return ColumnWidths(
      asked: min(natural, max(shown.maximum, 1)),
      least: shown.isNumeric ? natural : min(natural, max(4, shown.minimum)),
      most: min(natural, ColumnWidths.widest))
  }

  /// The same for what its own sketch keeps: a sketch that kept itself would never go.
  private var withoutSketch: FactTable {
    var table = self
    table.sketch = nil
    return table
  }

  var chart: Table {
    let table = withoutSketch
    let entries: @Sendable (Int) -> [Table.Entry] = { table.entries($0) }
    // All rows of a short list are read to measure it, and need not be made again for every frame.
    let made =
      count <= FactTable.mostKept ? self.made.value { (0..<count).map(entries) } : nil
    var chart = Table(
      columns: columns, count: count, feet: feet,
      sort: sort.flatMap { sort in
        ids.firstIndex(of: sort.column).map {
          Table.Sort(column: $0, isAscending: !sort.descending)
        }
      }
    ) { made?[$0] ?? entries($0) }
    chart.measure = measure.value { chart.measured() }
    // An order that nobody sees is no order: the column that sorts gives way after all others.
    if let sort = chart.sort {
      let title = TextWidth.of(columns[sort.column].title) + 2
      chart.columns[sort.column].priority += FactTable.sortingPriority
      chart.columns[sort.column].minimum = max(columns[sort.column].minimum, title)
      chart.columns[sort.column].maximum = max(columns[sort.column].maximum, title)
    }
    // A date alone names no row.
    chart.pinned = ids.first == "date" ? 2 : 1
    return chart
  }

  /// The width in which all columns stand whole.
  var wholeWidth: Int { chart.wholeWidth }

  /// The rows that it takes to show all rows: the rule above the sums is the first to go.
  var leastHeight: Int { 1 + count + feet.count }

  /// The rows that it takes to show everything.
  var naturalHeight: Int { 1 + count + (feet.isEmpty ? 0 : 1 + feet.count) }

  /// Draws it as a pane of a screen.
  func draw(_ index: Int, in area: Rect, of frame: inout Frame, view: ViewState) {
    guard let sketch else { return drawRows(index, in: area, of: &frame, view: view) }
    frame.draw(sketch, as: index, in: area, view: view) {
      drawRows(index, in: area, of: &$0, view: view)
    }
  }

  private func drawRows(_ index: Int, in area: Rect, of frame: inout Frame, view: ViewState) {
    var chart = chart
    if let marks = frame.marks {
      let table = withoutSketch
      chart.mark = { table.fact($0).flatMap(marks.mark) }
    }
    chart.fit(view.widths[index] ?? [:], around: view.columns[index], in: area.width)
    chart.highlight(view.search)
    let whole = view.isEnlarged && !view.isPrinted && view.focus == index
    let (area, rest) = whole ? WholeRow.split(area, of: chart, height: naturalHeight) : (area, nil)
    let visible = chart.visibleRows(in: area)
    if view.isPrinted, count > FactTable.mostKept { chart.measure = chart.measured(first: visible) }
    var position = view.position(index).settled(count: count, visible: visible)
    chart.column = view.columns[index]
    if let column = chart.column { position.sideways = chart.sideways(to: column, in: area) }
    chart.draw(on: &frame.canvas, in: area, position: view.isPrinted ? nil : position)
    if let column = chart.column, let row = position.cursor,
      chart.isCut(row: row, column: column, in: area, position: position)
    {
      frame.cut.insert(index)
    }
    if let rest, let row = position.cursor {
      WholeRow.draw(chart, row: row, position: position, list: area, in: rest, on: &frame.canvas)
    }
    if position.isFocused { frame.note(chart.titles(in: area, position: position), of: index) }
    if count == 0 { frame.sayEmpty(in: area.inset(top: 1)) }
    frame.settle(index, position, visible: visible)
    frame.region(area) { [chart, position] point in
      switch chart.hit(at: point, in: area, position: position) {
      case .title(let column): .column(pane: index, column: column)
      case .row(let row, _): .row(pane: index, row: row)
      case nil: .pane(index)
      }
    }
  }
}

extension Table {
  /// Gives columns widths of their own, none so wide that the current column or the first is out of sight.
  fileprivate mutating func fit(_ widths: [Int: Int], around current: Int?, in room: Int) {
    guard !widths.isEmpty else { return }
    var measure = measure ?? measured()
    // The margin for marks, and what the header says of columns out of sight.
    let free = max(8, room - 3 - 6)
    func least(_ column: Int) -> Int {
      guard columns.indices.contains(column), measure.widths.indices.contains(column) else {
        return 0
      }
      let own = columns[column].isNumeric ? measure.widths[column] : columns[column].minimum
      return min(own, measure.widths[column]) + 2
    }
    func give(_ column: Int, _ width: Int, beside other: Int?) {
      let width = max(1, min(width, free - (other.map(least) ?? 0)))
      measure.widths[column] = width
      columns[column].minimum = width
      columns[column].maximum = width
    }
    for (column, width) in widths where column > 0 && measure.widths.indices.contains(column) {
      give(column, width, beside: 0)
    }
    if let width = widths[0], !measure.widths.isEmpty {
      give(0, width, beside: current == 0 ? nil : current)
    }
    self.measure = measure
  }

  fileprivate mutating func highlight(_ search: String) {
    let words = search.split(separator: " ").map { Array(FoldedText.folded(String($0))) }
    guard !words.isEmpty else { return }
    let plain = row
    row = { index in
      plain(index).map { entry in
        var entry = entry
        // A letter may fold to two, as ß does: each folded letter knows the place of its own.
        let letters = entry.text.enumerated().flatMap { place, letter in
          FoldedText.folded(String(letter)).map { (letter: $0, place: place) }
        }
        let text = letters.map(\.letter)
        for word in words where word.count <= text.count {
          var start = 0
          while start + word.count <= text.count {
            if text[start..<(start + word.count)].elementsEqual(word) {
              entry.matches.append(
                letters[start].place..<(letters[start + word.count - 1].place + 1))
              start += word.count
            } else {
              start += 1
            }
          }
        }
        return entry
      }
    }
  }

  /// The number of columns to scroll out of sight so that a column comes into sight.
  fileprivate func sideways(to column: Int, in area: Rect) -> Int {
    for skipped in 0..<max(1, columns.count) {
      let position = ListPosition(cursor: 0, sideways: skipped)
      if titles(in: area, position: position).contains(where: { $0.column == column }) {
        return skipped
      }
    }
    return 0
  }
}

extension Frame {
  private static let barsWidth = 100

  /// Draws bars as a pane of a screen.
  mutating func draw(_ chart: BarChart, as pane: Int, in area: Rect, view: ViewState) {
    // Bars say no more for being longer than the lists below are wide.
    let area =
      view.isWhole
      ? area.inset(right: max(0, area.width - max(Frame.barsWidth, chart.wholeWidth))) : area
    let visible = max(1, chart.visibleRows(in: area))
    let position = view.position(pane).settled(count: chart.rows.count, visible: visible)
    chart.draw(on: &canvas, in: area, position: view.isPrinted ? nil : position)
    settle(pane, position, visible: visible)
    region(area) { point in
      chart.row(at: point, in: area, position: position).map { .row(pane: pane, row: $0) }
        ?? .pane(pane)
    }
  }
}
