import Foundation
import TestSupport
import Testing

/// A fact entered by the form, with real keys: what is offered, what is wrong, what changes, and back.
@Suite struct EntryFormInTerminalTests {
  /// Opens the form of a round, with its source told, at the field of the company.
  private func beginRound(on terminal: Terminal) throws {
    try terminal.wait(for: "1 Overview")
    try terminal.type("2", "C-n")
    try terminal.wait(for: "New round")
    try terminal.write("https://paper.example/2026/11/20/bridge")
    try terminal.type("Tab")
    try terminal.write("A bridge for Nscale")
    try terminal.type("Tab", "Tab", "Tab")
  }

  @Test func aRoundIsEnteredSeenAndTakenBack() throws {
    let home = try TemporaryFolder()
    let terminal = try Terminal(Program.path, environment: ["XDG_DATA_HOME": home.path])
    try beginRound(on: terminal)
    try terminal.write("Nscal")
    // The text is no name yet, and the first name that begins so is taken.
    try terminal.wait(for: "nscale Nscale")
    try terminal.type("Tab")
    try terminal.wait(for: "2026-11-20, assumed")
    try terminal.type("Tab")
    try terminal.write("Bridge")
    try terminal.type("Tab", "Tab", "Tab", "Tab")
    try terminal.write("many")
    try terminal.wait(for: "expected a number")
    try terminal.type("C-u")
    try terminal.write("€200m")
    try terminal.wait(for: "at the rate of its day")
    try terminal.type("C-s")
    try terminal.wait(for: "Nscale raised: ")
    #expect(FileManager.default.fileExists(atPath: home.path + "/moat") == false)
    try terminal.type("C-s")
    try terminal.wait(for: "round nscale-2026-11-bridge is entered; Ctrl-Z now takes it back")
    try terminal.wait(for: "+ Nscale")
    let rounds = home.path + "/moat/facts/rounds.csv"
    #expect(try String(contentsOfFile: rounds, encoding: .utf8).contains("nscale-2026-11-bridge"))
    try terminal.type("C-z")
    try terminal.wait(without: "+ Nscale")
    #expect(try !String(contentsOfFile: rounds, encoding: .utf8).contains("nscale-2026-11-bridge"))
  }

  @Test func aFormThatIsClosedIsKeptAndASiteMovesOn() throws {
    let home = try TemporaryFolder()
    let terminal = try Terminal(Program.path, environment: ["XDG_DATA_HOME": home.path])
    try terminal.wait(for: "1 Overview")
    try terminal.write(":Stargate Norway")
    try terminal.type("Enter", "C-u")
    try terminal.wait(for: "site stargate-norway moves on")
    try terminal.type("C-s")
    try terminal.wait(for: "empty or wrong")
    try terminal.type("Escape")
    try terminal.wait(for: "the form is kept as typed")
    try terminal.type("2", "C-n")
    try terminal.wait(for: "New round")
    try terminal.write("half an addr")
    try terminal.type("Escape", "C-n")
    try terminal.wait(for: "half an addr")
    try terminal.type("C-x")
    try terminal.wait(for: "thrown away")
  }

  @Test func anInvestorNotHeldYetIsMadeOnTheWay() throws {
    let home = try TemporaryFolder()
    try FileManager.default.createDirectory(
      atPath: home.path + "/moat", withIntermediateDirectories: true)
    try "facts = \(home.path)/mine\n".write(
      toFile: home.path + "/moat/config", atomically: true, encoding: .utf8)
    let terminal = try Terminal(Program.path, environment: ["XDG_CONFIG_HOME": home.path])
    try beginRound(on: terminal)
    try terminal.write("nscale")
    try terminal.type("Tab", "Tab")
    try terminal.write("Bridge")
    try terminal.type("Tab", "Tab", "Tab", "Tab", "Tab", "Tab")
    try terminal.write("nvidia:lead;Foo Capital:participant")
    try terminal.wait(for: "Ctrl-O makes it")
    try terminal.type("C-o")
    try terminal.wait(for: "New organisation")
    try terminal.wait(for: "Foo Capital")
    try terminal.wait(for: "A bridge for Nscale")
    try terminal.write("fund")
    try terminal.type("Tab")
    try terminal.write("capital")
    try terminal.type("C-s")
    try terminal.wait(for: "goes to \(home.path)/mine")
    try terminal.type("C-s")
    try terminal.wait(for: "organisation foo-capital is entered; on with the round")
    try terminal.wait(for: "nvidia:lead;foo-capital:participant")
    try terminal.type("C-s")
    try terminal.wait(for: "Ctrl-S again enters it")
    try terminal.type("C-s")
    try terminal.wait(for: "round nscale-2026-11-bridge is entered")
    let investments = try String(
      contentsOfFile: home.path + "/mine/investments.csv", encoding: .utf8)
    #expect(investments.contains("nscale-2026-11-bridge,foo-capital,participant"))
    // The rows made on the way belong to the entry: a single key takes all of them back.
    try terminal.type("C-z")
    try terminal.wait(for: "taken back, with what was made on the way")
    for table in ["investments", "organisations", "rounds", "sources"] {
      let rows = try String(contentsOfFile: "\(home.path)/mine/\(table).csv", encoding: .utf8)
        .split(separator: "\n")
      #expect(rows.count == 1, "\(table)")
    }
  }

  @Test func aFindingOfTheReviewOpensTheFormOfItsRow() throws {
    let terminal = try Terminal(Program.path)
    try terminal.wait(for: "1 Overview")
    try terminal.type("!")
    try terminal.wait(for: "Review and Problems")
    // Two warnings come first, then a table that ends too early.
    try terminal.type("j", "j", "Enter")
    try terminal.wait(for: "New site")
    try terminal.type("C-x", "j", "j", "Enter")
    try terminal.wait(for: "moves on")
    try terminal.type("C-x")
    try terminal.wait(for: "thrown away")
    try terminal.wait(for: "Review and Problems")
  }
}
