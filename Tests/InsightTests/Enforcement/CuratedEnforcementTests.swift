import Dataset
import Insight
import Testing

/// The counts that the notes on enforcement reach by hand, on the curated data.
@Suite struct CuratedEnforcementTests {
  private let dataset: Dataset

  init() throws { dataset = try FrozenLedger.dataset() }

  private func codes(_ states: [StateEnforcement]) -> String {
    states.map { dataset.code($0.country) }.joined(separator: " ")
  }

  @Test(arguments: [
    ("2025-08-02", "DK", ""),
    ("2026-03-15", "DK FI HU SI", "MT"),
    ("2026-03-21", "DK FI HU SI", "MT"),
    ("2026-11-01", "DE DK FI GR HU MT SI", "IE IT PL"),
  ])
  func theHeadlineCounts(_ date: String, _ full: String, _ possible: String) throws {
    let report = EnforcementReport(dataset.asOf(try day(date)))
    #expect(report.members.count == 27)
    #expect(codes(report.full) == full)
    #expect(codes(report.possible) == possible)
  }

  @Test(arguments: [
    ("2025-08-02", "CY DK IE LT"),
    ("2026-03-15", "CY DK FI HU IE IT LT MT SI"),
    ("2026-11-01", "CY DE DK FI GR HU IE IT LT MT SI"),
  ])
  func theCountWithoutPenalties(_ date: String, _ designated: String) throws {
    #expect(codes(EnforcementReport(dataset.asOf(try day(date))).designated) == designated)
  }

  @Test func denmarkWasInTimeAndGermanyAYearLate() throws {
    let report = EnforcementReport(dataset.asOf(try day("2026-11-21")))
    func state(_ code: String) throws -> StateEnforcement {
      let country = try #require(dataset.country(code))
      return try #require(report[country])
    }
    #expect(try state("DK").daysLate == 0)
    #expect(try state("DE").daysLate == 361)
    #expect(try state("DE").fullSince == (try day("2026-07-29")))
    #expect(try state("IE").daysLate == 476)
    #expect(try state("IE").missing == [.penalties])
    #expect(try state("IE").isOverdue)
    #expect(!(try state("DE").isOverdue))
    for member in report.members {
      for cell in member.cells where cell.row != nil {
        #expect(!cell.evidence(in: dataset).sources.isEmpty)
      }
    }
  }

  @Test func theHistoryEndsWhereTheReportStands() throws {
    let snapshot = dataset.asOf(try day("2026-11-21"))
    let history = EnforcementHistory(snapshot)
    let last = try #require(history.points.last)
    #expect(last.full == EnforcementReport(snapshot).full.map(\.country))
    #expect(history.points.first?.full.map { dataset.code($0) } == ["DK"])
  }
}
