import Foundation
import Glibc
import Testing

@Suite("What happens to the data on disk", .serialized)
struct FolderWatchTests {
  private let folder: TemporaryFolder
  private var data: String { folder.path + "/data" }

  init() throws { folder = try TemporaryFolder() }

  private func dashboard() throws -> PseudoTerminal {
    let terminal = try PseudoTerminal(["--fresh", "--data", data])
    #expect(terminal.wait { terminal.wrote("Overview") })
    terminal.pump(milliseconds: 200)
    return terminal
  }

  private func copy() throws {
    try FileManager.default.copyItem(atPath: Program.data, toPath: data)
  }

  /// Does something and waits until the screen says a text because of it.
  private func expect(
    _ text: String, on terminal: PseudoTerminal, after act: () throws -> Void,
    sourceLocation: SourceLocation = #_sourceLocation
  ) rethrows {
    // Drawn whole, so that the text is not left out for being there already.
    terminal.send("2")
    terminal.pump(milliseconds: 200)
    let start = terminal.output.count
    try act()
    #expect(terminal.wait { terminal.wrote(text, behind: start) }, sourceLocation: sourceLocation)
  }

  private func save(_ path: String) throws {
    let handle = try FileHandle(forWritingTo: URL(filePath: path))
    try handle.seekToEnd()
    try handle.close()
  }

  @Test func aSwappedFolderIsFollowed() throws {
    try copy()
    let terminal = try dashboard()
    let manager = FileManager.default
    try expect("old data", on: terminal) {
      try manager.moveItem(atPath: data, toPath: data + ".old")
    }
    try expect("read again", on: terminal) {
      try manager.copyItem(atPath: Program.data, toPath: data + ".new")
      try manager.moveItem(atPath: data + ".new", toPath: data)
    }
    try expect("claims.csv changed", on: terminal) { try save(data + "/claims.csv") }
    let start = terminal.output.count
    try save(data + ".old/claims.csv")
    terminal.pump(milliseconds: 300)
    #expect(!terminal.wrote("changed on disk", behind: start))
  }

  @Test func linksAndSubfoldersAreFollowed() throws {
    try copy()
    let manager = FileManager.default
    try manager.createDirectory(atPath: data + "/tables", withIntermediateDirectories: true)
    try manager.moveItem(atPath: data + "/rounds.csv", toPath: data + "/tables/rounds.csv")
    try manager.moveItem(atPath: data + "/claims.csv", toPath: data + "/claims.txt")
    try manager.moveItem(atPath: data + "/places.csv", toPath: folder.path + "/p.csv")
    try manager.createSymbolicLink(
      atPath: data + "/places.csv", withDestinationPath: "../p.csv")
    let descriptor = data + "/datapackage.json"
    let text = try String(contentsOfFile: descriptor, encoding: .utf8)
      .replacingOccurrences(of: "\"rounds.csv\"", with: "\"tables/rounds.csv\"")
      .replacingOccurrences(of: "\"claims.csv\"", with: "\"claims.txt\"")
    try text.write(toFile: descriptor, atomically: false, encoding: .utf8)
    let terminal = try dashboard()
    try expect("rounds.csv changed", on: terminal) { try save(data + "/tables/rounds.csv") }
    try expect("claims.txt changed", on: terminal) { try save(data + "/claims.txt") }
    try expect("p.csv changed", on: terminal) { try save(folder.path + "/p.csv") }
    try expect("old data", on: terminal) {
      try manager.moveItem(atPath: data + "/tables", toPath: data + "/away")
    }
    try expect("read again", on: terminal) {
      try manager.moveItem(atPath: data + "/away", toPath: data + "/tables")
    }
    expect("changed on disk", on: terminal) {
      _ = chmod(data + "/tables/rounds.csv", 0o600)
    }
  }

  @Test func aTableThatGoesIsSaidUntilItIsBack() throws {
    try copy()
    let terminal = try dashboard()
    let table = data + "/organisations.csv"
    try expect("organisations.csv: cannot be read", on: terminal) {
      try FileManager.default.moveItem(atPath: table, toPath: table + ".away")
    }
    try expect("read again", on: terminal) {
      try FileManager.default.moveItem(atPath: table + ".away", toPath: table)
    }
    // A header that no longer names its columns leaves nothing of the table.
    let rounds = data + "/rounds.csv"
    let text = try String(contentsOfFile: rounds, encoding: .utf8)
    try expect("does not read", on: terminal) {
      try ("x" + text).write(toFile: rounds, atomically: false, encoding: .utf8)
    }
    try expect("read again", on: terminal) {
      try text.write(toFile: rounds, atomically: false, encoding: .utf8)
    }
  }
}
