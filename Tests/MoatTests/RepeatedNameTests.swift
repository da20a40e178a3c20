import Testing

/// A name given twice where each counts once.
@Suite struct RepeatedNameTests {
  @Test(arguments: [
    ["compare", "nscale", "Nscale"], ["compare", "FR", "fr"],
    ["exposure", "--cut", "nvidia,nvidia"], ["exposure", "--cut", "nvidia=50,NO,nvidia=20"],
  ])
  func isRefused(_ words: [String]) throws {
    let answer = try Program.run(Program.path, words, environment: Program.environment)
    #expect(answer.code == 64)
    #expect(answer.errors.contains("twice"), "\(answer.errors)")
  }

  @Test(arguments: [
    "nvidia,nvidia:deliveries", "NO,home:NO", "nvidia=50 vs nvidia=20", "nvidia=12.5",
  ])
  func differentPartsAreTaken(_ cut: String) throws {
    #expect(try Program.moat("exposure", "--cut", cut).code == 0)
  }

  @Test(arguments: ["nvidia=0x10", "nvidia=1e1", "nvidia=+5"])
  func aPartIsADecimalNumber(_ cut: String) throws {
    #expect(try Program.moat("exposure", "--cut", cut).code == 64)
  }
}
