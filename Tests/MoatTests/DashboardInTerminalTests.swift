import Foundation
import Glibc
import Testing

/// The program in a real terminal, with real keys.
@Suite(.serialized) struct DashboardInTerminalTests {
  private static let moat = Program.path

  @Test func itOpensOnTheOverviewAndQuits() throws {
    let terminal = try Terminal("echo before; \(Self.moat)")
    try terminal.wait(for: "1 Overview")
    try terminal.type("q")
    try terminal.wait(for: "[ended 0]")
    #expect(try terminal.screen().contains("before"), "what stood there before is back")
  }

  @Test(arguments: [
    ("2", "Capital raised ·"), ("3", "Compute, firm ·"), ("4", "Exposure to"),
    ("5", "Enforcement authority ·"), ("6", "Timeline · "), ("7", "Claims ·"), ("8", "Sources ·"),
  ])
  func everyDigitShowsItsScreen(_ key: String, _ headline: String) throws {
    let terminal = try Terminal(Self.moat)
    try terminal.wait(for: "1 Overview")
    try terminal.type(key)
    try terminal.wait(for: headline)
    #expect(try terminal.screen().split(separator: "\n")[1].contains(headline))
  }

  @Test(arguments: [
    "xterm", "xterm-256color", "xterm-direct", "screen-256color", "tmux-256color", "linux", "vt100",
  ])
  func itRunsInEveryTerminal(_ term: String) throws {
    let terminal = try Terminal(Self.moat, width: 80, height: 24, term: term)
    try terminal.wait(for: "as of 22 Nov 2026")
    try terminal.type("5")
    try terminal.wait(for: "of 27")
    try terminal.type("q")
    try terminal.wait(for: "[ended 0]")
  }

  @Test func aDumbTerminalIsToldWhatToDo() throws {
    let terminal = try Terminal(Self.moat, term: "dumb")
    try terminal.wait(for: "moat overview")
    try terminal.wait(for: "[ended 69]")
  }

  @Test func noSizeIsTooSmallAndNoneTooLarge() throws {
    let terminal = try Terminal(Self.moat, width: 80, height: 24)
    try terminal.wait(for: "as of 22 Nov 2026")
    for (width, height) in [(2, 2), (20, 5), (40, 10), (200, 60), (400, 150), (80, 24)] {
      try terminal.resize(width: width, height: height)
      Thread.sleep(forTimeInterval: 0.2)
    }
    try terminal.wait(for: "as of 22 Nov 2026")
    try terminal.type("q")
    try terminal.wait(for: "[ended 0]")
  }

  @Test(arguments: ["INT", "TERM", "HUP"])
  func aSignalEndsItAndGivesTheTerminalBack(_ signal: String) throws {
    let terminal = try Terminal(
      "stty -a > before; \(Self.moat); stty -a > after; cmp before after && echo same line modes")
    try terminal.wait(for: "1 Overview")
    _ = try Program.run(
      "pkill", ["-\(signal)", "-f", "^\(Self.moat)$", "-P", shells(of: terminal)])
    try terminal.wait(for: "same line modes")
  }

  @Test(arguments: ["SEGV", "ILL", "ABRT"])
  func evenACrashGivesTheTerminalBack(_ signal: String) throws {
    let terminal = try Terminal(
      "stty -a > before; \(Self.moat); stty -a > after; cmp before after && echo same line modes")
    try terminal.wait(for: "1 Overview")
    _ = try Program.run(
      "pkill", ["-\(signal)", "-f", "^\(Self.moat)$", "-P", shells(of: terminal)])
    try terminal.wait(for: "same line modes")
    #expect(try !terminal.screen().contains("1 Overview"), "the dashboard's screen is left")
  }

  @Test func aWindowClosedOnItLosesNothingAndLeavesNoPartOfAFile() throws {
    let terminal = try Terminal(Self.moat)
    try terminal.wait(for: "1 Overview")
    try terminal.type("3")
    try terminal.wait(for: "Compute, firm")
    try terminal.closeWindow()
    let state = terminal.folder.appending(path: "state/moat")
    func files() -> [String] {
      ((try? FileManager.default.contentsOfDirectory(atPath: state.path)) ?? []).sorted()
    }
    let deadline = Date(timeIntervalSinceNow: 10)
    while !files().contains("visit"), Date() < deadline { Thread.sleep(forTimeInterval: 0.05) }
    #expect(files() == ["session", "visit"])
    let session = try String(contentsOf: state.appending(path: "session"), encoding: .utf8)
    #expect(session.contains("page = compute"))
  }

  /// An accent typed after its letter, a flag and a family: one character each, made of several.
  @Test(arguments: [
    "e\u{301}", "\u{1F1EB}\u{1F1F7}", "\u{1F468}\u{200D}\u{1F469}\u{200D}\u{1F467}",
  ])
  func charactersOfSeveralPartsCanBeTypedEverywhere(_ text: String) throws {
    let terminal = try Terminal(Self.moat)
    try terminal.wait(for: "1 Overview")
    for line in ["/", ":", "t"] {
      try terminal.type(line)
      for scalar in text.unicodeScalars { try terminal.write(String(scalar)) }
      try terminal.type("Left", "x", "BSpace", "Escape")
    }
    try terminal.type("2")
    try terminal.wait(for: "Capital raised")
  }

