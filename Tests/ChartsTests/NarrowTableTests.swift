import Canvas
import Testing

@testable import Charts

/// A table in a narrow window: a figure next to the name, whole titles, the current column in sight.
@Suite struct NarrowTableTests {
  private func table(current: Int? = nil) -> Table {
    var table = Table(
      columns: [
        Table.Column("Site", minimum: 24, maximum: 34, priority: 10),
        Table.Column("Operator", minimum: 12, maximum: 22, priority: 9),
        Table.Column("Accelerators", alignment: .trailing, minimum: 12, priority: 8),
        Table.Column("Known since", minimum: 4, maximum: 10, priority: 3),
      ],
      rows: [
        ["Nscale Barstow, Microsoft, of Texas", "Nscale", "104,000", "2025"],
        ["Narvik, Microsoft tranche 1", "Nscale and others", "52,000", "2024"],
      ].map { $0.map { Table.Entry($0) } })
    table.column = current
    return table
  }

  private func picture(_ table: Table, _ width: Int, sideways: Int = 0) -> String {
    var canvas = Canvas(size: Size(width: width, height: 4))
    table.draw(
      on: &canvas, in: canvas.bounds, position: ListPosition(cursor: 0, sideways: sideways))
    return PlainText.write(canvas)
  }

  /// From the width on that holds ten letters, the figure and what is said of columns out of sight.
  @Test(arguments: 30...90)
  func aFigureStandsNextToTheName(_ width: Int) {
    let picture = picture(table(), width)
    #expect(picture.contains("104,000") && picture.contains("Nscale B"), "\(picture)")
  }

  @Test(arguments: 64...90)
  func aTitleIsNeverCut(_ width: Int) {
    let header = picture(table(), width).split(separator: "\n")[0]
    #expect(!header.contains("…"), "\(header)")
  }

  @Test(arguments: 1...3)
  func theCurrentColumnComesIntoSight(_ column: Int) {
    for width in [30, 36, 40, 60] {
      let table = table(current: column)
      let found = (0..<4).contains { skipped in
        table.titles(
          in: Rect(x: 0, y: 0, width: width, height: 4),
          position: ListPosition(cursor: 0, sideways: skipped)
        ).contains { $0.column == column && $0.area.width >= 4 }
      }
      #expect(found, "column \(column) at \(width)")
    }
  }
}
