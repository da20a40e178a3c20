import Dataset
import Testing

@testable import Insight

/// How a stated cell is read, and where it stops to agree with a value.
@Suite struct VerdictTests {
  private let dataset: Dataset

  init() throws { dataset = try Synthetic.dataset([.organisations: "id,name\na,A\nb,B\nc,C"]) }

  private func verdict(_ stated: String, _ unit: String, _ value: MetricValue) throws -> Verdict {
    try Verdict.comparing(stated, unit: ClaimUnit(unit), with: value, in: dataset)
  }

  /// One hundredth of the stated figure on both sides of an interval from 90 to 100.
  @Test(arguments: [
    ("95", "percent", Verdict.holds), ("89.2", "percent", .holds), ("89", "percent", .differs),
    ("101", "percent", .holds), ("101.1", "percent", .differs),
    ("89.7", "months", .differs), ("89.75", "months", .holds), ("100.25", "months", .holds),
    ("100.3", "months", .differs), ("90", "rank", .holds), ("89.9", "rank", .differs),
    ("100", "states", .holds), ("100.1", "states", .differs),
    ("100", "percent minimum", .holds), ("100.1", "percent minimum", .differs),
    ("3", "percent minimum", .holds),
  ])
  func anIntervalAgreesWithWhatLiesInIt(_ stated: String, _ unit: String, _ verdict: Verdict) throws
  {
    #expect(try self.verdict(stated, unit, .figure(low: 90, high: 100)) == verdict)
  }

  @Test func aCellThatIsNoNumberIsPointedAtFromItsStart() throws {
    let fault = #expect(throws: MetricFault.self) {
      try verdict("many", "percent", .figure(low: 90, high: 100))
    }
    #expect(
      fault?.offset == 0 && fault?.message.hasPrefix("found \"many\", expected a number") == true)
  }

  /// The slack of a figure below zero is no less wide.
  @Test func aFigureBelowZeroHasTheSameSlack() throws {
    #expect(try verdict("-100", "percent", .exactly(-101)) == .holds)
    #expect(try verdict("-100", "percent", .exactly(-101.1)) == .differs)
  }

  @Test(arguments: [
    ("a", "organisation", ["a"], Verdict.holds), ("a", "organisation", ["a", "b"], .differs),
    ("a", "organisations", ["a", "b"], .holds), ("a;b", "organisations", ["b", "a"], .holds),
    ("a;c", "organisations", ["a", "b"], .differs), ("", "organisations", ["a"], .differs),
    ("a", "organisation", [], .differs),
  ])
  func ofSomeOrganisationsAllThatAreStatedAreFound(
    _ stated: String, _ unit: String, _ found: [String], _ verdict: Verdict
  ) throws {
    let ids = try found.map { try #require(dataset.organisation($0)) }
    #expect(try self.verdict(stated, unit, .organisations(ids)) == verdict)
  }

  @Test(arguments: [
    ("2026", "2026-03-21", true), ("2026", "2025", false), ("2026-03", "2026-03-21", true),
    ("2026-03", "2025-03", false), ("2026-03", "2026-04-21", false),
    ("2026-03-21", "2026-03-21", true), ("2026-03-21", "2026-03-20", false),
    ("2026-03-21", "2026-04-21", false),
  ])
  func datesAgreeAtTheCoarser(_ one: String, _ other: String, _ isSame: Bool) throws {
    let dates = (try #require(PartialDate(one)), try #require(PartialDate(other)))
    #expect(Verdict.sameDate(dates.0, dates.1) == isSame)
    #expect(Verdict.sameDate(dates.1, dates.0) == isSame)
  }

  @Test(arguments: [
    (2.0, "2"), (0.5, "0.5"), (100.01, "100.01"), (0.0001, "0.0001"), (0.00001, "0"),
    (-0.00001, "0"), (-3.6333, "-3.6333"), (999_999_999_999, "999999999999"),
    (1e12, "1000000000000.0"), (-1e12, "-1000000000000.0"),
  ])
  func aFigureIsWrittenWithFourDecimalsAtMost(_ number: Double, _ text: String) {
    #expect(Stated.text(number) == text)
  }
}
