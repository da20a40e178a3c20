import Dataset
import Insight
import Testing

@Suite struct SlipTests {
  @Test(arguments: [
    ("2026-08-02", "2027-12-02", 16, 487),
    ("2025-05-02", "2025-07-10", 2, 69),
    ("2025-07-10", "2025-05-02", -2, -69),
    ("2026-08-02", "2026-08-01", 0, -1),
    ("2026-01-31", "2026-02-28", 1, 28),
    ("2026-03", "2026-07-15", 3, 106),
    ("2025", "2026-06-03", 5, 154),
    ("2025", "2026", 12, 365),
    ("2025", "2026-01-15", 0, 15),
    ("2026-12", "2025", -12, -365),
  ])
  func aSlipIsToldFromLastDayToLastDay(
    _ old: String, _ new: String, _ months: Int, _ days: Int
  )
    throws
  {
    let from = try #require(PartialDate(old))
    let to = try #require(PartialDate(new))
    let slip = try #require(Slip(from: from, to: to))
    #expect(slip.months == months)
    #expect(slip.days == days)
  }

  @Test(arguments: [("2026", "2026-06-03"), ("2026-06", "2026-06-10"), ("2026-06", "2026-06")])
  func datesThatMayBeTheSameDoNotSlip(_ old: String, _ new: String) throws {
    let from = try #require(PartialDate(old))
    let to = try #require(PartialDate(new))
    #expect(Slip(from: from, to: to) == nil)
  }

  @Test func wholeMonthsUndoAddingMonths() {
    var random = SplitMix64(seed: 11)
    for _ in 0..<2000 {
      let start = Day(number: Int.random(in: 0..<40_000, using: &random))
      let months = Int.random(in: 0..<200, using: &random)
      let end = start.adding(months: months)
      #expect(Slip.wholeMonths(from: start, to: end) == months)
      #expect(Slip.wholeMonths(from: end, to: start) == -months)
      if start.civil.day <= 28, months > 0 {
        #expect(Slip.wholeMonths(from: start, to: end.adding(days: -1)) == months - 1)
      }
    }
  }

  @Test func aDeadlineIsJudgedByWhatIsCertain() throws {
    let reach = try day("2026-07-04")
    func judge(_ deadline: String, done: String? = nil, on date: String) throws -> Timeliness {
      let due = try #require(PartialDate(deadline))
      return Timeliness(
        deadline: due, done: done.flatMap { PartialDate($0) }, on: try day(date), reach: reach)
    }
    #expect(try judge("2026-05-01", on: "2026-05-01") == .ahead(days: 0))
    #expect(try judge("2026-05-01", on: "2026-05-02") == .late(days: 1))
    #expect(try judge("2026-05", on: "2026-05-31") == .ahead(days: 0))
    #expect(try judge("2026-05", on: "2026-06-01") == .late(days: 1))
    #expect(try judge("2026-07-03", on: "2026-11-21") == .late(days: 141))
    #expect(try judge("2026-07-04", on: "2026-11-21") == .unverified(days: 140))
    #expect(try judge("2026", on: "2027-01-01") == .unverified(days: 1))
    let april = try #require(PartialDate("2026-04"))
    #expect(
      try judge("2026-04-10", done: "2026-04", on: "2026-05-01") == .done(on: april, daysLate: 0))
    #expect(try judge("2026-03-31", done: "2026-04", on: "2026-05-01").daysLate == 1)
    #expect(try judge("2026-07-04", on: "2026-11-21").daysLate == nil)
  }
}
