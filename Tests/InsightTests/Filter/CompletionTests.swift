import Dataset
import Testing

@testable import Insight

@Suite struct CompletionTests {
  /// The offers where `|` stands in a text: the texts, and the text with the first of them taken.
  private func offers(_ marked: String, limit: Int = 4) throws -> (all: [String], taken: String) {
    let cursor = try #require(Array(marked).firstIndex(of: "|"))
    let text = marked.filter { $0 != "|" }
    let completions = Filter.completions(
      of: text, at: cursor, in: try FilterData.snapshot(), limit: limit)
    let characters = Array(text)
    let taken = completions.first.map { completion in
      String(characters[..<completion.range.lowerBound]) + completion.text
        + String(characters[completion.range.upperBound...])
    }
    return (completions.map(\.text), taken ?? "")
  }

  @Test(arguments: [
    ("|", ["company:", "group:", "layer:", "country:"], "company:"),
    ("co|", ["company:", "country:", "confidence:", "scope:"], "company:"),
    ("nsc|", ["company:nscale", "company:aker-nscale"], "company:nscale"),
    ("-lay|er x", ["layer:"], "-layer: x"),
    ("year:2026 lay|", ["layer:"], "year:2026 layer:"),
    ("layer:m|", ["models"], "layer:models"),
    ("layer:models,ch|ip year:2026", ["chips", "research"], "layer:models,chips year:2026"),
    ("company:jul|", ["fz-juelich"], "company:fz-juelich"),
    ("company:ar|", ["arm", "charm"], "company:arm"),
    ("company:nsc|ale", ["nscale", "aker-nscale"], "company:nscale"),
    ("investor:|", ["nvidia", "nventures"], "investor:nvidia"),
    ("lead:|", ["nventures"], "lead:nventures"),
    ("tenant:|", ["openai"], "tenant:openai"),
    ("country:fr|", ["FR"], "country:FR"),
    ("chip:first|", ["\"GB300, first half\""], "chip:\"GB300, first half\""),
    ("chip:\"GB300, f|irst\" x", ["\"GB300, first half\""], "chip:\"GB300, first half\" x"),
    ("series:c|", ["\"Series C\""], "series:\"Series C\""),
    ("year:|", ["2026", "2025", "2023"], "year:2026"),
    ("quarter:2026|", ["2026-Q4", "2026-Q3", "2026-Q2", "2026-Q1"], "quarter:2026-Q4"),
    ("amount>|", [], ""),
    ("miss|", ["missing:", "missing="], "missing:"),
    ("lacks|", ["missing="], "missing="),
    ("missing=pen|", ["penalties"], "missing=penalties"),
    ("status:fi|", ["firm"], "status:firm"),
    ("bloc:e|", ["EU-27", "EEA", "Europe", "other"], "bloc:EU-27"),
  ])
  func theLikeliestComesFirst(_ marked: String, _ expected: [String], _ taken: String) throws {
    let found = try offers(marked)
    #expect(found.all == expected)
    #expect(found.taken == taken)
  }

  @Test func aCompletionSaysWhatItIs() throws {
    let snapshot = try FilterData.snapshot()
    let company = Filter.completions(of: "company:mis", at: 11, in: snapshot)
    #expect(company.first?.detail == "Mistral AI")
    let field = Filter.completions(of: "amo", at: 3, in: snapshot)
    #expect(field.first?.detail == FilterField(named: "amount")?.help)
  }

  /// A value that is offered is understood as a value.
  @Test func everythingOfferedIsUnderstood() throws {
    let snapshot = try FilterData.snapshot()
    for field in FilterField.all {
      let text = field.name + ":"
      for completion in Filter.completions(of: text, at: text.count, in: snapshot, limit: 500) {
        let filter = text + completion.text
        #expect(throws: Never.self, "\(filter)") { try CompiledFilter(filter, for: snapshot) }
      }
    }
  }

  @Test func aFieldQuotesWhatItMust() {
    #expect(FilterField(named: "chip")?.term("GB300") == "chip:GB300")
    #expect(FilterField(named: "chip")?.term("GB300 NVL72") == "chip:\"GB300 NVL72\"")
    #expect(FilterField(named: "city")?.term("a,\"b\"") == "city:\"a,b\"")
    #expect(FilterField(named: "id")?.term("nscale-c", isExact: true) == "id=nscale-c")
  }
}
