import Canvas
import Testing

@testable import Charts

@Suite struct BarChartTests {
  private let jurisdictions = BarChart(
    rows: [
      .init("EU-27", value: BarValue(231, possible: 280), note: "Essonne, Jülich, Porsgrunn"),
      .init("EEA", value: BarValue(94, possible: 20), note: "Narvik"),
      .init("UK", value: BarValue(33)),
      .init("Switzerland", value: .unknown),
      .init("US", value: BarValue(104), note: "for Nscale"),
    ],
    title: "Firm accelerators by jurisdiction",
    unit: "thousands",
    total: .init("All", value: BarValue(462), style: .strong)
  )

  private let layers = BarChart(
    rows: [
      .init(
        "Infrastructure", value: BarValue(parts: [part(9.1, 0, "e"), part(7.8, 1, "d")]),
        group: "Deep"),
      .init("Models", value: BarValue(parts: [part(6.1, 0, "e"), part(0.4, 1, "d")])),
      .init("Applications", value: BarValue(parts: [part(4.03, 0, "e")])),
      .init("Research", value: BarValue(parts: [part(0.03, 0, "e")]), group: "Shallow"),
      .init("Chips", value: BarValue(parts: [])),
      .init("Public", value: .unknown),
    ],
    title: "Raised by layer, 2026",
    unit: "$ bn"
  )

  private static func part(_ value: Double, _ index: Int, _ letter: Character) -> BarValue.Part {
    BarValue.Part(value, style: .series(index), letter: letter)
  }

  @Test func solidIsDocumentedAndHollowIsPossible() {
    let expected = """
      Firm accelerators by jurisdiction                              thousands
      EU-27        ████████████████████████▍░░░░░░░░░░░░░░░░░░░░░░░░░░░░░  231  Essonne, Jülich, Porsgrunn
      EEA          █████████▉░░                                             94  Narvik
      UK           ███▌                                                     33
      Switzerland                                                            ·
      US           ███████████                                             104  for Nscale
      ────────────────────────────────────────────────────────────────────────
      All                                                                  462
      """
    #expect(picture(100, 12) { jurisdictions.draw(on: &$0, in: $1) } == expected)
  }

  @Test func partsAreToldApartByLettersAndSeams() {
    let expected = """
        Raised by layer, 2026                                           $ bn
        Deep
        Infrastructure  e███████████████████████▎d███████████████████  16.9
        Models          e███████████████▎▎                              6.5
        Applications    e█████████▊                                     4.03
        Shallow
      ▌ Research        ▏                                               0.03
        Chips                                                           0
        Public                                                          ·
      """
    let position = ListPosition(cursor: 3)
    #expect(picture(70, 10) { layers.draw(on: &$0, in: $1, position: position) } == expected)
    let selected = reversedText(70, 10) { layers.draw(on: &$0, in: $1, position: position) }
    // All of the row, the bar in it and the blanks between.
    let row = "Research        ▏                                               0.03"
    #expect(selected == ["e", "▎d", "e", "▎", "e", row])
    let unfocused = ListPosition(cursor: 3, isFocused: false)
    let elsewhere = expected.replacing("▌ Research", with: "▏ Research")
    #expect(picture(70, 10) { layers.draw(on: &$0, in: $1, position: unfocused) } == elsewhere)
    let marked = reversedText(70, 10) { layers.draw(on: &$0, in: $1, position: unfocused) }
    #expect(!marked.contains { $0.contains("Research") })
  }

  @Test func narrowShowsLessAndNeverACutFigure() {
    let middle = """
      Firm accelerators by …         thousands
      EU-27        ██████████░░░░░░░░░░░░  231
      EEA          ████░                    94
      ↓ 3 more
      All                                  462
      """
    #expect(picture(40, 5) { jurisdictions.draw(on: &$0, in: $1) } == middle)
    let small = """
      Fi…  thousands
      EU-27      231
      ↓ 4 more
      All        462
      """
    #expect(picture(14, 4) { jurisdictions.draw(on: &$0, in: $1) } == small)
    #expect(picture(8, 1) { jurisdictions.draw(on: &$0, in: $1) } == "EU-… 231")
    #expect(picture(5, 1) { jurisdictions.draw(on: &$0, in: $1) } == "EU-27")
    #expect(picture(1, 1) { jurisdictions.draw(on: &$0, in: $1) } == "…")
  }

  @Test func aRemarkLosesNoDigits() {
    let note = "53 % of all, 36 of unknown size, 8,560 MW"
    #expect(BarChart.remark(note, within: 41) == note)
    for width in 12..<41 {
      let cut = BarChart.remark(note, within: width)
      #expect(TextWidth.of(cut) <= width)
      let kept = cut.dropLast().last { !" ,".contains($0) }
      #expect(kept?.isNumber == false, "\(width): \(cut)")
    }
  }

