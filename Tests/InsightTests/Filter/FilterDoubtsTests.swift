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
}
