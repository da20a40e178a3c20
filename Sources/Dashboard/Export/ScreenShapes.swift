import Dataset
import Insight

// The shapes of `record`, a document each, for `moat schema`.

extension OverviewScreen {
  static let shapes: [JSONShape] = [
    [
      "as_of": .day,
      "raised_this_year": [
        "year": .integer, "rounds": .count, "undisclosed": .count, "usd_m": .dollars,
        "announced_usd_m": .dollars,
      ], "compute": ComputeTotals.shape, "capital": CapitalTotals.shape,
      "nvidia_share": .maybe(AcceleratorShare.shape),
      "europe": [
        "chips_nvidia": .maybe(EuropeExposure.Share.shape),
        "customers_us": EuropeExposure.Share.shape, "capital_us": EuropeExposure.Share.shape,
        "outside_eu27": EuropeExposure.Share.shape,
      ],
      "last_quarter": [
        "since": .day, "raised_usd_m": .signedDollars, "accelerators": .integer,
        "full_authority": .integer, "nvidia_share_before": .maybe(AcceleratorShare.shape),
      ], "enforcement": ["full": .ids, "possible": .ids, "members": .count],
      "next": .list([
        "id": .text, "title": .text, "article": .text, "scheduled": .maybe(.date),
        "days": .maybe(.integer), "sources": .ids,
      ]),
    ]
  ]
}

extension CapitalScreen {
  static let shapes = [CapitalTotals.shape, CapitalPerCompute.shape]
}

extension ComputeScreen {
  /// The sums, the stages from announced to running, the delays, and the places of the map.
  static let shapes =
    [
      ComputeTotals.shape.adding(headline),
      Funnel.shape.adding(headline).adding(summary),
      SlipList.shape.adding(headline).adding(summary),
    ] + MapScreen.shapes

  private static let summary: JSONShape = [
    "total": [
      "accelerators": .accelerators, "running": .accelerators, "unknown": .count,
      "commitments": .count,
    ]
  ]

  private static let headline: JSONShape = [
    "sites_listed": .sometimes(SitesByState.shape),
    "disputed_accelerators": .accelerators, "accelerators_unfiltered": .sometimes(.accelerators),
    "share_of_vendor": .sometimes([
      "vendor": .maybe(.text), "unit": .word(of: ComputeUnit.self), "documented": .share,
      "possible": .share,
    ]),
  ]
}

extension Funnel {
  fileprivate static let shape: JSONShape = [
    "as_of": .day, "unit": .word(of: ComputeUnit.self),
    "all": [
      "commitments": .count, "unknown": .count, "accelerators": .accelerators,
      "withdrawn": .accelerators, "mw": .megawatts,
      "size": .sometimes(.range(.quantity("the unit that unit names"))),
      "unsized": .sometimes(.count),
    ],
    "stages": .list([
      "status": .word(of: ComputeStatus.self), "commitments": .count, "unknown": .count,
      "accelerators": .accelerators, "said_before": .accelerators, "mw": .megawatts,
      "commitment_ids": .ids,
      "size": .sometimes(.range(.quantity("the unit that unit names"))),
      "unsized": .sometimes(.count),
    ]),
  ]
}

extension SlipList {
  fileprivate static let shape: JSONShape = [
    "as_of": .day,
    "slipped": .list([
      "id": .text, "name": .text, "scope": .word(of: ComputeScope.self),
      "status": .word(of: ComputeStatus.self), "first_target": .maybe(.date),
      "target": .maybe(.date), "running_since": .maybe(.date), "months": .maybe(.integer),
      "overdue_days": .maybe(.counted("days")),
    ]),
  ]
}

extension MapScreen {
  static let shapes: [JSONShape] = [
    [
      "as_of": .day, "unit": .word(of: ComputeUnit.self), "total": .number, "unplaced": .number,
      "sites_listed": SitesByState.shape,
      "makers": .list(["vendor": .maybe(.text), "firm": .number, "announced": .number]),
      "places": .list(
        ([
          "city": .text, "country": .text,
          "latitude": .maybe(.quantity("degrees", from: -90)),
          "longitude": .maybe(.quantity("degrees", from: -180)), "accelerators": .accelerators,
          "running": .accelerators, "unknown": .count, "announced": .accelerators,
          "mw": .megawatts,
          "vendors": .list([
            "vendor": .maybe(.text), "accelerators": .accelerators, "announced": .accelerators,
          ]), "commitment_ids": .ids,
        ] as JSONShape).adding(ComputeTally.unitShape.onlySometimes)),
    ]
  ]
}

extension ExposureScreen {
  /// An answer with the other pictures, and those alone where the question has no answer.
  static let shapes = [ExposureReport.shape.adding(pictures), pictures]

