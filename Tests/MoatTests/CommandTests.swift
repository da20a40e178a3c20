import Foundation
import Testing

/// The subcommands: what they answer, in which shape, and how they end.
@Suite struct CommandTests {
  /// The design fixes these keys.
  @Test(arguments: ["layer", "company", "country", "quarter", "year", "instrument", "investor"])
  func capitalHasItsShape(_ by: String) throws {
    let record = try Program.json("capital", "--by", by)
    #expect(record["by"] as? String == by)
    #expect(record["as_of"] as? String == "2026-11-22")
    let groups = try #require(record["groups"] as? [[String: Any]])
    let total = try #require(record["total"] as? [String: Any])
    for group in groups + [total] {
      for key in ["rounds", "undisclosed", "usd_m", "announced_usd_m"] {
        #expect(group[key] is NSNumber, "\(by): \(key)")
      }
    }
    #expect(groups.allSatisfy { $0["key"] is String })
    if by != "investor" {
      let sum = groups.compactMap { $0["usd_m"] as? Double }.reduce(0, +)
      #expect(abs(sum - (total["usd_m"] as? Double ?? 0)) < 1e-6)
    }
  }

  @Test(arguments: ["operator", "customer", "country", "jurisdiction", "vendor", "chip", "status"])
  func computeHasItsShape(_ by: String) throws {
    let record = try Program.json("compute", "--by", by)
    let groups = try #require(record["groups"] as? [[String: Any]])
    let total = try #require(record["total"] as? [String: Any])
    for group in groups + [total] {
      for key in ["commitments", "unknown", "accelerators", "mw", "announced"] {
        #expect(group[key] is NSNumber, "\(by): \(key)")
      }
    }
    let sum = groups.compactMap { $0["accelerators"] as? Int }.reduce(0, +)
    #expect(sum == total["accelerators"] as? Int)
  }

  @Test func theMapHasItsShapeAndAddsUp() throws {
    let places = try #require(try Program.json("compute", "--map")["places"] as? [[String: Any]])
    let total = try #require(try Program.json("compute")["total"] as? [String: Any])
    let sum = places.compactMap { $0["accelerators"] as? Int }.reduce(0, +)
    #expect(sum == total["accelerators"] as? Int)
    for place in places where place["latitude"] is NSNumber {
      #expect(place["longitude"] is NSNumber)
      #expect((place["city"] as? String)?.isEmpty == false)
    }
  }

  @Test func statesThatLackOnlyPenaltiesAreAskedFor() throws {
    let found = try Program.json("enforcement", "--where", "missing=penalties")
    let states = try #require(found["states"] as? [[String: Any]])
    #expect(states.compactMap { $0["country"] as? String } == ["CY", "IE", "IT", "LT"])
  }

