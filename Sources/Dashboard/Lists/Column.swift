import Canvas
import Charts
import Dataset
import Insight

/// A column of a list, described once: its value, its look, its sort key and its data in CSV and
/// JSON.
///
/// The id is stable, in snake case, and names the column in files, in JSON and in a saved sort. A
/// column needs no data: its headers are known before any row is.
struct Column<Row: Sendable>: Sendable {
  /// The result of a column for a row: a value, words or a figure.
  typealias Of<Result> = @Sendable (Row, World) -> Result

  let id: String
  /// The kind of its values; `nil` for what is only drawn and is no data.
  let kind: Value.Kind?
  /// Its look on the screen; `nil` for what only programs read.
  let shown: Table.Column?
  let value: Of<Value>
  /// The number that rows are sorted by instead of the value.
  private let rank: Of<Double?>?
  private let look: @Sendable (Row, World, Style) -> Table.Entry

  /// A column of values.
  ///
  /// - Parameters:
  ///   - shown: its look; `nil` for what only programs read.
  ///   - style: the style of its cells, where that is not the row's.
  ///   - styled: the same, by row.
  ///   - words: the text on the screen where that is not the value's own.
  ///   - entry: the whole cell where it has a mark or two styles; `nil` leaves it to the rest.
  ///   - rank: the number to sort by where that is not the value.
  ///   - value: what a row holds; `nil` where that is unknown.
  init<Cell: CellType>(
    _ id: String, _ shown: Table.Column? = nil, style: Style? = nil,
    styled: (@Sendable (Row, World, Style) -> Style)? = nil, words: Of<String?>? = nil,
    entry: (@Sendable (Row, World, Style) -> Table.Entry?)? = nil, rank: Of<Double?>? = nil,
    _ value: @escaping Of<Cell?>
  ) {
    self.id = id
    self.shown = shown.map { Column.whole($0, Cell.kind) }
    self.rank = rank
    kind = Cell.kind
    self.value = { value($0, $1)?.cell ?? .unknown }
    let isBlank = Cell.kind.isBlankWhereUnknown
    look = { row, world, rowStyle in
      if let entry = entry?(row, world, rowStyle) { return entry }
      let style = styled?(row, world, rowStyle) ?? style ?? rowStyle
      if let text = words?(row, world) { return Table.Entry(text, style: style) }
      guard let cell = value(row, world)?.cell, cell != .unknown else {
        return isBlank ? Table.Entry("", style: style) : .unknown
      }
      return Table.Entry(cell.text, style: style)
    }
  }

  /// A column whose cells say more than its value, with the number that each is sorted by.
  init<Cell: CellType>(
    _ id: String, _ shown: Table.Column, ranked: @escaping Of<RankedEntry>,
    _ value: @escaping Of<Cell?>
  ) {
    self.init(
      id, shown, entry: { row, world, _ in ranked(row, world).entry },
      rank: { ranked($0, $1).rank }, value)
  }

  /// A column that is drawn and is no data, such as a bar.
  init(
    drawn id: String, _ shown: Table.Column, rank: Of<Double?>? = nil,
    _ entry: @escaping @Sendable (Row, World, Style) -> Table.Entry
  ) {
    self.id = id
    self.shown = shown
    self.rank = rank
    kind = nil
    value = { _, _ in .unknown }
    look = entry
  }

  /// The look of a column whose dates are never cut: half of a day is another day.
  private static func whole(_ shown: Table.Column, _ kind: Value.Kind) -> Table.Column {
    guard case .date = kind else { return shown }
    var shown = shown
    shown.minimum = max(shown.minimum, Column.dateCells)
    return shown
  }

  /// The cells of a day: `2026-11-30`.
  private static var dateCells: Int { 10 }

  func entry(_ row: Row, _ world: World, _ style: Style) -> Table.Entry { look(row, world, style) }

  /// The kind of values that rows are sorted by.
  var order: ColumnOrder {
    switch kind {
    case .date: .date
    case let kind? where kind.isText && rank == nil: .text
    default: .number
    }
  }

  var headers: [String] { kind?.headers(id) ?? [] }

  func data(_ row: Row, _ world: World) -> [DataValue] { kind.map(value(row, world).data) ?? [] }

  /// The keys that rows are sorted by, read from this column alone.
  func keys(_ rows: some Collection<Row>, _ world: World) -> SortKeys {
    if let rank { return .numbers(rows.map { rank($0, world) ?? .nan }) }
    if kind?.isText ?? false {
      return .words(rows.map { FoldedText.folded(value($0, world).text) })
    }
    return .numbers(rows.map { value($0, world).number ?? .nan })
  }
}

/// The sort keys of a list's rows: numbers, NaN for unknown, or folded words, empty for unknown. Folded
/// are case and marks, so that Ö stands with O. Cells are not kept for it.
enum SortKeys: Sendable {
  case numbers([Double])
  case words([String])

  /// The places of the rows in order. Rows that are equal keep theirs, and what is unknown comes last
  /// in either order.
  func order(descending: Bool) -> [Int32] {
    switch self {
    case .numbers(let keys):
      SortKeys.order(keys.count, isUnknown: { keys[$0].isNaN }) { left, right in
        keys[left] == keys[right] ? nil : (keys[left] < keys[right]) != descending
      }
    case .words(let keys):
      SortKeys.order(keys.count, isUnknown: { keys[$0].isEmpty }) { left, right in
        keys[left] == keys[right] ? nil : (keys[left] < keys[right]) != descending
      }
    }
  }

  private static func order(
    _ count: Int, isUnknown: (Int) -> Bool, isBefore: (Int, Int) -> Bool?
  ) -> [Int32] {
    var known: [Int32] = []
    var unknown: [Int32] = []
    known.reserveCapacity(count)
    for place in 0..<count {
      if isUnknown(place) { unknown.append(Int32(place)) } else { known.append(Int32(place)) }
    }
    known.sort { isBefore(Int($0), Int($1)) ?? ($0 < $1) }
    return known + unknown
  }
}

/// A cell as it is drawn, with the number that it is sorted by; `nil` comes last.
struct RankedEntry: Sendable {
  let entry: Table.Entry
  let rank: Double?

  init(_ entry: Table.Entry, _ rank: Double? = nil) {
    self.entry = entry
    self.rank = rank
  }

  init(_ text: String, style: Style = .plain, _ rank: Int?) {
    self.init(Table.Entry(text, style: style), rank.map(Double.init))
  }

  static let unknown = RankedEntry(.unknown)
  static let blank = RankedEntry(Table.Entry(""))
}
