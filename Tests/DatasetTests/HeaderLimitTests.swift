import Dataset
import TestSupport
import Testing

/// A header that is none costs no more than its size, and a single problem says so.
@Suite struct HeaderLimitTests {
  @Test func aHeaderOfTooManyColumnsIsToldOnce() throws {
    let header = (0..<60_000).map { "c\($0)" }.joined(separator: ",")
    let problems = try TemporaryPackage.read([.rounds: header + "\n"]).shownProblems
    #expect(problems.count == 1)
    #expect(
      problems.first?.hasSuffix(
        "found 60000 columns in the header, expected at most 1000; the table is not read") == true)
    let commas = try TemporaryPackage.read([.rounds: String(repeating: ",", count: 1_000_000)])
    #expect(commas.shownProblems.count == 1)
  }

  @Test func aFileWithoutALineEndIsToldOnce() throws {
    let text = String(repeating: "x", count: 3_000_000)
    #expect(
      try TemporaryPackage.read([.rounds: text]).shownProblems == [
        "rounds.csv:1:1: error: found a name of 3000000 bytes in the header, expected at most 256; "
          + "the table is not read"
      ])
  }

  @Test func aColumnThatStandsTwiceIsStillTold() throws {
    let problems = try TemporaryPackage.read([.sources: "id,title,id\n"]).shownProblems
    #expect(
      problems.contains { $0.contains("sources.csv:1:10: error: the column \"id\" stands twice") })
  }
}
