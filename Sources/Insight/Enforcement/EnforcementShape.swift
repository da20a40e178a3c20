import Dataset

extension EnforcementReport {
  /// The shape of `json`.
  public static let shape: JSONShape = [
    "as_of": .day, "basis": .word(of: TimelineBasis.self), "full": .ids, "possible": .ids,
    "three_designations": .ids, "members": .count,
    "counts": [
      "full": .count, "possible": .count, "partly": .count, "none": .count,
      "late": ["authorities": .count, "penalties": .count],
      "in_force": steps(.count),
    ],
    "states": .list(StateEnforcement.shape),
  ]

  /// A value for each step to full authority.
  fileprivate static func steps(_ shape: JSONShape) -> JSONShape {
    .object(
      EnforcementStepKind.allCases.map { (String($0.word.map { $0 == "-" ? "_" : $0 }), shape) })
  }
}

extension StateEnforcement {
  static let shape =
    ([
      "country": .text, "bloc": .word(of: Bloc.self), "full": .flag, "possible": .flag,
      "full_since": .maybe(.day), "missing": .list(.word(of: EnforcementStepKind.self)),
      "days_late": .maybe(.counted("days")), "sources": .ids,
    ] as JSONShape).adding(EnforcementReport.steps(.word(of: EnforcementStatus.self)))
}

extension EnforcementComparison {
  /// The shape of `json`.
  public static let shape: JSONShape = [
    "from": .day, "to": .day, "basis": .word(of: TimelineBasis.self), "full_before": .ids,
    "full": .ids, "gained": .ids, "lost": .ids, "became_possible": .ids,
    "changes": .list([
      "country": .text, "step": .word(of: EnforcementStepKind.self),
      "before": .word(of: EnforcementStatus.self), "after": .word(of: EnforcementStatus.self),
      "date": .maybe(.date), "sources": .ids,
    ]),
  ]
}

extension CountryProfile {
  /// The shape of `json`.
  public static let shape: JSONShape = [
    "as_of": .day, "country": .text, "name": .text, "bloc": .word(of: Bloc.self),
    "enforcement": .maybe(StateEnforcement.shape), "ledger": .list(.row(of: .enforcement)),
    "authorities": .list(authority), "unit": .word(of: ComputeUnit.self),
    "compute": ComputeTally.shape.adding(ComputeTally.unitShape.onlySometimes),
    "commitments": .list(
      (["vendor": .maybe(.text)] as JSONShape).adding(.row(of: .compute))),
    "capital": CapitalTally.shape,
    "companies": .list([
      "id": .text, "name": .text, "layer": .word(of: Layer.self), "rounds": .count,
      "undisclosed": .count, "usd_m": .dollars,
    ]),
    "statistic": .maybe(
      .row(of: .statistics).adding([
        "raised": CountryScale.moneyShape, "accelerators": CountryScale.acceleratorShape,
      ])), "sources": .ids,
  ]

  /// The row of a body, with its name under the key that the documents have for names.
  static let authority = (["name": .text] as JSONShape).adding(.row(of: .authorities))
}
