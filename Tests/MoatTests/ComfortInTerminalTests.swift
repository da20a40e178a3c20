import Foundation
import Testing

/// Filters, the watchlist, the session and the settings: the real program with real keys.
@Suite(.serialized) struct ComfortInTerminalTests {
  private static let moat = Program.path

  @Test func aFilterIsCompletedCountedCorrectedAndShown() throws {
    let terminal = try Terminal(Self.moat)
    try terminal.wait(for: "1 Overview")
    try terminal.write("2/lay")
    try terminal.wait(for: "the layer of an organisation of the row")
    try terminal.type("Tab")
    try terminal.write("infrastrcture")
    try terminal.wait(for: "^^^^^^^^^^^^^ layer has no \"infrastrcture\"; did you mean")
    try terminal.type("Tab")
    try terminal.wait(for: "/layer:infrastructure")
    try terminal.write(" instrument:deb")
    try terminal.type("Down", "Enter")
    try terminal.wait(for: "instrument:debt")
    try terminal.wait(for: " rounds")
    try terminal.type("Enter")
    try terminal.wait(for: "/layer:infrastructure instrument:debt   as of 22 Nov 2026")
    try terminal.type("/", "C-o")
    try terminal.wait(for: "keep the filter as")
    try terminal.write("loans")
    try terminal.type("Enter")
    try terminal.wait(for: "kept as @loans")
    try terminal.type("Escape")
    try terminal.wait(without: "/layer:infrastructure")
    try terminal.write(":loans")
    try terminal.type("Enter")
    try terminal.wait(for: "/layer:infrastructure instrument:debt   as of")
  }

  @Test func theSessionAndTheWatchlistOutliveTheProgram() throws {
    let terminal = try Terminal(
      "\(Self.moat); echo [once]; read x; \(Self.moat); echo [twice]; read x; \(Self.moat) --fresh")
    try terminal.wait(for: "1 Overview")
    try terminal.write(":nscale")
    try terminal.type("Enter")
    try terminal.wait(for: "Overview ▸ Nscale")
    try terminal.type("w", "Down", "[", "q")
    try terminal.wait(for: "[once]")
    try terminal.type("Enter")
    try terminal.wait(for: "Overview ▸ Nscale")
    try terminal.wait(for: "as of 22 Oct 2026")
    try terminal.wait(for: "◆ 20")
    try terminal.type("Escape")
    try terminal.wait(for: "◆ Nscale ")
    try terminal.type("q")
    try terminal.wait(for: "[twice]")
    try terminal.type("Enter")
    try terminal.wait(for: "as of 22 Nov 2026")
    try terminal.wait(for: "◆ Nscale ")
  }

  @Test func aHomeThatCannotBeWrittenIsNoError() throws {
    let terminal = try Terminal(
      Self.moat,
      environment: ["XDG_CONFIG_HOME": "/proc/none", "XDG_STATE_HOME": "/proc/none"])
    try terminal.wait(for: "1 Overview")
    try terminal.write(":nscale")
    try terminal.type("Enter")
    try terminal.wait(for: "Overview ▸ Nscale")
    try terminal.type("w")
    try terminal.wait(for: "kept until you quit")
    try terminal.type("q")
    try terminal.wait(for: "[ended 0]")
  }

  @Test func theSettingsHoldAndTheirMistakesAreNamed() throws {
    let terminal = try Terminal(
      """
      mkdir -p config/moat; printf 'screen = capital\\ntheme = blue\\nkey quit = Q\\n' \
      > config/moat/config; \(Self.moat)
      """)
    try terminal.wait(for: "Capital raised ·")
    try terminal.wait(for: "! 1 problem in the settings")
    try terminal.type("q", "!")
    try terminal.wait(for: "found \"blue\", expected one of default, standard")
    try terminal.type("Q")
    try terminal.wait(for: "[ended 0]")
  }

