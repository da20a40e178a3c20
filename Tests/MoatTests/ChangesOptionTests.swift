import Dataset
import Foundation
import TestSupport
import Testing

/// `moat changes`: since words of days, since the last visit, against another package.
@Suite struct ChangesOptionTests {
  private static let header =
    "id,company,date,series,instrument,status,amount_m,currency,confidence,source\n"

  /// A package of two rounds, dated long ago.
  private func package(_ rows: String...) throws -> TemporaryPackage {
    try TemporaryPackage(
      TemporaryPackage.foundations.merging([
        .rounds: Self.header + rows.map { $0 + "\n" }.joined()
      ]) { $1 }.mapValues { Array($0.utf8) })
  }

  private static let first = "a,acme,2020-01-01,Seed,equity,closed,5,EUR,reported,s"
  private static let second = "b,acme,2020-02-01,Series A,equity,closed,7,EUR,reported,s"
  private static let mended = "a,acme,2020-01-01,Seed,equity,closed,6,EUR,reported,s"

  private func moat(_ arguments: [String], state: String? = nil) throws -> Program.Answer {
    var environment = Program.environment
    if let state { environment["XDG_STATE_HOME"] = state }
    return try Program.run(Program.path, arguments, environment: environment)
  }

  @Test(arguments: ["7d", "1w", "2026-11-15"])
  func daysAgoAreTheDayTheyMean(_ word: String) throws {
    let plain = try moat(["changes", "--since", "2026-11-15", "--format", "csv"])
    #expect(plain.code == 0)
    #expect(try moat(["changes", "--since", word, "--format", "csv"]).output == plain.output)
    let law = try moat(["enforcement", "--since", "2026-11-15"])
    #expect(law.code == 0)
    #expect(try moat(["enforcement", "--since", word]).output == law.output)
  }

  @Test func whatIsNoDayIsRefusedWithWhatIs() throws {
    for command in ["changes", "enforcement"] {
      let answer = try moat([command, "--since", "7 days"])
      #expect(answer.code == 64)
      #expect(answer.errors.contains("2026-03-21, 7d, 2w"), "\(answer.errors)")
      let never = try moat([command, "--since", "last-visit"])
      #expect(never.code == 66)
      #expect(never.errors.contains("no earlier day with a visit"), "\(never.errors)")
    }
  }

  @Test func anotherPackageIsComparedRowByRow() throws {
    let (old, new) = (try package(Self.first), try package(Self.mended, Self.second))
    let base = ["changes", "--data", new.folder.path, "--against", old.folder.path]
    let csv = try moat(base + ["--format", "csv"])
    #expect(csv.code == 0, "\(csv.errors)")
    #expect(
      csv.output.split(separator: "\n").map(String.init) == [
        "title,new,kind,change,day_known,date,screen,row_kind",
        "\"Acme Series A, EUR 7 m\",true,new,,true,2020-02-01,Capital,round",
        "\"Acme Seed, EUR 6 m\",false,changed,amount EUR 5 m → EUR 6 m,true,2020-01-01,Capital,round",
      ])
    let text = try moat(base)
    #expect(text.output.contains("1 new, 1 changed"), "\(text.output)")
    let json = try moat(base + ["--format", "json"])
    #expect(json.output.contains("\"by\" : \"entry\"") || json.output.contains("\"by\": \"entry\""))
    for format in ["ansi", "svg"] { #expect(try moat(base + ["--format", format]).code == 0) }
    let filtered = try moat(base + ["--where", "company:nobody-here"])
    #expect(filtered.code == 64)
  }

  @Test func theExitCodeSaysWhetherSomethingChanged() throws {
    let (old, new) = (try package(Self.first), try package(Self.mended, Self.second))
    for format in ["text", "json", "csv"] {
      let options = ["--exit-code", "--format", format, "--data", new.folder.path]
      #expect(try moat(["changes", "--against", old.folder.path] + options).code == 1)
      #expect(try moat(["changes", "--against", new.folder.path] + options).code == 0)
      #expect(try moat(["changes", "--since", "2019-01-01"] + options).code == 1)
      #expect(try moat(["changes", "--since", "7d"] + options).code == 0)
    }
    #expect(try moat(["changes", "--since", "2019-01-01", "--data", new.folder.path]).code == 0)
  }

  @Test func aRevisionOfGitIsAPackageToo() throws {
    let new = try package(Self.first)
    let folder = new.folder.path
    try git(folder, "init", "-q")
    try git(folder, "add", ".")
    try git(folder, "commit", "-q", "-m", "first")
    try git(folder, "tag", "v1")
    try new.folder.write(Self.header + Self.mended + "\n" + Self.second + "\n", to: "rounds.csv")
    for name in ["HEAD", "v1"] {
      let answer = try moat(
        ["changes", "--data", folder, "--against", name, "--exit-code", "--format", "csv"])
      #expect(answer.code == 1, "\(answer.errors)")
      #expect(answer.output.contains("amount EUR 5 m → EUR 6 m"), "\(answer.output)")
    }
    for name in ["no-such", "--help", "HEAD:rounds.csv", "a b", "$(touch x)"] {
      let answer = try moat(["changes", "--data", folder, "--against=\(name)"])
      #expect(answer.code == 66, "\(name): \(answer.errors)")
      #expect(answer.errors.contains("neither a folder that holds a datapackage.json"))
    }
    #expect(try moat(["changes", "--data", folder, "--against", ""]).code == 64)
    #expect(!FileManager.default.fileExists(atPath: folder + "/x"))
  }

  @Test func twoPackagesAreComparedWhateverTheDay() throws {
    let old = try package(Self.first).folder
    for option in [["--since", "7d"], ["--as-of", "2026-01-01"]] {
      let answer = try moat(["changes", "--against", old.path] + option)
      #expect(answer.code == 64)
      #expect(answer.errors.contains(option[0]), "\(answer.errors)")
    }
  }

  private func git(_ folder: String, _ words: String...) throws {
    let answer = try Program.run(
      "git",
      [
        "-C", folder, "-c", "user.name=T", "-c", "user.email=t@example.org", "-c",
        "commit.gpgsign=false",
      ]
        + words, environment: Program.environment)
    #expect(answer.code == 0, "\(answer.errors)")
  }
}
