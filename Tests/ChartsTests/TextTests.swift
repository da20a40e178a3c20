import Canvas
import Testing

@testable import Charts

@Suite struct HeadlinesTests {
  private let headlines = Headlines([
    .init("Raised in 2026", figure: "$31.9 bn", note: "equity 24.1 debt 7.8"),
    .init("Compute, firm", figure: "564,000", note: "162,500 running"),
    .init("NVIDIA's share", figure: "84–97 %", note: "of firm accelerators", style: .target),
    .init("Can enforce", figure: "7 of 27", note: "possibly 10"),
    .init("Next", figure: "11 days", note: "Art 50(2) marking"),
  ])

  @Test func sideBySideThenUnderEachOther() {
    let wide = """
       Raised in 2026       ▌Compute, firm         NVIDIA's share        Can enforce           Next
       $31.9 bn             ▌564,000               84–97 %               7 of 27               11 days
       equity 24.1 debt 7.8 ▌162,500 running       of firm accelerators  possibly 10           Art 50(2) marking
      """
    #expect(picture(110, 3) { headlines.draw(on: &$0, in: $1, selected: 1) } == wide)
    #expect(reversedText(110, 3) { headlines.draw(on: &$0, in: $1, selected: 1) } == ["564,000"])
    let two = """
       Raised in 2026      Compute, firm       NVIDIA's share
       $31.9 bn            564,000             84–97 %
       equity 24.1 debt …  162,500 running     of firm accelerato…

       Can enforce         Next
       7 of 27             11 days
       possibly 10         Art 50(2) marking
      """
    #expect(picture(60, 8) { headlines.draw(on: &$0, in: $1) } == two)
    let lines = """
       Raised in 2026       $31.9 bn
       Compute, firm         564,000
       NVIDIA's share        84–97 %
       Can enforce           7 of 27
       Next                  11 days
      """
    #expect(picture(30, 5) { headlines.draw(on: &$0, in: $1) } == lines)
    #expect(headlines.height(width: 60) == 7)
  }

  @Test func aFigureIsShownWholeOrNotAtAll() {
    let narrow = """
       Rai… $31.9 bn
       Comp… 564,000
       NVID… 84–97 %
      """
    #expect(picture(14, 3) { headlines.draw(on: &$0, in: $1) } == narrow)
    #expect(picture(5, 3) { headlines.draw(on: &$0, in: $1) } == "")
    #expect(picture(20, 3) { Headlines([]).draw(on: &$0, in: $1) } == "")
  }

  @Test func asciiForm() {
    let expected = """
       Raised in 2026  Compute, firm  #NVIDIA's share  Can enforce     Next
       $31.9 bn        564,000        #84-97 %         7 of 27         11 days
       equity 24.1 d~  162,500 runni~ #of firm accel~  possibly 10     Art 50(2) mark~
      """
    let text = picture(80, 3, ascii: true) { headlines.draw(on: &$0, in: $1, selected: 2) }
    #expect(text == expected)
  }

  @Test func mouseFindsTheFigure() {
    let area = Rect(x: 4, y: 2, width: 110, height: 3)
    #expect(headlines.item(at: Point(x: 6, y: 3), in: area) == 0)
    #expect(headlines.item(at: Point(x: 30, y: 4), in: area) == 1)
    #expect(headlines.item(at: Point(x: 6, y: 6), in: area) == nil)
  }

  @Test func staysInsideItsArea() {
    expectToStayInside { headlines.draw(on: &$0, in: $1, selected: 0) }
  }
}

@Suite struct FlowTests {
  private let flow = Flow([
    .heading("Nscale Series C"),
    .blank,
    .pair("Raised", "$1,100 m", style: .strong),
    .pair("Led by", "Aker, with NVIDIA, Nokia and Dell among those who joined"),
    .pair("Status", "closed"),
    .blank,
    .item("The 433 m SAFE of the year before is inside the round."),
    .paragraph([Span("See "), Span("inf-nscale", .accent), Span(", and others.")]),
  ])

  @Test func wrapsAndAligns() {
    let expected = """
      Nscale Series C

      Raised  $1,100 m
      Led by  Aker, with NVIDIA, Nokia and Dell
              among those who joined
      Status  closed

      • The 433 m SAFE of the year before is
        inside the round.
      See inf-nscale, and others.
      """
    #expect(picture(44, 14) { flow.draw(on: &$0, in: $1) } == expected)
    #expect(flow.height(width: 44) == 10)
  }

  @Test func scrollsToItsEnd() {
    let expected = """
      Status  closed

      • The 433 m SAFE of the year
        before is inside the round.
      See inf-nscale, and others.
      ↑ 6 more
      """
    let area = Rect(x: 0, y: 0, width: 30, height: 6)
    let last = flow.lastOffset(in: area)
    #expect(picture(30, 6) { flow.draw(on: &$0, in: $1, offset: last) } == expected)
    #expect(picture(30, 6) { flow.draw(on: &$0, in: $1, offset: 99) } == expected)
    #expect(flow.lastOffset(in: Rect(x: 0, y: 0, width: 80, height: 40)) == 0)
  }

  @Test func wideAndEndlessWords() {
    let text = Flow([.text("東京エレクトロン株式会社 Donaudampfschifffahrtsgesellschaft a b")])
    let expected = """
      東京エレクト
      ロン株式会社
      Donaudampfsc
      hifffahrtsge
      sellschaft a
      b
      """
    #expect(picture(12, 8) { text.draw(on: &$0, in: $1) } == expected)
    #expect(picture(1, 1) { flow.draw(on: &$0, in: $1) } == "N")
    #expect(picture(10, 3) { Flow([]).draw(on: &$0, in: $1) } == "")
    #expect(picture(10, 3, ascii: true) { Flow([.item("été")]).draw(on: &$0, in: $1) } == "* ete")
  }

  /// No line is wider than asked for, and every word is there.
  @Test func linesFit() {
    for width in 1...60 {
      let lines = flow.lines(width: width)
      for line in lines where width >= 12 {
        #expect(line.reduce(0) { $0 + TextWidth.of($1.text) } <= width)
      }
      let letters = lines.joined().map(\.text).joined().filter { $0 != " " }
      #expect(letters.contains("Nscale") || width < 8)
      #expect(letters.hasSuffix("others.") || width < 8)
    }
  }

  @Test func staysInsideItsArea() {
    expectToStayInside { flow.draw(on: &$0, in: $1, offset: 2) }
  }
}
