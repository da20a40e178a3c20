import Canvas
import Testing

@testable import Charts

private func day(_ year: Int, _ month: Int, _ day: Int = 1) -> Int {
  CivilDate(year: year, month: month, day: day).dayNumber
}

@Suite struct TimelineTests {
  private let timeline = Timeline(
    lanes: ["Regulation", "Rounds", "Compute"],
    events: [
      .init(lane: 0, day: day(2025, 2, 2), label: "Prohibited practices apply", priority: 8),
      .init(
        lane: 0, day: day(2025, 8, 2), label: "Authorities designated", note: "late 476 d",
        priority: 9),
      .init(
        lane: 0, day: day(2027, 12, 2), planned: day(2026, 8, 2), label: "Annex III high-risk",
        isHollow: true, priority: 10),
      .init(lane: 0, day: day(2026, 12, 2), label: "Marking", isHollow: true, priority: 7),
      .init(lane: 1, day: day(2025, 9, 9), label: "Mistral Series C", priority: 4),
      .init(lane: 1, day: day(2025, 9, 25), label: "Nscale Series B", priority: 5),
      .init(lane: 1, day: day(2025, 9, 26), label: "Nscale SAFE", priority: 2),
      .init(lane: 1, day: day(2025, 10, 2), label: "Black Forest Labs", priority: 1),
      .init(lane: 1, day: day(2026, 3, 9), label: "Nscale Series C", priority: 5),
      .init(lane: 2, day: day(2025, 3), end: day(2027, 1), label: "Essonne", priority: 3),
      .init(
        lane: 2, day: day(2025, 7), end: day(2028, 6), label: "Stargate Norway", isHollow: true,
        priority: 2),
    ],
    today: day(2026, 11, 21),
    asOf: day(2026, 3, 21)
  )

  private let years = day(2025, 1)...day(2027, 12, 31)

  private func drawn(
    _ width: Int, _ height: Int, _ days: ClosedRange<Int>, selected: Int? = nil,
    ascii: Bool = false
  ) -> String {
    picture(width, height, ascii: ascii) { canvas, area in
      timeline.layout(in: area, days: days, selected: selected).draw(on: &canvas)
    }
  }

  @Test func lanesOnOneAxis() {
    let expected = """
                                                 as of 21 Mar 2026     today 21 Nov 2026
      Regulation                         ▌Annex III high-risk +16 mo ◇┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄▸◇▐
                                     ◆ Authorities designated late 476 d       │◇ Marking
                    ◆ Prohibited practices apply         ┆                     │
                                                         ┆                     │
                                                         ┆                     │
                                                         ┆                     │
      Rounds                             ◆ Nscale Series B                     │
                                         ◆ Nscale SAFE  ◆ Nscale Series C      │
                                        ◆ Mistral Series C                     │
                                          ◆ Black Forest Labs                  │
                                                         ┆                     │
                                                         ┆                     │
      Compute          ◆━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━ Essonne
                  Stargate Norway ◇┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄▸
                                                         ┆                     │
                  ┬───────┬───────┬───────┬───────┬──────┴┬───────┬────────┬───┴───┬───────┬───────┬───────┬────────
                  2025    Apr     Jul     Oct     2026    Apr     Jul      Oct     2027    Apr     Jul     Oct
      """
    #expect(drawn(110, 18, years, selected: 2) == expected)
    let selected = reversedText(110, 18) { canvas, area in
      timeline.layout(in: area, days: years, selected: 2).draw(on: &canvas)
    }
    #expect(selected.count == 1)
    #expect(selected.first?.hasPrefix("Annex III high-risk +16 mo ◇┄") == true)
  }

  @Test func labelsYieldByPriorityAndMarksFold() {
    let expected = """
                             as of 21 Mar 2026      today 21 Nov 2026
      Regulation   ◆      Annex III high-risk +16 mo ◇┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄▸◇
                               ◆ Authorities des… late 476 d│◇ Marking
      Rounds                      ◆ Nscale Series B         │
                    Mistral Ser… ◆ ◆        ◆ Nscale Series C
                                  ◆ Nscale SAFE             │
      Compute        ◆━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━ Essonne
                             ◇┄┄ Stargate Norway ┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄▸
                  ┬──────────┬──────────┬────┴─────┬────────┴──┬──────────┬───────────
                  2025       Jul        2026       Jul         2027       Jul
      """
    #expect(drawn(80, 10, years) == expected)
    let small = """
      Regul…  ◆     ◆ Authoritie… ◇ Marking  ◇
      Rounds         ◆ Nscale Series B
                     ⊕3   ◆ Nscale Series C
      Compu…   ◆   ◇ Stargate Norway
              ┬─────────┬─┴───────┴┬──────────
              2025      2026       2027
      """
    #expect(drawn(40, 6, years) == small)
    let tiny = """
      ⊕2      ┆   ◇      ◇
          ⊕5  ┆   │
            2026
      """
    #expect(drawn(20, 3, years) == tiny)
    #expect(drawn(1, 1, years) == "⊕")
  }

