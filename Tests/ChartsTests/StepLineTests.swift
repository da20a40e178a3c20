import Canvas
import Testing

@testable import Charts

private func day(_ year: Int, _ month: Int, _ day: Int = 1) -> Int {
  CivilDate(year: year, month: month, day: day).dayNumber
}

@Suite struct StepLineTests {
  private let valuation = StepLine(
    series: [
      .init(steps: [
        .init(day: day(2025, 9, 9), value: 11.7, mark: Glyph.markFull, label: "€11.7 bn"),
        .init(day: day(2023, 6, 13), value: 0.24, mark: Glyph.markFull, label: "€0.24 bn"),
        .init(day: day(2023, 12, 11), value: 2, mark: Glyph.markFull, label: "€2 bn"),
        .init(day: day(2024, 6, 11), value: 5.8, mark: Glyph.markFull, label: "€5.8 bn"),
        .init(
          day: day(2026, 6), value: 20, isPossible: true, mark: Glyph.markNone, label: "€20 bn"),
      ])
    ],
    days: day(2023, 1)...day(2026, 12, 31),
    end: day(2026, 11, 21),
    asOf: day(2026, 11, 21),
    title: "Mistral AI, valuation",
    unit: "€ bn"
  )

  private let states: StepLine = {
    let days = [day(2025, 7), day(2025, 8, 2), day(2025, 11), day(2026, 3, 21), day(2026, 9)]
    let steps = days.enumerated().map { index, day in
      StepLine.Step(day: day, value: Double(index * 2), possible: Double(index * 2 + 3))
    }
    return StepLine(
      series: [.init(steps: steps)],
      days: day(2025, 6)...day(2026, 12, 31),
      end: day(2026, 11, 21),
      title: "States with full authority",
      maximum: 27,
      isCount: true
    )
  }()

  @Test func valuationsStepByStep() {
    let expected = """
      Mistral AI, valuation, € bn
      20 ┤                                                 €20 bn ○┄┄┄┄┄┄┄┄
         │                                                        │       ┆
         │                                        €11.7 bn        │       ┆
         │                                            ●───────────┘       ┆
         │                    €5.8 bn                 │                   ┆
         │   €0.24 bn  €2 bn     ●────────────────────┘                   ┆
         │       ●▁▁▁▁▁▁▁●───────┘                                        ┆
       0 └────────┬───────┬───────┬────────┬───────┬───────┬───────┬────────
          2023    Jul     2024    Jul      2025    Jul     2026    Jul
      """
    #expect(picture(70, 10) { valuation.draw(on: &$0, in: $1) } == expected)
  }

  @Test func theSelectedStepIsReversedWithItsLabel() {
    let selected = StepLine.StepIndex(series: 0, step: 2)
    let texts = reversedText(40, 7) { valuation.draw(on: &$0, in: $1, selected: selected) }
    #expect(texts == ["€5.8 bn", "●"])
  }

  @Test func aBandReachesFromKnownToPossible() {
    let expected = """
      States with full authority
         │
      25 ┤
         │
      20 ┤
         │
      15 ┤
         │
      10 ┤                                      ░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░
         │                    ░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░┌───────────
       5 ┤        ░░░░░░░░░░░░┌──────────────────────────────────────┘
         │   ░░░░░┌───────────┘
       0 └───┬────┴───────┬───────────┬──────────┬───────────┬───────────┬────────────
             Jul 2025     Oct         2026       Apr         Jul         Oct
      """
    #expect(picture(80, 14) { states.draw(on: &$0, in: $1) } == expected)
  }

