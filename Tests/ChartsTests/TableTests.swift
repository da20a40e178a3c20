import Canvas
import Synchronization
import Testing

@testable import Charts

@Suite struct TableTests {
  private let rounds = Table(
    columns: [
      .init("Company", minimum: 14, priority: 9),
      .init("Date", minimum: 10, priority: 5),
      .init("Series", minimum: 10, priority: 2),
      .init("Raised", unit: "$ m", alignment: .trailing, priority: 8),
      .init("Value", unit: "$ bn", alignment: .decimal, priority: 6),
      .init("Home", alignment: .centre, priority: 1),
      .init("Investors", minimum: 10, maximum: 24, priority: 0),
    ],
    rows: [
      row("Nscale", "2026-09-25", "Series C", "1,100", "14.6", "GB", "Aker, NVIDIA, Nokia, Dell"),
      row("Mistral AI", "2025-09-09", "Series C", "1,996", "13.7", "FR", "ASML, DST Global, a16z"),
      row("Helsing", "2025-06-17", "Series D", "693", "13.8", "DE", "Prima Materia, Accel"),
      row("AMI Labs", "2026-03", "Seed", "·", "·", "FR", ""),
      row("Black Forest Labs", "2025-12-01", "Series B", "300", "3.25", "DE", "AMP, Salesforce"),
    ],
    foot: [.init("5 rounds"), .init(""), .init(""), .init("4,089")],
    sort: .init(column: 3, isAscending: false)
  )

  private static func row(_ texts: String...) -> [Table.Entry] {
    texts.enumerated().map { index, text in
      let mark = text == "Seed" ? Glyph.markNone : Glyph.markFull
      return Table.Entry(text, mark: index == 2 ? mark : nil)
    }
  }

  @Test func allColumnsWhereThereIsRoom() {
    let expected = """
        Company            Date        Series      Raised $ m ▼  Value $ bn  Home  Investors
        Nscale             2026-09-25  ● Series C         1,100       14.6    GB   Aker, NVIDIA, Nokia, De…
        Mistral AI         2025-09-09  ● Series C         1,996       13.7    FR   ASML, DST Global, a16z
      ▌ Helsing            2025-06-17  ● Series D           693       13.8    DE   Prima Materia, Accel
        AMI Labs           2026-03     ○ Seed                 ·        ·      FR
        Black Forest Labs  2025-12-01  ● Series B           300        3.25   DE   AMP, Salesforce
        ───────────────────────────────────────────────────────────────────────────────────────────────────
        5 rounds                                          4,089
      """
    let position = ListPosition(cursor: 2)
    #expect(picture(101, 12) { rounds.draw(on: &$0, in: $1, position: position) } == expected)
    let selected = reversedText(101, 12) { rounds.draw(on: &$0, in: $1, position: position) }
    #expect(selected.count == 1 && selected[0].hasPrefix("Helsing            2025-06-17"))
    let unfocused = ListPosition(cursor: 2, isFocused: false)
    let elsewhere = expected.replacing("▌ Helsing", with: "▏ Helsing")
    #expect(picture(101, 12) { rounds.draw(on: &$0, in: $1, position: unfocused) } == elsewhere)
    #expect(reversedText(101, 12) { rounds.draw(on: &$0, in: $1, position: unfocused) }.isEmpty)
  }

  @Test func columnsOfLowPriorityYield() {
    let expected = """
        Company             Raised $ m ▼   Value $ bn       ▸4
        Nscale                     1,100        14.6
        Mistral AI                 1,996        13.7
      ▌ Helsing                      693        13.8
        ↓ 2 more
        5 rounds                   4,089
      """
    let position = ListPosition(cursor: 2)
    #expect(picture(56, 6) { rounds.draw(on: &$0, in: $1, position: position) } == expected)
    let narrow = """
        Company       ▸6
        Mistral AI
      ▌ Helsing
        ↑ 1   ↓ 2 more
        5 rounds
      """
    #expect(picture(18, 5) { rounds.draw(on: &$0, in: $1, position: position) } == narrow)
    let tiny = """
        Comp… ▸6
      ▌ Hels…
        ↑ 2 ↓ 2
        5 rounds
      """
    #expect(picture(10, 4) { rounds.draw(on: &$0, in: $1, position: position) } == tiny)
    #expect(picture(1, 1) { rounds.draw(on: &$0, in: $1, position: position) } == "…")
  }

  @Test func scrollsSidewaysBehindTheFirstColumn() {
    let expected = """
        Company            Raised $ m ▼  Value $ bn  Home  Investors    ◂2
        Nscale                    1,100       14.6    GB   Aker, NVIDI…
        Mistral AI                1,996       13.7    FR   ASML, DST G…
      """
    let position = ListPosition(sideways: 2)
    let text = picture(68, 9) { rounds.draw(on: &$0, in: $1, position: position) }
    #expect(text.split(separator: "\n").prefix(3).joined(separator: "\n") == expected)
  }

  @Test func asciiForm() {
    let expected = """
      Company            Date        Raised $ m v  Value $ bn >3
      Nscale             2026-09-25         1,100       14.6
      Mistral AI         2025-09-09         1,996       13.7
      Helsing            2025-06-17           693       13.8
      AMI Labs           2026-03                -        -
      Black Forest Labs  2025-12-01           300        3.25
      -------------------------------------------------------
      5 rounds                              4,089
      """
    #expect(picture(58, 8, ascii: true) { rounds.draw(on: &$0, in: $1) } == expected)
  }