  private static let pictures: JSONShape = [
    "view": .word(of: ExposureView.self), "without": Independence.shape,
    "circular_money": CircularMoney.shape, "concentration": ConcentrationReport.shape,
    "capacity": CapacityReport.shape, "time": ComputeCourse.shape, "law": LawMatrix.shape,
    "counts": .maybe(["depend": .count, "may_depend": .count, "do_not_depend": .count]),
    "law_sums": [
      "us_owned_in_eu": .number, "european_owned_in_us": .number,
      "european_soil_for_us_tenants": .number, "total": .number,
    ], "lost_other": .sometimes(CutReport.shape),
  ]
}

extension EnforcementScreen {
  static let shapes = [EnforcementReport.shape, EnforcementComparison.shape]
}

extension TimelineScreen {
  static let shapes = [Timeline.shape]
}

extension ClaimsScreen {
  static let shapes = [ClaimReport.shape]
}

extension SourcesScreen {
  static let shapes: [JSONShape] = [
    [
      "as_of": .day, "not_read": .count, "read_in_digest": .count,
      "sources": .list([
        "id": .text, "title": .maybe(.text), "publisher": .maybe(.text),
        "published": .maybe(.date), "kind": .word(of: SourceKind.self), "rows": .count,
        "retrieved": .maybe(.text), "url": .maybe(.text),
      ]),
    ]
  ]
}

extension CompanyScreen {
  static let shapes: [JSONShape] = [
    [
      "as_of": .day, "unit": .word(of: ComputeUnit.self), "purchases": .word(of: Announced.self),
      "id": .text, "name": .text, "kind": .word(of: OrganisationKind.self),
      "layer": .word(of: Layer.self), "country": .maybe(.text), "parent": .maybe(.text),
      "raised": [
        "tracked": .flag, "rounds": .count, "undisclosed": .count, "usd_m": .dollars,
        "equity_usd_m": .dollars, "debt_usd_m": .dollars, "grant_usd_m": .dollars,
        "announced_usd_m": .dollars,
      ], "valued_usd_m": .maybe(.dollars), "multiple": .maybe(.number),
      "rounds": .list(.row(of: .rounds)), "operates": .list(.row(of: .compute)),
      "rents": .list(.row(of: .compute)), "supplies": .list(.row(of: .compute)),
      "models": .list(.row(of: .models)), "relations": .list(.row(of: .relations)),
      "invested_in": .list(.row(of: .investments)),
      "exposures": .list([
        "to": .text, "documented": .maybe(.share), "possible": .maybe(.share),
      ]), "milestones": .ids, "claims": .ids, "sources": .ids,
    ]
  ]
}

extension InvestorScreen {
  static let shapes = [InvestorProfile.shape]
}

extension CountryScreen {
  static let shapes = [CountryProfile.shape]
}

extension LayerScreen {
  static let shapes = [LayerProfile.shape]
}

extension CompareScreen {
  static let shapes: [JSONShape] = [
    [
      "as_of": .day, "compared": .ids,
      "figures": .list([
        "title": .text, "texts": .list(.text), "values": .list(.maybe(.number)),
        "possible": .list(.number),
      ]),
    ]
  ]
}

extension PlannerScreen {
  static let shapes = [Plan.shape]
}

extension ChipsScreen {
  static let shapes: [JSONShape] = [
    [
      "as_of": .day,
      "chips": .list(
        .row(of: .chips).adding([
          "accelerators": .accelerators, "possible": .accelerators, "sites": .ids,
          "possible_sites": .ids,
        ])),
    ]
  ]
}

extension BenchmarksScreen {
  static let shapes: [JSONShape] = [
    ["as_of": .day, "benchmarks": .list(BenchmarkCheck.shape)]
  ]
}

extension ValuationsScreen {
  static let shapes: [JSONShape] = {
    let point: JSONShape = [
      "usd_m": .maybe(.dollars), "date": .date, "basis": .word(of: ValuationBasis.self),
      "confidence": .word(of: Confidence.self),
      "standing": .word(of: ValuationPoint.Standing.self), "sources": .ids,
    ]
    return [
      [
        "as_of": .day, "companies_valued": .count, "by_talks_alone": .count,
        "valued": .list([
          "company": .text, "name": .text, "value": .maybe(point), "open": .maybe(point),
          "conflicting": .list(point), "figures": .count,
        ]),
      ]
    ]
  }()
}

extension ChangesScreen {
  static let shapes =
    [
      Changes.shape.adding([
        "certain": .count, "certain_new": .count, "certain_changed": .count,
        "without_known_day": .count,
      ]).adding(ChangeList.kindsShape)
    ] + Entered.shapes.map { $0.adding(ChangeList.kindsShape) }
}

extension ReviewScreen {
  static let shapes = [Audit.shape]
}

extension FactScreen {
  static let shapes: [JSONShape] = [["title": .text, "rows": .list(.map(.text))]]
}

extension SleepingScreen {
  /// It shows nothing.
  static let shapes: [JSONShape] = []
}
