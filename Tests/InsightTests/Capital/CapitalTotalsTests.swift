import Dataset
import TestSupport
import Testing

@testable import Insight

/// Seven companies' worth of corner cases in eleven rounds; every sum below is done by hand.
private let tables: [TableName: String] = [
  .organisations: """
  id,name,kind,layer,country,parent,source
  grid,Grid,company,infrastructure,NO,,s
  gridlet,Gridlet,company,infrastructure,NO,grid,s
  mind,Mind,company,models,FR,,s
  stealth,Stealth,company,applications,,,s
  chipco,Chipco,public-company,chips,US,,s
  chipventures,Chip Ventures,fund,capital,US,chipco,s
  angel,Angel Fund,fund,capital,GB,,s
  """,
  .rounds: """
  id,company,date,series,instrument,status,amount_m,currency,amount_usd_m,part_of,confidence,source
  grid-safe,grid,2025-10-01,Bridge,safe,closed,400,USD,,grid-c,confirmed,s
  grid-c,grid,2026-03-09,Series C,equity,closed,2000,USD,,,confirmed,s
  grid-loan,grid,2026-02,Loan,debt,closed,100,EUR,,,reported,s
  gridlet-seed,gridlet,2024,Seed,equity,closed,5,USD,,,reported,s
  mind-a,mind,2025-06-15,Series A,mixed,closed,100,EUR,120,,disputed,s
  mind-next,mind,2026-05-01,Series B,equity,announced,300,USD,,,reported,s
  mind-tranche,mind,2026-05-02,Milestone,equity,conditional,50,USD,,,reported,s
  mind-plan,mind,2026-01-01,Campus,plan,announced,9000,EUR,,,reported,s
  mind-off,mind,2026-01-01,Never,equity,withdrawn,70,USD,,,reported,s
  stealth-a,stealth,2026-01-05,Series A,equity,closed,,,,,reported,s
  stealth-g,stealth,2026-06-30,Grant,grant,closed,10,USD,,,confirmed,s
  """,
  .investments: """
  round,investor,role,amount_m,currency,source
  grid-c,chipco,strategic,,,s
  grid-c,chipventures,participant,,,s
  mind-a,chipco,lead,50,EUR,s
  mind-a,angel,participant,,,s
  stealth-a,angel,lead,,,s
  """,
  .exchangeRates: """
  date,USD,GBP,NOK,SEK,DKK,CHF,PLN,source
  2024-01-01,1.05,0.8,11,11,7,1,4,s
  2026-02-27,1.25,0.8,11,11,7,1,4,s
  2026-03-02,1.3,0.8,11,11,7,1,4,s
  """,
]

/// A group in one line: key, rounds, undisclosed, dollars, announced dollars.
private func lines(_ totals: CapitalTotals) -> [String] {
  totals.groups.map { group in
    let tally = group.tally
    return "\(group.key.slug(in: totals.dataset)) \(tally.rounds.count) \(tally.undisclosed) "
      + "\(tally.usdMillions) \(tally.announcedUSDMillions)"
  }
}

@Suite struct CapitalTotalsTests {
  // 100 m EUR of February 2026 count from the 28th, so at the rate of the 27th: 125 m USD.
  @Test func theTotalCountsEachEuroOnce() throws {
    let total = Capital.totals(of: try Synthetic.snapshot(tables), by: .layer).total
    #expect(total.rounds.count == 6)
    #expect(total.undisclosed == 1)
    #expect(total.usdMillions == 2260)  // 2000 + 125 + 5 + 120 + 10
    #expect(total.announcedUSDMillions == 350)
    #expect(total.announcedRounds.count == 2)
    #expect(total.converted == 1)
    #expect(total.contained == 1)
    #expect(total.disputed == 1)
    #expect(total.disputedUSDMillions == 120)
    #expect(total.undisclosed > 0)
    #expect(total.usdMillions(.equity) == 2005)
    #expect(total.usdMillions(.debt) == 125)
    #expect(total.usdMillions(.safe) == 0)
    #expect(total.usdMillions(.mixed) == 120)
    #expect(total.usdMillions(.grant) == 10)
    #expect(total.usdMillions(.plan) == 0)
  }

