import Dataset
import Insight
import Testing

/// A course tells ten years of months at most.
@Suite struct CourseLengthTests {
  private func months(since date: String) throws -> [String] {
    let ledger = try ExposureLedger(
      compute: "s,\(date),a,,DE,,100,nvidia,,,operational,")
    let nvidia = ledger.dataset.organisation("nvidia")
    return ComputeCourse(of: try ledger.snapshot(), to: nvidia).months.map(\.day.description)
  }

  @Test func oldSitesDoNotMakeItLonger() throws {
    let months = try months(since: "2005-01-01")
    #expect(months.count == 120)
    #expect(months.first == "2016-12-31" || months.first == "2017-01-31", "\(months.prefix(2))")
    #expect(months.last == "2026-11-29")
  }

  @Test func itBeginsWithTheFirstFirmSite() throws {
    #expect(
      try months(since: "2026-08-15") == ["2026-08-31", "2026-09-30", "2026-10-31", "2026-11-29"])
    #expect(try months(since: "2026-11-29") == ["2026-11-29"])
    #expect(try months(since: "2026-11-01") == ["2026-11-29"])
    #expect(try months(since: "2026-10-31") == ["2026-10-31", "2026-11-29"])
  }

  @Test func whatIsAnnouncedAndProgrammesBeginNothing() throws {
    let ledger = try ExposureLedger(
      compute: """
        plan,2026-05-10,a,,DE,,900,nvidia,,,announced,
        wide,2026-06-10,a,,DE,,800,nvidia,,,operational,,programme
        s,2026-10-15,a,,DE,,100,nvidia,,,operational,
        later,2026-12-01,a,,DE,,100,nvidia,,,operational,
        """)
    let course = ComputeCourse(of: try ledger.snapshot(), to: nil)
    #expect(course.months.map(\.day.description) == ["2026-10-31", "2026-11-29"])
  }
}
