import Dataset
import Testing

@testable import Insight

/// The table of fields: its names, and the fields that only it describes.
@Suite struct FilterFieldTests {
  @Test func noNameMeansTwoFields() {
    let names = FilterField.all.flatMap { [$0.name] + $0.aliases }
    #expect(Set(names).count == names.count)
    for name in names { #expect(name == name.lowercased(), "\(name)") }
  }

  @Test func everyFieldSaysItsPurpose() {
    for field in FilterField.all {
      #expect(!field.help.isEmpty, "\(field.name)")
      #expect(!field.expected.isEmpty && !field.example.isEmpty, "\(field.name)")
    }
  }

  @Test(arguments: [
    ("date>2025-07-04", "nscale-b nscale-loan nscale-c mistral-d"),
    ("date>=2026-03-09", "nscale-c mistral-d"), ("date>2026-03-09", "mistral-d"),
    ("date:2026-02", "nscale-loan"), ("date:2026", "nscale-loan nscale-c mistral-d"),
    ("date=2025-09-25", "nscale-b"), ("date<2024", "mistral-seed arm-ipo"),
    ("date<=2025-06-30", "mistral-seed arm-ipo charm-seed"),
    ("-date>2024", "mistral-seed arm-ipo"),
    ("DATE:2023", "mistral-seed arm-ipo"),
  ])
  func aDateIsComparedByItsOwnName(_ text: String, _ expected: String) throws {
    #expect(try FilterData.rounds(text, try FilterData.snapshot()) == expected)
  }

  @Test(arguments: [
    ("from:2026", "since:2026"), ("to:2025-06", "until:2025-06"),
    ("from:2025 to:2025", "since:2025 until:2025"), ("gpus>20k", "accelerators>20k"),
    ("-lacks:amount", "-missing:amount"),
  ])
  func anotherWordMeansTheSame(_ other: String, _ name: String) throws {
    let snapshot = try FilterData.snapshot()
    #expect(try FilterData.rounds(other, snapshot) == FilterData.rounds(name, snapshot))
    #expect(try FilterData.sites(other, snapshot) == FilterData.sites(name, snapshot))
    #expect(
      try !FilterData.rounds(other, snapshot).isEmpty || !FilterData.sites(other, snapshot).isEmpty)
  }

  @Test func aDateThatIsNoneIsRefusedWithWhatIsExpected() throws {
    let error = #expect(throws: FilterError.self) { try Filter("date>yesterday") }
    #expect(
      error?.message
        == "\"yesterday\" is not what date takes: a date such as 2026, 2026-03 or 2026-03-21")
    let order = #expect(throws: FilterError.self) { try Filter("from>2025") }
    #expect(order?.message == "since has no order; write since:2026-03")
  }

  @Test func aDateIsOfferedByEveryName() throws {
    let snapshot = try FilterData.snapshot()
    for (written, offered) in [("dat", "date:"), ("from", "since:"), ("to", "until:")] {
      let offers = Filter.completions(of: written, at: written.count, in: snapshot, limit: 3)
      #expect(offers.first?.text == offered, "\(written)")
    }
    let years = Filter.completions(of: "date>", at: 5, in: snapshot)
    #expect(years.map(\.text) == ["2026", "2025", "2023"])
  }

  @Test func missingAndHasAskOfTheSameThings() throws {
    let (missing, has) = (
      try #require(FilterField(named: "missing")), try #require(FilterField(named: "has"))
    )
    #expect(missing.values == has.values)
    let steps = EnforcementStepKind.words
    let said =
      steps + [
        "amount", "valuation", "investor", "accelerators", "mw", "chip", "vendor", "customer",
        "operator", "target", "country", "city", "url",
      ]
    guard case .words(let words) = missing.values else {
      Issue.record("missing takes words")
      return
    }
    #expect(Set(words) == Set(said))
  }
}
