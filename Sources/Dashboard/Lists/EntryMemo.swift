import Charts

/// The cells of rows that were drawn lately, by a number of the row: successive selections show the
/// same rows.
struct EntryMemo<Row: Sendable>: Sendable {
  private let made = Memo<Int, [Table.Entry]>(limit: 1_000)
  private let key: @Sendable (Row) -> Int

  /// No cells yet, for rows that a number tells apart.
  init(_ key: @escaping @Sendable (Row) -> Int) { self.key = key }

  func entries(_ row: Row, _ make: () -> [Table.Entry]) -> [Table.Entry] {
    made.value(key(row), make)
  }
}
