import Dataset
import Foundation
import Glibc
import Testing

@Suite("What others keep", .serialized)
struct KeptElsewhereTests {
  private let home: TemporaryFolder

  init() throws { home = try TemporaryFolder() }

  private func path(_ name: String) throws -> String {
    let folder = home.url.appending(path: name == "filters" ? ".config/moat" : ".local/state/moat")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    return folder.appending(path: name).path
  }

  private func dashboard() throws -> PseudoTerminal {
    let terminal = try PseudoTerminal(["--fresh"], width: 160, height: 40, home: home)
    #expect(terminal.wait { terminal.wrote("Overview") })
    terminal.pump(milliseconds: 200)
    return terminal
  }

  private func quit(_ terminal: PseudoTerminal) {
    terminal.send("q")
    #expect(terminal.end() != nil)
  }

  @Test func aMarkSetInOneDashboardShowsInTheOther() throws {
    let (one, other) = (try dashboard(), try dashboard())
    let start = other.output.count
    // The line of what is watched is on the overview, where the other dashboard still is.
    one.send("5")
    #expect(one.wait { one.wrote("penalties") })
    one.send("w")
    let file = try path("watchlist")
    #expect(one.wait { FileManager.default.fileExists(atPath: file) })
    let watched = try #require(
      String(contentsOfFile: file, encoding: .utf8).split(separator: ":").last)
    let code = watched.trimmingCharacters(in: .whitespacesAndNewlines)
    let dataset = try Dataset(folders: [Program.data])
    let name = dataset.name(try #require(dataset.country(code)))
    #expect(other.wait { other.wrote(name, behind: start) })
    quit(one)
    quit(other)
  }

  @Test func aFilterNamedElsewhereIsOffered() throws {
    let terminal = try dashboard()
    try "quagga = country:FR\n".write(toFile: path("filters"), atomically: true, encoding: .utf8)
    // The offer was looked up as it was typed; a busy machine tells of the file later.
    var isOffered = false
    for _ in 0..<20 where !isOffered {
      terminal.send("/@q")
      isOffered = terminal.wait(seconds: 1) { terminal.wrote("uagga") }
      terminal.send("\u{1B}")
      terminal.pump(milliseconds: 300)
    }
    #expect(isOffered)
    quit(terminal)
  }

  @Test func aMarkThatCouldNotBeWrittenStays() throws {
    try "country:FR\n".write(toFile: path("watchlist"), atomically: true, encoding: .utf8)
    let terminal = try dashboard()
    // A folder in the place of the file keeps the mark from being written; then others write it again.
    let file = try path("watchlist")
    #expect(rename(file, file + ".away") == 0 && mkdir(file, 0o700) == 0)
    terminal.send("5")
    terminal.pump(milliseconds: 300)
    terminal.send("w")
    #expect(terminal.wait { terminal.wrote("kept until you quit") })
    #expect(rmdir(file) == 0)
    try "country:DE\n".write(toFile: file, atomically: true, encoding: .utf8)
    terminal.pump(milliseconds: 400)
    terminal.send("jw")
    func lines() -> [Substring] {
      ((try? String(contentsOfFile: file, encoding: .utf8)) ?? "").split(separator: "\n")
    }
    #expect(terminal.wait { lines().count == 3 }, "\(lines())")
    #expect(lines().first == "country:DE")
    quit(terminal)
  }
}