  @Test func aCommandDoesNotAnswerUnderWrongSettings() throws {
    let folder = try TemporaryFolder()
    try folder.write("\nthem = light\n", to: "moat/config")
    var environment = Program.environment
    environment["XDG_CONFIG_HOME"] = folder.path
    let answer = try Program.run(Program.path, ["capital"], environment: environment)
    #expect(answer.code == 78)
    #expect(
      answer.errors.hasPrefix(
        "moat: \(folder.path)/moat/config:2:1: error: there is no setting \"them\", expected one of theme"
      ))
    #expect(answer.output == "")
    try folder.write("key quit = Q\n", to: "moat/config")
    let keys = try Program.run(Program.path, ["keys"], environment: environment)
    #expect(keys.output.contains("| `Q` | quit | quit |"))
  }

  @Test func theMouseSelectsSortsAndIsFreed() throws {
    let terminal = try Terminal(Self.moat)
    try terminal.wait(for: "1 Overview")
    // A press of the left button as tmux sends it (xterm's X10 form): column 22, row 1, on a tab.
    try terminal.write("\u{1B}[M 6!")
    try terminal.wait(for: "Capital raised ·")
    try terminal.type("M")
    try terminal.wait(for: "the mouse is the terminal's")
    try terminal.type("M")
    try terminal.wait(for: "the mouse selects, scrolls and opens again")
  }

  @Test func whatIsCopiedReachesTheClipboard() throws {
    let terminal = try Terminal(Self.moat)
    try terminal.wait(for: "1 Overview")
    try terminal.write("5y")
    try terminal.wait(for: "copy  y row")
    try terminal.type("c")
    try terminal.wait(for: "sent to the terminal's clipboard")
    let lines = try terminal.clipboard().split(separator: "\n")
    #expect(lines.count == 2)
    #expect(lines.first?.hasPrefix("state,") == true)
    try terminal.type("y")
    try terminal.wait(for: "copy  y row")
    try terminal.type("y")
    try terminal.wait(for: "sent to the terminal's clipboard")
    #expect(try !terminal.clipboard().contains("State,"))
  }

  @Test func theRowIsEditedWhereItStandsAndShownAnew() throws {
    let terminal = try Terminal(
      """
      cp -r \(Program.data) copy; printf '#!/bin/sh\\necho "$@" > args\\nsed -i s/Agency/Bureau/ "$2"\\n' > ed
      chmod +x ed; EDITOR=./ed \(Self.moat) --data copy
      """)
    try terminal.wait(for: "1 Overview")
    try terminal.write(":denmark")
    try terminal.type("Enter")
    try terminal.wait(for: "Overview ▸ Denmark")
    try terminal.type("e")
    try terminal.wait(for: "read again")
    let words = try String(
      contentsOf: terminal.folder.appending(path: "args"), encoding: .utf8
    ).split(whereSeparator: \.isWhitespace)
    #expect(words.count == 2)
    let line = try #require(words.first.flatMap { Int($0.dropFirst()) })
    #expect(words[0].first == "+")
    let file = terminal.folder.appending(path: String(words[1]))
    let rows = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
    #expect(rows[line - 1].contains("DK"))
  }

  @Test func theSettingsAreEdited() throws {
    let terminal = try Terminal(
      """
      printf '#!/bin/sh\\necho "$@" > args\\necho "screen = capital" > "$2"\\n' > ed
      chmod +x ed; EDITOR=./ed \(Self.moat) --fresh; \(Self.moat) --fresh
      """)
    try terminal.wait(for: "1 Overview")
    try terminal.write(":settings")
    try terminal.type("Enter")
    try terminal.wait(for: "holds from the next start on")
    let words = try String(
      contentsOf: terminal.folder.appending(path: "args"), encoding: .utf8
    ).split(whereSeparator: \.isWhitespace)
    #expect(words == ["+1", "\(terminal.folder.path)/config/moat/config"])
    #expect(try !terminal.screen().contains("Capital raised ·"))
    try terminal.type("q")
    try terminal.wait(for: "Capital raised ·")
  }

  @Test func aThemeIsTriedAtOnce() throws {
    let terminal = try Terminal(Self.moat)
    try terminal.wait(for: "1 Overview")
    let before = try Self.colours(terminal)
    try terminal.write(":theme monochrome")
    try terminal.type("Enter")
    try terminal.wait(for: "theme monochrome until you quit")
    #expect(before.count > 2)
    #expect(try Self.colours(terminal).isEmpty)
  }

  /// The sequences of colours on the screen.
  private static func colours(_ terminal: Terminal) throws -> Set<String> {
    let screen = try terminal.colouredScreen()
    let sequences = screen.matches(of: /\u{1B}\[[0-9;]*m/).map { String($0.output) }
    return Set(sequences.filter { $0.contains(/[\[;][34][0-8]/) })
  }

  /// Letters that another program wrote over the screen go.
  @Test func theScreenIsDrawnAnew() throws {
    let terminal = try Terminal(Self.moat)
    try terminal.wait(for: "1 Overview")
    try terminal.scribble("SCRIBBLE")
    try terminal.wait(for: "SCRIBBLE")
    try terminal.type("C-l")
    try terminal.wait(without: "SCRIBBLE")
    try terminal.wait(for: "1 Overview")
  }

  @Test func aPageThatCannotBeOpenedIsNamed() throws {
    let terminal = try Terminal(Self.moat, environment: ["BROWSER": "false"])
    try terminal.wait(for: "1 Overview")
    try terminal.write("8o")
    try terminal.wait(for: "false failed; the page is https://")
  }

  @Test func aViewIsExportedInOneForm() throws {
    let terminal = try Terminal(Self.moat)
    try terminal.wait(for: "1 Overview")
    try terminal.write("5x")
    try terminal.wait(for: "export  x all")
    try terminal.type("c")
    try terminal.wait(for: "written: /")
    #expect(try terminal.screen().contains("/moat-enforcement-2026-11-22.csv"))
    let names = try FileManager.default.contentsOfDirectory(atPath: terminal.folder.path)
    #expect(names.filter { $0.hasPrefix("moat-") } == ["moat-enforcement-2026-11-22.csv"])
  }

  /// A sequence that a dumb terminal shows as letters must not be sent to it.
  @Test func aDumbTerminalGetsPlainText() throws {
    for (term, isPlain) in [("dumb", true), ("xterm", false)] {
      let terminal = try Terminal(
        "script -qc '\(Self.moat) claims' seen",
        term: term, environment: ["PAGER": "cat"])
      try terminal.wait(for: "[ended 0]")
      let seen = try Data(contentsOf: terminal.folder.appending(path: "seen"))
      let lines = String(decoding: seen, as: UTF8.self).split(separator: "\r\n")
      #expect(lines.contains { $0.contains("Claims ·") })
      #expect(lines.dropFirst().contains { $0.contains("\u{1B}") } != isPlain, "\(term)")
    }
  }

  @Test func longTextGoesToThePager() throws {
    let pager = ["PAGER": "sed 's/^/| /'"]
    let long = try Terminal("\(Self.moat) sources", width: 100, height: 20, environment: pager)
    try long.wait(for: "[ended 0]")
    #expect(try long.screen().contains("\n| "))
    let straight = try Terminal(
      "\(Self.moat) sources --no-pager", width: 100, height: 20, environment: pager)
    try straight.wait(for: "[ended 0]")
    #expect(try !straight.screen().contains("\n| "))
    let short = try Terminal(
      "\(Self.moat) enforcement --height 12", width: 100, height: 40, environment: pager)
    try short.wait(for: "[ended 0]")
    #expect(try !short.screen().contains("\n| "))
    let none = try Terminal(
      "\(Self.moat) sources", width: 100, height: 20, environment: ["PAGER": "/nonexistent"])
    try none.wait(for: "[ended 0]")
  }
}
