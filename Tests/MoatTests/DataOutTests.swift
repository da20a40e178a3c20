import Foundation
import TestSupport
import Testing

@testable import moat

/// Facts for other programs: databases, statements, and the schema of what JSON holds.
@Suite struct DataOutTests {
  private func run(_ words: [String]) throws -> Program.Answer {
    try Program.run(Program.path, words, environment: Program.environment)
  }

  /// The lists of every view in JSON are what the schema says.
  @Test(arguments: ListOptionTests.views)
  func theJSONOfEveryListIsAsTheSchemaSays(_ view: String) throws {
    let words = view.split(separator: " ").map(String.init)
    let other = try run(words + ["--table", "no-such-list"]).errors
    let named = other.split(separator: "The lists are ").last?.prefix { $0 != "." } ?? ""
    let lists = view == "check" ? ["problems"] : named.split(separator: ", ").map(String.init)
    #expect(!lists.isEmpty)
    for list in lists {
      let table = view == "check" ? [] : ["--table", list]
      let schema = try JSONSchema(
        run(
          ["schema"] + words.filter { $0 != "--since" && $0 != "2026-01-01" } + ["--table", list]
        )
        .output)
      let document = try run(words + table + ["--format", "json", "--limit", "60"])
      #expect(document.code < 2, "\(document.errors)")
      let faults = try schema.faults(in: document.output)
      #expect(faults.isEmpty, "\(view) \(list): \(faults.prefix(5))")
    }
  }

  /// A quote with something on it is one character, and ends a text of SQL all the same.
  @Test(arguments: ["'", "'\u{301}", "'\u{FE0F}", "'\u{200D}\n.shell true", "it''s", "'\u{0}'"])
  func aQuoteNeverEndsAText(_ text: String) {
    let written = Array(ExportScript.text(text).unicodeScalars)
    #expect(written.first == "'" && written.last == "'")
    let inside = written.dropFirst().dropLast()
    let quotes = text.unicodeScalars.count { $0 == "'" }
    #expect(inside.count { $0 == "'" } == 2 * quotes)
    // Doubled quotes taken away, none is left.
    let rest = String(String.UnicodeScalarView(inside)).unicodeScalars.split(separator: "'")
    #expect(rest.allSatisfy { !$0.contains("'") })
    #expect(!inside.contains("\0"))
  }

  @Test func statementsHoldKeysDaysAndDollars() throws {
    let folder = try TemporaryFolder()
    let file = folder.path + "/facts.sql"
    let answer = try run(["export", file, "--format", "duckdb-sql"])
    #expect(answer.code == 0, "\(answer.errors)")
    let text = try String(contentsOfFile: file, encoding: .utf8)
    for part in [
      "CREATE TABLE \"rounds\" (\n  row_key TEXT PRIMARY KEY", "valid_from DATE", "valid_to DATE",
      "usd_m DOUBLE", "CREATE TABLE \"exchange_rates\"", "\nCOMMIT;\n",
    ] {
      #expect(text.contains(part), "\(part)")
    }
    #expect(try run(["export", file, "--format", "duckdb-sql"]).code == 73)
  }

  @Test func aDatabaseHoldsTheSumsOfTheViews() throws {
    guard FileManager.default.isExecutableFile(atPath: "/usr/bin/sqlite3") else { return }
    let folder = try TemporaryFolder()
    let (whole, past) = (folder.path + "/whole.db", folder.path + "/past.db")
    #expect(try run(["export", whole, "--format", "sqlite"]).code == 0)
    let earlier = try run([
      "export", past, "--format", "sqlite", "--as-of", "2026-03-21", "--where", "country:FR",
    ])
    #expect(earlier.code == 0, "\(earlier.errors)")
    func ask(_ database: String, _ question: String) throws -> String {
      let answer = try Program.run("/usr/bin/sqlite3", [database, question])
      #expect(answer.code == 0, "\(answer.errors)")
      return answer.output.trimmingCharacters(in: .newlines)
    }
    let rows =
      try String(contentsOfFile: Program.data + "/sources.csv", encoding: .utf8)
      .split(separator: "\n").count - 1
    #expect(try ask(whole, "select count(*) from sources") == "\(rows)")
    #expect(try ask(whole, "select count(*) from rounds where usd_m_converted") != "0")
    // A row that was replaced stands until the day of the next.
    #expect(try ask(whole, "select count(*) from compute where valid_to is not null") != "0")
    #expect(try ask(whole, "select count(*) from compute where valid_to < valid_from") == "0")
    #expect(try ask(past, "select count(*) from rounds where valid_from > '2026-03-21'") == "0")
    let all = try ask(whole, "select count(*) from rounds")
    #expect(try ask(past, "select count(*) from rounds") != all)
    #expect(try ask(past, "select count(*) from sources") == "\(rows)")
  }

  @Test func whatCannotBeWrittenIsRefusedWithTheWayToIt() throws {
    let folder = try TemporaryFolder()
    let parquet = try run(["export", folder.path + "/x", "--format", "parquet"])
    #expect(parquet.code == 64)
    #expect(parquet.errors.contains("EXPORT DATABASE 'parquet' (FORMAT parquet)"))
    let package = try run(["export", folder.path + "/x", "--as-of", "2026-03-21"])
    #expect(package.code == 64)
    #expect(package.errors.contains("--as-of"))
    var environment = Program.environment
    environment["PATH"] = folder.path
    let without = try Program.run(
      Program.path, ["export", folder.path + "/x.db", "--format", "sqlite"],
      environment: environment)
    #expect(without.code == 69)
    #expect(without.errors.contains("apt-get install sqlite3"))
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
  }

  @Test func aSchemaIsTheSameForAllRows() throws {
    #expect(try run(["schema", "capital", "--where", "country:FR"]).code == 64)
    #expect(try run(["schema", "nothing"]).code == 64)
    #expect(try run(["schema"]).code == 64)
  }
}
