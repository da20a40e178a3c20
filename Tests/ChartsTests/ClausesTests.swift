import Canvas
import Testing

@testable import Charts

extension Substring {
  fileprivate func trimmingSuffix(_ isEnd: (Character) -> Bool) -> Substring {
    var rest = self
    while let last = rest.last, isEnd(last) { rest.removeLast() }
    return rest
  }
}

@Suite struct ClausesTests {
  private let headline = [
    Span("Compute, firm · ", .heading), Span("564,096", .strong),
    Span(" accelerators, 162,528 running"), Span(", 20 sites of unknown size", .possible),
    Span(" · "), Span("NVIDIA 77–95 %", .target),
  ]

  private func text(_ spans: [Span], _ width: Int) -> String {
    spans.clauses(within: width).map(\.text).joined()
  }

  @Test func clausesAreDroppedWhole() {
    let whole = headline.map(\.text).joined()
    #expect(text(headline, 200) == whole)
    #expect(text(headline, TextWidth.of(whole)) == whole)
    let expected = [
      TextWidth.of(whole) - 1:
        "Compute, firm · 564,096 accelerators … 20 sites of unknown size · NVIDIA 77–95 %",
      79: "Compute, firm · 564,096 accelerators … NVIDIA 77–95 %",
      53: "Compute, firm · 564,096 accelerators … NVIDIA 77–95 %",
      52: "Compute, firm · 564,096 accelerators …",
      37: "Compute, firm · 564,096 …",
      25: "Compute, firm · 564,096 …",
      24: "Compute, firm …",
    ]
    for (width, words) in expected { #expect(text(headline, width) == words, "\(width)") }
  }

  /// The clause that was asked for outlives the words about it, wherever it stands.
  @Test func theLightestClauseGoesFirst() {
    let spans = [
      Span("Sources · ", .heading), Span("read in part", .dim), Span(" · 3 late", .alarm),
      Span(" · open", .possible),
    ]
    #expect(text(spans, 30) == "Sources … 3 late · open")
    #expect(text(spans, 20) == "Sources … 3 late …")
    #expect(
      text([Span("Raised", .heading), Span(" · all of it", .dim), Span(", $3 bn", .strong)], 21)
        == "Raised · all of it …", "what depends on a clause does not stand without it")
  }

  @Test func bracketsStayWhole() {
    let title = [Span("Raised per quarter (more by year, not placed)", .heading)]
    #expect(title.title(within: 44).map(\.text).joined() == "Raised per quarter")
    #expect(title.title(within: 18).map(\.text).joined() == "Raised per quarter")
    #expect(title.title(within: 45).map(\.text).joined() == title[0].text)
  }

  @Test func aFigureKeepsItsUnit() {
    #expect(text([Span("Raised $14.6 bn so far")], 18) == "Raised $14.6 bn …")
    #expect(text([Span("Raised $14.6 bn so far")], 16) == "Raised …")
    #expect(text([Span("Enforcement 7 of 27, possibly 10")], 18) == "Enforcement …")
    #expect(text([Span("Eni 13,888, CSC 11,912")], 13) == "Eni 13,888 …")
  }

  @Test func aRemarkLosesItsLastClauses() {
    #expect(text([Span("5 rounds, 1 undisclosed")], 20) == "5 rounds …")
    let share = [Span("Exposure to "), Span("NVIDIA"), Span(" · 76–94 % of 214,512 accelerators")]
    #expect(text(share, 38) == "Exposure to NVIDIA · 76–94 % …")
  }

  @Test func stylesAreKept() {
    let cut = headline.clauses(within: 30)
    #expect(cut.map(\.style) == [.heading, .strong, .dim])
  }

  /// Whatever the width, what stands are words of the text, in their order.
  @Test func nothingEndsInsideAWord() {
    let whole = headline.map(\.text).joined()
    for width in 12...whole.count {
      let cut = text(headline, width)
      #expect(TextWidth.of(cut) <= width)
      guard cut != whole else { continue }
      #expect(cut.contains(" …"), "\(width): \(cut)")
      var rest = whole.split(separator: " ")[...]
      for word in cut.split(separator: " ") where word != "…" {
        let bare = word.trimmingSuffix { ",;".contains($0) }
        guard
          let place = rest.firstIndex(where: { $0.trimmingSuffix { ",;".contains($0) } == bare })
        else {
          Issue.record("\(width): \(cut): \(word)")
          break
        }
        rest = rest[(place + 1)...]
      }
    }
  }

  @Test func awkwardWidths() {
    for width in -1...3 { #expect(TextWidth.of(text(headline, width)) <= max(0, width)) }
    #expect([Span]().clauses(within: 5).isEmpty)
    #expect(text([Span("貨幣市場 開")], 10) == "貨幣市場 …")
  }
}
