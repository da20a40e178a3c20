import Dataset
import Insight
import Testing

/// Dates that are due and not reported as done, and the dates that others replaced.
@Suite struct OverdueTests {
  @Test func theLongestAgoStandsFirst() throws {
    let dataset = try SyntheticPackage.dataset(
      [
        .milestones: """
        id,date,scheduled,status
        late,2025-01-01,2026-03-01,scheduled
        latest,2025-01-01,2026-01-01,scheduled
        later,2025-01-01,2026-02-01,scheduled
        ahead,2025-01-01,2027-02-01,scheduled
        dropped,2025-01-01,2026-01-01,scheduled
        dropped,2025-06-01,,withdrawn
        """
      ], updated: "2026-11-21")
    let report = LawReport(dataset.asOf(try day("2026-06-01")))
    #expect(report.overdue.map { dataset.slug($0.id) } == ["latest", "later", "late"])
  }

  /// A date that was only proposed or agreed never stood, so that nothing replaced it.
  @Test func proposedDatesAreNoFormerDates() throws {
    let dataset = try SyntheticPackage.dataset(
      [
        .milestones: """
        id,date,scheduled,status
        act,2024-01-01,2026-08-02,scheduled
        act,2025-01-01,2027-01-01,proposed
        act,2025-06-01,2027-06-01,agreed
        act,2026-01-01,2027-12-02,postponed
        """
      ], updated: "2026-11-21")
    let act = try #require(LawReport(dataset.asOf(try day("2026-06-01")))["act"])
    #expect(act.formerDates.map(\.description) == ["2026-08-02"])
  }

  /// By the date that stands, then by id; what has no date comes last.
  @Test func obligationsStandByDateThenById() throws {
    let dataset = try SyntheticPackage.dataset(
      [
        .milestones: """
        id,date,scheduled,status,article
        none-b,2025-01-01,,proposed,1
        second,2025-01-01,2026-09-01,scheduled,1
        none-a,2025-01-01,,proposed,1
        tie-b,2025-01-01,2026-08-01,scheduled,1
        tie-a,2025-01-01,2026-08-01,scheduled,
        past,2025-01-01,2026-05-31,scheduled,1
        today,2025-01-01,2026-06-01,scheduled,1
        """
      ], updated: "2026-11-21")
    let report = LawReport(dataset.asOf(try day("2026-06-01")))
    func slugs(_ obligations: [Obligation]) -> [String] { obligations.map { dataset.slug($0.id) } }
    #expect(
      slugs(report.obligations) == [
        "past", "today", "tie-a", "tie-b", "second", "none-a", "none-b",
      ])
    // The countdown has the dates of acts alone, the day itself among them.
    #expect(slugs(report.upcoming) == ["today", "tie-b", "second"])
    #expect(slugs(report.overdue) == ["past"])
    let some = report.only { $0.scheduled?.description == "2026-08-01" }
    #expect(slugs(some.obligations) == ["tie-a", "tie-b"])
    #expect(slugs(some.upcoming) == ["tie-b"])
    #expect(some["second"] == nil)
  }

  /// An act in force without a date of its own is named by the row that says so, and due no
  /// more.
  @Test func whatCameIntoForceIsNamedByItsLastWord() throws {
    let dataset = try SyntheticPackage.dataset(
      [
        .milestones: """
        id,date,scheduled,status,title
        code,2024-07-12,2025-05-02,scheduled,Planned
        code,2025-07-10,,in-force,Done
        idea,2025-01-01,,proposed,Idea
        open,2025-01-01,2025-05-02,scheduled,Open
        open,2025-06-01,,proposed,News
        """
      ], updated: "2026-11-21")
    let report = LawReport(dataset.asOf(try day("2026-06-01")))
    func line(_ id: String) throws -> String {
      let found = try #require(report[id])
      return "\(dataset.string(found.named.title)), due \(found.due?.description ?? "never")"
    }
    #expect(try line("code") == "Done, due never")
    #expect(try line("idea") == "Idea, due never")
    #expect(try line("open") == "Open, due 2025-05-02")
    #expect(report["code"]?.scheduled?.description == "2025-07-10")
    #expect(report["open"]?.proposedSlip == nil)
  }
}
