import Dataset
import Testing

@testable import Insight

/// The part of the ledger held against a benchmark: the days and the places at its edges.
@Suite struct BenchmarkLimitsTests {
  private static let organisations = """
    id,name,kind,layer,country
    de,A,company,models,DE
    no,B,company,models,NO
    ch,C,company,models,CH
    gb,D,company,models,GB
    us,F,company,models,US
    mist,G,company,models,
    union,H,company,models,EU
    nvidia,NVIDIA,public-company,chips,US
    """

  private static func snapshot(
    _ tables: [TableName: String], on date: String = "2026-11-21"
  ) throws -> Snapshot {
    try SyntheticPackage.dataset(
      [.organisations: organisations].merging(tables) { $1 }, focus: ["nvidia"]
    ).asOf(try day(date))
  }

  private static let rounds = "id,company,date,instrument,status,amount_usd_m\n"
  private static let benchmarks = "measure,scope,period,value,unit\n"

  /// Powers of two, so that the sum tells which rounds are in it. In the half stand its first day,
  /// its last and a month of it; the year may.
  @Test func aHalfHasItsFirstDayAndItsLast() throws {
    let check = BenchmarkCheck.all(
      in: try Self.snapshot([
        .rounds: Self.rounds + """
          first,de,2026-01-01,equity,closed,1
          last,de,2026-06-30,equity,closed,2
          before,de,2025-12-31,equity,closed,4
          after,de,2026-07-01,equity,closed,8
          year,de,2026,equity,closed,16
          old,de,2025,equity,closed,32
          month,de,2026-06,safe,closed,64
          """,
        .benchmarks: Self.benchmarks + "ai-funding,Europe,2026-H1,100,USD m",
      ]))[0]
    #expect(check.held == 67...83)
    #expect(check.coverage == 0.67...0.83)
    #expect(check.difference.hasPrefix("the ledger: 4 closed rounds for shares"))
    #expect(check.difference.contains("at most with rounds known by year alone"))
    #expect(!check.difference.contains("undisclosed"))
  }

  /// Europe is the Union, also where no state is named, and its neighbours; money for shares is no debt and no offering.
  @Test func onlySharesOfEuropeanCompaniesCount() throws {
    let check = BenchmarkCheck.all(
      in: try Self.snapshot([
        .rounds: Self.rounds + """
          a,de,2026-01-02,equity,closed,1
          b,no,2026-01-02,mixed,closed,2
          c,ch,2026-01-02,safe,closed,4
          d,gb,2026-01-02,equity,closed,8
          e,union,2026-01-02,equity,closed,16
          f,us,2026-01-02,equity,closed,32
          g,mist,2026-01-02,equity,closed,64
          h,de,2026-01-02,ipo,closed,128
          i,de,2026-01-02,debt,closed,256
          j,de,2026-01-02,equity,announced,512
          k,de,2026-01-02,acquisition,closed,1024
          l,de,2026-01-02,equity,closed,
          """,
        .benchmarks: Self.benchmarks + "ai-funding,Europe,2026-H1,0,USD m",
      ]))[0]
    #expect(check.held == 31...31)
    #expect(check.coverage == nil, "a part of nothing")
    #expect(check.difference.contains("; 1 undisclosed"))
    #expect(!check.difference.contains("at most with"))
  }

  /// A single accelerator is a whole, and what comes after the day does not count though the year
  /// has it.
  @Test func aShareIsThatOfTheDayOrOfTheEndOfThePeriod() throws {
    let snapshot = try Self.snapshot([
      .compute: """
      id,date,scope,operator,country,accelerators,chip_vendor,status
      own,2026-01-01,site,de,DE,1,nvidia,operational
      half,2026-08-01,site,de,DE,3,us,operational
      late,2026-12-01,site,de,DE,12,us,operational
      """,
      .benchmarks: Self.benchmarks + """
        nvidia-share-compute,Europe,2026-H1,63,percent
        nvidia-share-compute,Europe,2026,63,percent
        nvidia-share-compute,Europe,2025,63,percent
        """,
    ])
    let checks = BenchmarkCheck.all(in: snapshot)
    #expect(checks.map(\.held) == [100...100, 25...25, nil])
    #expect(
      checks.map { String($0.difference.suffix(10)) } == [
        "2026-06-30", "2026-11-21", "2025-12-31",
      ])
  }

  /// The last of the table with a like sum whose source is out by the day.
  @Test func theLastBenchmarkOfMoneyIsOutAndLike() throws {
    let snapshot = try Self.snapshot([
      .sources: "id,published\ns,\nout,2026-11-21\nlater,2026-11-22\nyear,2026\nopen,",
      .rounds: Self.rounds + "a,de,2026-01-02,equity,closed,5",
      .benchmarks: """
      measure,scope,period,value,unit,source
      ai-funding,Europe,2025,10,USD m,open
      ai-funding,Europe,2026,20,USD m,out
      ai-funding,Europe,2026,30,percent,year
      nvidia-share-compute,Europe,2026,63,percent,year
      ai-funding,Europe,2026-H1,40,USD m,later
      """,
    ])
    #expect(BenchmarkCheck.all(in: snapshot).map(\.number) == [0, 1, 2, 3])
    let last = try #require(BenchmarkCheck.lastOfMoney(in: snapshot))
    #expect(last.number == 1)
    let document = last.json(in: snapshot.dataset)
    let object = try jsonObject(document)
    #expect(object["held"] as? [Double] == [5, 5])
    #expect(object["coverage"] as? [Double] == [0.25, 0.25])
    #expect(object["difference"] as? String == last.difference)
  }
}
