import Dataset

extension ExposureReport {
  /// The shape of `json`; a loss is there with a cut.
  public static let shape = Exposure.shape.adding([
    "chokepoints": .list(ChokepointReport.shape), "lost": .sometimes(CutReport.shape),
  ])
}

extension ShareInterval {
  static let shape: JSONShape = ["documented": .share, "possible": .share]
}

extension Exposure {
  /// The shape of `json`; amounts are in the unit that `unit` names.
  static let shape: JSONShape = [
    "as_of": .day, "to": .text, "dimension": .word(of: ExposureDimension.self),
    "unit": .word(["usd_m"] + ComputeUnit.allCases.map(\.rawValue)),
    "folding": .word(of: Folding.self), "announced": .word(of: Announced.self),
    "purchases": .word(of: Announced.self), "organisations": .list(OrganisationExposure.shape),
  ]
}

extension OrganisationExposure {
  fileprivate static let shape: JSONShape = [
    "id": .text, "known": .maybe(.range(.share)), "documented": .share, "possible": .share,
    "open": .list(OpenDependency.shape), "through": .ids,
    "at_stake": .maybe(.range(.quantity("the unit of the document"))), "unknown": .flag,
    "reach": .word(of: Exposure.Reach.self), "amount": .quantity("the unit of the document"),
    "amount_most": .quantity("the unit of the document"), "unsized": .ids, "uncounted": .count,
    "paths": .list(ExposurePath.shape), "rest": .share, "more_paths": .flag,
  ]
}

extension OpenDependency {
  fileprivate static let shape: JSONShape = [
    "kind": .word(["site", "round", "rents-from", "hosted-by", "supplied-by", "relation"]),
    "id": .text, "unsized": .flag, "most": .maybe(.quantity("accelerators")),
    "mw": .maybe(.megawatts), "chip": .maybe(.text), "width": .share,
  ]
}

extension ExposurePath {
  fileprivate static let shape: JSONShape = [
    "via": .ids, "share": .share, "possible": .share, "counted": .share,
    "direct": .flag, "sources": .ids,
  ]
}

extension ChokepointReport {
  /// The shape of a chokepoint.
  static let shape: JSONShape = [
    "id": .text, "accelerators": .accelerators, "possible": .accelerators, "uncounted": .count,
    "commitments": .ids, "organisations": .ids, "tenants": .ids, "suppliers": .ids,
    "rounds": .ids, "usd_m": .dollars, "usd_m_possible": .dollars,
  ]
}

extension CutReport {
  /// The shape of `json`. `percent`, `deliveries` and `due` are there where one thing is cut, `undated`
  /// where something is cut by year.
  public static let shape: JSONShape = [
    "cut": .text, "unit": .word(of: ComputeUnit.self), "accelerators": CutBreakdown.shape,
    "custom": CutBreakdown.shape, "capital": CutBreakdown.shape,
    "tenants": .list([
      "id": .text, "documented": .share, "possible": .share, "rented": CutLoss.shape,
    ]),
    "makers": .list(["id": .text, "made": CutLoss.shape]),
    "sites": .list(Site.shape),
    "hits": ["firm": CutHits.Part.shape, "announced": CutHits.Part.shape],
    "keeps_running": CutStanding.shape,
    "percent": .sometimes(.quantity("percent")), "deliveries": .sometimes(.flag),
    "due": .sometimes(["from": .count, "to": .count]), "undated": .sometimes(UndatedSites.shape),
  ]
}

extension CutReport.Site {
  /// The shape of a site with the shares of its compute and its custom that are lost.
  fileprivate static let shape: JSONShape = [
    "id": .text, "lost": .range(.share), "custom": .range(.share),
  ]
}

extension CutHits.Part {
  /// The shape of the sites of a state, with their sums.
  fileprivate static let shape: JSONShape = [
    "sure": SitesSum.shape, "possible": SitesSum.shape, "sites": .list(CutReport.Site.shape),
  ]
}

extension CutStanding {
  /// The shape of what keeps running and what is to come.
  fileprivate static let shape: JSONShape = [
    "size": CutLoss.shape, "of_sites": .count, "sites": .count, "possible_sites": .count,
    "unsized": .count, "running": .list(CutReport.Site.shape),
    "coming": .list(CutReport.Site.shape),
  ]
}

extension CutBreakdown {
  fileprivate static let shape: JSONShape = {
    let rows = JSONShape.list(["key": .text, "loss": CutLoss.shape])
    return [
      "total": CutLoss.shape, "by_company": rows, "by_layer": rows, "by_country": rows,
      "by_jurisdiction": rows, "by_customer": rows, "by_year": rows,
    ]
  }()
}

extension UndatedSites {
  /// The shape of `json`.
  fileprivate static let shape: JSONShape = [
    "sites": .count, "possible_sites": .count, "uncounted": .count,
    "size": ["least": .number, "most": .number],
  ]
}

extension CutLoss {
  /// The shape of `json`; `before_most` is there where a size is open between two ends.
  static let shape: JSONShape = [
    "before": .number, "documented": .number, "possible": .number, "uncounted": .count,
    "left": ["least": .number, "most": .number], "before_most": .sometimes(.number),
  ]
}
