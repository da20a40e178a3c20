import Dataset
import Insight
import Testing

/// Why a filter leaves nothing of a table.
@Suite struct FilterReachTests {
  private static let tables: [TableName: String] = [
    .countries: "code,name,bloc\nFR,France,EU\nNO,Norway,EEA",
    .organisations: "id,name,layer,country\na,A,infrastructure,FR\nb,B,chips,NO",
    .compute: """
    id,date,name,scope,operator,country,accelerators,chip_vendor,status
    x,2025-01-01,X,site,a,FR,10,b,operational
    y,2025-01-01,Y,site,a,NO,20,,operational
    """,
    .rounds: """
    id,company,date,series,instrument,status,amount_m,currency,amount_usd_m
    r,a,2025-02-01,A,equity,closed,5,USD,5
    """,
  ]

  private func words(_ filter: String, _ table: TableName) throws -> String? {
    let snapshot = try SyntheticPackage.dataset(Self.tables).asOf(try day("2026-01-01"))
    let reach = try #require(FilterReach(try Filter(filter), among: table, in: snapshot))
    return reach.words
  }

  @Test func whatFindsRowsNeedsNoWords() throws {
    #expect(try words("country:NO", .compute) == nil)
    #expect(try words("-missing:penalties", .compute) == nil, "what is not lacked passes")
  }

  @Test func aFieldThatNoRowHasIsNamed() throws {
    #expect(try words("missing=penalties", .compute) == "no site has a field missing=")
    #expect(
      try words("amount>1000", .compute)
        == "no site has a field amount>; its size is accelerators>")
    #expect(
      try words("accelerators>1000", .rounds)
        == "no round has a field accelerators>; its size is amount>")
    #expect(try words("country:FR mw>5", .rounds) == "no round has a field mw>")
    #expect(
      try words("publisher:a step:law country:FR", .rounds) == "no round has a field step:",
      "a round cites sources, which have publishers")
  }

  @Test func aTermThatNoRowPassesIsNamed() throws {
    #expect(try words("accelerators>500", .compute) == "no site passes accelerators>500")
    #expect(
      try words("accelerators>500 company:a mw>5", .compute)
        == "no site passes accelerators>500, nor mw>5")
  }

  @Test func termsThatExcludeEachOtherAreCounted() throws {
    #expect(
      try words("country:NO vendor:b", .compute)
        == "sites that pass each alone: country:NO 1, vendor:b 1; none passes all")
  }

  @Test func whatPassesIsOneOrMany() throws {
    let snapshot = try SyntheticPackage.dataset(Self.tables).asOf(try day("2026-01-01"))
    func passing(_ filter: String) throws -> String? {
      FilterReach(try Filter(filter), among: .compute, in: snapshot)?.passing
    }
    #expect(try passing("country:NO") == "the site that passes")
    #expect(try passing("company:a") == "the 2 sites that pass")
    #expect(try passing("country:FR country:NO") == "the 0 sites that pass")
  }

  @Test func aFieldThatMustNotBeIsNotSilent() throws {
    #expect(try words("-amount>1000", .compute) == nil)
    #expect(try words("-vendor:b", .rounds) == nil, "a round has no maker that could be unknown")
  }

  /// Each table is asked for its own rows; of the steps to enforcement the states are.
  @Test func everyTableIsAskedForItsOwnRows() throws {
    let snapshot = try FilterData.snapshot()
    let lines = TableName.allCases.compactMap { table in
      FilterReach(.everything, among: table, in: snapshot).map { "\($0.rows) \($0.noun)" }
    }
    #expect(
      Set(lines) == [
        "7 round", "4 site", "8 state", "1 milestone", "9 organisation", "2 model", "2 claim",
        "2 source",
      ])
    #expect(FilterReach.noun(of: .relations) == nil)
  }
}
