import Canvas
import Testing

@testable import Charts

@Suite struct ColumnChartTests {
  private let quarters: ColumnChart = {
    let known: [Double?] = [
      0.4, 0.1, 0.9, 0.2, 1.6, 0.1, 3.3, nil, 5.9, 0.3, 6.9, 0, 14.6, 2.2, 12.1, 9.8,
    ]
    let columns = known.enumerated().map { index, value in
      ColumnChart.Column(
        "\(23 + index / 4)Q\(index % 4 + 1)",
        value: BarValue(value, possible: index == 13 ? 3 : index == 14 ? 6 : 0),
        isMajor: index % 4 == 0
      )
    }
    return ColumnChart(columns: columns, title: "Capital raised a quarter", unit: "$ bn")
  }()

  private let instruments = ColumnChart(
    columns: (0..<6).map { year in
      let parts = [Double(year + 1), Double(year) * 0.7, 0.4]
      let letters: [Character] = ["e", "d", "g"]
      return ColumnChart.Column(
        "\(2021 + year)",
        value: BarValue(
          parts: parts.enumerated().map {
            BarValue.Part($0.element, style: .series($0.offset), letter: letters[$0.offset])
          })
      )
    },
    title: "By instrument",
    unit: "$ bn"
  )

  /// Two years of which the quarters are not known follow the last quarter, and are no quarters.
  private let apart: ColumnChart = {
    let names = ["25Q4", "26Q1", "26Q2", "2025", "2026"]
    return ColumnChart(
      columns: names.enumerated().map { .init($0.element, value: BarValue(Double($0.offset + 1))) },
      title: "Raised", unit: "$ bn", apart: .init(from: 3, title: "by year only"))
  }()

  @Test func columnsOfNoPlaceStandApart() {
    let expected = """
      Raised, $ bn                     by year only
        │                            ┆           ███████
      4 ┤                            ┆  ███████  ███████
        │                   ███████  ┆  ███████  ███████
      2 ┤          ███████  ███████  ┆  ███████  ███████
        │ ███████  ███████  ███████  ┆  ███████  ███████
      0 └────────────────────────────────────────────────
           25Q4     26Q1     26Q2        2025     2026
      """
    #expect(picture(52, 8) { apart.draw(on: &$0, in: $1) } == expected)
  }