  @Test(arguments: [
    (
      CapitalGrouping.layer,
      ["infrastructure 3 0 2130.0 0.0", "models 1 0 120.0 350.0", "applications 2 1 10.0 0.0"]
    ),
    (
      .company,
      [
        "grid 2 0 2125.0 0.0", "mind 1 0 120.0 350.0", "stealth 2 1 10.0 0.0",
        "gridlet 1 0 5.0 0.0",
      ]
    ),
    (.country, ["NO 3 0 2130.0 0.0", "FR 1 0 120.0 350.0", "unknown 2 1 10.0 0.0"]),
    (.year, ["2024 1 0 5.0 0.0", "2025 1 0 120.0 0.0", "2026 4 1 2135.0 350.0"]),
    (
      .quarter,
      [
        "2024 1 0 5.0 0.0", "2025-Q2 1 0 120.0 0.0", "2025-Q4 0 0 0.0 0.0",
        "2026-Q1 3 1 2125.0 0.0", "2026-Q2 1 0 10.0 350.0",
      ]
    ),
    (
      .instrument,
      [
        "equity 3 1 2005.0 350.0", "debt 1 0 125.0 0.0", "mixed 1 0 120.0 0.0",
        "grant 1 0 10.0 0.0", "safe 0 0 0.0 0.0",
      ]
    ),
    (
      .investor,
      [
        "chipco 2 0 2120.0 0.0", "chipventures 1 0 2000.0 0.0", "unknown 3 0 140.0 350.0",
        "angel 2 1 120.0 0.0",
      ]
    ),
  ])
  func groupsAddUp(_ grouping: CapitalGrouping, _ expected: [String]) throws {
    let totals = Capital.totals(of: try Synthetic.snapshot(tables), by: grouping)
    #expect(lines(totals) == expected)
    #expect(totals.isAdditive == (grouping != .investor))
    if totals.isAdditive {
      #expect(totals.groups.reduce(0) { $0 + $1.tally.usdMillions } == totals.total.usdMillions)
      #expect(
        totals.groups.reduce(0) { $0 + $1.tally.rounds.count } == totals.total.rounds.count)
    }
  }

  @Test func aGroupIsCountedAsOne() throws {
    let snapshot = try Synthetic.snapshot(tables)
    let companies = Capital.totals(of: snapshot, by: .company, folding: .groups)
    #expect(lines(companies).first == "grid 3 0 2130.0 0.0")
    // NVentures and its parent took part in the same round: it counts once.
    let investors = Capital.totals(of: snapshot, by: .investor, folding: .groups)
    #expect(lines(investors).first == "chipco 2 0 2120.0 0.0")
    #expect(investors.groups.count == 3)
  }

  @Test func aPartIsCountedUntilTheWholeIsKnown() throws {
    let dataset = try Synthetic.dataset(tables)
    let before = Capital.totals(of: dataset.asOf(try #require(Day("2026-03-08"))), by: .company)
    #expect(lines(before).first == "grid 2 0 525.0 0.0")
    let after = Capital.totals(of: dataset.asOf(try #require(Day("2026-03-09"))), by: .company)
    #expect(lines(after).first == "grid 2 0 2125.0 0.0")
  }

  @Test func announcedRoundsEnterOnlyWhenAskedFor() throws {
    let snapshot = try Synthetic.snapshot(tables)
    let totals = Capital.totals(of: snapshot, by: .company, announced: .counted)
    #expect(totals.total.usdMillions == 2610)
    #expect(totals.total.announcedUSDMillions == 350)
    #expect(totals.total.usdMillions(.equity) == 2355)
    #expect(lines(totals)[1] == "mind 3 0 470.0 350.0")
  }

  @Test func theJSONHasTheKeysPromised() throws {
    let totals = Capital.totals(of: try Synthetic.snapshot(tables), by: .investor)
    let text = try json(totals)
    #expect(text.hasPrefix("{\"additive\":false,\"announced\":\"beside\",\"as_of\":\"2026-12-31\""))
    #expect(text.contains("\"by\":\"investor\",\"folding\":\"none\",\"groups\":["))
    let group = """
      {"announced_round_ids":[],"announced_rounds":0,"announced_undisclosed":0,\
      "announced_usd_m":0,"contained":0,"converted":0,"disputed":1,\
      "disputed_usd_m":120,"equity_and_mixed_usd_m":120,"instruments_usd_m":{"debt":0,"equity":0,"grant":0,"ipo":0,\
      "mixed":120,"safe":0},"key":"angel","name":"Angel Fund","round_ids":["mind-a",\
      "stealth-a"],"rounds":2,"undisclosed":1,"usd_m":120}
      """
    #expect(text.contains(group))
    #expect(text.contains("\"total\":{"))
  }
}

@Suite struct CuratedCapitalTests {
  @Test func theSafeOfNscaleIsInsideItsSeriesC() throws {
    let before = try FrozenLedger.snapshot(asOf: "2026-03-08")
    let after = try FrozenLedger.snapshot(asOf: "2026-03-21")
    let nscale = try #require(after.dataset.organisation("nscale"))
    let safe = try #require(after.dataset.round("nscale-safe-2025"))
    let seriesC = try #require(after.dataset.round("nscale-c-2026"))
    #expect(before.round(safe).map(before.standing) == .counted)
    #expect(after.round(safe).map(after.standing) == .contained(in: seriesC))
    #expect(after.round(seriesC).flatMap(after.dataset.dollars)?.millions == 2000)
    let rise =
      Capital.of(nscale, in: after).equityUSDMillions
      - Capital.of(nscale, in: before).equityUSDMillions
    #expect(rise == 2000 - 433)
    #expect(Capital.of(nscale, in: after).last?.taken.value.millions == 14600)
  }
}
