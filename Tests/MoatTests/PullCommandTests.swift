import Foundation
import TestSupport
import Testing

/// `moat pull`: new facts, whole or not at all.
@Suite struct PullCommandTests {
  private let folder: TemporaryFolder
  private let environment: [String: String]

  init() throws {
    folder = try TemporaryFolder()
    var environment = Program.environment
    environment["HOME"] = folder.path
    environment["MOAT_DATA"] = nil
    environment["GIT_CONFIG_NOSYSTEM"] = "1"
    self.environment = environment
    try FileManager.default.copyItem(atPath: Program.data, toPath: folder.path + "/old")
    try FileManager.default.copyItem(atPath: Program.data, toPath: folder.path + "/new")
    // An earlier package is in place.
    try FileManager.default.createDirectory(
      atPath: folder.path + "/.local/share/moat", withIntermediateDirectories: true)
    try FileManager.default.copyItem(atPath: Program.data, toPath: pulled)
    // The newer package has a valuation less, which nothing refers to.
    try change("valuations.csv") { text in
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      return lines.dropLast(2).joined(separator: "\n") + "\n"
    }
  }

  private var pulled: String { folder.path + "/.local/share/moat/data" }

  private func change(_ file: String, _ edit: (String) -> String) throws {
    let path = "\(folder.path)/new/\(file)"
    let text = try String(contentsOfFile: path, encoding: .utf8)
    try edit(text).write(toFile: path, atomically: true, encoding: .utf8)
  }

  private func pull(_ words: String...) throws -> Program.Answer {
    try Program.run(Program.path, ["pull"] + words, environment: environment)
  }

  private func valuations() throws -> Int {
    try String(contentsOfFile: pulled + "/valuations.csv", encoding: .utf8).split(separator: "\n")
      .count
  }

  @Test func aFolderIsPutInPlaceAndToldAndTakenBack() throws {
    let first = try pull(folder.path + "/old")
    #expect(first.code == 0, "\(first.errors)")
    let before = try valuations()
    let second = try pull(folder.path + "/new")
    #expect(second.code == 0, "\(second.errors)")
    #expect(second.output.contains("1 gone"), "\(second.output)")
    #expect(try valuations() == before - 1)
    // It is the data in use now.
    let info = try Program.run(
      "/usr/bin/env", ["-C", folder.path, Program.path, "info"], environment: environment)
    #expect(info.output.contains(pulled), "\(info.errors)")
    #expect(info.output.contains("Pulled from: \(folder.path)/new"))
    let undone = try pull("--undo")
    #expect(undone.code == 0, "\(undone.errors)")
    #expect(try valuations() == before)
    #expect(try pull("--undo").code == 0)
    #expect(try valuations() == before - 1, "a second time takes it forward")
  }

  @Test func whatHasErrorsChangesNothing() throws {
    #expect(try pull(folder.path + "/old").code == 0)
    let before = try valuations()
    try change("rounds.csv") { $0.replacing("closed", with: "closd") }
    let answer = try pull(folder.path + "/new")
    #expect(answer.code == 65)
    #expect(answer.errors.contains("nothing was changed"), "\(answer.errors)")
    #expect(try valuations() == before)
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: folder.path + "/.local/share/moat")
        .sorted()
        == ["data", "data.before", "pulled"])
  }

  @Test func aPackageThatLostATableIsRefused() throws {
    #expect(try pull(folder.path + "/old").code == 0)
    try change("datapackage.json") { text in
      text.replacing("\"name\": \"claims\"", with: "\"name\": \"other\"")
    }
    let answer = try pull(folder.path + "/new")
    #expect(answer.code == 65)
    #expect(answer.errors.contains("claims"), "\(answer.errors)")
  }

  @Test func anOlderRevisionIsWarnedOf() throws {
    #expect(try pull(folder.path + "/old").code == 0)
    try change("datapackage.json") { text in
      text.replacing(/"updated": "\d{4}/, with: "\"updated\": \"2026-01-01\", \"was\": \"2026")
    }
    let answer = try pull(folder.path + "/new")
    #expect(answer.code == 0, "\(answer.errors)")
    #expect(answer.errors.contains("before the package in use"), "\(answer.errors)")
  }

  @Test func anArchiveAndARepositoryAreFetched() throws {
    let archive = folder.path + "/facts.tar.gz"
    let tar = try Program.run(
      "/bin/tar", ["-czf", archive, "-C", folder.path, "old"], environment: environment)
    #expect(tar.code == 0)
    #expect(try pull(archive).code == 0)
    let before = try valuations()
    let repository = folder.path + "/repository"
    try FileManager.default.createDirectory(
      atPath: repository, withIntermediateDirectories: true)
    try FileManager.default.copyItem(atPath: folder.path + "/new", toPath: repository + "/data")
    for words in [
      ["init", "-q"], ["add", "."],
      ["-c", "user.name=a", "-c", "user.email=a@b.example", "commit", "-qm", "facts"],
    ] {
      let git = try Program.run(
        "/usr/bin/git", ["-C", repository] + words, environment: environment)
      #expect(git.code == 0, "\(git.errors)")
    }
    let answer = try pull("file://" + repository)
    #expect(answer.code == 0, "\(answer.errors)")
    #expect(try valuations() == before - 1)
    // The next time it knows where from.
    #expect(try pull().code == 0)
  }

  @Test func aLinkOutOfAPackageIsNotFollowed() throws {
    let file = folder.path + "/new/rounds.csv"
    try FileManager.default.removeItem(atPath: file)
    try FileManager.default.createSymbolicLink(
      atPath: file, withDestinationPath: folder.path + "/old/rounds.csv")
    #expect(try pull(folder.path + "/new").code != 0)
    #expect(!FileManager.default.fileExists(atPath: pulled + ".before"))
  }

  @Test func aFolderThatIsALinkIsNotFollowed() throws {
    let new = folder.path + "/new"
    try FileManager.default.moveItem(
      atPath: new + "/rounds.csv", toPath: folder.path + "/rounds.csv")
    try FileManager.default.createSymbolicLink(
      atPath: new + "/sub", withDestinationPath: folder.path)
    try change("datapackage.json") {
      $0.replacing("\"path\": \"rounds.csv\"", with: "\"path\": \"sub/rounds.csv\"")
    }
    let answer = try pull(new)
    #expect(answer.code == 65)
    #expect(answer.errors.contains("sub: is a link"), "\(answer.errors)")
  }

  @Test func whatIsNoSourceIsRefused() throws {
    #expect(try pull().code == 64)
    #expect(try pull(folder.path + "/nothing").code == 66)
    #expect(try pull("--undo").code == 66)
    #expect(try pull(folder.path + "/new", "--where", "country:FR").code == 64)
  }
}
