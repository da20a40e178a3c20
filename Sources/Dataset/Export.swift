extension Dataset {
  /// A table as CSV (RFC 4180, LF), header first: what reading it again gives the same rows from.
  ///
  /// Laid-over packages come out as one. A column that no file of the table has is left out, as every cell
  /// of it would be empty.
  public func csv(_ table: TableName) -> String { rows(of: table).csv(in: self) }

  /// A row's cells with the names of their columns, as they would stand in the file.
  public func cells(of record: some Record) -> [(column: String, text: String)] {
    guard let row = record as? any TableRow else { return [] }
    return cells(of: row)
  }

  private func cells<Row: TableRow>(of row: Row) -> [(column: String, text: String)] {
    zip(Row.schema.fields, RowWriter.cells(of: row, in: self)).map { ($0.name, $1) }
  }
}

/// The rows of a table, whichever it is.
protocol TableRowList {
  /// The rows as CSV, header first.
  func csv(in dataset: Dataset) -> String
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

  func forEachSource(in dataset: Dataset, _ body: (ID<Source>) -> Void) {
    for row in self {
      guard let sources = row.restsOn else { return }
      for id in dataset.ids(sources) { body(id) }
    }
  }
}
