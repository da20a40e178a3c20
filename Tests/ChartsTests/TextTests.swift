import Canvas
import Testing

@testable import Charts

@Suite struct FlowTests {
  private let flow = Flow([
    .heading("Nscale Series C"),
    .blank,
    .pair("Raised", "$1,100 m", style: .strong),
    .pair("Led by", "Aker, with NVIDIA, Nokia and Dell among those who joined"),
    .pair("Status", "closed"),
    .blank,
    .item(
      mark: "•", text: [Span("The 433 m SAFE of the year before is inside the round.")]),
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
    #expect(picture(30, 6) { flow.draw(on: &$0, in: $1, offset: 99) } == expected)
  }

  @Test func wideAndEndlessWords() {
    let text = Flow([.paragraph([Span("東京エレクトロン株式会社 Donaudampfschifffahrtsgesellschaft a b")])])
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
    #expect(
      picture(10, 3, ascii: true) {
        Flow([.item(mark: "•", text: [Span("été")])]).draw(on: &$0, in: $1)
      } == "* ete")
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
