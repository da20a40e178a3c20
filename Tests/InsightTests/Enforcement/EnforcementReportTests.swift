import Dataset
import Insight
import Testing

@Suite struct EnforcementReportTests {
  private static let header = "country,date,step,status\n"

  private func report(_ rows: String, on date: String) throws -> EnforcementReport {
    let dataset = try SyntheticPackage.dataset([.enforcement: Self.header + rows])
    try #require(dataset.problems.isEmpty, "\(dataset.problems)")
    return EnforcementReport(dataset.asOf(try day(date)))
  }

  private func state(_ rows: String, on date: String, _ code: String = "DE") throws
    -> StateEnforcement
  {
    let report = try report(rows, on: date)
    let country = try #require(report.snapshot.dataset.country(code))
    return try #require(report[country])
  }

  private static let allFour = """
    DE,2025-08-02,market-surveillance,designated
    DE,2025-08-01,notifying,operational
    DE,2025-09-01,single-point-of-contact,in-force
    DE,2025-10-01,penalties,in-force

    """

  @Test func fourPartsMakeAStateFullFromTheLastOfThem() throws {
    #expect(try state(Self.allFour, on: "2025-09-30").standing == .partly)
    let full = try state(Self.allFour, on: "2025-10-01")
    #expect(full.standing == .full)
    #expect(full.fullSince == (try day("2025-10-01")))
    #expect(full.missing.isEmpty)
    #expect(full.daysLate == 60)
    #expect(!full.isOverdue)
    #expect(
      full[.notifying].timeliness == .done(on: try #require(PartialDate("2025-08-01")), daysLate: 0)
    )
  }

  @Test(arguments: ["none", "proposed", "adopted", "partial", "designated"])
  func penaltiesOfThisStatusFineNobody(_ status: String) throws {
    let rows = Self.allFour.replacing("penalties,in-force", with: "penalties,\(status)")
    let state = try state(rows, on: "2026-01-01")
    #expect(!state.isFull)
    #expect(state.missing == [.penalties])
    #expect(state.standing == (["adopted", "partial"].contains(status) ? .possible : .partly))
  }

  @Test func aStateThatLacksARowLacksThePart() throws {
    let rows = Self.allFour.replacing("DE,2025-08-01,notifying,operational\n", with: "")
    let state = try state(rows, on: "2026-01-01")
    #expect(state.missing == [.notifying])
    #expect(state[.notifying].row == nil)
    #expect(state[.notifying].status == .none)
    #expect(state.standing == .partly)
    #expect(state.daysLate == 152)
    #expect(state.isOverdue)
  }

  @Test func knownThenWaitsForTheFirstSource() throws {
    let dataset = try SyntheticPackage.dataset([
      .sources: """
      id,title,publisher,url,published,kind
      early,A,P,https://example.org/a,2025-10-05,news
      late,B,P,https://example.org/b,2026-02-01,news
      year,C,P,https://example.org/c,2026,news
      undated,D,P,https://example.org/d,,news
      """,
      .enforcement: """
      country,date,step,status,source
      DE,2025-08-02,market-surveillance,designated,late;early
      DE,2025-08-02,notifying,designated,undated
      DE,2025-08-02,single-point-of-contact,designated,year
      DE,2025-08-02,penalties,in-force,late
      """,
    ])
    func held(_ date: String, _ basis: TimelineBasis) throws -> [EnforcementStepKind] {
      let report = EnforcementReport(dataset.asOf(try day(date)), basis: basis)
      let country = try #require(dataset.country("DE"))
      let state = try #require(report[country])
      return EnforcementDefinition.parts.filter { state[$0].holds }
    }
    #expect(try held("2025-08-02", .happened).count == 4)
    #expect(try held("2025-08-02", .known) == [.notifying])
    #expect(try held("2025-10-05", .known) == [.marketSurveillance, .notifying])
    #expect(try held("2026-01-01", .known).count == 3, "a year may mean its first day")
    #expect(try held("2026-02-01", .known).count == 4)
    let later = dataset.asOf(try day("2026-06-01"))
    let history = EnforcementHistory(later, basis: .known)
    #expect(history.points.map(\.day) == [try day("2026-02-01")])
    let report = EnforcementReport(later, basis: .known)
    #expect(report.full.first?.fullSince == (try day("2026-02-01")))
  }

