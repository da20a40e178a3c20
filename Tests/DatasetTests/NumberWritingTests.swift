import Dataset
import TestSupport
import Testing

/// How numbers are written in a table: odd ones are read and warned of, wrong and impossible ones refused.
@Suite struct NumberWritingTests {
  private func problems(_ accelerators: String = "", _ amount: String = "") throws -> [String] {
    try SyntheticPackage.dataset([
      .organisations: "id,name,kind,layer\ngrid,Grid,company,infrastructure",
      .compute: """
      id,date,name,scope,operator,country,accelerators,status
      hall,2026-01-01,Hall,site,grid,DE,\(accelerators),building
      """,
      .rounds: """
      id,company,date,series,instrument,status,amount_m,currency
      seed,grid,2026-01-01,Seed,equity,closed,\(amount),USD
      """,
    ]).problems.map(\.shown)
  }

  @Test(arguments: [
    ("1.000", "1"), ("055", "55"), ("-0", "0"), ("00", "0"), ("12.0", "12"),
  ])
  func anOddNumberIsReadWithAWarning(_ written: String, _ read: String) throws {
    #expect(
      try problems("", written) == [
        "rounds.csv:2:41: warning: amount_m: found \(written), which is read as \(read); "
          + "write \(read) if that is meant"
      ])
    let sites = try problems(written)
    #expect(
      sites.count == 1 && sites[0].hasPrefix("compute.csv:2:35: warning: accelerators: found"))
  }

  @Test(arguments: ["+5", "1e3", "0x10", " 5", "5 ", "1,000", "٣", ".5", "5."])
  func whatIsNoNumberIsRefused(_ written: String) throws {
    let found = try problems("", "\"\(written)\"")
    #expect(found.count == 1 && found[0].hasPrefix("rounds.csv:2:42: error: amount_m: found \""))
  }

  @Test(arguments: ["0", "0.5", "10", "1.25", "1000"])
  func aPlainNumberIsNoProblem(_ written: String) throws {
    #expect(try problems("", written).isEmpty)
  }

  @Test func anAmountBeyondAllMoneyIsRefused() throws {
    #expect(try problems("", "1000000000").isEmpty)
    #expect(
      try problems("", "1000000001") == [
        "rounds.csv:2:41: error: amount_m: found 1000000001, expected a number from 0 to 1000000000"
      ])
  }

  @Test(arguments: ["0.0009", "100001"]) func aRateBeyondAllRatesIsRefused(_ rate: String) throws {
    let dataset = try SyntheticPackage.dataset([
      .exchangeRates: "date,USD,GBP,NOK,SEK,DKK,CHF,PLN\n2026-01-02,\(rate),1,1,1,1,1,1"
    ])
    #expect(dataset.exchangeRates.isEmpty)
    #expect(
      dataset.problems.first?.shown.contains("expected a number from 0.001 to 100000") == true)
  }

  @Test func anAmountThatIsImpossibleInDollarsIsAnError() throws {
    let dataset = try SyntheticPackage.dataset([
      .organisations: "id,name,kind,layer\ngrid,Grid,company,infrastructure",
      .rounds: """
      id,company,date,series,instrument,status,amount_m,currency
      seed,grid,2026-01-05,Seed,equity,closed,1000000000,NOK
      """,
      .exchangeRates: "date,USD,GBP,NOK,SEK,DKK,CHF,PLN\n2026-01-02,100000,1,0.001,1,1,1,1",
    ])
    let errors = dataset.check().filter { $0.severity == .error }.map(\.shown)
    #expect(errors.count == 1)
    #expect(errors.first?.contains("amount_m: comes to 100000000000000000 millions") == true)
  }
}
