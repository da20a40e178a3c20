import Dataset
import Insight
import Testing

@Suite struct ClaimReportTests {
  private static let tables: [TableName: String] = [
    .sources: "id,published\ns,\nbriefing-a,2026-03-21\nbriefing-b,2026-03-23",
    .organisations: "id,name\nnscale,Nscale\nnvidia,NVIDIA",
    .rounds: """
    id,company,date,instrument,status,amount_m,currency
    n-a,nscale,2024-12,equity,closed,155,USD
    n-d,nscale,2026-05-12,debt,closed,790,USD
    """,
    .compute: """
    id,date,chip,customer,operator,status,scope,target
    x,2025-01-01,GB300,nvidia,nscale,contracted,site,2026-06
    """,
  ]

  private func report(_ claims: String, on date: String = "2026-11-21") throws -> ClaimReport {
    var tables = Self.tables
    tables[.claims] = claims
    let dataset = try SyntheticPackage.dataset(tables)
    try #require(dataset.problems.isEmpty, "\(dataset.problems)")
    return ClaimReport(dataset.asOf(try day(date)))
  }

  private func verdict(_ stated: String, _ unit: String, _ metric: String) throws -> Verdict {
    let report = try report("id,briefing,stated,unit,metric\nc,A,\(stated),\(unit),\"\(metric)\"")
    try #require(report.problems.isEmpty, "\(report.problems)")
    return try #require(report.checks.first).then
  }

  @Test(arguments: [
    ("100", "USD m", "found(101, s)", Verdict.holds),
    ("100", "USD m", "found(101.1, s)", .differs),
    ("100", "USD m", "found(99, s)", .holds),
    ("100", "accelerators", "found(98.9, s)", .differs),
    ("100", "percent", "found(99.5, s)", .holds),
    ("100", "sites", "found(99.5, s)", .holds),
    ("3000", "USD m minimum", "found(2999, s)", .differs),
    ("3000", "USD m minimum", "found(9000, s)", .holds),
    ("45", "percent minimum", "found(41, s)", .differs),
    ("4.5", "months", "found(4.74, s)", .holds),
    ("4.5", "months", "found(4.76, s)", .differs),
    ("1", "rank", "found(1, s)", .holds),
    ("100", "rank", "found(101, s)", .differs),
    ("1", "states", "found(1.005, s)", .differs),
    ("2024-12", "date", "round-date(n-a)", .holds),
    ("2024-12-31", "date", "round-date(n-a)", .holds),
    ("2024", "date", "round-date(n-a)", .holds),
    ("2024-11", "date", "round-date(n-a)", .differs),
    ("2026-06-30", "date", "target-date(x)", .holds),
    ("GB300", "chip", "chip(x)", .holds),
    ("Blackwell", "chip", "chip(x)", .differs),
    ("Blackwell", "chip", "chip-family(x)", .holds),
    ("nvidia", "organisation", "tenant(x)", .holds),
    ("nvidia;nscale", "organisations", "tenant(x)", .differs),
    ("5-10", "years", "unsourced()", .unsourced),
    ("", "statement", "judgement()", .judgement),
    ("", "statement", "sourced(s)", .holds),
    ("1", "USD m", "post-money(n-a)", .differs),
  ])
  func figuresAreComparedAsTheReadmeSays(
    _ stated: String, _ unit: String, _ metric: String, _ verdict: Verdict
  ) throws {
    #expect(try self.verdict(stated, unit, metric) == verdict)
  }

