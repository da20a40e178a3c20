import Dataset

/// The size of a country in the year last counted, to set sums against.
///
/// A statistic of a year is known from the end of that year on.
public struct CountryScale: Sendable {
  /// The place of its row in the table.
  public let number: Int
  /// The row.
  public let statistic: Statistic
  /// Gross domestic product in millions of dollars, at the last reference rate of its year.
  public let gdpUSDMillions: Double?

  public var year: Int { statistic.year }
  /// The population; `nil` where it is not known.
  public var population: Double? { CountryScale.positive(statistic.population) }

  /// A sum in millions of dollars as dollars a head; `nil` where the population is not known.
  public func perHead(usdMillions: Double) -> Double? {
    population.map { usdMillions * 1e6 / $0 }
  }

  /// A sum in millions of dollars as a part of the product of a year, 0...; `nil` where that is not known.
  public func ofProduct(usdMillions: Double) -> Double? {
    gdpUSDMillions.map { usdMillions / $0 }
  }

  /// A count for each million people; `nil` where the population is not known.
  public func perMillion(_ count: Int) -> Double? { population.map { Double(count) * 1e6 / $0 } }

  /// A count for each billion dollars of product; `nil` where that is not known.
  public func perBillion(_ count: Int) -> Double? {
    gdpUSDMillions.map { Double(count) * 1000 / $0 }
  }

  fileprivate static func positive(_ value: Double?) -> Double? {
    value.flatMap { $0 > 0 ? $0 : nil }
  }
}

extension Dataset {
  /// The last statistic of a country known on a day; `nil` where the dataset has none.
  public func scale(of country: ID<Country>, on day: Day) -> CountryScale? {
    scales(on: day)[country]
  }

  /// The last statistics known on a day; `nil` for a package without any.
  public func knownScales(on day: Day) -> [ID<Country>: CountryScale]? {
    statistics.isEmpty ? nil : scales(on: day)
  }

  /// The last statistic of every country known on a day.
  public func scales(on day: Day) -> [ID<Country>: CountryScale] {
    var found: [ID<Country>: CountryScale] = [:]
    for (number, row) in statistics.enumerated() {
      guard let end = PartialDate(year: row.year)?.lastDay, end <= day,
        found[row.country]?.year ?? .min < row.year
      else { continue }
      let product = CountryScale.positive(row.gdpMillions).flatMap { millions in
        dollars(Money(millions: millions, currency: .eur), on: end)?.millions
      }
      found[row.country] = CountryScale(number: number, statistic: row, gdpUSDMillions: product)
    }
    return found
  }
}

extension CountryScale? {
  /// A sum of money by size, in the documents of `capital` and `country`.
  func json(usdMillions: Double, in dataset: Dataset) -> JSON {
    [
      "usd_per_head": self?.perHead(usdMillions: usdMillions).map(Precision.millions.rounded),
      "of_gdp": self?.ofProduct(usdMillions: usdMillions).map(Precision.share.rounded),
      "statistic_year": self?.year, "statistic_sources": statisticSources(in: dataset),
    ]
  }

  /// Accelerators by size, in the documents of `compute` and `country`.
  func json(accelerators: Int, in dataset: Dataset) -> JSON {
    [
      "per_million_people": self?.perMillion(accelerators).map(Precision.share.rounded),
      "per_usd_bn_gdp": self?.perBillion(accelerators).map(Precision.share.rounded),
      "statistic_year": self?.year, "statistic_sources": statisticSources(in: dataset),
    ]
  }

  private func statisticSources(in dataset: Dataset) -> [String] {
    map { dataset.slugs($0.statistic.sources) } ?? []
  }
}

extension GroupKey {
  /// The country that the group is of; `nil` for any other group.
  var country: ID<Country>? {
    if case .country(let id) = self { id } else { nil }
  }
}
