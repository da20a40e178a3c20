import Dataset
import Insight
import Testing

/// Sums by country in the documents, set against the size of the country.
@Suite struct CountrySizeTests {
  /// France had two million people and a product of 1,000 m euros, which were 1,250 m dollars.
  private func snapshot() throws -> Snapshot {
    try Synthetic.snapshot([
      .organisations: "id,name,country\na,A,FR\nb,B,DE\nc,C,",
      .rounds: """
      id,company,date,instrument,status,amount_m,currency
      1,a,2025-01-01,equity,closed,8,USD
      2,b,2025-01-01,equity,closed,4,USD
      3,c,2025-01-01,equity,closed,2,USD
      """,
      .compute: """
      id,date,scope,operator,country,accelerators,status
      x,2025-01-01,site,a,FR,500,operational
      y,2025-01-01,site,a,DE,400,operational
      """,
      .statistics: "country,year,population,gdp_eur_m\nFR,2024,2000000,1000",
      .exchangeRates: """
      date,USD,GBP,NOK,SEK,DKK,CHF,PLN
      2024-01-02,1.25,0.8,11,11,7,1,4
      """,
    ])
  }

  private func groups(_ totals: any JSONConvertible, _ keys: [String]) throws -> [String] {
    let groups = try #require(try jsonObject(totals)["groups"] as? [[String: Any]])
    return groups.map { group in
      let cells = keys.map { key in (group[key] as? Double).map { "\($0)" } ?? "none" }
      return "\(group["key"] ?? "") " + cells.joined(separator: " ")
    }
  }

  @Test func moneyIsToldAHeadAndAsAPartOfTheProduct() throws {
    let totals = Capital.totals(of: try snapshot(), by: .country)
    #expect(
      try groups(totals, ["usd_per_head", "of_gdp", "statistic_year"])
        == ["FR 4.0 0.0064 2024.0", "DE none none none", "unknown none none none"])
    #expect(try !json(Capital.totals(of: snapshot(), by: .company)).contains("usd_per_head"))
  }

  @Test func acceleratorsAreToldForAMillionPeopleAndABillionDollars() throws {
    let totals = Compute.totals(of: try snapshot(), by: .country)
    #expect(
      try groups(totals, ["per_million_people", "per_usd_bn_gdp", "statistic_year"])
        == ["FR 250.0 400.0 2024.0", "DE none none none"])
    #expect(try !json(Compute.totals(of: snapshot(), by: .operator)).contains("per_million"))
  }

  @Test func aCountryHasBothInItsStatistic() throws {
    let snapshot = try snapshot()
    func statistic(_ code: String) throws -> [String: Any]? {
      let country = try #require(snapshot.dataset.country(code))
      return try jsonObject(CountryProfile(country, in: snapshot))["statistic"] as? [String: Any]
    }
    let france = try #require(try statistic("FR"))
    #expect((france["raised"] as? [String: Any])?["usd_per_head"] as? Double == 4)
    #expect((france["accelerators"] as? [String: Any])?["per_usd_bn_gdp"] as? Double == 400)
    #expect(france["population"] as? Double == 2_000_000)
    #expect(try statistic("DE") == nil)
  }
}
