import Dataset
import Insight
import TestSupport
import Testing

/// Rows that say too little for a filter to judge.
@Suite struct FilterDoubtsTests {
  private static let tables: [TableName: String] = [
    .organisations: "id,name,layer,country\na,A,infrastructure,FR",
    .compute: """
    id,date,name,scope,operator,country,accelerators,status
    x,2025-01-01,X,site,a,FR,10,operational
    y,2025-01-01,Y,site,a,EU,20,operational
    z,2025-01-01,Z,site,a,NO,30,operational
    """,
    .rounds: """
    id,company,date,series,instrument,status,amount_m,currency,amount_usd_m
    r,a,2025-12-05,A,equity,closed,5,USD,5
    q,a,2025-12,B,equity,closed,5,USD,5
    p,a,2025,C,equity,closed,5,USD,5
    """,
  ]

  private static func words(_ filter: String, _ table: TableName) throws -> String? {
    let snapshot = try SyntheticPackage.dataset(tables).asOf(try day("2026-11-01"))
    return try #require(FilterReach(try Filter(filter), among: table, in: snapshot)).words
  }

  @Test func aRowOfTheUnionAloneIsNotLeftOutWithoutAWord() throws {
    #expect(try Self.words("bloc:EU-27", .compute) == "1 site of unstated place left out")
    #expect(try Self.words("country:FR", .compute) == "1 site of unstated place left out")
    #expect(try Self.words("bloc:EU-27 accelerators<15", .compute) == nil, "it has 20")
    #expect(try Self.words("bloc:Europe", .compute) == nil, "the Union is in Europe")
    #expect(
      try Self.words("country:DE", .compute)
        == "no site passes country:DE; 1 site of unstated place left out")
  }

  @Test func aRowDatedByItsYearIsNotLetInWithoutAWord() throws {
    #expect(
      try Self.words("since:2025-12 until:2025-12", .rounds)
        == "1 dated by year or month alone, perhaps outside")
    #expect(try Self.words("since:2025 until:2025", .rounds) == nil)
  }

  /// The end of a year counts from the day the data was revised, and may still lie beyond the
  /// bound.
  @Test func aBoundAtOneEndIsEnoughToDoubt() throws {
    let vague = "1 dated by year or month alone, perhaps outside"
    #expect(try Self.words("since:2025-12-01", .rounds) == vague, "the year, not the month")
    #expect(try Self.words("since:2025", .rounds) == nil)
    #expect(try Self.words("until:2025-12-31", .rounds) == nil)
    let early = try SyntheticPackage.dataset(Self.tables, updated: "2025-12-10")
      .asOf(try day("2026-11-01"))
    func vagueUntil(_ date: String) throws -> Int? {
      FilterReach(try Filter("until:\(date)"), among: .rounds, in: early)?.vague
    }
    #expect(try vagueUntil("2025-12-30") == 2, "the month and the year end a day later")
    #expect(try vagueUntil("2025-12-31") == 0)
    #expect(try vagueUntil("2025-12-09") == 0, "neither passes yet")
  }

  /// Only what passes all else is left out for its place alone, and only rows that have a place.
  @Test func theRestOfTheFilterIsKept() throws {
    let snapshot = try SyntheticPackage.dataset(
      Self.tables.merging([
        .compute: """
        id,date,name,scope,operator,country,accelerators,status
        y,2025-01-01,Alpha,site,a,EU,20,operational
        z,2025-01-01,Alpha Two,site,a,EU,30,operational
        w,2025-01-01,Beta,site,a,EU,40,operational
        """,
        .milestones: "id,date,scheduled,status\nm,2025-01-01,2026-01-01,scheduled",
      ]) { $1 }
    ).asOf(try day("2026-11-01"))
    func reach(_ filter: String, _ table: TableName) throws -> FilterReach {
      try #require(FilterReach(try Filter(filter), among: table, in: snapshot))
    }
    #expect(
      try reach("country:FR Alpha", .compute).words
        == "no site passes country:FR; 2 sites of unstated place left out")
    #expect(try reach("-country:FR", .compute).unplaced == 0, "nothing is left out")
    #expect(try reach("country:FR", .milestones).unplaced == 0, "a milestone has no place")
  }
}
