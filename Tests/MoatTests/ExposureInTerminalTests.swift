import Foundation
import Testing

/// The questions that the Exposure screen is there for, asked of the real program with real keys. Each
/// takes at most three keys from anywhere.
@Suite(.serialized) struct ExposureInTerminalTests {
  private func opened(width: Int = 120, height: Int = 40) throws -> Terminal {
    let terminal = try Terminal(Program.path, width: width, height: height)
    try terminal.wait(for: "1 Over")
    return terminal
  }

  @Test func whichEuropeanLaboratoriesCanComputeWithoutNVIDIA() throws {
    let terminal = try opened()
    try terminal.type("4", "W")
    try terminal.wait(for: "Can compute without NVIDIA  CSC 11,912")
    let screen = try terminal.screen()
    #expect(screen.contains("AMD: LUMI runs"))
    #expect(screen.contains("Forschungszentrum Jülich"))
  }

  @Test func whatNscaleLosesIfACustomerLeaves() throws {
    let terminal = try opened()
    try terminal.type("4", "P")
    try terminal.wait(for: "Nscale  292,240 accelerators")
    let screen = try terminal.screen()
    let lines = screen.split(separator: "\n").map(String.init)
    #expect(lines.contains { $0.contains("Nscale") && $0.contains("Microsoft        98 %") })
    let microsoft = try #require(lines.first { $0.contains("▏ Microsoft") })
    #expect(microsoft.contains("287,640") && microsoft.contains("98 %"))
    let openAI = try #require(lines.first { $0.contains("OpenAI") })
    #expect(openAI.contains("nothing firm"))
    #expect(screen.contains("Not firm with OpenAI: "))
  }

  @Test func theWorstChokepointBesidesNVIDIA() throws {
    let terminal = try opened()
    try terminal.type("4", "B")
    try terminal.wait(for: "next Nscale 292,240")
  }

  @Test func theSovereigntyParadoxInFigures() throws {
    for (width, height) in [(120, 40), (80, 24)] {
      let terminal = try opened(width: width, height: height)
      try terminal.type("4", "P")
      try terminal.wait(for: "chips of")
      let lines = try terminal.screen().split(separator: "\n").map(String.init)
      func line(_ words: String...) -> Bool {
        lines.contains { line in words.allSatisfy(line.contains) }
      }
      #expect(line("chips of", "NVIDIA", "100 %"))
      #expect(line("rented to", "US", "98 %"))
      #expect(line("under law", "US", "36 %"))
      #expect(line("EU-27", "27 %"))
    }
  }

  @Test func whatIfNscaleStops() throws {
    let terminal = try opened()
    try terminal.type("4", "B", "Down", "X")
    try terminal.wait(for: "take away")
    try terminal.type("Tab", "Enter")
    try terminal.wait(for: "If Nscale stops")
    try terminal.wait(for: "564,096 → 271,856")
    try terminal.type("X")
    try terminal.write("nscale=50")
    try terminal.type("Enter")
    try terminal.wait(for: "If 50 % of Nscale stops")
  }

  @Test func theSourcesOfAPathAreAKeyAway() throws {
    let terminal = try opened()
    try terminal.type("4", "E", "Tab", "s")
    try terminal.wait(for: "Sources of")
  }
}
