import Dataset

extension InvestorProfile {
  /// The shape of `json`.
  public static let shape: JSONShape = [
    "investor": .text, "members": .ids, "raised": CapitalTally.shape, "share_of_rounds": .share,
    "of_rounds": .count,
    "by_layer": .list(["layer": .word(of: Layer.self), "rounds": .count, "usd_m": .dollars]),
    "share_of_money": .share, "own_usd_m": .dollars, "own_undisclosed": .count, "led": .ids,
    "holdings": .list(["company": .text, "rounds": .ids, "led": .count, "usd_m": .dollars]),
    "co_investors": .list(["investor": .text, "rounds": .count, "companies": .count]),
    "others": .list(.row(of: .relations)),
  ]
}

extension LayerProfile {
  /// The shape of `json`; `bases` is null for every layer but that of the models.
  public static let shape: JSONShape = [
    "as_of": .day, "layer": .word(of: Layer.self), "capital": CapitalTally.shape,
    "compute": ComputeTally.shape,
    "suppliers": .list((["key": .text] as JSONShape).adding(ComputeTally.shape)),
    "organisations": .list([
      "id": .text, "name": .text, "country": .maybe(.text), "usd_m": .dollars,
      "undisclosed": .count, "accelerators": .accelerators, "valued_usd_m": .maybe(.dollars),
    ]), "models": .list(.row(of: .models)),
    "bases": .maybe(
      .list([
        "home": .word(["own"] + ModelHome.words), "models": .ids, "developers": .ids,
        "builders": .ids,
      ])), "signatures": .list(.row(of: .signatories)),
  ]
}

extension EuropeExposure.Share {
  /// The shape of `json`.
  public static let shape = ShareInterval.shape
}

extension BenchmarkCheck {
  /// The shape of `json`.
  public static let shape = JSONShape.row(of: .benchmarks).adding([
    "held": .maybe(.range(.number)), "coverage": .maybe(.range(.number)), "difference": .text,
  ])
}