  @Test func zoomedToWeeks() {
    let expected = """

      Regulation

      Rounds                     ◆ Mistral Series C             ◆ Nscale Series B
                                                                  ◆ Nscale SAFE
                                                            Black Forest Labs ◆
      Compute     ◂━━ Essonne ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━▸
                  ◂┄┄ Stargate Norway ┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄▸
                  ┬────────────┬─────────────┬────────────┬─────────────┬─────────────
                  1 Sep 2025   8 Sep         15 Sep       22 Sep        29 Sep
      """
    #expect(drawn(80, 10, day(2025, 9, 1)...day(2025, 10, 5)) == expected)
  }

  @Test func asciiForm() {
    let expected = """
                             as of 21 Mar 2026      today 21 Nov 2026
      Regulation   *      Annex III high-risk +16 mo o.............................>o
                               * Authorities des~ late 476 d|o Marking
                                             :              |
      Rounds                      * Nscale Series B         |
                    Mistral Ser~ * *        * Nscale Series C
                                  * Nscale SAFE             |
                                             :              |
      Compute        *========================================== Essonne
                             o.. Stargate Norway ....................................>
                  +----------+----------+----+-----+--------+--+----------+-----------
                  2025       Jul        2026       Jul         2027       Jul
      """
    let text = drawn(80, 12, years, ascii: true)
    #expect(text == expected)
    #expect(text.utf8.allSatisfy { $0 < 0x80 })
  }

  @Test func nothingToShowAndWideLabels() {
    let empty = Timeline(lanes: ["Rounds"], events: [])
    let blank = """
      Rounds

              ┬─────────┬──────────┬──────────
              2025      2026       2027
      """
    let text = picture(40, 4) { canvas, area in
      empty.layout(in: area, days: years).draw(on: &canvas)
    }
    #expect(text == blank)
    let none = Timeline(lanes: [], events: [.init(lane: 3, day: 0, label: "x")])
    _ = picture(40, 4) { canvas, area in none.layout(in: area, days: years).draw(on: &canvas) }
    #expect(none.neighbour(of: nil, forward: true) == nil)
    let wide = Timeline(
      lanes: ["資金"], events: [.init(lane: 0, day: day(2026, 1), label: "ソフトバンク")])
    let expected = """
      資金             ◆ ソフトバンク

            ┬──────────┬──────────┬───────────
            2025       2026       2027
      """
    let cjk = picture(40, 4) { canvas, area in
      wide.layout(in: area, days: years).draw(on: &canvas)
    }
    #expect(cjk == expected)
  }

  @Test func aFoldedMarkStandsForSeveralEvents() throws {
    let area = Rect(x: 3, y: 2, width: 40, height: 6)
    let layout = timeline.layout(in: area, days: years)
    let folded = try #require(layout.items.first { $0.isFolded })
    #expect(folded.events.count > 1)
    #expect(layout.items.filter { $0.events.contains(folded.events[1]) } == [folded])
  }

  @Test func keysFollowTime() {
    var order: [Int] = []
    var current: Int?
    while let next = timeline.neighbour(of: current, forward: true, from: day(2020, 1)) {
      order.append(next)
      current = next
    }
    #expect(order == [0, 9, 10, 1, 4, 5, 6, 7, 8, 3, 2])
    #expect(timeline.neighbour(of: 8, forward: false) == 7)
    #expect(timeline.neighbour(of: 1, forward: true, inLane: true) == 3)
    #expect(timeline.neighbour(of: 0, forward: false) == nil)
    #expect(timeline.neighbour(of: nil, forward: true, from: day(2026, 4)) == 3)
    #expect(timeline.neighbour(of: nil, forward: false, from: day(2026, 4)) == 8)
    #expect(timeline.acrossLanes(from: 1, down: true) == 4)
    #expect(timeline.acrossLanes(from: 4, down: false) == 1)
    #expect(timeline.acrossLanes(from: 9, down: true) == nil)
  }

  @Test func staysInsideItsArea() {
    expectToStayInside { canvas, area in
      timeline.layout(in: area, days: years, selected: 2).draw(on: &canvas)
    }
    expectToStayInside { canvas, area in
      timeline.layout(in: area, days: day(2025, 9)...day(2025, 9, 7)).draw(on: &canvas)
    }
  }
}
