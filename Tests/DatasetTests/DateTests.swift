import Testing

@testable import Dataset

@Suite struct DateTests {
  @Test func aDayIsTheDayItWas() throws {
    #expect(Day(year: 1970, month: 1, day: 1)?.number == 0)
    #expect(Day(year: 2000, month: 2, day: 29)?.number == 11_016)
    #expect(Day("2026-11-22")?.number == 20_779)
    #expect(Day(year: 2023, month: 2, day: 29) == nil)
    #expect(Day(year: 2100, month: 2, day: 29) == nil)
    #expect(Day(year: 2026, month: 13, day: 1) == nil)
    #expect(Day(year: 2026, month: 4, day: 31) == nil)
    #expect(Day(year: 2026, month: 4, day: 0) == nil)
  }

  @Test func daysFollowEachOther() throws {
    var day = try #require(Day(year: 1896, month: 1, day: 1))
    for _ in 0..<(300 * 365) {
      let next = day.adding(days: 1)
      let (year, month, dayOfMonth) = day.civil
      let isLast = dayOfMonth == Day.length(ofMonth: month, year: year)
      let expected =
        !isLast
        ? (year, month, dayOfMonth + 1) : month == 12 ? (year + 1, 1, 1) : (year, month + 1, 1)
      if next.civil != expected { return #expect(next.civil == expected) }
      if PartialDate(next).lastDay != next { return #expect(PartialDate(next).lastDay == next) }
      day = next
    }
  }

  @Test func monthsAreAddedToTheSameDayOrTheLast() throws {
    let day = try #require(Day("2024-01-31"))
    #expect(day.adding(months: 1).description == "2024-02-29")
    #expect(day.adding(months: 13).description == "2025-02-28")
    #expect(day.adding(months: -2).description == "2023-11-30")
    #expect(day.adding(months: -25).description == "2021-12-31")
    #expect(day.quarter == 1)
  }

  @Test(arguments: [
    "2026", "2026-03", "2026-03-21", "0000", "9999-12-31", "2024-02-29", "2026-01-31",
  ])
  func datesComeOutAsTheyWentIn(_ text: String) { #expect(PartialDate(text)?.description == text) }

  @Test(arguments: [
    "", "202", "20266", "2026-", "2026-3", "2026-00", "2026-13", "2026-03-", "2026-03-00",
    "2026-03-32", "2026-02-29", "2026-04-31", "2026/03/21", "2026-03 21", "2026x03", "+026", "-026",
    "20a6", "2026-0a", "2026-03-2a", "2026-03-21T", " 2026", "２０２６",
  ])
  func noDates(_ text: String) { #expect(PartialDate(text) == nil) }

  @Test func aPartialDateCountsFromItsLastDayOrTheDayOfTheRevision() throws {
    let revised = try #require(Day("2026-11-21"))
    func known(_ text: String) throws -> String {
      try #require(PartialDate(text)).known(revised: revised).description
    }
    #expect(try known("2026-03-21") == "2026-03-21")
    #expect(try known("2026-03") == "2026-03-31")
    #expect(try known("2025") == "2025-12-31")
    #expect(try known("2026") == "2026-11-21")
    #expect(try known("2026-11") == "2026-11-21")
    #expect(try known("2026-12") == "2026-12-01")
    #expect(try known("2027") == "2027-01-01")
    #expect(try known("2026-12-24") == "2026-12-24")
  }

  @Test func theMorePreciseOfTwoDatesThatEndTogetherIsTheLater() throws {
    let dates = try ["2026-12-30", "2026", "2026-12", "2026-12-31", "2027-01-01"].map {
      try #require(PartialDate($0))
    }
    #expect(dates.shuffled().sorted() == dates)
  }
}
