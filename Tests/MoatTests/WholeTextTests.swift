import Testing

/// Text in a pipe is whole: as wide as its content, every column, nothing cut and no hint of a key.
@Suite struct WholeTextTests {
  static let views = [
    "overview", "capital", "capital --by quarter", "capital --by investor", "compute",
    "compute --map", "compute --slips", "compute --funnel", "exposure --view list",
    "exposure --view without", "exposure --view chokepoints", "exposure --view capacity",
    "exposure --view money", "exposure --view concentration", "exposure --view time",
    "exposure --view law", "exposure --cut nvidia=50", "enforcement",
    "enforcement --since 2026-03-21", "timeline", "claims", "sources", "company nscale",
    "company mistral-ai", "investor nvidia", "country DE", "layer models", "layer chips",
    "compare DE FR", "compare nscale mistral-ai", "plan", "chips",
    "benchmarks", "changes --since 2026-08-01",
  ]

  @Test(arguments: views)
  func nothingIsCut(_ view: String) throws {
    let words = view.split(separator: " ").map(String.init)
    let answer = try Program.run(Program.path, words, environment: Program.environment)
    #expect(answer.code == 0, "\(answer.errors)")
    for line in answer.output.split(separator: "\n") {
      // A count of hidden columns, of hidden rows, a cut text.
      let isCut =
        line.contains("…") || line.contains(/[▸◂]\d/) || line.contains(/↓ \d/)
        || line.hasSuffix(" ")
      #expect(!isCut, "\(line)")
    }
    #expect(!answer.output.hasSuffix("\n\n"), "a blank tail")
    #expect(!answer.output.contains(":benchmarks says"))
  }

  /// Every column of the list stands in the text, as it does in the widest picture.
  @Test func everyColumnOfTheRoundsIsThere() throws {
    let text = try Program.moat("capital").output
    for title in ["Company", "Date", "Round", "Amount $ m", "Form", "Status", "Investors"] {
      #expect(text.contains(title), "\(title)")
    }
    let rows = try Program.moat("capital", "--table", "rounds").output.split(separator: "\n").count
    #expect(text.split(separator: "\n").count > rows)
  }

  @Test func widthAndColumnsNarrowIt() throws {
    let narrow = try Program.moat("capital", "--width", "80").output
    #expect(narrow.split(separator: "\n").allSatisfy { $0.count <= 80 })
    #expect(narrow.contains("▸"))
    var environment = Program.environment
    environment["COLUMNS"] = "80"
    let bound = try Program.run(Program.path, ["capital"], environment: environment).output
    #expect(bound == narrow)
  }
}
