import Dataset
import Insight
import Testing

@Suite struct LawReportTests {
  private static let annexIII = """
    id,date,scheduled,status,article
    annex-iii,2024-07-12,2026-08-02,scheduled,6(2)
    annex-iii,2025-11-19,2027-12-02,proposed,6(2)
    annex-iii,2026-05-07,2027-12-02,agreed,6(2)
    annex-iii,2026-07-27,2027-12-02,postponed,6(2)

    """

  private func obligation(_ rows: String, _ id: String, on date: String) throws -> Obligation {
    let dataset = try SyntheticPackage.dataset([.milestones: rows])
    try #require(dataset.problems.isEmpty, "\(dataset.problems)")
    return try #require(LawReport(dataset.asOf(try day(date)))[id])
  }

  @Test func aProposalDoesNotMoveTheDateThatStands() throws {
    let march = try obligation(Self.annexIII, "annex-iii", on: "2026-03-01")
    #expect(march.scheduled?.description == "2026-08-02")
    #expect(march.slip == nil)
    #expect(march.status == .proposed)
    #expect(march.proposal?.scheduled?.description == "2027-12-02")
    #expect(march.proposedSlip?.months == 16)
    #expect(march.timeliness == .ahead(days: 154))
  }

  @Test func aPostponementMovesItAndTellsByHowMuch() throws {
    let now = try obligation(Self.annexIII, "annex-iii", on: "2026-11-21")
    #expect(now.scheduled?.description == "2027-12-02")
    #expect(now.firstScheduled?.description == "2026-08-02")
    #expect(now.slip?.months == 16)
    #expect(now.proposal == nil)
    #expect(now.formerDates.map(\.description) == ["2026-08-02"])
    #expect(now.timeliness == .ahead(days: 376))
    #expect(now.history.count == 4)
  }

  @Test func whatCameIntoForceIsJudgedByTheLastPlan() throws {
    let rows = """
      id,date,scheduled,status
      code,2024-07-12,2025-05-02,scheduled
      code,2025-07-10,2025-07-10,in-force
      code,2026-07-09,2026-07-09,in-force
      """
    let code = try obligation(rows, "code", on: "2026-11-21")
    #expect(code.scheduled?.description == "2025-07-10")
    #expect(code.timeliness?.daysLate == 69)
    #expect(code.slip?.days == 69)
    #expect(try obligation(rows, "code", on: "2025-06-01").timeliness == .late(days: 30))
  }

  @Test func aDateTakenAwayLeavesTheOneFirstPlanned() throws {
    let rows = """
      id,date,scheduled,status
      guide,2024-07-12,2026-02-02,scheduled
      guide,2026-02-02,2026,postponed
      guide,2026-05-19,2026,proposed
      guide,2026-09-21,,proposed
      """
    #expect(try obligation(rows, "guide", on: "2026-06-01").timeliness == .ahead(days: 213))
    let now = try obligation(rows, "guide", on: "2026-11-21")
    #expect(now.scheduled == nil)
    #expect(now.timeliness == .late(days: 292))
  }

  @Test func whatWasOnlyProposedIsNeverLate() throws {
    let rows = """
      id,date,scheduled,status
      tariff,2026-01-14,2026-07-01,proposed
      """
    #expect(try obligation(rows, "tariff", on: "2026-09-01").timeliness == .unverified(days: 62))
  }

  @Test func whatWasWithdrawnIsDueNoMore() throws {
    let rows = """
      id,date,scheduled,status
      rule,2025-01-13,2025-05-15,scheduled
      rule,2025-05-13,,withdrawn
      """
    let rule = try obligation(rows, "rule", on: "2026-01-01")
    #expect(rule.scheduled == nil)
    #expect(rule.timeliness == nil)
  }

  @Test func anEventIsNoPlan() throws {
    let rows = """
      id,date,scheduled,status
      omnibus,2025-11-19,2025-11-19,proposed
      omnibus,2026-05-07,2026-05-07,agreed
      """
    let omnibus = try obligation(rows, "omnibus", on: "2026-06-01")
    #expect(omnibus.timeliness?.daysLate == 0)
    #expect(omnibus.slip == nil)
    #expect(omnibus.happened?.status == .agreed)
  }

  @Test func theCuratedLawAsTheIssueAsksForIt() throws {
    let dataset = try FrozenLedger.dataset()
    let march = LawReport(dataset.asOf(try day("2026-03-01")))
    let today = LawReport(dataset.asOf(try day("2026-11-21")))
    let annexThen = try #require(march["ai-act-high-risk-annex-iii"])
    let annexNow = try #require(today["ai-act-high-risk-annex-iii"])
    #expect(annexThen.scheduled?.description == "2026-08-02")
    #expect(annexNow.scheduled?.description == "2027-12-02")
    #expect(annexNow.slip?.months == 16)
    // A duty bears the name of the plan, not of the news on it.
    let guidelines = try #require(today["ai-act-high-risk-guidelines"])
    #expect(
      dataset.string(guidelines.named.title)
        == "Commission guidelines on high-risk classification due")
    #expect(guidelines.current.title != guidelines.named.title)
    let next = try #require(today.upcoming.first)
    #expect(dataset.slug(next.id) == "ai-act-art50-2-legacy-marking")
    #expect(next.timeliness == .ahead(days: 11))
    for (first, second) in zip(today.upcoming, today.upcoming.dropFirst()) {
      #expect(try #require(first.scheduled) <= (try #require(second.scheduled)))
    }
  }
}
