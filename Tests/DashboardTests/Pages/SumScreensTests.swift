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

  /// The largest site of all was cancelled; it would else stand above everything that counts.
  @Test func whatCountsStandsBeforeWhatWasAnnouncedOrGivenUp() throws {
    let today = try day("2026-11-22")
    let world = World(dataset: try FrozenLedger.dataset(), today: today)
    let stages = SiteList(world: world, includesAll: false).listed.map(SiteList.stage)
    #expect(stages.first == 0 && stages.last == 2)
    #expect(stages == stages.sorted())
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

  /// `>` on the bars sorts them as on a table: largest first, then smallest first, marked. The
  /// table behind the selected bar stays that of the bar.
  @Test func groupsAreSortedByAnyColumnBothWays() throws {
    var state = State.opened(.capital, try PagesWorld.make())
    func labels() -> [String] {
      let pane = state.place.screen.panes[0]
      return (0..<pane.count).map { pane.cells($0)[0] }
    }
    let natural = labels()
    state.press(.character(">"))
    #expect(labels() == ["All"] + natural.dropFirst().sorted(by: >))
    #expect(state.picture().contains("By layer · ▼"))
    state.press(.character(">"))
    #expect(labels() == ["All"] + natural.dropFirst().sorted())
    #expect(state.picture().contains("By layer · ▲"))
    // Rounds: equal numbers keep their order, both ways.
    for sign in ["▼", "▲"] {
      state.press(.character(">"))
      #expect(state.picture().contains("By layer · rounds \(sign)"))
      let pane = state.place.screen.panes[0]
      let figures = (1..<pane.count).map { (pane.cells($0)[0], Int(pane.cells($0)[1]) ?? -1) }
      let expected = natural.dropFirst().compactMap { name in figures.first { $0.0 == name } }
        .enumerated().sorted { left, right in
          let (first, second) = (left.element.1, right.element.1)
          if first == second { return left.offset < right.offset }
          return sign == "▼" ? first > second : first < second
        }.map(\.element.0)
      #expect(figures.map(\.0) == expected)
    }
    state.press(.end)
    let last = labels().last ?? ""
    let rounds = state.place.screen.panes[1]
    #expect(rounds.count > 0)
    for row in 0..<rounds.count {
      guard let slug = rounds.fact(row)?.id(in: .rounds) else { continue }
      let company = try #require(state.world.row(ofRound: slug)).company
      #expect(state.world.dataset[company].layer.word == last)
    }
    // The way back, and the key of the current column.
    state.press(.character("<"))
    #expect(state.picture().contains("By layer · ▼"))
  }

  @Test func whatIsUnknownComesLastInGroupsToo() throws {
    let compute = """
      id,date,name,scope,operator,country,accelerators,chip_vendor,status,confidence,source
      a,2026-01-01,A,site,aleph,DE,,nvidia,building,confirmed,s
      b,2026-01-01,B,site,nscale,GB,5,nvidia,building,confirmed,s
      c,2026-01-01,C,site,fjord,NO,7,nvidia,building,confirmed,s
      """
    let dataset = try FrozenPackage.dataset([.compute: compute])
    var state = State.opened(.compute, World(dataset: dataset, today: try day("2026-11-21")))
    let column = try #require(state.place.screen.panes[0].columns.firstIndex(of: "accelerators"))
    for _ in 0...column * 2 { state.press(.character(">")) }
    for (sign, order) in [("▼", ["7", "5", ""]), ("▲", ["5", "7", ""])] {
      #expect(state.picture().contains("accelerators \(sign)"))
      let pane = state.place.screen.panes[0]
      #expect((1..<pane.count).map { pane.cells($0)[column] } == order)
      state.press(.character(">"))
    }
    // The funnel has other columns: it stands in its own order.
    state.press(.character("f"))
    #expect(state.picture().contains("From announced to running"))
    #expect(!state.picture().contains("From announced to running ·"))
  }

  @Test func yearsStandApartFromQuarters() throws {
    let rounds = """
      id,company,date,series,instrument,status,amount_m,currency,confidence,source
      a,nscale,2025,Of a year,equity,closed,900,USD,confirmed,s
      b,nscale,2025-05,Of May,equity,closed,2000,USD,confirmed,s
      c,nscale,2026-05-03,Of the third,equity,closed,3000,USD,confirmed,s
      d,nscale,2026,Of this year,equity,closed,4000,USD,confirmed,s
      e,nscale,2026-02-01,Undisclosed,equity,closed,,,confirmed,s
      """
    let dataset = try FrozenPackage.dataset([
      .rounds: rounds, .investments: "round,investor,role,source\nc,nvidia,lead,s",
    ])
    var state = State.opened(
      .capital, World(dataset: dataset, today: try day("2026-11-21")),
      size: Size(width: 100, height: 24))
    state.press(.character("b"), .character("b"), .character("b"))
    func keys() -> [String] {
      let pane = state.place.screen.panes[0]
      return (1..<pane.count).map { pane.cells($0)[0] }
    }
    #expect(keys() == ["2025-Q2", "2026-Q1", "2026-Q2", "2025", "2026"])
    Golden.expect(state.screenPicture(), "capital-years-apart")
    // Each shows its own rounds, in any order, and years are never among the quarters.
    for order in [["2026-Q2", "2026-Q1", "2025-Q2", "2026", "2025"], keys()] {
      state.press(.character(">"))
      #expect(keys() == order)
      for _ in order { state.press(.right) }
      let rounds = state.place.screen.panes[1]
      #expect(rounds.count == 1 && rounds.cells(0)[1] == order.last)
      for _ in order { state.press(.left) }
    }
  }

  @Test func theViewSaysWhichWayItCounts() throws {
    var state = State.opened(.capital, try PagesWorld.make())
    #expect(!state.picture().contains("groups as one"))
    state.press(.character("z"))
    #expect(state.screenPicture().contains("groups as one"))
  }
}
