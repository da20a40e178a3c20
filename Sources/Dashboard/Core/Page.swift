import Dataset

/// Where one can be: a screen, or the page of one thing. Things are named by their slugs, so that a
/// page survives a reload of the data and a restart of the program.
public enum Page: Hashable, Sendable {
  case overview, capital, compute, exposure, enforcement, timeline, claims, sources
  /// The page of an organisation.
  case company(String)
  /// The page of a country, by its code.
  case country(String)
  /// The page of a layer.
  case layer(Layer)
  /// Where the sites stand.
  case map
  /// The page of somebody who invests.
  case investor(String)
  /// Two to four companies, or countries, side by side.
  case compare([Fact])
  /// A fact with every cell of its row, its history and its sources.
  case fact(Fact)
  /// What a system of a kind used in a country has to do by when.
  case planner(PlanRequest)
  /// What became known between two days.
  case changes(since: Day)
  /// What is wrong with the data.
  case problems

  /// The screen that shows it.
  public var kind: ScreenKind {
    switch self {
    case .overview: .overview
    case .capital: .capital
    case .compute: .compute
    case .exposure: .exposure
    case .enforcement: .enforcement
    case .timeline: .timeline
    case .claims: .claims
    case .sources: .sources
    case .company: .company
    case .country: .country
    case .layer: .layer
    case .map: .map
    case .investor: .investor
    case .compare: .compare
    case .fact: .fact
    case .planner: .planner
    case .changes: .changes
    case .problems: .problems
    }
  }
}
