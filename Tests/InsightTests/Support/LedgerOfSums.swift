import Dataset

/// Ledgers of sites and rounds drawn at random, with gaps in every column that may have them.
enum LedgerOfSums {
  private static let companies = ["a", "b", "c", "d"]

  static func dataset(seed: UInt64) throws -> Dataset {
    var random = SplitMix64(seed: seed)
    let statuses = ["contracted", "building", "operational", "announced", "paused", "cancelled"]
    let sites = (0..<24).map { number -> String in
      let cells = [
        "s\(number)", "2025-0\(1 + number % 9)-01", random.once(in: 8) ? "programme" : "site",
        random.once(in: 6) ? "" : random.pick(companies), random.pick(["DE", "FR", "NO", "US"]),
        random.pick(["Bonn", "Ulm", ""]), random.pick(["", "0", "100", "250", "4000"]),
        random.pick(["", "maker", "rival"]), random.pick(["", "fast", "slow", "fast;slow"]),
        random.pick(["", "0.5", "7", "30"]), random.pick(statuses),
      ]
      return cells.joined(separator: ",")
    }
    let rounds = (0..<24).map { number -> String in
      let isPart = number > 4 && random.once(in: 6)
      let amount = random.pick(["", "1", "20", "300.5"])
      let currency = amount.isEmpty ? "" : random.pick(["USD", "EUR", "GBP"])
      let cells = [
        "r\(number)", random.pick(companies), "2025-0\(1 + number % 9)",
        random.pick(["equity", "debt", "grant", "mixed", "secondary"]),
        random.pick(["closed", "closed", "announced", "withdrawn"]), amount, currency,
        isPart ? "r\(number % 4)" : "", random.pick(["confirmed", "reported", "disputed"]),
      ]
      return cells.joined(separator: ",")
    }
    return try SyntheticPackage.dataset([
      .organisations: "id,name,layer,country\na,A,models,FR\nb,B,infrastructure,DE\n"
        + "c,C,models,\nd,D,chips,US\nmaker,Maker,chips,US\nrival,Rival,chips,DE",
      .chips: "id,name,vendor,year,power_w,bf16_tflops\nfast,Fast,maker,2024,1000,1978.8\n"
        + "slow,Slow,rival,2023,500,494.7",
      .compute:
        "id,date,scope,operator,country,city,accelerators,chip_vendor,chips,mw,status\n"
        + sites.joined(separator: "\n"),
      .exchangeRates: "date,USD,GBP\n2025-01-01,1.25,0.8",
      .rounds: "id,company,date,instrument,status,amount_m,currency,part_of,confidence\n"
        + rounds.joined(separator: "\n"),
    ])
  }
}
