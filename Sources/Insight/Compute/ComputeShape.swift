import Dataset

extension ComputeTotals {
  /// The shape of `json`; sums by country are set against the size of the country where it is known.
  public static let shape: JSONShape = [
    "as_of": .day, "by": .word(of: ComputeGrouping.self), "unit": .word(of: ComputeUnit.self),
    "folding": .word(of: Folding.self), "announced": .word(of: Announced.self),
    "total": ComputeTally.shape.adding(ComputeTally.unitShape.onlySometimes),
    "groups": .list(
      (["key": .text, "name": .text] as JSONShape).adding(ComputeTally.shape)
        .adding(ComputeTally.unitShape.onlySometimes)
        .adding(CountryScale.acceleratorShape.onlySometimes)),
  ]
}

extension ComputeTally {
  static let shape: JSONShape = [
    "commitments": .count, "unknown": .count, "accelerators": .accelerators,
    "running": .accelerators, "running_unknown": .count, "mw": .megawatts, "unknown_mw": .count,
    "campuses": .count, "announced": .accelerators, "announced_commitments": .count,
    "announced_unknown": .count, "announced_mw": .megawatts, "commitment_ids": .ids,
    "announced_commitment_ids": .ids, "withdrawn": .accelerators, "withdrawn_unknown": .count,
    "withdrawn_commitment_ids": .ids,
  ]

  /// The figures of a unit that is asked for alone.
  public static let unitShape: JSONShape = [
    "h100e": .range(.quantity("H100-equivalents")), "unknown_h100e": .count,
    "announced_h100e": .quantity("H100-equivalents"),
  ]
}

extension AcceleratorShare {
  /// The shape of `json`.
  public static let shape: JSONShape = [
    "part": .accelerators, "open": .accelerators, "whole": .accelerators, "uncounted": .count,
    "documented": .share, "possible": .share,
  ]
}
