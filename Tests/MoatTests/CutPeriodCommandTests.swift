import Foundation
import TestSupport
import Testing

/// Deliveries due in a year, cut on the command line and in the dashboard.
@Suite struct CutPeriodCommandTests {
  private func lost(_ cut: String) throws -> [String: Any] {
    let answer = try Program.run(
      Program.path, ["exposure", "--cut", cut, "--format", "json"],
      environment: Program.environment)
    #expect(answer.code == 0, "\(answer.errors)")
    let record = try answer.object()
    return try #require(record["lost"] as? [String: Any])
  }

  private func documented(_ lost: [String: Any]) throws -> Double {
    let accelerators = try #require(lost["accelerators"] as? [String: Any])
    let total = try #require(accelerators["total"] as? [String: Any])
    return try #require(total["documented"] as? Double)
  }

  /// The sum of the rows of the frozen ledger that are NVIDIA's, firm, not running and for 2027.
  @Test func aYearTakesItsRows() throws {
    let year = try lost("nvidia:2027")
    #expect(try documented(year) == 119_040)
    #expect(year["cut"] as? String == "nvidia")
    #expect(year["due"] as? [String: Int] == ["from": 2027, "to": 2027])
    #expect((year["undated"] as? [String: Any])?["sites"] as? Int == 4)
    let both = try documented(try lost("nvidia:2026-2027"))
    let first = try documented(try lost("nvidia:2026"))
    #expect(both == first + 119_040)
    #expect(try documented(try lost("nvidia:2027=50")) == 59_520)
    #expect(try documented(try lost("nvidia:2026,nvidia:2027")) == both)
    #expect(try documented(try lost("nvidia:2031")) == 0)
  }

  @Test func theTextSaysWhatIsCut() throws {
    let answer = try Program.moat("exposure", "--cut", "nvidia:2027")
    #expect(answer.output.contains("without NVIDIA's deliveries due in 2027"))
    #expect(answer.output.contains("without a date"))
    let wrong = try Program.moat("exposure", "--cut", "nvidia:soon")
    #expect(wrong.code == 64)
    for form in ["nvidia:deliveries", "nvidia:2027", "nvidia:2027-2028"] {
      #expect(wrong.errors.contains(form), "\(wrong.errors)")
    }
  }

  @Test func aNameThatIsNoneIsSuggestedWithoutItsYear() throws {
    let wrong = try Program.moat("exposure", "--cut", "nvidai:2027")
    #expect(wrong.code == 64)
    #expect(wrong.errors.contains("nvidia"), "\(wrong.errors)")
  }

  /// From the shell's prompt to who is hit: four keys, and no scrolling in the smallest usual window.
  @Test func whatIfNothingIsDeliveredInAYear() throws {
    let terminal = try Terminal(Program.path, width: 80, height: 24)
    try terminal.wait(for: "1 Over")
    try terminal.type("4", "X")
    try terminal.wait(for: "NVIDIA's deliveries due in 2027")
    try terminal.type("Tab", "Tab", "Enter")
    try terminal.wait(for: "If NVIDIA's deliveries due in 2027 do not come")
    try terminal.wait(for: "119,040")
    let lines = try terminal.screen().split(separator: "\n").map(String.init)
    func line(_ words: String...) -> Bool {
      lines.contains { line in words.allSatisfy(line.contains) }
    }
    #expect(line("year", "2027", "119,040"))
    #expect(line("company", "Nscale"))
    #expect(line("customer", "Microsoft"))
    #expect(!lines.contains { $0.contains("↑") })
    try terminal.type("NPage")
    try terminal.wait(for: "↑")
  }

  @Test func theUnitWeighsConcentration() throws {
    func markets(_ unit: String) throws -> [String] {
      let answer = try Program.run(
        Program.path,
        ["exposure", "--view", "concentration", "--unit", unit, "--format", "json"],
        environment: Program.environment)
      #expect(answer.code == 0, "\(answer.errors)")
      let record = try answer.object()
      let rows = try #require(record["concentration"] as? [[String: Any]])
      return rows.compactMap { $0["market"] as? String }
    }
    // The frozen ledger names no chips, and so holds nothing in H100-equivalents.
    for unit in ["accelerators", "mw"] {
      #expect(try markets(unit).first == "\(unit)-by-vendor")
    }
    let text = try Program.moat("exposure", "--view", "concentration", "--unit", "mw")
    #expect(text.output.contains("MW by maker of the chips"))
    #expect(text.output.contains("of unknown size left out"))
  }
}
