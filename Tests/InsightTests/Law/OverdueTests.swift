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
}
