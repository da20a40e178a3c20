import Dataset
import Testing

@testable import Insight

/// Who is worth the most, and who led the most rounds.
@Suite struct CompanyValueTests {
  private static func dataset() throws -> Dataset {
    try SyntheticPackage.dataset(
      [
        .sources:
          "id,title,publisher,url,published,kind\ns,A,B,https://example.org/a,2026-01-01,news",
        .countries: "code,name,bloc,eu_since\nFR,France,EU,1958-01-01",
        .organisations: """
        id,name,kind,layer,country,city,founded,parent,note,source
        a,Alpha,company,models,FR,,,,,s
        b,Beta,company,models,FR,,,,,s
        c,Gamma,company,chips,FR,,,,,s
        f,Fund,fund,capital,FR,,,,,s
        g,Other Fund,fund,capital,FR,,,,,s
        """,
        .rounds: """
        id,company,date,series,instrument,status,amount_m,currency,amount_usd_m,post_money_m,post_money_currency,part_of,confidence,note,source
        a1,a,2024-01-10,A,equity,closed,10,USD,,900,USD,,confirmed,,s
        a2,a,2025-01-10,B,equity,closed,10,USD,,500,USD,,confirmed,,s
        b1,b,2025-03-01,A,equity,closed,900,USD,,700,USD,,reported,,s
        b2,b,2026-03-01,B,equity,announced,30,USD,,2000,USD,,reported,,s
        """,
        .investments: """
        round,investor,role,amount_m,currency,source
        a1,f,lead,,,s
        a2,f,lead,,,s
        a2,g,participant,,,s
        b1,g,lead,,,s
        """,
        .valuations: """
        company,date,value_m,currency,basis,confidence,note,source
        a,2024-06-01,3000,USD,talks,reported,,s
        c,2026-01-01,5000,USD,talks,reported,,s
        """,
      ], updated: "2026-11-21")
  }

  @Test func theLastPaidValueRanksAndTalksStandBeside() throws {
    let dataset = try Self.dataset()
    let values = CompanyValue.all(in: dataset.asOf(try day("2026-11-21")))
    #expect(values.map { dataset.slug($0.company) } == ["b", "a", "c"])
    #expect(values.map { $0.millions } == [700, 500, nil])
    #expect(values.map { $0.open?.dollars?.millions } == [2000, nil, 5000], "older talks are past")
    #expect(values.map(\.count) == [2, 3, 1])
    let before = CompanyValue.all(in: dataset.asOf(try day("2024-12-31")))
    #expect(before.map { $0.millions } == [900])
    #expect(before.first?.open?.dollars?.millions == 3000)
  }

  @Test func leadsAreCountedByRounds() throws {
    let dataset = try Self.dataset()
    let totals = Capital.totals(of: dataset.asOf(try day("2026-11-21")), by: .lead)
    #expect(!totals.isAdditive)
    #expect(totals.groups.map { $0.key.slug(in: dataset) } == ["f", "g", "unknown"])
    #expect(totals.groups.map(\.tally.rounds.count) == [2, 1, 0])
    #expect(totals.groups.map(\.tally.usdMillions) == [20, 900, 0])
  }

  @Test func theQuartersOfAGroupHaveNoGaps() throws {
    let dataset = try Self.dataset()
    let snapshot = dataset.asOf(try day("2026-11-21"))
    let totals = Capital.totals(of: snapshot, by: .company)
    let alpha = try #require(totals.groups.first { $0.key.slug(in: dataset) == "a" })
    let quarters = totals.byQuarter(alpha.tally, in: snapshot)
    #expect(
      quarters.groups.map { $0.key.slug(in: dataset) }
        == ["2024-Q1", "2024-Q2", "2024-Q3", "2024-Q4", "2025-Q1"])
    #expect(quarters.groups.map(\.tally.usdMillions) == [10, 0, 0, 0, 10])
  }
}
