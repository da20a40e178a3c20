import Foundation
import TestSupport
import Testing

/// The names of files that are written: an ending is obeyed, or refused before anything is written.
@Suite struct OutputNameTests {
  private func run(_ words: [String]) throws -> Program.Answer {
    try Program.run(Program.path, words, environment: Program.environment)
  }

  @Test(arguments: ["pdf", "xlsx", "PDF", "parquet", "jpg", "zip", "yaml", "html", "png"])
  func anEndingOfAnotherKindIsRefused(_ ending: String) throws {
    let folder = try TemporaryFolder()
    let answer = try run(["capital", "--out", "\(folder.path)/x.\(ending)"])
    #expect(answer.code == 64)
    #expect(answer.errors.contains(ending.lowercased()), "\(answer.errors)")
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
  }

  @Test func aFormatThatIsNamedTakesAnyEnding() throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/x.db"
    #expect(try run(["capital", "--format", "csv", "--out", path]).code == 0)
    #expect(try String(contentsOfFile: path, encoding: .utf8).hasPrefix("key,"))
  }

  @Test(arguments: ["markdown", "MD", "md"])
  func markdownHasTwoEndings(_ ending: String) throws {
    let folder = try TemporaryFolder()
    let path = "\(folder.path)/x.\(ending)"
    #expect(try run(["capital", "--out", path]).code == 0)
    #expect(try String(contentsOfFile: path, encoding: .utf8).hasPrefix("| key |"))
  }

  @Test(arguments: [
    ("facts.db", "sqlite"), ("facts.SQLite", "sqlite"), ("facts.sql", "duckdb-sql"),
    ("facts.parquet", "parquet"),
  ])
  func aPackageDoesNotTakeTheNameOfADatabase(_ name: String, _ format: String) throws {
    let folder = try TemporaryFolder()
    let answer = try run(["export", "\(folder.path)/\(name)"])
    #expect(answer.code == 64)
    #expect(answer.errors.contains("--format \(format)"), "\(answer.errors)")
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
    #expect(try run(["export", "\(folder.path)/\(name)", "--format", "package"]).code == 0)
  }

  @Test(arguments: [["export", "-"], ["export", "-", "--format", "sqlite"]])
  func whatIsNoTextDoesNotGoToStandardOutput(_ words: [String]) throws {
    let answer = try run(words)
    #expect(answer.code == 64)
    #expect(answer.errors.contains("duckdb-sql"), "\(answer.errors)")
    #expect(!FileManager.default.fileExists(atPath: "-"))
  }

  @Test(arguments: ["--columns", "--json"])
  func aColumnIsNamedOnce(_ option: String) throws {
    let answer = try run(["capital", option, "key,usd_m,key"])
    #expect(answer.code == 64)
    #expect(answer.errors.contains("\(option) names 'key' twice"), "\(answer.errors)")
    #expect(try run(["capital", option, "key,usd_m"]).code == 0)
  }
}