  @Test func twoDaysAreComparedInEitherOrder() throws {
    let rows = Self.allFour + "FR,2025-09-15,penalties,adopted\nFR,2025-08-01,notifying,none\n"
    let (early, late) = (try report(rows, on: "2025-08-01"), try report(rows, on: "2025-10-01"))
    let there = EnforcementComparison(between: late, and: early)
    let dataset = late.snapshot.dataset
    #expect(there.from == early.day)
    #expect(there.becameFull.map { dataset.code($0) } == ["DE"])
    #expect(there.ceasedFull.isEmpty)
    let france = try #require(dataset.country("FR"))
    #expect(there.changes(in: france).map(\.step) == [.penalties])
    let document = try jsonObject(there)
    #expect(document["gained"] as? [String] == ["DE"])
    #expect(document["full_before"] as? [String] == [])
    #expect((document["changes"] as? [Any])?.count == 4)
  }

  @Test func onlyTalkIsNoPart() throws {
    #expect(try state("", on: "2026-01-01").standing == .none)
    let proposed = "DE,2025-01-01,penalties,proposed\n"
    #expect(try state(proposed, on: "2026-01-01").standing == .proposed)
    let rejected = proposed + "DE,2025-02-01,penalties,none\n"
    #expect(try state(rejected, on: "2026-01-01").standing == .none)
  }

  @Test func aPartThatLapsesEndsFullAuthorityAndStartsItAnew() throws {
    let rows =
      Self.allFour + """
        DE,2025-11-01,penalties,partial
        DE,2025-12-01,penalties,in-force
        DE,2026-01-01,penalties,operational
        """
    #expect(try state(rows, on: "2025-11-15").standing == .possible)
    let again = try state(rows, on: "2026-02-01")
    #expect(again.fullSince == (try day("2025-12-01")))
    #expect(again[.penalties].heldSince == PartialDate("2025-12-01"))
    #expect(again[.penalties].history.count == 4)
  }

  @Test func aMonthIsLateOnlyByWhatIsCertain() throws {
    let rows = "DE,2024-11,fundamental-rights,designated\nFR,2025-01,fundamental-rights,designated"
    #expect(try state(rows, on: "2026-01-01")[.fundamentalRights].timeliness?.daysLate == 0)
    #expect(try state(rows, on: "2026-01-01", "FR")[.fundamentalRights].timeliness?.daysLate == 60)
    #expect(try state(rows, on: "2024-11-30")[.fundamentalRights].holds)
    #expect(try state(rows, on: "2024-11-29")[.fundamentalRights].timeliness == .late(days: 27))
  }

  @Test func aSandboxIsDueWhenTheLawOfTheDaySays() throws {
    let dataset = try SyntheticPackage.dataset([
      .enforcement: Self.header + "DE,2026-01-01,sandbox,in-force",
      .milestones: """
      id,date,scheduled,status
      ai-act-sandboxes,2024-07-12,2026-08-02,scheduled
      ai-act-sandboxes,2026-07-27,2027-08-02,postponed
      """,
    ])
    let germany = try #require(dataset.country("DE"))
    let before = EnforcementReport(dataset.asOf(try day("2026-07-26")))
    #expect(before[germany]?[.sandbox].timeliness == .ahead(days: 7))
    let after = EnforcementReport(dataset.asOf(try day("2026-08-03")))
    #expect(after[germany]?[.sandbox].timeliness == .ahead(days: 364))
  }

  @Test func membersAreCountedAndOthersStandApart() throws {
    let rows = Self.allFour + Self.allFour.replacing("DE,", with: "NO,")
    let report = try report(rows, on: "2026-01-01")
    let dataset = report.snapshot.dataset
    #expect(report.members.map { dataset.code($0.country) } == ["AT", "DE", "DK", "FR", "IE"])
    #expect(report.others.map { dataset.code($0.country) } == ["NO"])
    #expect(report.full.map { dataset.code($0.country) } == ["DE"])
  }

