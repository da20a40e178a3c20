import Dataset
import TestSupport
import Testing

@testable import moat

/// The file of the rows of the last visits.
@Suite struct VisitedRowsTests {
  private let day: Day
  private let later: Day

  init() throws {
    day = try TestSupport.day("2026-03-01")
    later = try TestSupport.day("2026-03-02")
  }

  private func dataset(_ amount: String) throws -> Dataset {
    try TemporaryPackage.read([
      .rounds: "id,company,date,series,instrument,status,amount_m,currency,confidence,source\n"
        + "r,acme,2026-01-01,A,equity,closed,\(amount),EUR,reported,s\n"
    ])
  }

  private func noted(_ dataset: Dataset, in text: String, on day: Day) -> (
    text: String, taken: Bool
  ) {
    var isTaken = false
    let rows = VisitedRows(text: text)
      .noting(
        {
          isTaken = true
          return RowPrints(dataset)
        }, stamp: dataset.stamp, of: "/a b:/c", on: day)
    return (rows.text, isTaken)
  }

  @Test func printsAreTakenOnlyWhereTheFilesChanged() throws {
    let first = noted(try dataset("5"), in: "", on: day)
    #expect(first.taken)
    let same = noted(try dataset("5"), in: first.text, on: later)
    #expect(!same.taken)
    let kept = try #require(VisitedRows(text: same.text).rows(of: "/a b:/c"))
    #expect(kept.day == later)
    #expect(kept.prints == RowPrints(try dataset("5")))
    let changed = noted(try dataset("6"), in: same.text, on: later)
    #expect(changed.taken)
    #expect(
      VisitedRows(text: changed.text).rows(of: "/a b:/c")?.prints == RowPrints(try dataset("6")))
  }

  /// Files of earlier versions have no stamp.
  @Test func aVisitWithoutAStampIsReadAndThenStamped() throws {
    let prints = try #require(RowPrints(try dataset("5")))
    let old = "= 2026-02-01 /a b:/c\n" + prints.text
    let visit = try #require(VisitedRows(text: old).rows(of: "/a b:/c"))
    #expect(visit.prints == prints)
    let now = noted(try dataset("5"), in: old, on: day)
    #expect(now.taken)
    #expect(VisitedRows(text: now.text).rows(of: "/a b:/c")?.day == day)
    #expect(now.text.split(separator: "\n").count { $0.hasPrefix("= ") } == 1)
  }
}
