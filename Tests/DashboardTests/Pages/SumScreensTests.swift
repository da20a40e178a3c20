import Canvas
import Dataset
import Insight
import Testing

@testable import Dashboard

@Suite struct SumScreensTests {
  @Test(arguments: screenSizes)
  func capitalLooksAsKept(_ size: Size) throws {
    let state = State.opened(.capital, try PagesWorld.make(), size: size)
    Golden.expect(state.screenPicture(), "capital-\(size.name)")
  }

  @Test(arguments: screenSizes)
  func computeLooksAsKept(_ size: Size) throws {
    let state = State.opened(.compute, try PagesWorld.make(), size: size)
    Golden.expect(state.screenPicture(), "compute-\(size.name)")
  }

  @Test func theFunnelAndTheSlipsLookAsKept() throws {
    var state = State.opened(.compute, try PagesWorld.make(), size: Size(width: 100, height: 30))
    state.press(.character("f"))
    Golden.expect(state.screenPicture(), "compute-funnel")
    state.press(.character("f"))
    Golden.expect(state.screenPicture(), "compute-slips")
    state.press(.character("f"))
    #expect(state.screenPicture().contains("By operator"))
  }

  @Test func quartersLookAsKept() throws {
    var state = State.opened(.capital, try PagesWorld.make(), size: Size(width: 100, height: 30))
    state.press(.character("b"), .character("b"), .character("b"))
    Golden.expect(state.screenPicture(), "capital-quarters")
  }

  @Test func fitsAnywhere() throws {
    let world = try PagesWorld.make()
    expectToFitAnywhere(.capital, world)
    expectToFitAnywhere(.compute, world)
  }

  @Test func aBarFiltersTheTable() throws {
    var state = State.opened(.compute, try PagesWorld.make())
    let all = state.place.screen.panes[1].count
    state.press(.down)
    let some = state.place.screen.panes[1].count
    #expect(some > 0 && some < all)
    #expect((0..<some).allSatisfy { state.place.screen.panes[1].fact($0) == .commitment("narvik") })
    state.press(.up)
    #expect(state.place.screen.panes[1].count == all)
    // In the funnel a stage does.
    state.press(.character("f"), .down, .down)
    #expect(state.place.screen.panes[1].fact(0) == .commitment("loughton"))
  }

  @Test func aRowLightsItsBarWithoutFilteringByIt() throws {
    var state = State.opened(.compute, try PagesWorld.make())
    let all = state.place.screen.panes[1].count
    state.press(.tab, .down)
    #expect(state.selectedFact == .commitment("jupiter"))
    let canvas = state.canvas()
    let lit = try #require(
      (0..<canvas.height).first { y in
        canvas.character(1, y) == "▌" && line(canvas, y).contains("Jülich Centre")
      })
    #expect(lit > 0)
    #expect(state.place.screen.panes[1].count == all, "the table is still everything")
    #expect(state.place.view.positions[0].cursor == 0)
    // By quarter the column of the round's quarter is marked.
    state = State.opened(.capital, try PagesWorld.make())
    state.press(.character("b"), .character("b"), .character("b"), .tab)
    let before = state.picture()
    state.press(.down)
    #expect(state.picture() != before)
    #expect(state.place.view.positions[0].cursor == 0)
  }

  private func line(_ canvas: Canvas, _ y: Int) -> String {
    (0..<canvas.width).map { String(canvas.character($0, y)) }.joined()
  }

  /// A round of which only the year is known is no news of today.
  @Test func datesAreListedAsPeopleListThem() throws {
    let rounds = """
      id,company,date,series,instrument,status,amount_m,currency,confidence,source
      a,nscale,2026,Of the year,equity,closed,1,USD,confirmed,s
      b,nscale,2026-05,Of May,equity,closed,2,USD,confirmed,s
      c,nscale,2026-05-03,Of the third,equity,closed,3,USD,confirmed,s
      d,nscale,2026-10-01,Of October,equity,closed,4,USD,confirmed,s
      e,nscale,2025-12-31,Of December,equity,closed,5,USD,confirmed,s
      """
    let dataset = try FrozenPackage.dataset([
      .rounds: rounds, .investments: "round,investor,role,source\nd,nvidia,lead,s",
    ])
    let world = World(dataset: dataset, today: try day("2026-11-21"))
    let screen = CapitalScreen(page: .capital, world: world, settings: Settings())
    let listed = (0..<screen.panes[1].count).map { screen.panes[1].cells($0)[1] }
    #expect(listed == ["2026-10-01", "2026-05-03", "2026-05", "2026", "2025-12-31"])
  }

  @Test func theViewSaysWhichWayItCounts() throws {
    var state = State.opened(.capital, try PagesWorld.make())
    #expect(!state.picture().contains("groups as one"))
    state.press(.character("z"))
    #expect(state.screenPicture().contains("groups as one"))
  }
}
