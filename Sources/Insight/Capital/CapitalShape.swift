import Dataset

extension CapitalTotals {
  /// The shape of `json`; sums by country are set against the size of the country where it is known.
  public static let shape: JSONShape = [
    "as_of": .day, "by": .word(of: CapitalGrouping.self), "additive": .flag,
    "folding": .word(of: Folding.self), "announced": .word(of: Announced.self),
    "total": CapitalTally.shape,
    "groups": .list(
      (["key": .text, "name": .text] as JSONShape).adding(CapitalTally.shape)
        .adding(CountryScale.moneyShape.onlySometimes)),
  ]
}

extension CapitalTally {
  static let shape: JSONShape = [
    "rounds": .count, "undisclosed": .count, "usd_m": .dollars, "announced_usd_m": .dollars,
    "announced_rounds": .count, "announced_undisclosed": .count, "converted": .count,
    "disputed": .count, "disputed_usd_m": .dollars, "contained": .count,
    "equity_and_mixed_usd_m": .dollars, "round_ids": .ids, "announced_round_ids": .ids,
    "instruments_usd_m": .object(Instrument.moneyRaised.map { ($0.word, .dollars) }),
  ]
}

extension CapitalPerCompute {
  /// The shape of `json`; `firm` and `running` are in the unit that `unit` names.
  public static let shape: JSONShape = [
    "as_of": .day, "by": .word(of: CapitalGrouping.self), "unit": .word(of: ComputeUnit.self),
    "folding": .word(of: Folding.self), "announced": .word(of: Announced.self),
    "total": figures,
    "left_out": [
      "companies": .count, "usd_m": .dollars, "operators": .count,
      "firm": .quantity("accelerators, H100-equivalents or MW, as unit says"),
    ],
    "groups": .list((["key": .text, "name": .text] as JSONShape).adding(figures)),
  ]

  private static let figures: JSONShape = [
    "rounds": .count, "undisclosed": .count, "usd_m": .dollars, "commitments": .count,
    "unknown": .count,
    "firm": .range(.quantity("accelerators, H100-equivalents or MW, as unit says")),
    "running": .quantity("accelerators, H100-equivalents or MW, as unit says"),
    "usd_per_unit": .maybe(.range(.quantity("US dollars"))),
    "usd_per_running_unit": .maybe(.quantity("US dollars")), "round_ids": .ids,
    "commitment_ids": .ids,
  ]
}

extension CountryScale {
  /// A sum of money by the size of a country.
  static let moneyShape: JSONShape = [
    "usd_per_head": .maybe(.quantity("US dollars per head")),
    "of_gdp": .maybe(.quantity("a part of the gross domestic product of a year")),
    "statistic_year": .maybe(.integer), "statistic_sources": .ids,
  ]

  /// Accelerators by the size of a country.
  static let acceleratorShape: JSONShape = [
    "per_million_people": .maybe(.quantity("accelerators for each million people")),
    "per_usd_bn_gdp": .maybe(
      .quantity("accelerators for each billion US dollars of gross domestic product")),
    "statistic_year": .maybe(.integer), "statistic_sources": .ids,
  ]
}
