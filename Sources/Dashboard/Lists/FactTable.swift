import Canvas
import Charts
import Dataset

/// What a cell is sorted by. What is unknown comes last, whichever way one sorts.
enum SortKey: Hashable, Sendable {
  case text(String)
  case number(Double)
  case date(PartialDate)
  case unknown

  static func number(_ value: Double?) -> SortKey { value.map { .number($0) } ?? .unknown }
  static func number(_ value: Int?) -> SortKey { value.map { .number(Double($0)) } ?? .unknown }
  static func date(_ value: PartialDate?) -> SortKey { value.map { .date($0) } ?? .unknown }

  /// Whether it comes before another, or `nil` where neither does.
  func isBefore(_ other: SortKey) -> Bool? {
    switch (self, other) {
    case (.text(let left), .text(let right)):
      let (left, right) = (left.lowercased(), right.lowercased())
      return left == right ? nil : left < right
    case (.number(let left), .number(let right)): return left == right ? nil : left < right
    case (.date(let left), .date(let right)): return left == right ? nil : left < right
    default: return nil
    }
  }
}

/// A cell: what is written, and what it is sorted by.
struct FactCell: Sendable {
  let entry: Table.Entry
  let key: SortKey

  init(_ entry: Table.Entry, _ key: SortKey) {
    self.entry = entry
    self.key = key
  }

  /// Words.
  init(_ text: String, style: Style = .plain) {
    self.init(Table.Entry(text, style: style), text.isEmpty ? .unknown : .text(text))
  }

  /// A figure, written as `text`; `·` where it is unknown.
  init(_ value: Double?, _ text: (Double) -> String, style: Style = .plain) {
    if let value {
      self.init(Table.Entry(text(value), style: style), .number(value))
    } else {
      self.init(.unknown, .unknown)
    }
  }

  /// A count with its thousands separated.
  init(count: Int?, style: Style = .plain) {
    self.init(count.map(Double.init), { NumberFormat.integer($0) }, style: style)
  }

  /// A date, as precise as it is known.
  init(date: PartialDate?, style: Style = .plain) {
    if let date {
      self.init(Table.Entry(date.description, style: style), .date(date))
    } else {
      self.init(.unknown, .unknown)
    }
  }
}

/// Facts as rows of a table that can be selected, sorted, searched and written as CSV.
///
/// Rows are made when they are seen; a million of them cost their numbers.
struct FactTable: Sendable {
  private(set) var title: String
  private(set) var columns: [Table.Column]
  let foot: [Table.Entry]?
  let sort: SortOrder?
  private let order: [Int32]
  private let make: @Sendable (Int) -> (fact: Fact?, cells: [FactCell])
  /// To measure reads rows, and a frame should read only those in sight.
  private var measure = Once<Table.Measure>()
  private let made = Once<[[Table.Entry]]>()
  /// As many rows as a table measures without leaving any out.
  private static let mostKept = 400

  /// A table of `count` rows made one by one, in the order given unless `sort` says otherwise.
  init(
    _ title: String, columns: [Table.Column], count: Int, foot: [Table.Entry]? = nil,
    sort: SortOrder? = nil,
    make: @escaping @Sendable (Int) -> (fact: Fact?, cells: [FactCell])
  ) {
    self.title = title
    self.columns = columns
    self.foot = foot
    self.sort = sort
    self.make = make
    let natural = (0..<count).map { Int32($0) }
    guard let sort, columns.indices.contains(sort.column) else {
      order = natural
      return
    }
    let keys = (0..<count).map { make($0).cells[sort.column].key }
    order = natural.sorted { left, right in
      let (first, second) = (keys[Int(left)], keys[Int(right)])
      if (first == .unknown) != (second == .unknown) { return second == .unknown }
      guard let before = first.isBefore(second) else { return left < right }
      return before != sort.descending
    }
  }

  /// A table of rows that exist.
  init(
    _ title: String, columns: [Table.Column], rows: [(fact: Fact?, cells: [FactCell])],
    foot: [Table.Entry]? = nil, sort: SortOrder? = nil
  ) {
    self.init(title, columns: columns, count: rows.count, foot: foot, sort: sort) { rows[$0] }
  }

