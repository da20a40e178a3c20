import Dataset

extension Plan {
  /// The shape of `json`.
  public static let shape: JSONShape = [
    "as_of": .day, "kind": .word(of: SystemKind.self), "country": .text,
    "assessment_months": .range(.counted("months")), "deadline": .maybe(.date),
    "latest_start": .list([
      "months": .counted("months"), "day": .day, "days_left": .days,
    ]),
    "obligations": .list(PlannedObligation.shape), "rules": .list(PlannedRule.shape),
    "late": .list([
      "what": .word(["start", "obligation", "state"]), "id": .text, "days": .days,
    ]), "state": .maybe(StateEnforcement.shape),
    "authorities": .list(CountryProfile.authority),
    "can_fine": .word(["yes", "possibly", "no", "outside-the-union"]),
    "can_fine_since": .maybe(.date),
    "can_fine_only": .maybe(.text),
    "penalties": .maybe(.row(of: .enforcement)), "providers": .list(ComputeProvider.shape),
    "other_providers": .ids, "note": .text,
  ]
}

extension PlannedObligation {
  fileprivate static let shape: JSONShape = [
    "id": .text, "title": .text, "part": .word(of: Part.self), "article": .text,
    "date": .maybe(.date), "first_date": .maybe(.date), "proposed": .maybe(.date),
    "status": .word(of: MilestoneStatus.self), "applies": .flag,
    "days_left": .maybe(.counted("days")), "days_late": .maybe(.counted("days")), "note": .text,
    "sources": .ids,
  ]
}

extension PlannedRule {
  fileprivate static let shape: JSONShape = [
    "for": .text, "article": .text, "title": .text, "rule": .text, "milestone": .maybe(.text),
    "from": .maybe(.date), "applies": .flag, "sources": .ids,
  ]
}

extension ComputeProvider {
  fileprivate static let shape: JSONShape = [
    "id": .text, "name": .text, "owner": .text, "owner_home": .maybe(.word(of: Jurisdiction.self)),
    "sites": .list([
      "jurisdiction": .word(of: Jurisdiction.self), "running": .accelerators,
      "firm": .accelerators, "unknown": .count, "announced": .accelerators,
      "announced_unknown": .count,
    ]), "chips": .list(.text), "nvidia": AcceleratorShare.shape, "tenants": .ids,
    "sources": .ids,
  ]
}
