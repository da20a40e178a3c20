import Dataset
import Foundation
import Insight
import Testing

@Suite struct MetricParserTests {
  private let dataset: Dataset

  init() throws {
    dataset = try SyntheticPackage.dataset([
      .organisations: "id,name\nnscale,Nscale\nnvidia,NVIDIA",
      .rounds: "id,company,date\nnscale-c,nscale,2026-03-09\nnscale-b,nscale,2025-09-25",
      .compute: "id,date\nnarvik,2026-01-01",
      .milestones: "id,date\nannex,2026-01-01",
    ])
    try #require(dataset.problems.isEmpty, "\(dataset.problems)")
  }

  @Test func aCellHoldsOneCallOrSeveral() throws {
    let calls = try MetricParser.calls(
      in:
        "round-amount(nscale-c;nscale-b) |  raised-before( nscale , 2026-01,equity+debt ) | judgement()",
      of: dataset)
    #expect(
      calls.map(\.text) == [
        "round-amount(nscale-c;nscale-b)", "raised-before( nscale , 2026-01,equity+debt )",
        "judgement()",
      ])
    #expect(calls.map(\.metric.name) == ["round-amount", "raised-before", "judgement"])
  }

  @Test(arguments: [
    ("", 0, "found \"\", expected the name of a metric"),
    (
      "round-amout(nscale-c)", 0,
      "found \"round-amout\", expected the name of a metric; did you mean \"round-amount\"?"
    ),
    ("round-amount", 12, "found \"\", expected \"(\" as in round-amount(ROUNDS)"),
    ("round-amount(nscale-c", 21, "found \"\", expected \")\" as in round-amount(ROUNDS)"),
    (
      "round-amount(nscale-c;nscale-d)", 22,
      "found \"nscale-d\", expected ids of rounds; did you mean \"nscale-c\"?"
    ),
    (
      "judgement() | post-money(nscale)", 25,
      "found \"nscale\", expected an id of rounds; "
        + "did you mean \"nscale-c\"?"
    ),
    (
      "raised-in-quarter(2026-Q5, nscale, equity)", 18,
      "found \"2026-Q5\", expected a quarter such as 2026-Q1"
    ),
    (
      "raised-to-date(nscale, equity+dept)", 30,
      "found \"dept\", expected words of equity, debt, safe, grant, ipo, mixed, acquisition, fund, "
        + "buyback, plan"
    ),
    (
      "raised-before(nscale, 2026-13, debt)", 22,
      "found \"2026-13\", expected a date such as 2026, 2026-03 or 2026-03-21"
    ),
    ("found(1e9, s)", 6, "found \"1e9\", expected a number such as 14000 or 0.5"),
    (
      "share-in-bloc(nscale, eu)", 22,
      "found \"eu\", expected one of EU, EEA, CH, UK, other, union"
    ),
    (
      "raised-to-date(nscale)", 21,
      "found nothing, expected words of equity, debt, safe, grant, ipo, mixed, acquisition, fund, "
        + "buyback, plan as in raised-to-date(ORGS, INSTRUMENTS)"
    ),
    (
      "raised-before(nscale, , debt)", 22,
      "found nothing, expected a date such as 2026, 2026-03 or 2026-03-21 as in "
        + "raised-before(ORGS, DATE, INSTRUMENTS)"
    ),
    (
      "target-date(narvk)", 12,
      "found \"narvk\", expected an id of compute; did you mean \"narvik\"?"
    ),
    (
      "milestone-date(anex)", 15,
      "found \"anex\", expected an id of milestones; did you mean \"annex\"?"
    ),
    ("post-money()", 11, "found nothing, expected an id of rounds as in post-money(ROUND)"),
    (
      "post-money(nscale-c, nscale-b)", 21,
      "found \"nscale-b\", expected \")\" as in post-money(ROUND)"
    ),
    ("judgement(x)", 10, "found \"x\", expected \")\" as in judgement()"),
    (
      "judgement() x", 12, "found \"x\", expected \" | \" and another metric, or the end"
    ),
    ("judgement() |", 13, "found \"\", expected the name of a metric"),
  ])
  func aMistakeIsToldWithItsPlace(_ text: String, _ offset: Int, _ message: String) {
    let fault = #expect(throws: MetricFault.self) {
      try MetricParser.calls(in: text, of: dataset)
    }
    #expect(fault?.offset == offset)
    #expect(fault?.message == message)
  }

  @Test func placesCountCharactersNotBytes() {
    let far = "found(1, s) | raised-to-date(ö;nscalé, equity)"
    let fault = #expect(throws: MetricFault.self) {
      try MetricParser.calls(in: far, of: dataset)
    }
    #expect(fault?.offset == 29)
  }

  @Test func nothingThatIsWrittenBringsItDown() {
    var random = SplitMix64(seed: 5)
    let pieces =
      Metric.all.map(\.name) + [
        "(", ")", ",", ";", "+", "|", " ", "nscale", "nscale-c", "equity", "2026", "2026-Q1", "s",
        "1", "\u{1F600}", "\n", "\0",
      ]
    var good = 0
    func some(_ count: ClosedRange<Int>) -> String {
      (0..<Int.random(in: count, using: &random)).map { _ in
        pieces.randomElement(using: &random) ?? ""
      }.joined()
    }
    for _ in 0..<5000 {
      let name = Metric.all.randomElement(using: &random)?.name ?? ""
      let text = Bool.random(using: &random) ? some(0...8) : "\(name)(\(some(0...3)))"
      do {
        let calls = try MetricParser.calls(in: text, of: dataset)
        #expect(!calls.isEmpty)
        good += 1
      } catch {
        #expect(error.offset >= 0 && error.offset <= text.unicodeScalars.count)
        #expect(!error.message.isEmpty)
      }
    }
    #expect(good > 0)
  }

  @Test func theReadmeOfTheDataNamesEveryMetricAsTheCodeDoes() throws {
    let readme = try String(contentsOfFile: FrozenLedger.folder + "/README.md", encoding: .utf8)
    for metric in Metric.all { #expect(readme.contains("`\(metric.usage)`"), "\(metric.name)") }
  }
}
