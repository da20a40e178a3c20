import Dataset
import Testing

@testable import Capture

/// Dates as people write them: days by words, months by their English names.
@Suite struct WrittenDatesTests {
  private func date(_ text: String) throws -> String? {
    var builder = try Held.builder()
    let draft = Draft(
      try Held.kind("round"), ["company": "nscale", "date": text, "source": "u"])
    return (try? builder.entry(draft))?.row["date"]
  }

  @Test(arguments: [
    ("today", "2026-11-29"), ("Yesterday", "2026-11-28"), ("3 Oct 2026", "2026-10-03"),
    ("October 3, 2026", "2026-10-03"), ("Sept. 2026", "2026-09"), ("may 2026", "2026-05"),
  ])
  func aDateIsReadHoweverItIsWritten(_ text: String, _ expected: String) throws {
    #expect(try date(text) == expected)
  }

  @Test(arguments: [
    "31 Feb 2026", "Oct 3", "2026 Oct 3", "Octember 2026", "3 ma 2026", "x Oct 2026",
  ])
  func whatIsNoDayIsRefused(_ text: String) throws { #expect(try date(text) == nil) }
}
