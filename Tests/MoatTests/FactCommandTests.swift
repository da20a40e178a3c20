import Foundation
import Testing

/// The commands of the law, of sums and of claims: their figures in each format.
@Suite struct FactCommandTests {
  @Test func planAnswersWithTheLawOfTheDay() throws {
    let now = try Program.json("plan", "--kind", "annex-iii", "--country", "DE", "--months", "9")
    #expect(now["deadline"] as? String == "2027-12-02")
    #expect(now["assessment_months"] as? [Int] == [9, 9])
    let start = try #require((now["latest_start"] as? [[String: Any]])?.first)
    #expect(start["day"] as? String == "2027-03-02")
    #expect(start["days_left"] as? Int == 100)
    #expect(now["can_fine"] as? String == "yes")
    let bodies = try #require(now["authorities"] as? [[String: Any]])
    #expect(bodies.contains { ($0["name"] as? String)?.hasPrefix("BNetzA") == true })
    let march = try Program.json("plan", "--country", "de", "--as-of", "2026-03-01")
    #expect(march["deadline"] as? String == "2026-08-02")
    #expect(march["can_fine"] as? String == "no")
  }

  /// The groups asked for, in the shape of the JSON, with numbers a program reads.
  @Test func sumsAreWrittenAsTheirGroups() throws {
    let lines = try Program.moat("capital", "--by", "quarter", "--format", "csv").output
      .split(separator: "\n")
    #expect(lines.first == "key,key_name,rounds,undisclosed,usd_m,announced_usd_m")
    #expect(lines.contains { $0.hasPrefix("2026-Q1,") })
    let compute = try Program.moat("compute", "--by", "vendor", "--format", "csv").output
    #expect(compute.contains("\nnvidia,NVIDIA,"))
  }

  /// A sum says how much of it rests on figures about which sources disagree.
  @Test func sumsSayWhatIsDisputed() throws {
    let capital = try Program.moat("capital", "--width", "160").output
    #expect(capital.contains("$629 m? disputed"))
    let compute = try Program.moat("compute", "--width", "160").output
    #expect(compute.contains("41,040? disputed"))
  }

  @Test(arguments: ["text", "ansi", "svg", "csv"])
  func planIsWrittenInEveryFormat(_ format: String) throws {
    let answer = try Program.moat("plan", "--kind", "annex-i", "--format", format)
    #expect(answer.code == 0)
    #expect(answer.output.contains("Annex I"))
    let providers =
      format == "csv"
      ? try Program.moat("plan", "--kind", "annex-i", "--table", "compute_providers").output
      : answer.output
    #expect(providers.contains("Nscale"))
  }

  @Test(arguments: [
    ["plan", "--country", "XX"], ["plan", "--months", "9-3"], ["plan", "--months", "x"],
    ["plan", "--kind", "harmless"], ["changes", "--since", "soon"],
    ["enforcement", "--basis", "guess"], ["enforcement", "--since", "2026-13-01"],
  ])
  func aQuestionThatIsNoneIsRefused(_ arguments: [String]) throws {
    let answer = try Program.run(Program.path, arguments, environment: Program.environment)
    #expect(answer.code == 64)
    #expect(!answer.errors.isEmpty)
  }

  @Test func twoDaysAreCompared() throws {
    let record = try Program.json("enforcement", "--since", "2026-03-21", "--as-of", "2026-11-01")
    #expect(record["gained"] as? [String] == ["DE", "GR", "MT"])
    #expect(record["became_possible"] as? [String] == ["IE", "IT", "PL"])
    let text = try Program.moat("enforcement", "--since", "2026-03-21").output
    #expect(text.contains("4 → 7 of 27 since 21 Mar 2026"))
    let csv = try Program.moat("enforcement", "--since", "2026-03-21", "--format", "csv").output
    #expect(csv.contains("\nDE,Germany,none,full,"))
    let changes = try Program.json("changes", "--since", "2026-03-21", "--as-of", "2026-11-01")
    #expect(changes["from"] as? String == "2026-03-21")
    #expect((changes["changes"] as? [Any])?.isEmpty == false)
    #expect(try Program.moat("changes", "--since", "2026-03-21").output.contains("gained it"))
  }

  @Test func twoQuestionsAboutADayHaveTwoAnswers() throws {
    let happened = try Program.json("enforcement", "--as-of", "2026-03-21")
    let known = try Program.json("enforcement", "--as-of", "2026-03-21", "--basis", "known")
    #expect(happened["full"] as? [String] == ["DK", "FI", "HU", "SI"])
    #expect(known["full"] as? [String] == ["DK", "FI", "HU"], "Slovenia's pages came later")
    #expect(try Program.json("timeline", "--basis", "known")["basis"] as? String == "known")
    #expect(try Program.json("timeline")["basis"] as? String == "happened")
  }

  @Test func aClaimOfOnesOwnIsChecked() throws {
    let overlay = try Overlay(claims: Overlay.good)
    let record = try Program.json("claims", "--data", Program.data, "--data", overlay.folder)
    let claims = try #require(record["claims"] as? [[String: Any]])
    let own = try #require(claims.first { $0["id"] as? String == "own-full" })
    #expect(own["then"] as? String == "differs", "four states in March")
    #expect(own["now"] as? String == "holds")
    #expect((own["sources"] as? [String])?.contains("de-bmds-2026-07") == true)
    #expect(try Program.moat("check", "--data", Program.data, "--data", overlay.folder).code == 0)
  }

  @Test func aMetricThatNobodyKnowsIsAProblemWithItsPlace() throws {
    let overlay = try Overlay(claims: Overlay.badName, Overlay.badArgument)
    let answer = try Program.moat("check", Program.data, "--data", overlay.folder)
    #expect(answer.code == 1)
    let lines = answer.output.split(separator: "\n")
    let file = overlay.folder + "/claims.csv"
    let name = try #require(lines.first { $0.hasPrefix("\(file):2:51: error: metric: ") })
    #expect(name.contains("full-autority"))
    #expect(name.contains("full-authority"), "what was probably meant")
    let argument = try #require(lines.first { $0.hasPrefix("\(file):3:") })
    #expect(argument.contains("nscale-x"))
    let report = try Program.moat(
      "check", "--data", Program.data, "--data", overlay.folder, "--format", "json"
    ).object()
    #expect(report["errors"] as? Int == 2)
    #expect(try Program.moat("check", "--format", "svg").code == 64)
  }

  @Test func exportTakesEveryPackageNamed() throws {
    let overlay = try Overlay(claims: Overlay.good)
    let folder = overlay.folder + "/whole"
    let answer = try Program.moat(
      "export", folder, "--data", Program.data, "--data", overlay.folder)
    #expect(answer.code == 0, "\(answer.errors)")
    let claims = try String(contentsOfFile: folder + "/claims.csv", encoding: .utf8)
    #expect(claims.contains("own-full"))
  }
}
