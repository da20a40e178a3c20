import Dataset

/// A row to be added to a table.
public struct EntryRow: Equatable, Sendable {
  public let table: TableName
  /// The cells in the order of the schema.
  public private(set) var cells: [String]

  /// A row with the cells of some columns, the others empty.
  init(_ table: TableName, _ values: [String: String]) {
    self.table = table
    cells = table.schema.fields.map { values[$0.name] ?? "" }
  }

  /// The cell of a column; empty for a column that there is none of.
  public subscript(column: String) -> String {
    guard let index = table.schema.fields.firstIndex(where: { $0.name == column }) else {
      return ""
    }
    return cells[index]
  }

  /// The cells by their columns, those without a text left out.
  public var values: [(column: String, text: String)] {
    zip(table.schema.fields, cells).filter { !$1.isEmpty }.map { ($0.name, $1) }
  }
}

extension EntryRow {
  /// The rows of a file of a table, whatever the order of its columns.
  public static func rows(of table: TableName, in text: CSVText) -> [EntryRow] {
    guard let header = text.records.first?.cells else { return [] }
    return text.records.dropFirst().map { record in
      EntryRow(table, Dictionary(zip(header, record.cells)) { first, _ in first })
    }
  }
}

/// A fact ready to be written: its row, and the rows of what it needs.
public struct Entry: Sendable {
  public let kind: EntryKind
  /// The row of the fact.
  public let row: EntryRow
  /// All rows, each behind those that it refers to.
  public let rows: [EntryRow]
  /// The columns that were filled without being told, with their texts.
  public let assumed: [(column: String, text: String)]
  /// The state before, where the fact moves something on: cells by column.
  public let before: [String: String]

  /// The name of the fact in a sentence: its id, or the cells of its key.
  public var name: String {
    let fields = kind.table.schema.fields
    if fields.first?.type == .key { return row[fields[0].name] }
    return kind.subject.map { row[$0] }.filter { !$0.isEmpty }.joined(separator: "/")
  }

  /// The columns that differ from the state before.
  public var changes: [(column: String, before: String, after: String)] {
    guard !before.isEmpty else { return [] }
    return zip(kind.table.schema.fields, row.cells).compactMap { field, after in
      let old = before[field.name] ?? ""
      return old == after || ["date", "source"].contains(field.name)
        ? nil : (field.name, old, after)
    }
  }
}
