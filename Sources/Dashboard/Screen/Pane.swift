import Dataset

/// A part of a screen in which rows are selected, whether drawn as table, bars, tiles or nodes.
public struct Pane: Sendable {
  public let title: String
  /// The name of the list in files, in `--table` and in a saved sort.
  public let name: String
  /// The names of its columns on the screen: what it can be sorted by.
  public let columns: [String]
  public let count: Int
  public let fact: @Sendable (Int) -> Fact?
  public let cells: @Sendable (Int) -> [String]
  /// The cells without the marks before them, as they are copied; `nil` where they are the same.
  var bare: (@Sendable (Int) -> [String])?
  /// By which column it is sorted; `nil` for its own order.
  var sort: SortOrder?
  /// The words for the order of each column, by kind of value.
  var orders: [ColumnOrder] = []
  /// The widths that a column may be given; `nil` for a list whose columns have none.
  var widths: (@Sendable (Int) -> ColumnWidths)?
  /// The drawing of the pane alone; `nil` for a list of its rows.
  var drawing: PaneDrawing?
  /// The fact of a row without the parts of a sum, where making those takes long.
  var makeIdentity: (@Sendable (Int) -> Fact?)?
  /// Makes its rows as data; a frame asks for panes more often than for that.
  var makeData: (@Sendable () -> DataTable?)?
  private let givenIDs: [String]?

  init(
    _ title: String, name: String? = nil, ids: [String]? = nil, columns: [String], count: Int,
    fact: @escaping @Sendable (Int) -> Fact?, cells: @escaping @Sendable (Int) -> [String]
  ) {
    self.title = title
    self.name = name ?? title
    self.columns = columns
    self.count = count
    self.fact = fact
    self.cells = cells
    givenIDs = ids
  }

  /// The fact of a row, without the parts where it is a sum: what a selection is found again by.
  func identity(_ row: Int) -> Fact? {
    if let makeIdentity { return makeIdentity(row) }
    return fact(row)?.withoutParts
  }

  public var ids: [String] { givenIDs ?? columns.map(columnID) }

  /// A part that draws its rows itself, such as a map, and lists them by columns.
  init<Row: Sendable>(
    _ title: String, name: String? = nil, columns: [Column<Row>], rows: [Row], in world: World,
    fact: @escaping @Sendable (Row) -> Fact?
  ) {
    let drawn = columns.filter { $0.shown != nil }
    self.init(
      title, name: name, ids: drawn.map(\.id), columns: drawn.compactMap(\.shown?.title),
      count: rows.count, fact: { fact(rows[$0]) },
      cells: { row in drawn.map { $0.value(rows[row], world).plain } })
    let table = columnID(self.name)
    makeData = { DataTable(table, columns: columns, rows: rows, in: world) }
  }

  /// Its rows as data, in the order in which they stand; `nil` where it is a picture and no list.
  public var data: DataTable? { makeData?() }

  /// A row's words, for the search and the clipboard.
  public func text(_ row: Int) -> String { cells(row).joined(separator: "\t") }
}

/// A title in snake case: `Of $ m` is `of_m`.
func columnID(_ title: String) -> String {
  title.lowercased().split { !$0.isLetter && !$0.isNumber }.joined(separator: "_")
}
