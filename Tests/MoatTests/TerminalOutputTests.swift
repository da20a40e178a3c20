import Foundation
import TestSupport
import Testing

@Suite("What goes to a real terminal")
struct TerminalOutputTests {
  /// A package whose texts hold what a terminal would obey.
  private func package() throws -> TemporaryPackage {
    try TemporaryPackage([
      .sources: "id,title,publisher,url,published,kind\ns,Title,Publisher,,,news\n",
      .countries: "code,name,bloc\nFR,France,EU\n",
      .organisations:
        "id,name,kind,layer,source\nacme,A\u{1B}]0;owned\u{7}c\u{9B}31mme\u{202E},company,models,s\n",
      .rounds:
        "id,company,date,series,instrument,status,amount_m,currency,confidence,source\n"
        + "a,acme,2025-01-01,\u{1B}[2JSeed,equity,closed,1,USD,reported,s\n",
    ])
  }

  @Test(arguments: ["csv", "text", "ansi", "json"])
  func noControlOfTheDataReachesIt(_ format: String) throws {
    let package = try package()
    let terminal = try PseudoTerminal(
      [
        "capital", "--data", package.folder.path, "--format", format, "--no-pager", "--by",
        "company",
      ])
    #expect(terminal.end() != nil)
    terminal.pump(milliseconds: 200)
    let text = String(decoding: terminal.output, as: UTF8.self)
    #expect(text.contains("me"), "\(text)")
    for control in ["\u{1B}]", "\u{1B}[2J", "\u{9B}", "\u{202E}", "\u{7}"] {
      #expect(!text.contains(control), "\(format): \(control.debugDescription)")
    }
  }

  /// In a file the cell is what the data has: another program reads it.
  @Test func inAFileCSVIsAsTheDataHasIt() throws {
    let package = try package()
    let answer = try Program.run(
      Program.path,
      ["capital", "--data", package.folder.path, "--format", "csv", "--by", "company"],
      environment: Program.environment)
    #expect(answer.code == 0)
    #expect(answer.output.contains("A\u{1B}]0;owned\u{7}c\u{9B}31mme"))
  }
}