  @Test func asciiKeepsSolidAndHollowApart() {
    let expected = """
        Firm accelerators by jurisdiction  thousands
        EU-27        ##########|............  231  Essonne, Julich
      # EEA          ####|:                    94  Narvik
        UK           ##                        33
        Switzerland                             -
        US           #####                    104  for Nscale
        -----------------------------------------
        All                                   462
      """
    let text = picture(60, 8, ascii: true) {
      jurisdictions.draw(on: &$0, in: $1, position: ListPosition(cursor: 1))
    }
    #expect(text == expected)
    #expect(text.utf8.allSatisfy { $0 < 0x80 })
  }

  @Test func scrollsToTheCursorAndSaysWhatIsOutOfSight() {
    let expected = """
        Raised by layer, 2026       $ bn
        Shallow
      ▌ Research        ▏           0.03
        ↑ 3   ↓ 2 more
      """
    let position = ListPosition(cursor: 3, offset: 0)
    #expect(picture(34, 4) { layers.draw(on: &$0, in: $1, position: position) } == expected)
    let first = """
        Raised by layer, 2026       $ bn
        Deep
      ▌ Infrastructure  e▓▓▓▉d▓▓▓  16.9
        ↓ 5 more
      """
    let up = position.moved(by: -9, count: 6, visible: 2)
    #expect(picture(34, 4) { layers.draw(on: &$0, in: $1, position: up) } == first)
  }

  @Test func wideLabelsAlign() {
    let chart = BarChart(rows: [
      .init("東京エレクトロン", value: BarValue(3)), .init("e\u{301}te\u{301}", value: BarValue(1)),
    ])
    let expected = """
      東京エレクトロン  ████████  3
      été               ██▋       1
      """
    let text = picture(29, 2) { chart.draw(on: &$0, in: $1) }
    #expect(text == expected.replacing("été", with: "e\u{301}te\u{301}"))
  }

  @Test func nothingToShow() {
    #expect(picture(40, 5) { BarChart(rows: []).draw(on: &$0, in: $1) } == "")
    let unknowns = BarChart(rows: [.init("A", value: .unknown, figure: "")])
    #expect(picture(20, 2) { unknowns.draw(on: &$0, in: $1) } == "A  ·")
    let possible = BarChart(rows: [
      .init("A", value: BarValue(nil, possible: 3)), .init("B", value: BarValue(-4)),
      .init("C", value: BarValue(.nan)), .init("D", value: BarValue(.infinity)),
    ])
    let expected = """
      A  ░░░░░░░░░░░░░░   ·
      B                  −4
      C                   ·
      D                   ·
      """
    #expect(picture(21, 4) { possible.draw(on: &$0, in: $1) } == expected)
  }

  @Test func staysInsideItsArea() {
    expectToStayInside { jurisdictions.draw(on: &$0, in: $1) }
    expectToStayInside { layers.draw(on: &$0, in: $1, position: ListPosition(cursor: 5)) }
  }

  @Test func mouseFindsTheRow() {
    let area = Rect(x: 5, y: 2, width: 50, height: 6)
    let position = ListPosition(cursor: 3)
    let rows = (0..<9).map { layers.row(at: Point(x: 7, y: $0), in: area, position: position) }
    #expect(rows == [nil, nil, nil, 1, 2, nil, 3, nil, nil])
    #expect(layers.row(at: Point(x: 4, y: 3), in: area, position: position) == nil)
    #expect(layers.visibleRows(in: area) == 4)
    #expect(layers.naturalHeight == 9)
  }

  /// A larger value never has a shorter bar, little is not nothing, and nothing overflows.
  @Test func barsGrowWithTheirValue() {
    for cells in [1, 2, 7, 10, 61] {
      let scale = BarScale(maximum: 1_000, cells: cells)
      var last = 0.0
      for value in 0...1_100 {
        let now = scale.length(Double(value))
        #expect(now >= last && now <= Double(cells))
        #expect(value == 0 || now > 0)
        last = now
      }
      #expect(scale.length(1_000) == Double(cells))
    }
  }
}

@Suite struct ListPositionTests {
  @Test func settlesIntoWhatThereIs() {
    let stale = ListPosition(cursor: 90, offset: 80)
    #expect(stale.settled(count: 10, visible: 4) == ListPosition(cursor: 9, offset: 6))
    #expect(stale.settled(count: 0, visible: 4) == ListPosition(cursor: nil, offset: 0))
    #expect(stale.settled(count: 3, visible: 10) == ListPosition(cursor: 2, offset: 0))
    #expect(ListPosition(cursor: 2, offset: 5).settled(count: 9, visible: 3).offset == 2)
  }

  @Test func movesStopAtTheEnds() {
    let start = ListPosition()
    #expect(start.moved(by: 1, count: 5, visible: 2).cursor == 0)
    #expect(ListPosition(cursor: 1).moved(by: .max, count: 5, visible: 2).cursor == 4)
    #expect(ListPosition(cursor: 1).moved(by: .min, count: 5, visible: 2).cursor == 0)
    #expect(ListPosition(cursor: 1).moved(by: 2, count: 5, visible: 2).offset == 2)
    #expect(start.moved(by: 1, count: 0, visible: 2).cursor == nil)
  }
}