  @Test func stoppingAndGoingOnPaintsItAnew() throws {
    let terminal = try Terminal("bash --norc -i")
    try terminal.type("PS1='$ '; \(Self.moat)", "Enter")
    try terminal.wait(for: "1 Overview")
    try terminal.type("C-z")
    try terminal.wait(for: "Stopped")
    try terminal.type("fg", "Enter")
    try terminal.wait(for: "1 Overview")
    try terminal.type("q")
    try terminal.wait(without: "1 Overview")
  }

  /// A program that is stopped from outside cannot give the terminal back before.
  @Test func goingOnAfterAStopUnaskedPaintsItAnew() throws {
    let terminal = try Terminal("echo $$ > process; exec \(Self.moat)")
    try terminal.wait(for: "1 Overview")
    let text = try String(contentsOf: terminal.folder.appending(path: "process"), encoding: .utf8)
    let process = try #require(pid_t(text.trimmingCharacters(in: .whitespacesAndNewlines)))
    kill(process, SIGSTOP)
    try terminal.scribble("\u{1B}[2JSCRIBBLE")
    try terminal.wait(without: "1 Overview")
    kill(process, SIGCONT)
    try terminal.wait(for: "1 Overview")
    try terminal.wait(without: "SCRIBBLE")
    try terminal.type("2")
    try terminal.wait(for: "Capital raised")
  }

  @Test func theSourcesOfAFactAreOneKeyAway() throws {
    let terminal = try Terminal("\(Self.moat)")
    try terminal.wait(for: "1 Overview")
    try terminal.type("5")
    try terminal.wait(for: "of 27")
    try terminal.type("s")
    try terminal.wait(for: "Sources of")
    try terminal.wait(for: "https://")
    try terminal.type("Escape")
    try terminal.wait(without: "Sources of")
  }

  @Test func theMapIsOneKeyFromComputeAndCanBeWalked() throws {
    let terminal = try Terminal(Self.moat)
    try terminal.wait(for: "1 Overview")
    try terminal.type("3")
    try terminal.wait(for: "Compute, firm")
    try terminal.type("m")
    try terminal.wait(for: "towns on the map")
    let first = try terminal.screen()
    try terminal.type("Down")
    try terminal.wait(without: first)
    try terminal.type("+", "+")
    try terminal.wait(for: "nearer")
    try terminal.type("Enter")
    // The word of the page it leads to: the map itself speaks of accelerators too.
    try terminal.wait(for: "Map ▸")
  }

  @Test func theFunnelAndTheSlipsAreOneKeyAway() throws {
    let terminal = try Terminal(Self.moat)
    try terminal.wait(for: "1 Overview")
    try terminal.type("3", "f")
    try terminal.wait(for: "From announced to running")
    try terminal.type("f")
    try terminal.wait(for: "What slipped")
    try terminal.type("Tab", "Down", "Enter")
    try terminal.wait(for: "compute.csv:")
  }

  @Test func twoCompaniesAreMarkedAndCompared() throws {
    let terminal = try Terminal(Self.moat)
    try terminal.wait(for: "1 Overview")
    for name in ["Nscale", "Mistral AI"] {
      try terminal.type(":")
      try terminal.wait(for: "Go to")
      try terminal.type(name, "Enter")
      try terminal.wait(for: "raised")
      try terminal.type("Space")
      try terminal.wait(for: "marked: ")
    }
    try terminal.type("C")
    try terminal.wait(for: "A Nscale")
    try terminal.wait(for: "B Mistral AI")
    try terminal.wait(for: "Valuation, $ bn")
  }

  @Test func theHelpNamesEveryFixedKey() throws {
    let terminal = try Terminal(Self.moat, width: 200, height: 70)
    try terminal.wait(for: "1 Overview")
    try terminal.type("?")
    try terminal.wait(for: "Keys")
    let screen = try terminal.screen()
    for text in ["next pane", "its sources", "a month back", "back to today", "quit", "every key"] {
      #expect(screen.contains(text))
    }
  }

  @Test func aSavedFileIsShownAnewAndABadOneIsSaid() throws {
    let terminal = try Terminal("cp -r \(Program.data) copy && \(Self.moat) --data copy")
    try terminal.wait(for: "1 Overview")
    let table = terminal.folder.appending(path: "copy/countries.csv")
    var text = try String(contentsOf: copied(table, terminal), encoding: .utf8)
    text += "DE,Germany again,EU,1958-01-01\n"
    try text.write(to: copied(table, terminal), atomically: true, encoding: .utf8)
    try terminal.wait(for: "! 1 problem")
    try terminal.type("!")
    try terminal.wait(for: "countries.csv")
  }

  /// The shell's working folder is the repository's; the copy lies there unless the shell went home.
  private func copied(_ url: URL, _ terminal: Terminal) -> URL { url }

  private func shells(of terminal: Terminal) throws -> String {
    let shell = try terminal.shellProcess()
    let children = try Program.run("pgrep", ["-P", shell]).output
    return ([shell] + children.split(separator: "\n").map(String.init)).joined(separator: ",")
  }
}
