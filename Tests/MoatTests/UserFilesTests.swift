import Foundation
import Glibc
import Testing

@Suite("Files of the user", .serialized)
struct UserFilesTests {
  private let home: TemporaryFolder

  init() throws { home = try TemporaryFolder() }

  private func path(_ name: String) throws -> String {
    let folder = ["config", "filters"].contains(name) ? ".config/moat" : ".local/state/moat"
    try FileManager.default.createDirectory(
      at: home.url.appending(path: folder), withIntermediateDirectories: true)
    return home.url.appending(path: "\(folder)/\(name)").path
  }

  private func dashboard(
    _ arguments: [String] = ["--fresh"], _ environment: [String: String] = [:]
  ) throws -> PseudoTerminal {
    let terminal = try PseudoTerminal(arguments, environment: environment, home: home)
    #expect(terminal.wait { terminal.wrote("Overview") })
    return terminal
  }

  private func press(_ keys: String..., on terminal: PseudoTerminal) {
    for key in keys {
      terminal.send(key)
      terminal.pump(milliseconds: 150)
    }
  }

  /// Edits the row selected until the editor has written its log. A script that a process just forked still
  /// holds open for writing does not start, so it is asked for again.
  private func edit(until log: String, on terminal: PseudoTerminal) {
    press("2", "\t", on: terminal)
    for _ in 0..<3 where !FileManager.default.fileExists(atPath: log) {
      press("e", on: terminal)
      _ = terminal.wait(seconds: 8) { FileManager.default.fileExists(atPath: log) }
    }
    #expect(FileManager.default.fileExists(atPath: log))
  }

  private func text(_ name: String) throws -> String {
    try String(contentsOfFile: path(name), encoding: .utf8)
  }

  @Test func twoDashboardsKeepEachOthersMarksAndComments() throws {
    try "# mine\nlater:thing\n".write(toFile: path("watchlist"), atomically: false, encoding: .utf8)
    let one = try dashboard()
    let other = try dashboard()
    press("2", "\t", "w", on: one)
    press("5", "w", on: other)
    for terminal in [one, other] {
      terminal.send("q")
      #expect(terminal.end() != nil)
    }
    let lines = try text("watchlist").split(separator: "\n")
    #expect(lines.prefix(2) == ["# mine", "later:thing"])
    #expect(lines.contains { $0.hasPrefix("company:") })
    #expect(lines.contains { $0.hasPrefix("country:") })
  }

  @Test func newFilesAreTheUsersAlone() throws {
    let terminal = try dashboard([])
    press("2", "\t", "w", "/country:FR", "\u{F}", "fr", "\r", "q", on: terminal)
    #expect(terminal.end() != nil)
    for name in ["watchlist", "filters", "session", "visit"] {
      var status = stat()
      #expect(try stat(path(name), &status) == 0, "\(name)")
      #expect(status.st_mode & 0o777 == 0o600, "\(name)")
    }
  }

  @Test(arguments: ["config", "filters", "watchlist", "session", "history", "visit"])
  func aPipeInTheirPlaceIsToldAndLeft(_ name: String) throws {
    #expect(try mkfifo(path(name), 0o600) == 0)
    let terminal = try dashboard([])
    press("!", on: terminal)
    #expect(terminal.wait { terminal.wrote("no regular file") })
    press("2", "\t", "w", "q", on: terminal)
    #expect(terminal.end() != nil)
    var status = stat()
    #expect(try stat(path(name), &status) == 0)
    #expect(status.st_mode & S_IFMT == S_IFIFO)
  }

  @Test func settingsThatCannotBeReadAreAnError() throws {
    try FileManager.default.createDirectory(
      atPath: path("config"), withIntermediateDirectories: true)
    var environment = Program.environment
    environment["HOME"] = home.path
    let folder = try Program.run(Program.path, ["keys"], environment: environment)
    #expect(folder.code == 78)
    #expect(folder.errors.contains("cannot be read: it is no regular file"))
    try FileManager.default.removeItem(atPath: path("config"))
    try Data([0xFF, 0xFE, 0x74, 0]).write(to: URL(filePath: path("config")))
    let wide = try Program.run(Program.path, ["keys"], environment: environment)
    #expect(wide.code == 78)
    #expect(wide.errors.contains("no UTF-8"))
    try Data(repeating: 0x23, count: 5 << 20).write(to: URL(filePath: path("config")))
    let long = try Program.run(Program.path, ["keys"], environment: environment)
    #expect(long.code == 78)
    #expect(long.errors.contains("over 4 MB"))
  }

  /// A program that writes its arguments down, and then does something else.
  private func program(_ name: String, _ end: String = "") throws -> (path: String, log: String) {
    try FileManager.default.createDirectory(
      at: home.url.appending(path: "my tools"), withIntermediateDirectories: true)
    let path = home.url.appending(path: "my tools/\(name)").path
    let log = home.url.appending(path: "log").path
    let script = "#!/bin/sh\nprintf '[%s]' \"$@\" >> '\(log)'; echo >> '\(log)'\n\(end)\n"
    try script.write(toFile: path, atomically: false, encoding: .utf8)
    chmod(path, 0o700)
    return (path, log)
  }

  @Test(arguments: [
    ("show", "\"%\" -t -a \"\"", #"\[-t\]\[-a\]\[\]\[\+\d+\]\[.*rounds\.csv\]"#),
    ("code", "'%' --wait", #"\[--wait\]\[--goto\]\[.*rounds\.csv:\d+\]"#),
    ("codium", "\"%\"", #"\[--goto\]\[.*rounds\.csv:\d+\]"#),
    ("windsurf", "\"%\"", #"\[--goto\]\[.*rounds\.csv:\d+\]"#),
    ("subl", "\"%\" -w", #"\[-w\]\[.*rounds\.csv:\d+\]"#),
    ("zed", "\"%\"", #"\[.*rounds\.csv:\d+\]"#),
  ])
  func theEditorIsCalledAsItWants(
    _ name: String, _ variable: String, _ expected: String
  ) throws {
    let (path, log) = try program(name)
    let terminal = try dashboard(
      ["--fresh"], ["EDITOR": variable.replacingOccurrences(of: "%", with: path)])
    edit(until: log, on: terminal)
    #expect(try String(contentsOfFile: log, encoding: .utf8).firstMatch(of: Regex(expected)) != nil)
  }

  @Test func theFirstBrowserThatWorksIsUsed() throws {
    let (path, log) = try program("show")
    let quoted = path.replacingOccurrences(of: " ", with: "\\ ")
    let terminal = try dashboard(["--fresh"], ["BROWSER": "nosuch %s:\(quoted) --app=%s:false"])
    press("2", "\t", "o", on: terminal)
    #expect(terminal.wait { terminal.wrote("opened") })
    #expect(try String(contentsOfFile: log, encoding: .utf8).hasPrefix("[--app=http"))
  }

  @Test(arguments: ["kill -STOP $$", "while :; do kill -STOP $$; done"])
  func anEditorThatStopsItselfIsNotWaitedFor(_ end: String) throws {
    let (path, log) = try program("show", end)
    let terminal = try dashboard(["--fresh"], ["EDITOR": "'\(path)'"])
    edit(until: log, on: terminal)
    terminal.send("q")
    #expect(terminal.end() != nil)
    #expect(terminal.leftOn == [])
  }
}
