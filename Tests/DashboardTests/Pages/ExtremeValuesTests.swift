import Canvas
import Dataset
import Insight
import TestSupport
import Testing

@testable import Dashboard

/// Values as large, as small and as far away as the tables take them: no screen, picture or figure traps.
@Suite struct ExtremeValuesTests {
  private static let numbers = ["0", "1", "0.000001", "1000000000", "999999999.999", ""]
  private static let powers = ["0", "1000000000000000", "0.000000001", "100000000000", ""]
  private static let counts = ["0", "1", "2000000000", "1999999999", ""]
  private static let dates = [
    "0001", "0001-01-01", "1000-12", "2026-02-28", "9999", "9999-12-31", "2026-03",
  ]

  /// A package drawn at random: a few rows of each table that has figures or dates.
  static func dataset(seed: Int) throws -> Dataset {
    var random = SplitMix64(seed: UInt64(seed))
    func any(_ list: [String]) -> String { list.randomElement(using: &random) ?? "" }
    let names = ["acme", "bank", "chips"]
    let currencies = ["USD", "EUR", "NOK"]
    func money() -> String {
      let amount = any(numbers)
      return "\(amount),\(amount.isEmpty ? "" : any(currencies))"
    }
    let rounds = (0..<12).map { index in
      "r\(index),\(any(names)),\(any(dates)),S,\(any(["equity", "debt", "grant"])),"
        + "\(any(["closed", "announced", "withdrawn"])),\(money()),\(money())"
    }
    let investments = (0..<8).map { "r\($0),bank,lead,\(money())" }
    let compute = (0..<14).map { index in
      "c\(index),\(any(dates)),Site,\(any(["site", "programme"])),\(any(names)),\(any(names)),"
        + "\(any(["NO", "DE", "EU"])),\(any(["Oslo", ""])),\(any(counts)),\(any(["chips", ""])),"
        + "\(any(powers)),\(any(["announced", "contracted", "operational", "cancelled"])),\(any(dates))"
    }
    let valuations = (0..<4).map { "acme,\(dates[$0]),talks,\(any(numbers.dropLast())),USD" }
    let models = (0..<4).map {
      "m\($0),Model,acme,\(any(dates)),open,\(any(powers)),\(any(counts)),chips"
    }
    return try SyntheticPackage.dataset(
      [
        .organisations: """
        id,name,kind,layer,country,founded
        acme,Acme,company,models,FR,0001
        bank,Bank,fund,capital,US,9999
        chips,Chips,company,chips,,
        """,
        .rounds:
          ([
            "id,company,date,series,instrument,status,amount_m,currency,"
              + "post_money_m,post_money_currency"
          ] + rounds).joined(separator: "\n"),
        .investments: (["round,investor,role,amount_m,currency"] + investments)
          .joined(separator: "\n"),
        .compute:
          ([
            "id,date,name,scope,operator,customer,country,city,accelerators,chip_vendor,mw,"
              + "status,target"
          ] + compute).joined(separator: "\n"),
        .valuations: (["company,date,basis,value_m,currency"] + valuations)
          .joined(separator: "\n"),
        .models:
          (["id,name,developer,date,weights,parameters_b,training_accelerators,trained_on"]
          + models).joined(separator: "\n"),
        .exchangeRates: """
        date,USD,GBP,NOK,SEK,DKK,CHF,PLN
        0001-01-01,100000,1,0.001,1,1,1,1
        2026-01-01,0.001,1,100000,1,1,1,1
        """,
      ], updated: "9999-12-31")
  }

  @Test(arguments: 0..<2) func noViewTraps(seed: Int) throws {
    let dataset = try Self.dataset(seed: seed)
    #expect(dataset.rounds.count == 12 && dataset.compute.count == 14, "the package is read")
    for text in ["9999-12-31", "2026-06-01"] {
      let world = World(dataset: dataset, today: try day("2026-06-01"), day: try day(text))
      let pages: [Page] =
        ScreenKind.numbered.map(\.page) + [
          .map, .company("acme"), .investor("bank"), .country("NO"), .layer(.models),
          .problems, .changes(since: try day("2025-01-01")),
          .compare([.organisation("acme"), .organisation("chips")]),
        ]
      for page in pages {
        var state = State.opened(page, world)
        // Through the views of the screen, a row further and the details of what is selected.
        state.type("vGs")
        #expect(!state.picture().isEmpty)
        _ = try json(state.place.screen.record.json)
      }
    }
    _ = try json(CheckReport(dataset).problems)
  }
}
