import Charts
import Dataset
import Insight

extension World {
  /// The size of each country; `nil` for a package without statistics.
  var scales: [ID<Country>: CountryScale]? { dataset.knownScales(on: day) }
}

// Sums by country set against how large the country is: columns of the figures, and words after the bar.

extension GroupRows {
  /// The columns of money by size.
  static let moneyScaleFields = [
    Field("usd_per_head", .number), Field("of_gdp", .fraction), Field("statistic_year", .count),
  ]

  /// The columns of accelerators by size.
  static let computeScaleFields = [
    Field("per_million_people", .number), Field("per_usd_bn_gdp", .number),
    Field("statistic_year", .count),
  ]
}

/// The money a country raised, a head and of its product.
struct MoneyScale {
  let values: [Value]
  /// A remark after the bar; `nil` for none.
  let words: String?

  init(_ usdMillions: Double, _ key: GroupKey?, _ scales: [ID<Country>: CountryScale]) {
    guard case .country(let id)? = key, let scale = scales[id] else {
      values = [.unknown, .unknown, .unknown]
      words = key.map(ScaleWords.missing)
      return
    }
    let (head, part) = (
      scale.perHead(usdMillions: usdMillions), scale.ofProduct(usdMillions: usdMillions)
    )
    values = [
      head.map { .number($0) } ?? .unknown, part.map { .fraction($0) } ?? .unknown,
      .count(scale.year),
    ]
    words = usdMillions > 0 ? ScaleWords.money(head, part) : nil
  }
}

/// The accelerators of a country, for its people and its product.
struct ComputeScale {
  let values: [Value]
  /// A remark after the bar; `nil` for none.
  let words: String?

  init(_ accelerators: Int, _ key: GroupKey?, _ scales: [ID<Country>: CountryScale]) {
    guard case .country(let id)? = key, let scale = scales[id] else {
      values = [.unknown, .unknown, .unknown]
      words = key.map(ScaleWords.missing)
      return
    }
    let (people, product) = (scale.perMillion(accelerators), scale.perBillion(accelerators))
    values = [
      people.map { .number($0) } ?? .unknown, product.map { .number($0) } ?? .unknown,
      .count(scale.year),
    ]
    words = accelerators > 0 ? people.map { "\(ScaleWords.figure($0)) a million people" } : nil
  }
}

/// Sums by size in words.
enum ScaleWords {
  /// A remark for countries of unknown size.
  static func missing(_: GroupKey) -> String { "no population known" }

  /// Dollars a head, and the part of the product of a year.
  static func money(_ head: Double?, _ part: Double?) -> String? {
    let words = [
      head.map { "$\(figure($0)) a head" }, part.map { "\(percent($0)) of GDP" },
    ].compactMap(\.self)
    return words.isEmpty ? nil : words.joined(separator: ", ")
  }

  /// Two digits at least, none after the point where there are more.
  static func figure(_ value: Double) -> String {
    value >= 100 ? NumberFormat.integer(value) : NumberFormat.figure(value, digits: 2)
  }

  /// A small part in percent, with as many places as it takes to differ from nothing.
  static func percent(_ part: Double) -> String {
    "\(NumberFormat.figure(part * 100, digits: 2)) %"
  }
}
