import Canvas
import Foundation
import Testing

@testable import Charts

/// The ellipsis of a line stands where words were left out.
@Suite struct ClauseGapTests {
  private let headline: [Span] = [
    Span("Compute, firm · ", .heading), Span("564,096 accelerators", .strong),
    Span(", 162,528 running", .dim), Span(" · "), Span("NVIDIA 77–95 %", .target),
  ]

  private func text(_ spans: [Span]) -> String { spans.map(\.text).joined() }

  @Test func theMarkStandsWhereTheMiddleIsLeftOut() {
    #expect(
      text(headline.clauses(within: 56)) == "Compute, firm · 564,096 accelerators … NVIDIA 77–95 %")
    #expect(
      text(headline.answering(within: 56) ?? [])
        == "Compute, firm · 564,096 accelerators … NVIDIA 77–95 %")
  }

  @Test func theMarkStandsAtTheEndWhereTheEndIsLeftOut() {
    #expect(text(headline.clauses(within: 40)) == "Compute, firm · 564,096 accelerators …")
  }

  @Test func aTitleHasNoMark() {
    #expect(
      text(headline.title(within: 56)) == "Compute, firm · 564,096 accelerators · NVIDIA 77–95 %")
  }

  /// Between words that stand there is a mark wherever the whole has more words.
  @Test(arguments: 20...71)
  func nothingIsLeftOutWithoutAMark(_ width: Int) {
    let cut = text(headline.clauses(within: width))
    #expect(TextWidth.of(cut) <= width)
    let whole = text(headline)
    for piece in cut.components(separatedBy: "…") {
      let words = piece.trimmingCharacters(in: .whitespaces)
      #expect(words.isEmpty || whole.contains(words), "\(width): \(cut)")
    }
    #expect(cut == whole || cut.contains("…"), "\(width): \(cut)")
  }
}
