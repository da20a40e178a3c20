import Dataset
import Testing

@testable import Insight

/// The size of a country: the last year that was over by the day, whatever the order of the file.
@Suite struct CountryScaleTests {
  private static func dataset() throws -> Dataset {
    try SyntheticPackage.dataset([
      .statistics: """
      country,year,population,gdp_eur_m
      DE,2024,100000000,5000000
      DE,2023,80000000,4000000
      FR,2024,0,0
      IE,2024,1,0.5
      """,
      .exchangeRates: "date,USD\n2023-12-29,2\n2024-12-31,1",
    ])
  }

  @Test func aYearCountsFromItsLastDay() throws {
    let dataset = try Self.dataset()
    let germany = try #require(dataset.country("DE"))
    func year(_ date: String) throws -> Int? { dataset.scale(of: germany, on: try day(date))?.year }
    #expect(try year("2023-12-30") == nil)
    #expect(try year("2023-12-31") == 2023)
    #expect(try year("2024-12-30") == 2023)
    #expect(try year("2024-12-31") == 2024)
    #expect(dataset.scale(of: germany, on: try day("2026-01-01"))?.number == 0)
    #expect(dataset.scale(of: germany, on: try day("2024-01-01"))?.gdpUSDMillions == 8_000_000)
  }

  @Test func aPackageWithoutStatisticsKnowsNoScale() throws {
    #expect(try SyntheticPackage.dataset([:]).knownScales(on: day("2026-01-01")) == nil)
    #expect(try Self.dataset().knownScales(on: day("2020-01-01"))?.isEmpty == true)
    #expect(try Self.dataset().knownScales(on: day("2026-01-01"))?.count == 3)
  }

  /// Of 100 m people and USD 5,000 bn: USD 550 m are 5.5 a head, and 5,500 chips are 55 for each
  /// million people and 1.1 for each billion of product.
  @Test func theDocumentsHaveTheFiguresAndTheirYear() throws {
    let dataset = try Self.dataset()
    let germany = try #require(dataset.country("DE"))
    let scale = dataset.scale(of: germany, on: try day("2026-01-01"))
    #expect(
      try json(scale.json(usdMillions: 550, in: dataset))
        == #"{"of_gdp":0.00011,"statistic_sources":["s"],"statistic_year":2024,"usd_per_head":5.5}"#
    )
    #expect(
      try json(scale.json(accelerators: 5_500, in: dataset))
        == #"{"per_million_people":55,"per_usd_bn_gdp":1.1,"statistic_sources":["s"],"#
        + #""statistic_year":2024}"#)
    let none: CountryScale? = nil
    #expect(
      try json(none.json(usdMillions: 550, in: dataset))
        == #"{"of_gdp":null,"statistic_sources":[],"statistic_year":null,"usd_per_head":null}"#)
    let france = try #require(dataset.country("FR"))
    let empty = dataset.scale(of: france, on: try day("2026-01-01"))
    #expect(empty?.gdpUSDMillions == nil && empty?.perBillion(5) == nil, "of nothing")
    let ireland = try #require(dataset.country("IE"))
    let single = dataset.scale(of: ireland, on: try day("2026-01-01"))
    #expect(single?.perMillion(3) == 3_000_000 && single?.perBillion(3) == 6_000, "of little")
  }
}
