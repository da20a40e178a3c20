/// Every kind of screen there is: the one list that a new screen is added to.
public enum ScreenKind: Int, CaseIterable, Hashable, Sendable {
  case overview, capital, compute, exposure, enforcement, timeline, claims, sources
  case map, company, investor, country, layer, compare, fact, planner, changes, problems

  /// The screens on the digit keys, in their order.
  public static let numbered: [ScreenKind] = [
    .overview, .capital, .compute, .exposure, .enforcement, .timeline, .claims, .sources,
  ]

  /// The type that shows it.
  var type: any Screen.Type {
    switch self {
    case .overview: OverviewScreen.self
    case .capital: CapitalScreen.self
    case .compute: ComputeScreen.self
    case .exposure: ExposureScreen.self
    case .enforcement: EnforcementScreen.self
    case .timeline: TimelineScreen.self
    case .claims: ClaimsScreen.self
    case .sources: SourcesScreen.self
    case .map: MapScreen.self
    case .company: CompanyScreen.self
    case .investor: InvestorScreen.self
    case .country: CountryScreen.self
    case .layer: LayerScreen.self
    case .compare: CompareScreen.self
    case .fact: FactScreen.self
    case .planner: PlannerScreen.self
    case .changes: ChangesScreen.self
    case .problems: ProblemsScreen.self
    }
  }

  /// The name in files and settings: `overview`.
  public var word: String { title.lowercased() }
  /// The name on the tab.
  public var title: String { type.title }
  /// The name where there is little room.
  var shortTitle: String {
    switch self {
    case .overview: "Over"
    case .exposure: "Expo"
    case .enforcement: "Law"
    case .timeline: "Time"
    case .sources: "Src"
    default: title
    }
  }
  /// Whether a filter leaves rows of it out.
  var isFiltered: Bool {
    switch self {
    case .overview, .capital, .compute, .exposure, .enforcement, .timeline, .claims, .sources, .map,
      .layer, .changes:
      true
    case .company, .investor, .country, .compare, .fact, .planner, .problems: false
    }
  }
  /// What it answers.
  public var purpose: String { type.purpose }
  /// The keys it adds.
  public var bindings: [Binding] { type.controls.flatMap { $0.bindings(on: self) } }

  /// The page that a digit key opens; pages of single things need to be named.
  public var page: Page {
    switch self {
    case .capital: .capital
    case .compute: .compute
    case .exposure: .exposure
    case .enforcement: .enforcement
    case .timeline: .timeline
    case .claims: .claims
    case .sources: .sources
    case .map: .map
    case .problems: .problems
    case .planner: .planner(PlanRequest())
    case .overview, .company, .investor, .country, .layer, .compare, .fact, .changes: .overview
    }
  }
}