  @Test func theFunnelAddsUpAndSlipsAreTold() throws {
    let stages = try #require(try Program.json("compute", "--funnel")["stages"] as? [[String: Any]])
    let total = try #require(try Program.json("compute")["total"] as? [String: Any])
    let firm = stages.filter {
      ["contracted", "building", "operational"].contains($0["status"] as? String ?? "")
    }.compactMap { $0["accelerators"] as? Int }.reduce(0, +)
    #expect(firm == total["accelerators"] as? Int)
    let slipped = try #require(
      try Program.json("compute", "--slips")["slipped"] as? [[String: Any]])
    #expect(!slipped.isEmpty)
    #expect(slipped.allSatisfy { $0["months"] is Int || $0["overdue_days"] is Int })
    let both = try Program.run(
      Program.path, ["compute", "--slips", "--map"], environment: Program.environment)
    #expect(both.code == 64)
  }

  @Test func investorsAndComparisonsHaveTheirShapes() throws {
    let alone = try Program.json("investor", "nvidia", "--no-fold")
    #expect(alone["members"] as? [String] == ["nvidia"])
    let nvidia = try Program.json("investor", "nvidia")
    #expect((nvidia["members"] as? [String])?.sorted() == ["nventures", "nvidia"])
    #expect((nvidia["holdings"] as? [[String: Any]])?.isEmpty == false)
    #expect(nvidia["share_of_rounds"] is Double)
    let compared = try Program.json("compare", "nscale", "mistral-ai")
    #expect(compared["compared"] as? [String] == ["nscale", "mistral-ai"])
    #expect(try Program.json("compare", "de", "FR")["compared"] as? [String] == ["DE", "FR"])
  }

  @Test(arguments: [
    ["compare", "nscale"], ["compare", "nscale", "nobody"], ["investor", "nobody"],
  ])
  func whatCannotBeComparedIsAWrongCommandLine(_ arguments: [String]) throws {
    let answer = try Program.run(Program.path, arguments, environment: Program.environment)
    #expect(answer.code == 64, "\(answer.output)")
    #expect(!answer.errors.isEmpty)
  }

  @Test(arguments: [
    ("2025-08-02", ["DK"], []),
    ("2026-03-15", ["DK", "FI", "HU", "SI"], ["MT"]),
    ("2026-03-21", ["DK", "FI", "HU", "SI"], ["MT"]),
    ("2026-11-01", ["DE", "DK", "FI", "GR", "HU", "MT", "SI"], ["IE", "IT", "PL"]),
  ])
  func enforcementSaysWhoCouldEnforceWhen(_ day: String, _ full: [String], _ possible: [String])
    throws
  {
    let record = try Program.json("enforcement", "--as-of", day)
    #expect((record["full"] as? [String])?.sorted() == full)
    #expect((record["possible"] as? [String])?.sorted() == possible)
    let states = try #require(record["states"] as? [[String: Any]])
    #expect(states.count { $0["bloc"] as? String == "EU" } == 27)
    for key in [
      "country", "law", "market_surveillance", "notifying", "single_point_of_contact", "penalties",
      "fundamental_rights", "sandbox",
    ] {
      #expect(states.allSatisfy { $0[key] is String }, "\(key)")
    }
  }

  @Test func exposureHasItsShape() throws {
    let record = try Program.json("exposure", "--to", "nvidia", "--dimension", "compute")
    #expect(record["to"] as? String == "nvidia")
    #expect(record["dimension"] as? String == "compute")
    let organisations = try #require(record["organisations"] as? [[String: Any]])
    #expect(!organisations.isEmpty)
    for organisation in organisations {
      let low = try #require(organisation["documented"] as? Double)
      let high = try #require(organisation["possible"] as? Double)
      #expect(0 <= low && low <= high && high <= 1)
      for path in try #require(organisation["paths"] as? [[String: Any]]) {
        #expect(path["via"] is [String])
        #expect(path["sources"] is [String])
      }
    }
  }

  @Test func exposureTellsWhatIsKnownAndWhatIsOpen() throws {
    let record = try Program.json("exposure", "--unit", "accelerators")
    let organisations = try #require(record["organisations"] as? [[String: Any]])
    var isKnown = true
    for organisation in organisations {
      let known = organisation["known"] as? [Double]
      #expect(known?.count == 2 || organisation["known"] is NSNull)
      #expect(isKnown || known == nil, "whoever has no known share stands apart")
      isKnown = known != nil
      #expect(organisation["open"] is [[String: Any]])
      #expect(organisation["through"] is [String])
    }
    #expect(record["unit"] as? String == "accelerators")
  }

  @Test func severalCutsAreTakenTogetherAndTwoCompared() throws {
    let lost = try #require(
      try Program.json("exposure", "--cut", "nvidia:deliveries=50,NO")["lost"] as? [String: Any])
    #expect(lost["cut"] as? String == "nvidia:deliveries=50,NO")
    let accelerators = try #require(lost["accelerators"] as? [String: Any])
    for key in ["by_customer", "by_year"] { #expect(accelerators[key] is [[String: Any]]) }
    let two = try Program.json("exposure", "--cut", "nvidia vs home:US")
    #expect((two["lost_other"] as? [String: Any])?["cut"] as? String == "home:US")
    let answer = try Program.moat("exposure", "--cut", "nvidia,,NO")
    #expect(answer.code == 64 && answer.errors.contains("id is missing"))
  }

  @Test func exposureTellsTheFactsOfItsOtherViewsToo() throws {
    let record = try Program.json("exposure", "--cut", "narvik-microsoft-gb300=50")
    for key in ["without", "concentration", "capacity"] {
      #expect(((record[key] as? [[String: Any]]) ?? []).isEmpty == false, "\(key)")
    }
    let money = try #require(record["circular_money"] as? [String: Any])
    #expect(((money["circles"] as? [Any]) ?? []).isEmpty == false)
    let lost = try #require(record["lost"] as? [String: Any])
    #expect(lost["cut"] as? String == "narvik-microsoft-gb300")
    #expect(lost["percent"] as? Double == 50)
  }

  @Test(arguments: [
    "graph", "list", "without", "chokepoints", "capacity", "money", "concentration", "time", "law",
  ])
  func everyViewOfTheExposureIsPrintedAndWrittenAsCSV(_ view: String) throws {
    let text = try Program.moat("exposure", "--view", view, "--width", "100")
    #expect(text.code == 0)
    #expect(text.output.contains("Exposure to NVIDIA"))
    let csv = try Program.moat("exposure", "--view", view, "--format", "csv").output
    #expect(csv.split(separator: "\n").count > 2)
  }

  @Test func aNameThatIsNotThereIsAnsweredWithTheNearest() throws {
    for option in ["--to", "--cut"] {
      let answer = try Program.moat("exposure", option, "nvdia")
      #expect(answer.code == 64)
      #expect(answer.errors.contains("did you mean nvidia?"))
    }
  }

  @Test func claimsAndTimelineHaveTheirShapes() throws {
    let claims = try #require(try Program.json("claims")["claims"] as? [[String: Any]])
    #expect(claims.count == 41)
    let verdicts: Set = ["holds", "differs", "unsourced", "judgement"]
    for claim in claims {
      #expect(verdicts.contains(claim["then"] as? String ?? ""))
      #expect(verdicts.contains(claim["now"] as? String ?? ""))
    }
    let events = try #require(try Program.json("timeline")["events"] as? [[String: Any]])
    for event in events.prefix(50) {
      for key in ["date", "kind", "title", "subject", "status"] { #expect(event[key] is String) }
      #expect(event["sources"] is [String])
    }
  }

  /// The answers that a stranger should find about Nscale within a minute.
  @Test func nscaleIsToldWhole() throws {
    let text = try Program.moat("company", "nscale", "--width", "160").output
    #expect(text.contains("raised $5.45 bn"))
    #expect(text.contains("debt $2.19 bn"))
    #expect(text.contains("valued $14.6 bn"))
    #expect(text.contains("100 % NVIDIA"))
    let record = try Program.json("company", "nscale")
    #expect((record["raised"] as? [String: Any])?["usd_m"] as? Double == 5445)
  }

  @Test(
    arguments: [
      (["company", "nscalr"], 64, "did you mean nscale"),
      (["country", "XX"], 64, "there is no country 'XX'"),
      (["layer", "chip"], 64, "there is no layer 'chip'"),
      (["overview", "--as-of", "yesterday"], 64, "2026-03-21"),
      (["overview", "--theme", "purple"], 64, "There is no theme 'purple'"),
      (["overview", "--data", "/nonexistent"], 66, "--data"),
      (["overview", "--out", "/dev/null/x.txt"], 73, "/dev/null/x.txt"),
      (["capital", "--by", "colour"], 64, "colour"),
      (["capital", "--by", "quater"], 64, "Did you mean 'quarter'?"),
      (["capital", "--bye", "quarter"], 64, "Did you mean '--by'?"),
      (["captial"], 64, "there is no command 'captial'; did you mean capital?"),
      (["captial", "--by", "quarter"], 64, "did you mean capital?"),
      (["comp"], 64, "did you mean compute or company or compare or completions?"),
      (["--format", "csv", "overveiw"], 64, "Did you mean 'overview'?"),
      (["capital", "--format", "jsn"], 64, "Did you mean 'json'?"),
      (["exposure", "--view", "witout"], 64, "Did you mean 'without'?"),
      (["plan", "--kind", "anex-iii"], 64, "Did you mean 'annex-iii'?"),
      (["layer", "infra"], 64, "did you mean infrastructure?"),
      (["country", "Germ"], 64, "did you mean DE, Germany?"),
      (["overview", "--theme", "ligth"], 64, "did you mean light?"),
      (["xyzzy"], 64, "there is no command 'xyzzy'\nThe commands are overview,"),
    ] as [([String], Int32, String)])
  func mistakesAreSaidWithTheRightCode(_ arguments: [String], _ code: Int32, _ words: String) throws
  {
    let answer = try Program.run(Program.path, arguments, environment: Program.environment)
    #expect(answer.code == code)
    #expect(answer.errors.contains(words), "\(answer.errors)")
    #expect(answer.output.isEmpty)
  }

  @Test func aBrokenDescriptorIsBadData() throws {
    let folder = try TemporaryFolder()
    try folder.write("{ not json", to: "datapackage.json")
    let answer = try Program.moat("overview", "--data", folder.path)
    #expect(answer.code == 65)
    #expect(answer.errors.contains("datapackage.json"))
  }

  @Test(arguments: [
    "overview", "capital", "compute", "exposure", "enforcement", "timeline", "claims", "sources",
  ])
  func everyScreenIsPrintedPlainWithoutColour(_ name: String) throws {
    let text = try Program.moat(name, "--width", "100").output
    #expect(text.contains("as of 22 Nov 2026"))
    #expect(!text.unicodeScalars.contains { $0.value < 32 && $0 != "\n" })
    let ascii = try Program.moat(name, "--width", "100", "--ascii").output
    #expect(ascii.unicodeScalars.allSatisfy { $0.value < 127 && ($0.value >= 32 || $0 == "\n") })
    #expect(ascii.split(separator: "\n").allSatisfy { $0.count <= 100 })
  }

  @Test func aFileIsWrittenWholeOrNotAtAll() throws {
    let folder = try TemporaryFolder()
    let file = folder.url.appending(path: "claims.csv")
    let answer = try Program.moat("claims", "--format", "csv", "--out", file.path)
    #expect(answer.code == 0)
    #expect(try String(contentsOf: file, encoding: .utf8).split(separator: "\n").count == 42)
  }

  @Test func whatIsNoFileStaysWhatItIs() throws {
    let folder = try TemporaryFolder()
    let pipe = folder.url.appending(path: "pipe")
    #expect(try Program.run("mkfifo", [pipe.path]).code == 0)
    let answer = try Program.run(
      "timeout",
      [
        "10", "sh", "-c",
        "cat '\(pipe.path)' & '\(Program.path)' claims --out '\(pipe.path)'; wait",
      ],
      environment: Program.environment)
    #expect(answer.code == 0)
    #expect(answer.output.contains("Claims"))
    #expect(try Program.run("test", ["-p", pipe.path]).code == 0, "it is a pipe still")
  }
}