  @Test func aFigureIsNeverCut() {
    let table = Table(
      columns: [.init("N", alignment: .trailing)],
      count: 2,
      measure: .init(widths: [5], decimals: [nil])
    ) { [.init($0 == 0 ? "1,234,567" : "12")] }
    #expect(picture(5, 3) { table.draw(on: &$0, in: $1) } == "    N\n    …\n   12")
  }

  @Test func matchesAreUnderlinedAndBold() {
    let table = Table(
      columns: [.init("Name")],
      rows: [[.init("Mistral AI", matches: [8..<10, 0..<3, 40..<50])]]
    )
    var canvas = Canvas(width: 12, height: 2)
    table.draw(on: &canvas, in: canvas.bounds)
    let marked = (0..<12).filter {
      canvas[$0, 1].style.attributes.contains([.bold, .underline])
    }
    #expect(marked == [0, 1, 2, 8, 9])
    #expect(canvas.character(8, 1) == "A")
  }

  @Test func wideCharactersAndMissingEntries() {
    let table = Table(
      columns: [.init("Name"), .init("N", alignment: .trailing), .init("Note")],
      rows: [[.init("ソフトバンク"), .init("7")], [.init("SK"), .init("12"), .init("Seoul")], []]
    )
    let expected = """
      Name            N   Note
      ソフトバンク    7
      SK             12   Seoul
      """
    #expect(picture(40, 4) { table.draw(on: &$0, in: $1) } == expected)
  }

  @Test func nothingToShow() {
    let empty = Table(columns: [.init("Company"), .init("Raised", unit: "$ m")], rows: [])
    #expect(picture(30, 4) { empty.draw(on: &$0, in: $1) } == "Company   Raised $ m")
    #expect(picture(30, 4) { Table(columns: [], rows: [[]]).draw(on: &$0, in: $1) } == "")
    let area = Rect(x: 0, y: 0, width: 30, height: 4)
    #expect(empty.hit(at: Point(x: 1, y: 1), in: area, position: nil) == nil)
  }

  @Test func aMillionRowsAreNotRead() {
    let read = Mutex<[Int]>([])
    let table = Table(
      columns: [.init("Row", alignment: .trailing), .init("Name")],
      count: 1_000_000,
      measure: .init(widths: [9, 12], decimals: [nil, nil])
    ) { index in
      read.withLock { $0.append(index) }
      return [.init(NumberFormat.integer(index)), .init("round \(index)")]
    }
    let position = ListPosition(cursor: 765_432)
    let expected = """
              Row   Name
          765,431   round 765431
      ▌   765,432   round 765432
        ↑ 765,431   ↓ 234,567 more
      """
    #expect(picture(40, 4) { table.draw(on: &$0, in: $1, position: position) } == expected)
    #expect(read.withLock { $0 } == [765_431, 765_432])
    _ = table.measured()
    #expect(read.withLock { $0.count } == 202)
  }

  @Test func mouseFindsRowsAndTitles() {
    let area = Rect(x: 2, y: 3, width: 56, height: 6)
    let position = ListPosition(cursor: 4)
    func hit(_ x: Int, _ y: Int) -> Table.Hit? {
      rounds.hit(at: Point(x: x, y: y), in: area, position: position)
    }
    #expect(hit(4, 3) == .title(column: 0))
    #expect(hit(37, 3) == .title(column: 3))
    #expect(hit(4, 4) == .row(2, column: 0))
    #expect(hit(2, 6) == .row(4, column: nil))
    #expect(hit(37, 6) == .row(4, column: 3))
    #expect(hit(4, 7) == nil)
    #expect(hit(1, 4) == nil)
    #expect(rounds.visibleRows(in: area) == 3)
  }

  @Test func staysInsideItsArea() {
    expectToStayInside { rounds.draw(on: &$0, in: $1) }
    expectToStayInside {
      rounds.draw(on: &$0, in: $1, position: ListPosition(cursor: 3, sideways: 9))
    }
  }

  /// Whatever the widths and priorities, shown columns do not overlap and lie within the area.
  @Test func columnsNeverOverlap() {
    var random = SplitMix64(seed: 5)
    for _ in 0..<1_000 {
      let columns = (0..<Int.random(in: 1...12, using: &random)).map { _ in
        Table.Column(
          String(repeating: "t", count: Int.random(in: 0...12, using: &random)),
          alignment: [.leading, .centre, .trailing, .decimal].randomElement(using: &random)
            ?? .leading,
          minimum: Int.random(in: 1...9, using: &random),
          maximum: Int.random(in: 1...30, using: &random),
          priority: Int.random(in: 0...4, using: &random)
        )
      }
      let widths = columns.map { _ in Int.random(in: 0...40, using: &random) }
      let table = Table(
        columns: columns, count: 3,
        measure: .init(widths: widths, decimals: widths.map { _ in nil })
      ) { _ in [] }
      let area = Rect(x: 4, y: 1, width: Int.random(in: 0...120, using: &random), height: 5)
      let position = ListPosition(sideways: Int.random(in: 0...5, using: &random))
      let placed = table.layout(in: area, at: position).columns
      for (left, right) in zip(placed, placed.dropFirst()) {
        #expect(left.x + left.width + 2 <= right.x)
      }
      for column in placed {
        #expect(column.x >= area.minX && column.x + column.width <= area.maxX)
      }
    }
  }
}
