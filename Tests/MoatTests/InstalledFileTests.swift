import Foundation
import TestSupport
import Testing

/// Files that are there before an installation, and an installation that ends half way.
@Suite struct InstalledFileTests {
  private func install(_ prefix: String, _ more: String...) throws -> Program.Answer {
    try Program.run(
      Program.path, ["install", "--prefix", prefix, "--data", Program.data] + more,
      environment: Program.environment)
  }

  @Test(arguments: ["bin/moat", "share/man/man1/moat.1", "share/moat/data/rounds.csv"])
  func aFileOfSomebodyElseStays(_ path: String) throws {
    let folder = try TemporaryFolder()
    let place = "\(folder.path)/\(path)"
    try FileManager.default.createDirectory(
      atPath: (place as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
    try "mine".write(toFile: place, atomically: true, encoding: .utf8)
    let answer = try install(folder.path)
    #expect(answer.code == 73)
    #expect(answer.errors.contains(path), "\(answer.errors)")
    #expect(try String(contentsOfFile: place, encoding: .utf8) == "mine")
    let files = (FileManager.default.subpaths(atPath: folder.path) ?? []).filter {
      $0.contains(".") || $0.hasSuffix("/moat") && $0 != "share/moat"
    }
    #expect(files.allSatisfy { $0 == path }, "\(files)")
  }

  @Test func anInstallationIsRenewed() throws {
    let folder = try TemporaryFolder()
    #expect(try install(folder.path).code == 0)
    let table = folder.path + "/share/moat/data/rounds.csv"
    try "old".write(toFile: table, atomically: true, encoding: .utf8)
    #expect(try install(folder.path).code == 0)
    #expect(try String(contentsOfFile: table, encoding: .utf8) != "old")
  }

  @Test func whatWasBegunIsTakenAway() throws {
    let folder = try TemporaryFolder()
    // A folder in the place of a file that is written late.
    let late = folder.path + "/share/fish"
    try FileManager.default.createDirectory(
      atPath: folder.path + "/share", withIntermediateDirectories: true)
    try "mine".write(toFile: late, atomically: true, encoding: .utf8)
    #expect(try install(folder.path).code != 0)
    #expect(FileManager.default.fileExists(atPath: folder.path + "/bin/moat"))
    let taken = try Program.moat("install", "--prefix", folder.path, "--uninstall")
    #expect(taken.code == 0, "\(taken.errors)")
    #expect(!FileManager.default.fileExists(atPath: folder.path + "/bin/moat"))
    #expect(try String(contentsOfFile: late, encoding: .utf8) == "mine")
  }
}
