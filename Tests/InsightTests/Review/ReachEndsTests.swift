import Dataset
import TestSupport
import Testing

@testable import Insight

/// A table that ends long ago, and what the year before its end would have brought since.
@Suite struct ReachEndsTests {
  /// Sites of which `edge` is dated exactly a year before the end, and `later` after it.
  private static func dataset() throws -> Dataset {
    let header = "id,date,name,scope,operator,country,accelerators,status,confidence,source\n"
    let rows = [
      ("edge", "2025-06-30", 1_000), ("first", "2025-07-01", 200), ("middle", "2026-01-01", 40),
      ("end", "2026-06-30", 8), ("later", "2026-07-01", 5_000),
    ]
    let package = try TemporaryPackage(
      TemporaryPackage.foundations.merging([
        .compute: header
          + rows.map { "\($0),\($1),S,site,acme,FR,\($2),building,confirmed,s\n" }.joined()
      ]) { $1 })
    let resources = ["sources", "countries", "organisations"].map {
      #"{"name":"\#($0)","path":"\#($0).csv"},"#
    }
    try package.folder.write(
      #"{"title":"T","version":"1","updated":"2026-11-21","resources":["# + resources.joined()
        + #"{"name":"compute","path":"compute.csv","reach":"2026-06-30"}]}"#,
      to: "datapackage.json")
    return try Dataset(folders: [package.folder.path])
  }

  private func found(on date: String) throws -> ReviewItem? {
    Review(try Self.dataset().asOf(try day(date))).items.first { $0.pattern == .reachEnds }
  }

  /// Three rows of 248 accelerators are the pace of a year.
  @Test func thePaceIsThatOfTheYearBeforeTheEnd() throws {
    let year = try #require(try found(on: "2027-06-30"))
    #expect(
      year.wrong
        == "ends on 2026-06-30, 365 days ago; at the pace of the year before, about 3 rows lack")
    #expect(year.stake.words == "248 accelerators")
    let longer = try #require(try found(on: "2027-12-29"))
    #expect(longer.wrong.contains("547 days ago") && longer.wrong.contains("about 4 rows lack"))
    #expect(longer.stake.words == "372 accelerators", "248 by 547 of 365 days")
  }

  @Test func aSingleRowLacksAndNoneIsNotTold() throws {
    let found = try #require(try found(on: "2026-10-30"))
    #expect(
      found.wrong
        == "ends on 2026-06-30, 122 days ago; at the pace of the year before, about 1 row lacks")
    #expect(try self.found(on: "2026-10-29")?.wrong == "ends on 2026-06-30, 121 days ago")
  }

  @Test func aMonthIsNotMoreThanAMonth() throws {
    #expect(try found(on: "2026-07-30") == nil, "30 days")
    #expect(try found(on: "2026-07-31")?.wrong.contains("31 days ago") == true)
  }
}
