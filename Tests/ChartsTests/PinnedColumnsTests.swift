import Canvas
import Testing

@testable import Charts

/// A list whose first column is a date keeps the name next to it while other columns scroll.
@Suite struct PinnedColumnsTests {
  private func table(pinned: Int, current: Int) -> Table {
    var table = Table(
      columns: [
        Table.Column("Date", minimum: 10, maximum: 10, priority: 10),
        Table.Column("Obligation", minimum: 42, maximum: 80, priority: 9),
        Table.Column("Was", minimum: 10, maximum: 10, priority: 8),
        Table.Column("Set by", minimum: 25, maximum: 40, priority: 6),
        Table.Column("Article", minimum: 14, maximum: 16, priority: 4),
      ],
      rows: [
        [
          "2026-12-02", "Machine-readable marking for systems already on the market", "2026-08-02",
          "Regulation (EU) 2026/1744", "111(4)",
        ]
      ].map { $0.map { Table.Entry($0) } })
    table.pinned = pinned
    table.column = current
    return table
  }

  private func titles(_ table: Table, _ width: Int, _ sideways: Int) -> [Int] {
    table.titles(
      in: Rect(x: 0, y: 0, width: width, height: 4),
      position: ListPosition(cursor: 0, sideways: sideways)
    ).map(\.column)
  }

  /// The columns shown where the current column first comes into sight.
  private func shown(_ table: Table, _ width: Int) -> [Int] {
    (0..<5).lazy.map { titles(table, width, $0) }.first { $0.contains(table.column ?? 0) } ?? []
  }

  @Test(arguments: 2...4, [70, 80, 100, 120])
  func theNameStays(_ column: Int, _ width: Int) {
    #expect(shown(table(pinned: 2, current: column), width).prefix(2) == [0, 1])
  }

  @Test(arguments: 1...4, 30...60)
  func theCurrentColumnComesIntoSightAllTheSame(_ column: Int, _ width: Int) {
    #expect(shown(table(pinned: 2, current: column), width).contains(column))
  }

  @Test func aListNamedByItsFirstColumnScrollsTheSecond() {
    #expect(titles(table(pinned: 1, current: 3), 80, 1).contains(1) == false)
  }
}
