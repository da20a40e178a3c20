import Canvas
import Charts
import Testing

/// The answer of a title is the last of its clauses to go.
@Suite struct AnsweringTests {
  private let title: [Span] = [
    Span("Compute, firm · ", .heading), Span("564,096 accelerators", Style(.strong, .bold)),
    Span(", 162,528 running", .plain), Span(" · NVIDIA 77 %", Style(.target, .bold)),
  ]

  private func text(_ spans: [Span]?) -> String? { spans.map { $0.map(\.text).joined() } }

  @Test func clausesGoByWeightAndTheAnswerLast() {
    #expect(
      text(title.answering(within: 90))
        == "Compute, firm · 564,096 accelerators, 162,528 running · NVIDIA 77 %")
    #expect(text(title.answering(within: 40)) == "Compute, firm · 564,096 accelerators …")
    #expect(text(title.answering(within: 34)) == "Compute · 564,096 accelerators …")
    #expect(text(title.answering(within: 20)) == "Compute · 564,096 …")
    #expect(title.answering(within: 12) == nil)
  }

  @Test func aLineHasAnotherName() {
    let authority = [
      Span("Enforcement authority · ", .heading), Span("7 of 27", Style(.strong, .bold)),
      Span(", possibly 10", .possible),
    ]
    #expect(authority.answering(within: 26) == nil)
    #expect(text(authority.named("Enforcement").answering(within: 23)) == "Enforcement · 7 of 27 …")
    #expect(
      text(authority.named("Enforcement").answering(within: 21, isMarked: false))
        == "Enforcement · 7 of 27")
    #expect(authority.named("Enforcement").answerWidth() == 21)
  }

  @Test func aPathIsNoAnswer() {
    let spans = [Span("Overview ▸ ", .dim)] + title
    #expect(
      text(spans.answering(within: 48, opening: 2)) == "Overview ▸ Compute · 564,096 accelerators …"
    )
  }

  @Test func aLineWithoutFiguresHasNone() {
    #expect([Span("Nscale, infrastructure", .heading)].answering(within: 8) == nil)
  }
}