  @Test func smallForms() {
    let small = """
      Mistral AI, valuation, € bn
      20 ┤                       €20 bn ○┄┄┄┄
         │€0.24 bn       €11.7 bn ●─────┘   ┆
         │    ●▁▁▁●▁▁▁●───────────┘         ┆
       0 └────────┬─────────┬────────┬────────
          2023    2024      2025     2026
      """
    #expect(picture(40, 6) { valuation.draw(on: &$0, in: $1) } == small)
    let tiny = """
                   ▁▁▁▁███
        ▁▁▂▂▂▅▅▅▅▅▅███████
      """
    #expect(picture(20, 2) { valuation.draw(on: &$0, in: $1) } == tiny)
    #expect(picture(1, 1) { valuation.draw(on: &$0, in: $1) } == "█")
  }

  @Test func asciiForm() {
    let expected = """
      Mistral AI, valuation, E bn
      20 +                                                 E20 bn o........
         |                                        E11.7 bn        |       :
         |                                            @-----------+       :
      10 +                    E5.8 bn                 |                   :
         |   E0.24 bn  E2 bn     @--------------------+                   :
         |       @_______@-------+                                        :
       0 +--------+-------+-------+--------+-------+-------+-------+--------
          2023    Jul     2024    Jul      2025    Jul     2026    Jul
      """
    #expect(picture(70, 9, ascii: true) { valuation.draw(on: &$0, in: $1) } == expected)
  }

  @Test func gapsWhereNothingIsKnown() {
    let gap = StepLine(
      series: [
        .init(steps: [
          .init(day: 5, value: 2), .init(day: 10, value: nil), .init(day: 15, value: 1),
          .init(day: 18, value: .nan),
        ])
      ],
      days: 0...19
    )
    let expected = """
      2 ┤     ─────
        │               ───
        │
      0 └────────────────────
         1970
      """
    #expect(picture(23, 5) { gap.draw(on: &$0, in: $1) } == expected)
    let empty = StepLine(series: [], days: 0...19, title: "Nothing")
    let nothing = """
      Nothing
      1.0 ┤
      0.5 ┤
      0.0 └──────────────────
           1970
      """
    #expect(picture(23, 5) { empty.draw(on: &$0, in: $1) } == nothing)
  }

  @Test func staysInsideItsArea() {
    expectToStayInside { valuation.draw(on: &$0, in: $1) }
    expectToStayInside { states.draw(on: &$0, in: $1, selected: .init(series: 0, step: 1)) }
  }
}

@Suite struct SparklineTests {
  @Test func shapesAndUnknowns() {
    func line(_ values: [Double?], _ width: Int, _ height: Int = 1) -> String {
      picture(width, height) { Sparkline(values).draw(on: &$0, in: $1) }
    }
    #expect(line([1, 2, 3, nil, 5, 0, 7, 8], 8) == "▁▂▃·▅ ▇█")
    #expect(line([1, 2, 3, nil, 5, 0, 7, 8], 3) == " ▇█")
    #expect(line([1, 4, 8], 3, 2) == "  █\n▂██")
    #expect(line([], 3) == "")
    #expect(line([0.001, 1_000], 3) == "▁█")
  }

  @Test func staysInsideItsArea() {
    expectToStayInside { Sparkline([3, nil, 5, 1, 9, 2]).draw(on: &$0, in: $1) }
  }
}

@Suite struct LegendTests {
  private let legend = Legend([
    .init("●", "full"), .init("◐", "possibly"), .init("◔", "some"), .init("○", "none"),
  ])

  @Test func wrapsBetweenEntries() {
    let expected = """
      ● full   ◐ possibly
      ◔ some   ○ none
      """
    #expect(picture(24, 5) { legend.draw(on: &$0, in: $1) } == expected)
    #expect(legend.size(width: 24) == Size(width: 19, height: 2))
    #expect(
      picture(40, 1) { legend.draw(on: &$0, in: $1) } == "● full   ◐ possibly   ◔ some   ○ none")
    #expect(picture(8, 2) { legend.draw(on: &$0, in: $1) } == "● full\n◐ possi…")
    #expect(legend.size(width: 0).width == 0)
  }

  @Test func staysInsideItsArea() {
    expectToStayInside { legend.draw(on: &$0, in: $1) }
  }
}