  /// The same under another title.
  func titled(_ title: String) -> FactTable {
    var table = self
    table.title = title
    return table
  }

  /// The same with a column that gives way to no other one until it has less than some cells.
  func keeping(column: Int, atLeast cells: Int) -> FactTable {
    guard columns.indices.contains(column), cells > columns[column].minimum else { return self }
    var table = self
    table.columns[column].minimum = cells
    table.measure = Once()
    return table
  }

  /// How many rows there are.
  var count: Int { order.count }

  /// The numbers of its rows as they were given, in the order in which they are shown.
  var rows: [Int] { order.map(Int.init) }

  /// The fact of a row as it is shown.
  func fact(_ row: Int) -> Fact? { make(Int(order[row])).fact }

  /// The pane of the table.
  var pane: Pane {
    let table = self
    var pane = Pane(
      title, columns: columns.map { $0.unit.isEmpty ? $0.title : "\($0.title) \($0.unit)" },
      count: count, fact: { table.fact($0) },
      cells: { row in
        table.make(Int(table.order[row])).cells.map { cell in
          let mark = cell.entry.mark.map { "\($0) " } ?? ""
          return mark + cell.entry.text
        }
      })
    pane.sort = sort
    pane.drawing = { table.draw($0, in: $1, of: &$2, view: $3) }
    return pane
  }

  /// The chart that draws it.
  var chart: Table {
    let table = self
    @Sendable func entries(_ row: Int) -> [Table.Entry] {
      table.make(Int(table.order[row])).cells.map(\.entry)
    }
    // All rows of a short list are read to measure it, and need not be made again for every frame.
    let made =
      count <= FactTable.mostKept ? self.made.value { (0..<count).map(entries) } : nil
    var chart = Table(
      columns: columns, count: count, foot: foot,
      sort: sort.map { Table.Sort(column: $0.column, isAscending: !$0.descending) }
    ) { made?[$0] ?? entries($0) }
    chart.measure = measure.value { chart.measured() }
    return chart
  }

  /// The rows that it takes to show everything.
  var naturalHeight: Int { 1 + count + (foot == nil ? 0 : 2) }

  /// Draws it as a pane of a screen.
  func draw(_ index: Int, in area: Rect, of frame: inout Frame, view: ViewState) {
    var chart = chart
    if let marks = frame.marks {
      let table = self
      chart.mark = { table.fact($0).flatMap(marks.mark) }
    }
    chart.fit(view.widths[index] ?? [:])
    chart.highlight(view.search)
    let visible = chart.visibleRows(in: area)
    var position = view.position(index).settled(count: count, visible: visible)
    chart.column = view.columns[index]
    if let column = chart.column { position.sideways = chart.sideways(to: column, in: area) }
    chart.draw(on: &frame.canvas, in: area, position: view.isPrinted ? nil : position)
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
  /// Makes columns wider or narrower than they ask to be.
  fileprivate mutating func fit(_ widths: [Int: Int]) {
    guard !widths.isEmpty else { return }
    var measure = measure ?? measured()
    for (index, change) in widths where measure.widths.indices.contains(index) {
      let asked = min(measure.widths[index], max(columns[index].maximum, 1))
      let width = max(1, asked + change)
      measure.widths[index] = width
      columns[index].minimum = width
      columns[index].maximum = width
    }
    self.measure = measure
  }

  /// Underlines words in the rows.
  fileprivate mutating func highlight(_ search: String) {
    let words = search.split(separator: " ").map { Array($0.lowercased()) }
    guard !words.isEmpty else { return }
    let plain = row
    row = { index in
      plain(index).map { entry in
        var entry = entry
        let text = entry.text.map { $0.lowercased().first ?? $0 }
        for word in words where word.count <= text.count {
          var start = 0
          while start + word.count <= text.count {
            if text[start..<(start + word.count)].elementsEqual(word) {
              entry.matches.append(start..<(start + word.count))
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

  /// How many columns have to be scrolled out of sight for one to be in sight.
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
  /// Draws bars as a pane of a screen.
  mutating func draw(_ chart: BarChart, as pane: Int, in area: Rect, view: ViewState) {
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