  @Test func theDocumentHasTheKeysOfTheDesign() throws {
    let document = try jsonObject(try report(Self.allFour, on: "2026-01-01"))
    #expect(document["as_of"] as? String == "2026-01-01")
    #expect(document["full"] as? [String] == ["DE"])
    #expect(document["possible"] as? [String] == [])
    let states = try #require(document["states"] as? [[String: Any]])
    let germany = try #require(states.first { $0["country"] as? String == "DE" })
    #expect(germany["bloc"] as? String == "EU")
    #expect(germany["full"] as? Bool == true)
    #expect(germany["law"] as? String == "none")
    #expect(germany["market_surveillance"] as? String == "designated")
    #expect(germany["notifying"] as? String == "operational")
    #expect(germany["single_point_of_contact"] as? String == "in-force")
    #expect(germany["penalties"] as? String == "in-force")
    #expect(germany["fundamental_rights"] as? String == "none")
    #expect(germany["sandbox"] as? String == "none")
  }
}

@Suite struct EnforcementHistoryTests {
  private func dataset(_ rows: String) throws -> Dataset {
    try SyntheticPackage.dataset([.enforcement: "country,date,step,status\n" + rows])
  }

  @Test func theHistoryIsTheReportOfEveryDay() throws {
    var random = SplitMix64(seed: 2026)
    for _ in 0..<4 {
      let dataset = try dataset(RandomLedger.enforcement(rows: 60, using: &random))
      let last = try day("2026-11-21")
      let history = EnforcementHistory(dataset.asOf(last))
      var changes: [Day] = []
      var before: ([ID<Country>], [ID<Country>]) = ([], [])
      var today = try day("2024-12-31")
      while today <= last {
        let report = EnforcementReport(dataset.asOf(today))
        let now = (report.full.map(\.country), report.possible.map(\.country))
        let point = history.points.last { $0.day <= today }
        #expect(point?.full ?? [] == now.0)
        #expect(point?.possible ?? [] == now.1)
        for state in report.full { #expect((state.fullSince ?? last) <= today) }
        if now != before { changes.append(today) }
        before = now
        today = today.adding(days: 1)
      }
      #expect(history.points.map(\.day) == changes)
    }
  }

  @Test func theDayOfAChangeKnowsIt() throws {
    var random = SplitMix64(seed: 11)
    let dataset = try dataset(RandomLedger.enforcement(rows: 80, using: &random))
    let points = EnforcementHistory(dataset.asOf(try day("2026-11-21"))).points
    try #require(points.count > 3)
    for point in points {
      #expect(EnforcementHistory(dataset.asOf(point.day)).points.last == point)
    }
  }

  @Test func laterKnowledgeLeavesTheHistoryAlone() throws {
    var random = SplitMix64(seed: 7)
    for _ in 0..<20 {
      let dataset = try dataset(RandomLedger.enforcement(rows: 80, using: &random))
      let whole = EnforcementHistory(dataset.asOf(try day("2026-11-21")))
      let cut = try day("2025-12-15")
      let part = EnforcementHistory(dataset.asOf(cut))
      #expect(part.points == whole.points.filter { $0.day <= cut })
    }
  }
}

@Suite struct EnforcementComparisonTests {
  @Test func comparingTwoDaysTellsWhatWasGainedAndLost() throws {
    let dataset = try SyntheticPackage.dataset([
      .enforcement: """
      country,date,step,status
      DE,2025-01-01,market-surveillance,designated
      DE,2025-01-01,notifying,designated
      DE,2025-01-01,single-point-of-contact,designated
      DE,2026-01-01,penalties,in-force
      FR,2025-01-01,market-surveillance,designated
      FR,2026-01-01,market-surveillance,partial
      NO,2026-01-01,bill,proposed
      """
    ])
    let comparison = EnforcementComparison(
      from: EnforcementReport(dataset.asOf(try day("2025-06-01"))),
      to: EnforcementReport(dataset.asOf(try day("2026-06-01"))))
    #expect(comparison.becameFull.map { dataset.code($0) } == ["DE"])
    #expect(comparison.ceasedFull.isEmpty)
    #expect(
      comparison.changes.map { "\(dataset.code($0.country)) \($0.step.word)" }
        == ["DE penalties", "FR market-surveillance", "NO bill"])
    let back = EnforcementComparison(
      from: EnforcementReport(dataset.asOf(try day("2026-06-01"))),
      to: EnforcementReport(dataset.asOf(try day("2025-06-01"))))
    #expect(back.ceasedFull.map { dataset.code($0) } == ["DE"])
  }
}