  @Test func aClaimMayHoldWhenItIsMadeAndNoLonger() throws {
    let report = try report(
      """
      id,briefing,stated,unit,metric
      total,B,155,USD m,"raised-to-date(nscale, equity+debt)"
      more,A,945,USD m,"raised-to-date(nscale, equity+debt)"
      ever,A,155,USD m,round-amount(n-a)
      never,A,1,USD m,round-amount(n-a)
      """)
    let dataset = report.snapshot.dataset
    #expect(report.checks.filter(\.isNoLonger).map { dataset.slug($0.claim.id) } == ["total"])
    let total = try #require(report.checks.first)
    #expect(total.then == .holds && total.now == .differs)
    #expect(total.briefingDay == (try day("2026-03-23")))
    #expect(report.checks.filter(\.isByNow).map { dataset.slug($0.claim.id) } == ["more"])
    #expect(
      report.checks[2...].map { "\($0.then) \($0.now)" } == ["holds holds", "differs differs"])
    #expect(total.evidence.rows.count == 2)
  }

  @Test func aClaimIsNotKnownBeforeItsBriefing() throws {
    let claims = "id,briefing,metric\na,A,judgement()\nb,B,judgement()"
    #expect(try report(claims, on: "2026-03-20").checks.isEmpty)
    #expect(try report(claims, on: "2026-03-21").checks.count == 1)
    #expect(try report(claims, on: "2026-03-23").checks.count == 2)
  }

  @Test func whatCannotBeReadIsAProblemAndUnsourced() throws {
    let report = try report(
      """
      id,briefing,stated,unit,metric
      a,A,1,rank,"raised-to-date(nscal, debt)"
      b,A,many,USD m,"raised-to-date(nscale, debt)"
      c,Q,1,rank,"found(1, s)"
      d,A,1,rank,
      """)
    #expect(report.checks.map(\.then) == [.unsourced, .unsourced, .holds, .unsourced])
    let places = report.problems.map { problem in
      let file = problem.file.split(separator: "/").last ?? ""
      return "\(file):\(problem.line):\(problem.column): \(problem.severity): \(problem.message)"
    }
    #expect(
      places == [
        "claims.csv:2:28: error: metric: found \"nscal\", expected ids of organisations; "
          + "did you mean \"nscale\"?",
        "claims.csv:3:5: error: stated: found \"many\", expected a number such as 14000 or 0.5, as "
          + "the metric is a figure",
        "claims.csv:4:3: warning: briefing: found \"Q\", expected a briefing whose source \"briefing-q\" "
          + "tells its day; the claim is judged as of the day asked about",
      ])
  }

  /// Facts about claims that need no calculation, and the check of a single claim.
  @Test func plainProblemsNeedNoCalculation() throws {
    let report = try report(
      """
      id,briefing,stated,unit,metric
      a,Q,1,rank,"found(1, s)"
      b,A,many,USD m,"raised-to-date(nscale, debt)"
      c,A,1,rank,"raised-to-date(nscal, debt)"
      d,A,1,rank,
      e,B,1,rank,"found(1, s)"
      """)
    let dataset = report.snapshot.dataset
    func places(_ problems: [Problem]) -> [String] {
      problems.map { "\($0.line):\($0.column) \($0.severity)" }
    }
    #expect(places(report.problems) == ["2:3 warning", "3:5 error", "4:28 error"])
    #expect(places(ClaimReport.plainProblems(in: dataset)) == ["2:3 warning", "4:28 error"])
    let last = dataset.claims[4]
    #expect(ClaimReport.check(of: last, in: report.snapshot)?.then == .holds)
    #expect(ClaimReport.check(of: last, in: dataset.asOf(try day("2026-03-22"))) == nil)
    let few = report.only { $0.id == last.id }
    #expect(few.checks.map { dataset.slug($0.claim.id) } == ["e"])
    #expect(few.problems == report.problems)
  }

  /// The page of a briefing stands first, and once.
  @Test func theBriefingIsTheFirstSource() throws {
    let report = try report(
      """
      id,briefing,metric
      a,A,round-amount(n-a)
      b,A,sourced(s;briefing-a)
      c,Q,sourced(s;briefing-a)
      """)
    #expect(
      report.checks.map { $0.sources.map { report.snapshot.dataset.slug($0) } }
        == [["briefing-a", "s"], ["briefing-a", "s"], ["s", "briefing-a"]])
  }

  @Test func aPlaceCountsCharactersAndIsTheLineWhereACellIsNotInTheFile() throws {
    var tables = Self.tables
    tables[.claims] = """
      id,briefing,claim,metric
      a,A,né,found(é)
      b,A,x,"found(1, ""s"")"
      """
    let dataset = try SyntheticPackage.dataset(tables)
    let report = ClaimReport(dataset.asOf(try day("2026-11-21")))
    #expect(report.problems.map { "\($0.line):\($0.column)" } == ["2:14", "3:1"])
  }

  @Test func theDocumentHasTheKeysOfTheDesign() throws {
    let document = try jsonObject(
      try report("id,briefing,stated,unit,metric\nc,A,155,USD m,round-amount(n-a)"))
    let claims = try #require(document["claims"] as? [[String: Any]])
    let claim = try #require(claims.first)
    #expect(claim["id"] as? String == "c")
    #expect(claim["briefing"] as? String == "A")
    #expect(claim["stated"] as? Double == 155)
    #expect(claim["unit"] as? String == "USD m")
    #expect(claim["computed"] as? Double == 155)
    #expect(claim["then"] as? String == "holds")
    #expect(claim["now"] as? String == "holds")
    #expect(claim["sources"] as? [String] == ["briefing-a", "s"])
  }
}

