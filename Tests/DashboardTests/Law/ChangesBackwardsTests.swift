import Dataset
import Insight
import Testing

@testable import Dashboard

/// A day shown that lies before the day since when changes are asked for.
@Suite struct ChangesBackwardsTests {
  @Test func nothingLaterIsTold() throws {
    let world = World(
      dataset: try FrozenPackage.dataset(), today: try day("2026-11-21"),
      day: try day("2025-06-01"))
    let screen = ChangesScreen(
      page: .changes(since: try day("2026-11-01")), world: world, settings: Settings())
    #expect(
      screen.headline.map(\.text).joined().contains(
        "the day shown lies before the last visit, 1 Nov 2026"))
    #expect(screen.panes[1].count == 0)
    var settings = Settings()
    settings.since = try day("2025-07-01")
    let chosen = ChangesScreen(
      page: .changes(since: try day("2025-01-01")), world: world, settings: settings)
    #expect(chosen.headline.map(\.text).joined().contains("before the earlier day, 1 Jul 2025"))
  }
}
