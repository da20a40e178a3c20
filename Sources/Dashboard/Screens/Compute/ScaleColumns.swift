import Charts
import Dataset
import Insight

extension World {
  /// The size of each country; `nil` for a package without statistics.
  var scales: [ID<Country>: CountryScale]? { dataset.knownScales(on: day) }
}

// Sums by country set against how large the country is: columns of the figures, and words after the bar.

/// The money a country raised, per head and of its product; nothing of a group that is no country.
struct MoneyScale: Sendable {
  private(set) var perHead: Double?
  private(set) var ofProduct: Double?
  /// The year that the country was counted in.
  private(set) var year: Int?
  /// A remark after the bar; `nil` for none.
  let words: String?

  init(_ usdMillions: Double, _ key: GroupKey?, _ scales: [ID<Country>: CountryScale]) {
    guard case .country(let id)? = key, let scale = scales[id] else {
      words = key.map(ScaleWords.missing)
      return
    }
    perHead = scale.perHead(usdMillions: usdMillions)
    ofProduct = scale.ofProduct(usdMillions: usdMillions)
    year = scale.year
    words = usdMillions > 0 ? ScaleWords.money(perHead, ofProduct) : nil
  }
}

/// The accelerators of a country, for its people and its product; nothing of a group that is no country.
struct ComputeScale: Sendable {
  private(set) var perMillion: Double?
  private(set) var perBillion: Double?
  /// The year that the country was counted in.
  private(set) var year: Int?
  /// A remark after the bar; `nil` for none.
  let words: String?

  init(_ accelerators: Int, _ key: GroupKey?, _ scales: [ID<Country>: CountryScale]) {
    guard case .country(let id)? = key, let scale = scales[id] else {
      words = key.map(ScaleWords.missing)
      return
    }
    perMillion = scale.perMillion(accelerators)
    perBillion = scale.perBillion(accelerators)
    year = scale.year
    words =
      accelerators > 0 ? perMillion.map { "\(ScaleWords.figure($0)) per million people" } : nil
  }
}

/// Sums by size in words.
enum ScaleWords {
  /// A remark for countries of unknown size.
  static func missing(_: GroupKey) -> String { "no population known" }

  /// Dollars per head, and the part of the product of a year.
  static func money(_ head: Double?, _ part: Double?) -> String? {
    let words = [
      head.map { "$\(figure($0)) per head" }, part.map { "\(percent($0)) of GDP" },
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