/// The verdicts on the two briefings, on the curated data.
@Suite struct CuratedClaimTests {
  @Test func everyClaimIsChecked() throws {
    let dataset = try FrozenLedger.dataset()
    let report = ClaimReport(dataset.asOf(try day("2026-11-21")))
    #expect(report.problems == [])
    #expect(report.checks.count == dataset.claims.count)
    for check in report.checks where check.then == .holds || check.then == .differs {
      #expect(!check.evidence.sources.isEmpty, "\(dataset.slug(check.claim.id))")
    }
  }

  @Test(arguments: [
    ("nscale-series-c-amount", "2000", Verdict.holds, "2000", Verdict.holds),
    ("nscale-largest-european-round", "1", .holds, "2", .differs),
    ("stargate-norway-gpus", "100000", .holds, "", .differs),
    ("stargate-norway-date", "2026", .holds, "", .differs),
    ("stargate-norway-tenant", "openai", .holds, "", .differs),
    ("aiact-application-date", "2026-08-02", .holds, "2026-08-02", .holds),
    ("full-authority-count", "4", .differs, "7", .differs),
    ("preparation-window", "4.3871", .holds, "-3.6333", .differs),
    ("nscale-age-at-series-c", "14.2903-26.2581", .holds, "14.2903-26.2581", .holds),
    ("conformity-assessment", "", .unsourced, "", .unsourced),
    ("omnibus-annex-iii-date", "2027-12-02", .holds, "2027-12-02", .holds),
    ("omnibus-extra-months", "16", .differs, "16", .differs),
    ("no-frontier-model", "", .judgement, "", .judgement),
    ("nscale-total-raised", "4655", .holds, "5445", .differs),
    ("nscale-total-gpus", "204000", .holds, "156000", .differs),
    ("nscale-eu-jurisdiction", "6.4207", .differs, "26.8957", .differs),
    ("nscale-nvidia-share", "100", .holds, "100", .holds),
    ("nscale-tenants-american", "100", .holds, "100", .holds),
    ("ami-valuation", "4530", .differs, "4530", .differs),
    ("norway-chip", "Blackwell", .holds, "Blackwell;Rubin", .differs),
    ("cc-jailbreak-rate", "0.0005", .differs, "0.0005", .differs),
  ])
  func theHeadlineClaims(
    _ id: String, _ thenValue: String, _ then: Verdict, _ nowValue: String, _ now: Verdict
  ) throws {
    let dataset = try FrozenLedger.dataset()
    let report = ClaimReport(dataset.asOf(try day("2026-11-21")))
    let check = try #require(report.checks.first { dataset.slug($0.claim.id) == id })
    let first = try #require(check.reckonings.first)
    #expect(first.then.text(in: dataset) == thenValue)
    #expect(check.then == then)
    #expect(first.now.text(in: dataset) == nowValue)
    #expect(check.now == now)
  }
}
