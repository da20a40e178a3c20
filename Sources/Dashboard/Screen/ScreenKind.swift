/// A kind of screen, by the type that shows it. The type describes itself: title, purpose, keys,
/// the things it can show. A new screen is added to the list here alone.
public struct ScreenKind: Hashable, Sendable, CaseIterable {
  let type: any Screen.Type

  init(_ type: any Screen.Type) { self.type = type }

  /// Every screen; those on the digit keys in their order.
  public static let allCases: [ScreenKind] =
    ([
      OverviewScreen.self, CapitalScreen.self, ComputeScreen.self, ExposureScreen.self,
      EnforcementScreen.self, TimelineScreen.self, ClaimsScreen.self, SourcesScreen.self,
      MapScreen.self, CompanyScreen.self, InvestorScreen.self, CountryScreen.self, LayerScreen.self,
      CompareScreen.self, FactScreen.self, PlannerScreen.self, ChipsScreen.self,
      BenchmarksScreen.self, ValuationsScreen.self, ChangesScreen.self, ReviewScreen.self,
    ] as [any Screen.Type]).map(ScreenKind.init)

  public static let numbered = allCases.filter { $0.type.access == .digit }

  /// The name in files and settings: `overview`.
  public var word: String { title.lowercased() }
  public var title: String { type.title }
  /// The command that prints it: `plan` of the planner.
  public var command: String { type.command }
  public var purpose: String { type.purpose }
  public var bindings: [Binding] { type.controls.flatMap { $0.bindings(on: self) } }
  /// The page that it opens with; the overview for a screen that needs a thing to show.
  public var page: Page { type.home ?? .overview }

  /// True if one type shows both.
  public static func == (one: ScreenKind, other: ScreenKind) -> Bool { one.type == other.type }

  public func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(type)) }
}

/// The way to a screen that needs nothing to show.
public enum ScreenAccess: Sendable {
  /// A digit key, in the order of `ScreenKind.allCases`, and the palette.
  case digit
  /// The palette, and perhaps a key of another screen.
  case palette
  /// A command, or a thing that leads to it.
  case elsewhere
}