  @Test func columnsApartAreFoundWhereTheyAreDrawn() throws {
    let area = Rect(x: 0, y: 0, width: 52, height: 8)
    var canvas = Canvas(size: area.size)
    let frames = apart.draw(on: &canvas, in: area)
    let found = (0..<52).map { x -> Int? in
      let here = frames.filter { $0.cells.contains(Point(x: x, y: 6)) }
      #expect(here.count < 2)
      return here.first?.column
    }
    #expect(Set(found.compactMap(\.self)) == [0, 1, 2, 3, 4])
    // None in the gap, and none twice.
    let order = found.compactMap(\.self)
    #expect(order == order.sorted())
    let lines = picture(52, 8) { apart.draw(on: &$0, in: $1) }.split(separator: "\n")
    let names = try #require(lines.last).split(separator: " ").map(String.init)
    #expect(names == ["25Q4", "26Q1", "26Q2", "2025", "2026"])
    let labels = try #require(lines.last).map { String($0) }
    for (index, name) in names.enumerated() {
      let start = try #require(
        (0..<labels.count - 3).first { labels[$0..<$0 + 4].joined() == name })
      #expect(found[start] == index, "\(name)")
    }
  }

  @Test(arguments: 0..<60) func columnsApartFitAnyWidth(_ width: Int) {
    let area = Rect(x: 0, y: 0, width: width, height: 8)
    var chart = apart
    chart.columns = (0..<30).map { .init("\($0)", value: BarValue(Double($0))) }
    chart.apart = .init(from: 27, title: "by year only")
    let seen = chart.visibleColumns(in: area)
    #expect(seen >= 0 && seen <= 30)
    for cursor in [nil, 0, 26, 27, 29] as [Int?] {
      _ = picture(width, 8) { chart.draw(on: &$0, in: $1, position: ListPosition(cursor: cursor)) }
    }
  }

  @Test func quartersWithTheirFiguresWhereThereIsRoom() {
    let expected = """
      Capital raised a quarter, $ bn


         │                                                                                                   12.1
         │                                                                                                   ░░░░░
         │                                                                                     14.6          ░░░░░
      15 ┤                                                                                     ▅▅▅▅▅         ░░░░░
         │                                                                                     █████         ░░░░░
         │                                                                                     █████         ▅▅▅▅▅
         │                                                                                     █████         █████   9.8
      10 ┤                                                                                     █████         █████  ▇▇▇▇▇
         │                                                                        6.9          █████         █████  █████
         │                                                          5.9          ▄▄▄▄▄         █████         █████  █████
         │                                                         ▆▆▆▆▆         █████         █████   2.2   █████  █████
       5 ┤                                            3.3          █████         █████         █████  ░░░░░  █████  █████
         │                              1.6          ▅▅▅▅▅         █████         █████         █████  ░░░░░  █████  █████
         │  0.4    0.1    0.9    0.2   ▂▂▂▂▂   0.1   █████         █████   0.3   █████         █████  ▆▆▆▆▆  █████  █████
         │ ▃▃▃▃▃  ▁▁▁▁▁  ▆▆▆▆▆  ▁▁▁▁▁  █████  ▁▁▁▁▁  █████    ·    █████  ▂▂▂▂▂  █████    0    █████  █████  █████  █████
       0 └────────────────────────────────────────────────────────────────────────────────────────────────────────────────
           23Q1   23Q2   23Q3   23Q4   24Q1   24Q2   24Q3   24Q4   25Q1   25Q2   25Q3   25Q4   26Q1   26Q2   26Q3   26Q4
      """
    #expect(picture(120, 20) { quarters.draw(on: &$0, in: $1) } == expected)
  }

  @Test func labelsAreThinnedAndNeverTouch() {
    let medium = """
      Capital raised a quarter, $ bn
      20 ┤                                          ░░
         │                                    ▅▅    ░░
         │                                    ██    ██ ▄▄
         │                        ▄▄    ▆▆    ██ ┄┄ ██ ██
         │▁▁ ▁▁ ▂▂ ▁▁ ▃▃ ▁▁ ▇▇ ·  ██ ▁▁ ██    ██ ▄▄ ██ ██
       0 └────────────────────────────────────────────────
          23Q1        24Q1        25Q1        26Q1
      """
    #expect(picture(56, 8) { quarters.draw(on: &$0, in: $1) } == medium)
    let small = """
      Capital raised a quarter, $ bn
      20 ┤            ▄┄░
      10 ┤▁▁▁▁▁▁▃·▅▁▆ █▂██
       0 └────────────────
          23Q1    25Q1
      """
    #expect(picture(30, 5) { quarters.draw(on: &$0, in: $1) } == small)
  }

  @Test func smallestFormsKeepTheShape() {
    let three = """
                  ▅┄░▁
      ▁▁▁▁▁▁▃·▅▁▆ █▂██
      23Q1    25Q1
      """
    #expect(picture(20, 3) { quarters.draw(on: &$0, in: $1) } == three)
    #expect(picture(10, 1) { quarters.draw(on: &$0, in: $1) } == "▁·▃▁▃ ▆▁▅▄")
    #expect(picture(1, 1) { quarters.draw(on: &$0, in: $1) } == "▄")
  }

  @Test func theSelectedColumnSaysItsNameAndFigure() {
    let expected = """
      Capital raised a quarter, $ bn
      20 ┤                                          ░░
         │                                    ▅▅    ░░
         │                                    ██    ██ ▄▄
         │                        ▄▄ 0.3▆▆    ██ ┄┄ ██ ██
         │▁▁ ▁▁ ▂▂ ▁▁ ▃▃ ▁▁ ▇▇ ·  ██ ▁▁ ██    ██ ▄▄ ██ ██
       0 └───────────────────────────▲────────────────────
          23Q1        24Q1           25Q2     26Q1
      """
    let position = ListPosition(cursor: 9)
    #expect(picture(56, 8) { quarters.draw(on: &$0, in: $1, position: position) } == expected)
    let selected = reversedText(56, 8) { quarters.draw(on: &$0, in: $1, position: position) }
    #expect(selected == ["0.3", "25Q2"])
  }

  @Test func scrollsAndSaysWhatIsOutOfSight() {
    let expected = """
      Capit…, $ bn

                █
                █
        0.1 ▅ ▇ █┄
      ▂▁▄▁▇·█▁█ █▅
      ◂2─▲──────2▸
         24Q2 26Q1
      """
    let position = ListPosition(cursor: 5, offset: 2)
    #expect(picture(12, 8) { quarters.draw(on: &$0, in: $1, position: position) } == expected)
    let area = Rect(x: 0, y: 0, width: 12, height: 8)
    #expect(quarters.visibleColumns(in: area) == 12)
    var canvas = Canvas(size: area.size)
    let frames = quarters.draw(on: &canvas, in: area, position: position)
    #expect(frames.map(\.column) == Array(2..<14))
    #expect(frames.first { $0.cells.contains(Point(x: 3, y: 5)) }?.column == 5)
    #expect(!frames.contains { $0.cells.contains(Point(x: 3, y: 0)) })
    #expect(frames.allSatisfy { $0.cells.maxY == area.maxY && $0.cells.width == 1 })
  }

  @Test func stackedAndGroupedParts() {
    let stacked = """
      By instrument, $ bn
                                                          9.9
      10 ┤                                       8.2    ▇▇▇▇▇▇▇
         │                                     ▂▂▂▂▂▂▂  ███████
       8 ┤                              6.5    ▇▇▇▇▇▇▇  ███████
         │                            ▄▄▄▄▄▄▄  ███████  ███d███
       6 ┤                     4.8    ▇▇▇▇▇▇▇  ███d███  ▇▇▇▇▇▇▇
         │            3.1    ▆▆▆▆▆▆▆  ███d███  ▇▇▇▇▇▇▇  ███████
       4 ┤          ▁▁▁▁▁▁▁  ███████  ▇▇▇▇▇▇▇  ███████  ███████
         │   1.4    ▆▆▆▆▆▆▆  ▇▇▇▇▇▇▇  ███████  ███████  ███████
       2 ┤ ▃▃▃▃▃▃▃  ▇▇▇▇▇▇▇  ███████  ███████  ███████  ███████
         │ ███████  ███e███  ███e███  ███e███  ███e███  ███e███
       0 └──────────────────────────────────────────────────────
            2021     2022     2023     2024     2025     2026
      """
    #expect(picture(60, 14) { instruments.draw(on: &$0, in: $1) } == stacked)
    let grouped = """
      By instrument, $ bn

                                                        9.9
      6 ┤                                      8.2     ██
        │                             6.5     ██       ██
      4 ┤                    4.8     ██       ██       ██▄▄
        │           3.1     ██       ██▁▁     ██▆▆     ████
      2 ┤  1.4     ██       ██▃▃     ████     ████     ████
        │ ██  ▃▃   e█▆▆▃▃   e███▃▃   e█d█▃▃   e█d█▃▃   e█d█▃▃
      0 └──────────────────────────────────────────────────────
           2021     2022     2023     2024     2025     2026
      """
    var sideBySide = instruments
    sideBySide.arrangement = .grouped
    #expect(picture(60, 11) { sideBySide.draw(on: &$0, in: $1) } == grouped)
  }

  @Test func asciiForm() {
    let expected = """
      Capital raised a quarter, $ bn
      20 +                                         12.1
         |                                    __    ..
         |                                    ##    __
         |                                    ##    ## ==
         |                        __    ==    ##    ## ##
         |                  __    ##    ##    ## .. ## ##
         |__ __ == __ == __ ## -  ## __ ##    ## ** ## ##
       0 +------------------------------------------^-----
          23Q1        24Q1        25Q1        26Q1  26Q3
      """
    let text = picture(56, 10, ascii: true) {
      quarters.draw(on: &$0, in: $1, position: ListPosition(cursor: 14))
    }
    #expect(text == expected)
  }

  @Test func nothingToShowAndWideLabels() {
    let empty = ColumnChart(columns: [], title: "Rounds", isCount: true)
    let blank = """
      Rounds
      1 ┤
        │
      0 └─────────────────────
      """
    #expect(picture(24, 5) { empty.draw(on: &$0, in: $1) } == blank)
    let wide = ColumnChart(columns: [
      .init("上半期", value: BarValue(1)), .init("下半期", value: BarValue(.nan)),
    ])
    let expected = """
      1 ┤ █████████
        │ █████████
        │ █████████      ·
      0 └──────────────────────
           上半期     下半期
      """
    #expect(picture(26, 5) { wide.draw(on: &$0, in: $1) } == expected)
  }

  @Test func staysInsideItsArea() {
    expectToStayInside { quarters.draw(on: &$0, in: $1, position: ListPosition(cursor: 14)) }
    expectToStayInside { instruments.draw(on: &$0, in: $1) }
    var grouped = instruments
    grouped.arrangement = .grouped
    expectToStayInside { grouped.draw(on: &$0, in: $1) }
  }

  /// Ticks stand where a column of their value ends, the axis reaches the largest value, and uses
  /// the rows well.
  @Test func ticksFallOnRows() {
    var random = SplitMix64(seed: 21)
    for _ in 0..<2_000 {
      let rows = Int.random(in: 1...50, using: &random)
      let maximum = Double.random(in: 0.01..<1_000, using: &random)
      let axis = RowAxis(maximum: maximum, rows: rows, isCount: Bool.random(using: &random))
      let scale = BarScale(maximum: axis.top, cells: axis.rows)
      #expect(axis.top >= maximum * (1 - 1e-9))
      #expect(axis.rows <= rows)
      for (index, tick) in axis.ticks.enumerated() {
        #expect(abs(scale.length(Double(index) * axis.step) - Double(tick.row)) < 1e-6)
      }
      #expect(
        scale.length(maximum) >= Double(rows) * 0.5 - 0.125, "\(maximum) in \(rows) rows: \(axis)")
    }
  }

  /// Labels never touch each other, at any width and with any cursor.
  @Test func labelsNeverOverlap() {
    for width in 1...140 {
      for cursor in [nil, 0, 5, 15] {
        let area = Rect(x: 0, y: 0, width: width, height: 8)
        let layout = quarters.layout(in: area, at: cursor.map { ListPosition(cursor: $0) })
        let labels = quarters.labelled(layout).sorted { $0.x < $1.x }
        for (left, right) in zip(labels, labels.dropFirst()) {
          #expect(left.x + 4 < right.x)
        }
        if let cursor { #expect(labels.contains { $0.index == cursor }) }
      }
    }
  }
}
