import Dataset
import Insight
import TestSupport
import Testing

@testable import Dashboard

/// A changed figure says its unit: the currency of its own row, or megawatts.
@Suite struct ChangeUnitTests {
  @Test func anAmountHasTheCurrencyOfItsRow() throws {
    let dataset = try SyntheticPackage.dataset([
      .organisations: "id,name,kind,layer,country\nacme,Acme,company,models,DE",
      .countries: "code,name,bloc\nDE,Germany,EU",
      .rounds: """
      id,company,date,series,instrument,status,amount_m,currency,amount_usd_m
      seed,acme,2026-01-10,Seed,equity,announced,5,USD,5
      seed,acme,2026-10-01,Seed,equity,announced,6,USD,6
      b,acme,2026-01-10,B,equity,announced,50,EUR,55
      b,acme,2026-10-02,B,equity,announced,60,EUR,66
      """,
      .compute: """
      id,date,name,scope,operator,country,accelerators,mw,status
      hall,2026-01-10,Hall,site,acme,DE,100,5,building
      hall,2026-10-03,Hall,site,acme,DE,100,17,building
      """,
    ])
    let world = World(dataset: dataset, today: try day("2026-11-21"))
    let text = sheet(.changes(since: try day("2026-09-01")), world, width: 160)
    #expect(text.contains("amount $5 m → $6 m"), "\(text)")
    #expect(text.contains("amount EUR 50 m → EUR 60 m"))
    #expect(text.contains("5 MW → 17 MW"))
  }

  /// Rows entered are compared cell by cell, and the cells of amounts are bare figures.
  @Test func anAmountEnteredHasTheCurrencyOfItsRow() throws {
    func dataset(_ amount: String) throws -> Dataset {
      try SyntheticPackage.dataset([
        .organisations: "id,name,kind,layer\nacme,Acme,company,models",
        .rounds: """
        id,company,date,series,instrument,status,amount_m,currency,amount_usd_m
        seed,acme,2026-01-10,Seed,equity,announced,\(amount)
        """,
      ])
    }
    let entered = Entered(
      try dataset("6,GBP,8"), against: try dataset("5,USD,5"), called: "the one before")
    let row = try #require(entered.rows.first)
    let amount = try #require(row.differences.first { $0.field == "amount_m" })
    #expect([amount.old, amount.oldUnit, amount.new, amount.newUnit] == ["5", "USD", "6", "GBP"])
    let world = World(
      dataset: try dataset("6,GBP,8"), today: try day("2026-11-21"),
      past: Past(try dataset("5,USD,5"), called: "the one before"))
    let text = sheet(.entered, world, width: 160)
    #expect(text.contains("amount $5 m → GBP 6 m"), "\(text)")
  }
}
