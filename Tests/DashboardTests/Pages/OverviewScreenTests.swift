import Canvas
import Dataset
import Insight
import Testing

@testable import Dashboard

@Suite struct OverviewScreenTests {
  @Test(arguments: screenSizes)
  func looksAsKept(_ size: Size) throws {
    let state = State.opened(.overview, try PagesWorld.make(), size: size)
    Golden.expect(state.screenPicture(), "overview-\(size.name)")
  }

  @Test func looksAsKeptPrintedAndInASCII() throws {
    let world = try PagesWorld.make()
    Golden.expect(sheet(.overview, world, width: 110), "overview-printed")
    let state = State.opened(.overview, world, size: Size(width: 80, height: 24))
    Golden.expect(state.screenPicture(ascii: true), "overview-80x24-ascii")
  }

  @Test func fitsAnywhere() throws { expectToFitAnywhere(.overview, try PagesWorld.make()) }

  @Test func everyFigureLeadsToFactsWithSources() throws {
    let world = try PagesWorld.make()
    let screen = OverviewScreen(page: .overview, world: world, settings: Settings())
    #expect(screen.panes.count == 8)
    for pane in screen.panes {
      #expect(pane.count > 0, "\(pane.title)")
      for row in 0..<pane.count {
        let fact = try #require(pane.fact(row), "\(pane.title) \(row)")
        if case .sum(_, let facts) = fact, facts.isEmpty { continue }
        if case .layer = fact { continue }
        #expect(!world.sources(of: fact).isEmpty, "\(pane.title): \(world.title(of: fact))")
      }
    }
  }

  @Test func whatIsInFocusIsInSight() throws {
    var state = State.opened(.overview, try PagesWorld.make(), size: Size(width: 80, height: 24))
    let titles = [
      "Raised 2026", "Capital raised per quarter", "Capital raised by layer",
      "Accelerators by jurisdiction", "Accelerators by status", "Europe as a whole",
      "What comes next", "What happened last",
    ]
    for title in titles {
      #expect(state.screenPicture().contains(title), "\(title)")
      state.press(.tab)
    }
  }

  /// The next deadline is half an answer without its name.
  @Test(arguments: screenSizes) func theNameOfWhatComesNextIsSeenInFull(_ size: Size) throws {
    let world = World(dataset: try FrozenLedger.dataset(), today: try day("2026-11-21"))
    let state = State.opened(.overview, world, size: size)
    let pane = state.place.screen.panes[6]
    #expect(state.picture().contains(pane.cells(0)[1]))
    #expect(state.picture().contains("What comes next"))
  }

  @Test func theLastQuarterIsTold() throws {
    let world = try PagesWorld.make()
    let figures = HeadlineFigures(world, LawReport(world.snapshot))
    #expect(figures.before.day == (try day("2026-08-21")))
    // Since then one loan was announced, which is not closed, and nothing was built.
    #expect(figures.before.raisedSince == 0)
    #expect(figures.before.accelerators == figures.compute.total.accelerators)
    let may = try PagesWorld.make("2026-05-01")
    let spring = HeadlineFigures(may, LawReport(may.snapshot))
    #expect(spring.before.raisedSince == 2000)
    #expect(spring.compute.total.accelerators - spring.before.accelerators == 30_000)
    #expect(spring.all[1].change == "+30,000 in 3 months")
  }
}
