extension Dataset {
  /// A table as CSV (RFC 4180, LF), header first: what reading it again gives the same rows from.
  ///
  /// Laid-over packages come out as a single package. A column that no file of the table has is left out,
  /// as every cell of it would be empty.
  public func csv(_ table: TableName) -> String { rows(of: table).csv(in: self) }

  /// A row's cells with the names of their columns, as they would stand in the file.
  public func cells(of record: some Record) -> [(column: String, text: String)] {
    guard let row = record as? any TableRow else { return [] }
    return cells(of: row)
  }

  /// The key that tells a row from the others of its table: the cells of the table's key, joined by `|`.
  public func key(of record: some Record) -> String {
    guard let row = record as? any TableRow else { return "" }
    return key(of: row)
  }

  private func key<Row: TableRow>(of row: Row) -> String { keyAndCells(of: row).key }

  /// The key of a row as ``key(of:)`` tells it, and the texts of its cells.
  func keyAndCells<Row: TableRow>(of row: Row) -> (key: String, cells: [String]) {
    let cells = RowWriter.cells(of: row, in: self)
    let columns = Row.schema.keyColumns
    return (
      columns.count == 1 ? cells[columns[0]] : columns.map { cells[$0] }.joined(separator: "|"),
      cells
    )
  }

  /// The sources of a row; none where its table does not tell.
  public func sources(of record: some Record) -> [ID<Source>] {
    ((record as? any TableRow)?.restsOn).map { ids($0) } ?? []
  }

  /// The date of a row; `nil` where its table has none.
  public func date(of record: some Record) -> PartialDate? {
    (record as? any TableRow)?.dating?.date
  }

  /// The row that stands at a place; `nil` where none does.
  public func record(at origin: Origin) -> (any Record)? { rows(of: origin.table).row(at: origin) }

  /// The row of a table by its place, from 0; `nil` where there is none.
  public func record(_ number: Int, of table: TableName) -> (any Record)? {
    rows(of: table).row(number)
  }

  /// Goes through the rows of a table in their order.
  public func forEachRow(of table: TableName, _ body: (any Record) -> Void) {
    rows(of: table).forEachRow(body)
  }

  private func cells<Row: TableRow>(of row: Row) -> [(column: String, text: String)] {
    zip(Row.schema.fields, RowWriter.cells(of: row, in: self)).map { ($0.name, $1) }
  }
}

/// The rows of a table, whichever it is.
protocol TableRowList: Sendable {
  /// How many there are.
  var count: Int { get }
  /// The rows as CSV, header first.
  func csv(in dataset: Dataset) -> String
  /// The row that stands at a place.
  func row(at origin: Origin) -> (any Record)?
  /// The row of a number, from 0; `nil` where there is none.
  func row(_ number: Int) -> (any Record)?
  /// Goes through the rows.
  func forEachRow(_ body: (any Record) -> Void)
  /// Goes through what the rows rest on.
  func forEachSource(in dataset: Dataset, _ body: (ID<Source>) -> Void)
}

extension Array: TableRowList where Element: TableRow {
  func csv(in dataset: Dataset) -> String {
    let fields = Element.schema.fields
    let files = dataset.files.filter { $0.table == Element.table }
    let written = fields.indices.filter { index in
      files.isEmpty || files.contains { $0.columns.contains(fields[index].name) }
    }
    var text = written.map { fields[$0].name }.joined(separator: ",") + "\n"
    for row in self {
      let cells = RowWriter.cells(of: row, in: dataset)
      text += csvRecord(written.map { cells[$0] }) + "\n"
    }
    return text
  }

  func row(at origin: Origin) -> (any Record)? { first { $0.origin == origin } }

  func row(_ number: Int) -> (any Record)? { indices.contains(number) ? self[number] : nil }

  func forEachRow(_ body: (any Record) -> Void) {
    for row in self { body(row) }
  }

  func forEachSource(in dataset: Dataset, _ body: (ID<Source>) -> Void) {
    for row in self {
      guard let sources = row.restsOn else { return }
      for id in dataset.ids(sources) { body(id) }
    }
  }
}
