import Canvas
import Charts
import Testing

@testable import Dashboard

@Suite struct CompanySummaryTests {
  private static func summary(values: String = "worth $3 bn Sep 25 → $14.6 bn Mar 26")
    -> CompanySummary
  {
    CompanySummary(
      raised: [
        Span("raised "), Span("$5.45 bn", .strong), Span(" in 5 rounds: ", .dim),
        Span("equity $3.26 bn, debt $2.19 bn", .dim),
      ],
      value: [Span("valued "), Span("$14.6 bn", .strong), Span(" (9 Mar 2026)", .dim)],
      values: values.isEmpty ? [] : [Span(values)])
  }

  private static func texts(_ summary: CompanySummary, width: Int) -> [String] {
    summary.lines(width: width).map { $0.clauses(within: width).map(\.text).joined() }
  }

  /// Equity, debt and the last value are read in any window of 60 columns or more.
  @Test(arguments: [60, 70, 76, 78, 79, 80, 100, 120])
  func noSumGivesWayToAnother(_ width: Int) {
    for summary in [Self.summary(), Self.summary(values: "")] {
      let text = Self.texts(summary, width: width).joined(separator: "\n")
      #expect(text.contains("equity $3.26 bn, debt $2.19 bn"), "\(text)")
      #expect(text.contains("$14.6 bn"), "\(text)")
    }
  }

  @Test func theyShareALineWhereBothFit() {
    #expect(
      Self.texts(Self.summary(), width: 120).first
        == "raised $5.45 bn in 5 rounds: equity $3.26 bn, debt $2.19 bn · valued $14.6 bn (9 Mar 2026)"
    )
    #expect(Self.texts(Self.summary(), width: 78).count == 2)
  }

  /// Values that would be cut give their line to the last of them.
  @Test func aLongHistoryGivesWayToTheLastValue() {
    let long =
      "worth $259 m Jun 23 → $2 bn Dec 23 → $6.22 bn Jun 24 → $13.7 bn Sep 25 → $14.6 bn Mar 26"
    #expect(
      Self.texts(Self.summary(values: long), width: 76).last == "valued $14.6 bn (9 Mar 2026)")
  }

  @Test func aCompanyThatRaisedNothingKeepsItsValue() {
    var summary = Self.summary()
    summary.raised = []
    #expect(Self.texts(summary, width: 78).first == "valued $14.6 bn (9 Mar 2026)")
  }
}
