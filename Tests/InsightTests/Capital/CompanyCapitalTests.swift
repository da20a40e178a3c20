import Dataset
import Testing

@testable import Insight

private let tables: [TableName: String] = [
  .organisations: """
  id,name,kind,layer,country,parent,source
  grid,Grid,company,infrastructure,NO,,s
  gridlet,Gridlet,company,infrastructure,NO,grid,s
  """,
  .rounds: """
  id,company,date,series,instrument,status,amount_m,currency,post_money_m,post_money_currency,confidence,source
  grid-a,grid,2024-12,Series A,equity,closed,100,USD,,,confirmed,s
  grid-b,grid,2025-06-01,Series B,equity,closed,300,USD,1200,USD,confirmed,s
  grid-d,grid,2025-07-01,Debt,debt,closed,500,USD,,,confirmed,s
  grid-c,grid,2026-04-01,Series C,equity,announced,900,USD,9000,USD,reported,s
  grid-x,grid,2026-05-01,Series X,equity,withdrawn,900,USD,9999,USD,reported,s
  gridlet-a,gridlet,2026-01-01,Series A,mixed,closed,100,USD,700,USD,reported,s
  """,
  .valuations: """
  company,date,value_m,currency,basis,confidence,source
  grid,2025-09-25,3100,USD,post-money,reported,s
  grid,2025-09-25,3000,USD,post-money,reported,s
  grid,2025-09-25,2000,USD,secondary,disputed,s
  grid,2025-09-25,5000,EUR,market-cap,estimate,s
  grid,2026-02-01,8000,USD,talks,reported,s
  """,
  .exchangeRates: """
  date,USD,GBP,NOK,SEK,DKK,CHF,PLN,source
  2024-01-01,1.2,0.8,11,11,7,1,4,s
  """,
]

@Suite struct CompanyCapitalTests {
  @Test func valuationsAreStepsAndTalksSetNone() throws {
    let snapshot = try Synthetic.snapshot(tables)
    let grid = try #require(snapshot.dataset.organisation("grid"))
    let capital = Capital.of(grid, in: snapshot)
    #expect(
      capital.valuations.map { "\($0.date) \($0.value.millions) \($0.standing.rawValue)" } == [
        "2025-06-01 1200.0 established", "2025-09-25 3100.0 established",
        "2025-09-25 3000.0 established", "2025-09-25 2000.0 established",
        "2025-09-25 5000.0 established", "2026-02-01 8000.0 talks", "2026-04-01 9000.0 pending",
      ])
    #expect(capital.steps.map(\.date.description) == ["2025-06-01", "2025-09-25"])
    // Of equally good figures the lower; a disputed figure comes last however low it is.
    #expect(capital.last?.taken.value.millions == 3000)
    #expect(capital.last?.conflicting.map(\.value.millions) == [3100, 5000, 2000])
    #expect(capital.last?.conflicting[1].dollars == .some(capital.valuations[4].dollars ?? nil))
  }

  @Test func theMultipleIsOfMoneyForShares() throws {
    let snapshot = try Synthetic.snapshot(tables)
    let grid = try #require(snapshot.dataset.organisation("grid"))
    let alone = Capital.of(grid, in: snapshot)
    #expect(alone.equityUSDMillions == 400)
    #expect(alone.raised.usdMillions(.debt) == 500)
    #expect(alone.raised.announcedUSDMillions == 900)
    #expect(alone.multiple == 7.5)
    let group = Capital.of(grid, in: snapshot, folding: .groups)
    #expect(group.equityUSDMillions == 500)
    #expect(group.last?.taken.value.millions == 3000)
  }

  @Test func nothingKnownIsNoMultiple() throws {
    let snapshot = try Synthetic.snapshot(tables, asOf: "2024-12-30")
    let grid = try #require(snapshot.dataset.organisation("grid"))
    let capital = Capital.of(grid, in: snapshot)
    #expect(capital.raised.isEmpty)
    #expect(capital.last == nil)
    #expect(capital.multiple == nil)
  }

  /// 4 m over half a million; money lent is no money for shares.
  @Test func aMultipleNeedsMoneyForSharesHoweverLittle() throws {
    let snapshot = try Synthetic.snapshot([
      .organisations: "id,name\nsmall,Small\ndebtor,Debtor",
      .rounds: """
      id,company,date,instrument,status,amount_m,currency,post_money_m,post_money_currency
      a,small,2025-01-01,equity,closed,0.5,USD,4,USD
      b,debtor,2025-01-01,debt,closed,3,USD,9,USD
      """,
    ])
    let companies = snapshot.dataset.organisations.map { Capital.of($0.id, in: snapshot) }
    #expect(companies.map(\.multiple) == [8, nil])
    #expect(companies.map { $0.last?.taken.value.millions } == [4, 9])
  }

  /// Of a date the better confirmed is taken, then the lower; no known dollars come last.
  @Test(arguments: [
    (["9,GBP,reported", "70,USD,reported"], [70.0, 9]),
    (["70,USD,reported", "9,GBP,reported"], [70, 9]),
    (["9,GBP,reported", "8,GBP,reported"], [9, 8]),
    (["60,USD,reported", "80,USD,confirmed", "9,GBP,confirmed"], [80, 9, 60]),
    (["60,USD,reported", "50,USD,reported", "55,USD,reported"], [50, 55, 60]),
  ])
  func theFirstOfADateIsTaken(_ rows: [String], _ order: [Double]) throws {
    let snapshot = try Synthetic.snapshot([
      .organisations: "id,name\na,A",
      .valuations: "company,date,basis,value_m,currency,confidence\n"
        + rows.map { "a,2025-01-01,secondary," + $0 }.joined(separator: "\n"),
    ])
    let company = try #require(snapshot.dataset.organisation("a"))
    let step = try #require(Capital.of(company, in: snapshot).last)
    #expect([step.taken.value.millions] + step.conflicting.map(\.value.millions) == order)
  }

  /// In Arm's offering of 2023 every share was SoftBank's: it was paid, and Arm raised nothing.
  @Test func anOfferingOfSharesThatHoldersSellRaisesNothing() throws {
    let dataset = try FrozenLedger.dataset()
    let snapshot = dataset.asOf(try day("2026-11-21"))
    let offering = try #require(dataset.round("arm-ipo-2023").flatMap(snapshot.round))
    #expect(snapshot.standing(of: offering) != .counted)
    #expect(dataset.ids(offering.sources).contains { dataset.slug($0) == "inf-softbank-arm-ipo" })
    let total = Capital.totals(of: snapshot, by: .company).total
    #expect(!total.rounds.contains(offering.id))
  }
}
