import Canvas
import Dataset
import Insight
import Testing

@testable import Dashboard

/// The sites that a cut hits, firm and announced at first glance, and what keeps running, in windows of any size.
@Suite struct CutHitsScreenTests {
  private static let sizes = [
    Size(width: 80, height: 24), Size(width: 120, height: 40), Size(width: 200, height: 60),
  ]

  private func state(cutting text: String, _ size: Size = sizes[1]) throws -> State {
    var tables = ReachPackage.tables
    tables[.compute]? += """

      plan,2026-01,Plan of Bergen,site,fjord,,NO,Bergen,7000,nvidia,,60,announced,2026
      guess,2026-01,Guess of Lyon,site,zephyr,,FR,Lyon,900,,,,announced,2026
      vague,2026-01,Vague of Metz,site,zephyr,,FR,Metz,,,,,announced,2026
      """
    let world = World(
      dataset: try SyntheticPackage.dataset(tables, focus: ["nvidia"]), today: try day("2026-11-21")
    )
    var state = State.opened(.exposure, world, size: size)
    state.type("X" + text)
    state.press(.enter)
    return state
  }

  private func text(_ state: State) -> String {
    state.picture().split(separator: "\n").map { $0.split(separator: " ").joined(separator: " ") }
      .joined(separator: "\n")
  }

  private func focus(_ pane: KeyPath<ExposureScreen, Int?>, of state: inout State) throws {
    let screen = try #require(state.place.screen as? ExposureScreen)
    let wanted = try #require(screen[keyPath: pane])
    for _ in 0..<6 where state.place.view.focus != wanted { state.press(.tab) }
    #expect(state.place.view.focus == wanted)
  }

  @Test(arguments: sizes)
  func bothStatesAreToldAtFirstGlance(_ size: Size) throws {
    let text = text(try state(cutting: "nvidia:2026", size))
    #expect(text.contains("firm sites hit 2 sites: 41,000 accelerators"), "\(text)")
    #expect(text.contains("90 MW"))
    #expect(text.contains("announced hit 1 site: 7,000 accelerators, 60 MW"), "\(text)")
    #expect(text.contains("possibly 2 more: 900 accelerators (1 unsized)"), "\(text)")
    #expect(text.contains("keep running 51,512 of 51,512 accelerators, 5 of 5 sites"))
  }

  @Test(arguments: sizes)
  func theListOfSitesHitHasBothStatesUnderTheirSums(_ size: Size) throws {
    var state = try state(cutting: "nvidia:2026", size)
    try focus(\.hitPane, of: &state)
    let screen = try #require(state.place.screen as? ExposureScreen)
    let pane = screen.panes[state.place.view.focus]
    #expect(pane.count == 5)
    #expect(pane.title == "Sites hit · 2 firm · 1 announced, possibly 2 more")
    let status = try #require(pane.ids.firstIndex(of: "status"))
    #expect(
      (0..<5).map { pane.cells($0)[status] }
        == ["contracted", "building", "announced", "announced", "announced"])
    let text = text(state)
    #expect(text.contains("firm sites hit 2 sites") && text.contains("announced hit 1 site"))
    #expect(text.contains("MW") && text.contains("Status"))
    for _ in 0..<5 { state.press(.down) }
    #expect(state.picture().contains("Vague of Metz"))
  }

  /// Alone on the screen the list has the sums itself, each with its state.
  @Test func theSumsAgreeWithTheRows() throws {
    var state = try state(cutting: "nvidia:2026")
    try focus(\.hitPane, of: &state)
    let screen = try #require(state.place.screen as? ExposureScreen)
    let feet = try #require(screen.hit).feet.map { $0.map(\.text).filter { !$0.isEmpty } }
    #expect(
      feet == [["2 firm sites", "41,000", "90"], ["3 announced sites, 1 unsized", "7,900", "60"]])
  }

  @Test(arguments: sizes)
  func whatKeepsRunningIsNamed(_ size: Size) throws {
    var state = try state(cutting: "nvidia", size)
    #expect(text(state).contains("keep running 11,912 of 51,512 accelerators, 1 of 5 sites"))
    try focus(\.standingPane, of: &state)
    let screen = try #require(state.place.screen as? ExposureScreen)
    let pane = screen.panes[state.place.view.focus]
    #expect(pane.title == "Left · 1 site keeps running, 1 to come")
    #expect(state.picture().contains("LUMI"))
    #expect(state.picture().contains("Dark hall"), "its maker is not named, so it may be left")
    #expect(!state.picture().contains("JUPITER"))
  }

  @Test func thatNothingRunsIsSaidWithTheFirstToCome() throws {
    let text = text(try state(cutting: "nvidia,amd"))
    #expect(text.contains("keep running none of 51,512 accelerators, none of 5 sites"), "\(text)")
    #expect(text.contains("the first of 1 still to come: possibly Dark hall, due 2027"))
    let home = self.text(try state(cutting: "home:US"))
    #expect(home.contains("keep running none of 51,512 accelerators"), "\(home)")
  }

  /// A list that has the whole screen gives it back: else a cut would change the title alone.
  @Test func aCutLeavesThePaneThatHasTheWholeScreen() throws {
    for ask in ["Xnvidia:2026", ":nothing in 2026"] {
      var state = State.opened(.exposure, try ReachPackage.world(), size: Self.sizes[1])
      state.type("F")
      #expect(state.place.view.isEnlarged)
      state.type(ask)
      state.press(.enter)
      #expect(!state.place.view.isEnlarged, "\(ask)")
      #expect(text(state).contains("firm sites hit"), "\(ask)")
    }
  }

  /// The megawatts of what is hit and what is left are those of everything firm, a campus once.
  @Test func noPowerIsLostBetweenTheLists() throws {
    var tables = ReachPackage.tables
    tables[.compute]? += """

      kvandal,2026-01,Kvandal campus power,site,fjord,,NO,Kvandal,0,nvidia,,300,building,
      north,2026-01,Kvandal north,site,fjord,microsoft,NO,Kvandal,700,nvidia,,,contracted,2026
      south,2026-01,Kvandal south,site,fjord,microsoft,NO,Kvandal,800,nvidia,,,contracted,2027
      """
    let world = World(
      dataset: try SyntheticPackage.dataset(tables, focus: ["nvidia"]), today: try day("2026-11-21")
    )
    let firm = Compute.totals(of: world.snapshot, by: .status).total.megawatts
    for cut in ["nvidia:2026", "nvidia", "amd"] {
      var state = State.opened(.exposure, world, size: Self.sizes[1])
      state.type("X" + cut)
      state.press(.enter)
      let screen = try #require(state.place.screen as? ExposureScreen)
      let hits = try #require(screen.told?.hits)
      let hit = hits.firm.sure.megawatts + hits.firm.possible.megawatts
      let column = try #require(screen.standing?.columns.firstIndex { $0.title == "MW" })
      let left = try #require(screen.standing?.feet).map { Double($0[column].text) ?? 0 }
      // Of the dark hall, which may be hit and may be left, no row states the power.
      #expect(hit + left.reduce(0, +) == firm, "\(cut): \(hit) \(left) \(firm)")
    }
  }

  /// Of two scenarios each says what it hits and what it leaves.
  @Test func bothScenariosAreTold() throws {
    let text = text(try state(cutting: "nvidia vs amd", Self.sizes[2]))
    #expect(text.components(of: "keep running").count == 3, "\(text)")
    #expect(text.components(of: "announced hit").count == 3)
  }
}

extension String {
  fileprivate func components(of separator: String) -> [Substring] {
    split(separator: separator, omittingEmptySubsequences: false)
  }
}
