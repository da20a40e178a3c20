import Foundation
import TestSupport
import Testing

/// How the command line is read, and what is said of a mistake in it.
@Suite struct CommandLineTests {
  private func run(_ arguments: [String], _ variables: [String: String] = [:]) throws
    -> Program.Answer
  {
    try Program.run(
      Program.path, arguments, environment: Program.environment.merging(variables) { $1 })
  }

  @Test func aValueMayBeginWithAMinus() throws {
    let joined = try run(["capital", "--where=-series:seed", "--format", "csv"]).output
    #expect(try run(["capital", "--where", "-series:seed", "--format", "csv"]).output == joined)
    #expect(try run(["--where", "-series:seed", "capital", "--format", "csv"]).output == joined)
    #expect(joined != (try run(["capital", "--format", "csv"]).output))
    let months = try run(["plan", "--months", "-1"])
    #expect(months.code == 64)
    #expect(months.errors.contains("'-1' is no number of months"))
    #expect(try run(["overview", "--width", "-5"]).errors.contains("not -5"))
    #expect(try run(["capital", "--where", "--format", "csv"]).errors.contains("Missing value"))
  }

  @Test func caretsStandUnderTheMistake() throws {
    for (filter, wrong) in [("layer:models cuntry:FR", "cuntry"), ("日本 cuntry:FR", "cuntry")] {
      let lines = try run(["capital", "--where", filter]).errors.split(separator: "\n")
        .map(String.init)
      let place = try #require(lines.firstIndex { $0.hasSuffix(filter) })
      // Each of the two wide characters takes two cells.
      let wide = filter.hasPrefix("日") ? 2 : 0
      let before = try #require(lines[place].range(of: wrong)).lowerBound
      let column = lines[place].distance(from: lines[place].startIndex, to: before) + wide
      let carets = lines[place + 1]
      #expect(
        carets == String(repeating: " ", count: column) + String(repeating: "^", count: wrong.count)
      )
    }
  }

  @Test func aNameThatNoFilterIsKeptUnderIsAnError() throws {
    let home = try TemporaryFolder()
    try home.write("large = amount>100\n", to: ".config/moat/filters")
    let variables = ["HOME": home.path]
    let unknown = try run(["capital", "--where", "@lage"], variables)
    #expect(unknown.code == 64)
    #expect(unknown.errors.contains("no filter is kept as @lage; did you mean @large?"))
    for filter in ["@nope country:FR", "country:FR @nope", "-@large", "-@nope"] {
      #expect(try run(["capital", "--where", filter], variables).code == 64, "\(filter)")
    }
    let kept = try run(["capital", "--where", "@large country:FR", "--format", "csv"], variables)
    #expect(kept.code == 0)
    #expect(
      kept.output
        == (try run(["capital", "--where", "amount>100 country:FR", "--format", "csv"]).output))
    #expect(try run(["capital", "--where", "\"@nope\""], variables).code == 0, "a text")
  }

  @Test(arguments: [
    (["capital", "capital"], "Unexpected argument 'capital'\n"),
    (["capital", "captial"], "Unexpected argument 'captial'. Did you mean 'capital'?"),
    (["capital", "--include", "anounced"], ". Did you mean 'announced'? "),
    (["overview", "--theme", "defualt"], "did you mean default?"),
    (["overview", "--data", ""], "--data takes a folder, not an empty name"),
    (["overview", "--out", ""], "--out takes a file, not an empty name"),
    (["changes", "--since", "2026-02-01", "--as-of", "2026-01-01"], "--since 2026-02-01 is after"),
    (
      ["enforcement", "--since", "2026-02-01", "--as-of", "2026-01-01"],
      "--since 2026-02-01 is after"
    ),
    (["changes", "--since", "2027-02-01"], "--since 2027-02-01 is after"),
  ])
  func aMistakeIsSaidPlainly(_ arguments: [String], _ words: String) throws {
    let answer = try run(arguments)
    #expect(answer.code == 64)
    #expect(answer.errors.contains(words), "\(answer.errors)")
    #expect(answer.output.isEmpty)
  }

  @Test func aHomeThatIsNotKnownIsSaid() throws {
    var variables = Program.environment
    variables["HOME"] = nil
    let answer = try Program.run(
      Program.path, ["overview", "--data", "~/facts"], environment: variables)
    #expect(answer.code == 64)
    #expect(answer.errors.contains("HOME is not set"))
    let pulled = try Program.run(Program.path, ["pull", Program.data], environment: variables)
    #expect(pulled.code == 66)
    #expect(pulled.errors.contains("no place for data; set HOME or XDG_DATA_HOME"))
    let home = try TemporaryFolder()
    let link = home.path + "/facts"
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: Program.data)
    #expect(try run(["claims", "--data", "~/facts"], ["HOME": home.path]).code == 0)
  }

  @Test func theThemeDefaultIsAName() throws {
    let plain = try run(["claims", "--format", "svg"]).output
    #expect(try run(["claims", "--format", "svg", "--theme", "default"]).output == plain)
    #expect(try run(["claims", "--theme", "default"]).code == 0)
  }

  @Test(
    arguments: [
      (["CLICOLOR_FORCE": "1"], true), (["CLICOLOR_FORCE": "0"], false), ([:], false),
      (["CLICOLOR_FORCE": "1", "NO_COLOR": "1"], false),
      (["CLICOLOR_FORCE": "1", "NO_COLOR": ""], true),
      (["CLICOLOR_FORCE": "1", "TERM": "dumb"], true), (["NO_COLOR": "1"], false),
    ] as [([String: String], Bool)])
  func aPipeIsColouredWhereThatIsForced(_ variables: [String: String], _ isColoured: Bool) throws {
    #expect(try run(["claims"], variables).output.contains("\u{1B}[") == isColoured)
    #expect(!(try run(["claims", "--format", "text"], variables).output.contains("\u{1B}")))
  }

  @Test func nothingLaterThanTheDayShownIsCompared() throws {
    let home = try TemporaryFolder()
    try home.write("2026-11-01\n", to: ".local/state/moat/visit")
    let answer = try run(["changes", "--as-of", "2025-06-01"], ["HOME": home.path])
    #expect(answer.code == 0)
    #expect(answer.output.contains("lies before the last visit, 1 Nov 2026"))
    #expect(answer.errors.contains("2025-06-01 lies before the last visit, 2026-11-01"))
    let record = try run(
      ["changes", "--as-of", "2025-06-01", "--format", "json"], ["HOME": home.path])
    #expect(record.output.contains("\"changes\" : [\n\n  ]"))
    #expect(record.output.contains("\"to\" : \"2025-06-01\""))
  }
}
