import Canvas
import Dataset
import Insight
import Testing

@testable import Dashboard

/// The cut: asked with a list of offers, answered group by group in windows of any size.
@Suite struct CutScreenTests {
  private static let narrow = Size(width: 80, height: 24)
  private static let wide = Size(width: 120, height: 40)

  private func opened(_ size: Size = narrow) throws -> State {
    State.opened(.exposure, try ReachPackage.world(), size: size)
  }

  private func lines(_ state: State) -> [String] {
    state.picture().split(separator: "\n").map { $0.split(separator: " ").joined(separator: " ") }
  }

  private func shows(_ state: State, _ words: String) -> Bool {
    lines(state).contains { $0.contains(words) }
  }

  @Test(arguments: [narrow, wide])
  func whatIsDueInAYearIsFourKeysAway(size: Size) throws {
    var state = try opened(size)
    state.type("X")
    // The years there are follow the target, each in words.
    #expect(shows(state, "nvidia:2026 NVIDIA's deliveries due in 2026"))
    #expect(shows(state, "nvidia:2027 NVIDIA's deliveries due in 2027"))
    state.press(.tab, .tab, .enter)
    #expect(state.place.view.settings.subjects[.cut] == "nvidia:2027")
    let picture = state.picture()
    #expect(picture.contains("without NVIDIA's deliveries due in 2027"))
    #expect(picture.contains("If NVIDIA's deliveries due in 2027 do not come"))
    // Who is hit, and by how many: the operator, the tenant and the year.
    for words in [
      "by company before → after", "by year before → after", "Fjord Compute 110 k → 28 k",
      "Microsoft 105 k → 23 k", "2027 122 k → 0–40 k",
    ] { #expect(shows(state, words), "\(words)") }
    #expect(shows(state, "tenants lose Microsoft 82,000 of 105,000"))
    state.press(.escape)
    #expect(state.place.view.settings.subjects[.cut] == nil)
    #expect(state.place.view.focus == 0)
  }

  @Test func aNarrowWindowScrollsThroughAllThatIsLost() throws {
    var state = try opened()
    state.type("Xnvidia")
    state.press(.enter)
    #expect(shows(state, "By Hit"), "the list stands where the groups have no room")
    // Sure losses come first: by year, then who operates, then who rents.
    #expect(shows(state, "year 2027"))
    let first = state.picture()
    state.press(.pageDown)
    #expect(state.picture() != first)
    state.press(.end)
    let pane = state.place.screen.panes[state.place.view.focus]
    #expect(shows(state, pane.cells(pane.count - 1).prefix(2).joined(separator: " ")))
    state.press(.home)
    #expect(state.selectedFact == .sum(title: "year runs today", []))
    // Who loses is opened from the list.
    for _ in 0..<20 where state.selectedFact != .organisation("fjord") { state.press(.down) }
    state.press(.enter)
    #expect(state.place.page == .company("fjord"))
  }

  @Test func inAWideWindowTabGoesFromTheGroupsToTheList() throws {
    var state = try opened(Self.wide)
    state.type("Xnvidia")
    state.press(.enter)
    #expect(state.place.view.focus == 0 && !shows(state, "By Hit"))
    state.press(.tab)
    #expect(shows(state, "By Hit"))
    state.press(.tab)
    #expect(!shows(state, "By Hit") && shows(state, "Narvik campus"))
    state.press(.tab)
    #expect(!shows(state, "By Hit") && shows(state, "LUMI"))
    state.press(.tab)
    #expect(!shows(state, "By Hit") && shows(state, "by company"))
  }

  @Test func offersAreChosenBackAndForthAndByTheMouse() throws {
    var state = try opened()
    func text() -> String {
      if case .cut(let line) = state.mode { line.editor.text } else { "" }
    }
    state.type("X")
    #expect(text() == "nvidia")
    state.press(.up)
    #expect(text() == "nvidia=50", "the last follows the first")
    state.press(.down, .down)
    #expect(text() == "nvidia:2026")
    state.press(.backTab)
    #expect(text() == "nvidia")
    // A text begun by hand goes on as the first that begins so.
    state.type("nvidia:d")
    state.press(.tab)
    #expect(text() == "nvidia:deliveries")
    let row = try #require(
      state.picture().split(separator: "\n", omittingEmptySubsequences: false)
        .firstIndex { $0.contains("deliveries due in 2027") })
    _ = state.update(.click(x: 4, y: row, double: false))
    #expect(text() == "nvidia:2027")
    _ = state.update(.click(x: 4, y: row, double: true))
    #expect(state.place.view.settings.subjects[.cut] == "nvidia:2027")
  }

  @Test func aKeptYearComesBackAndIsComparedWithAnother() throws {
    var state = try opened(Self.wide)
    state.type("Xnvidia:2027")
    state.press(.control("o"))
    state.type("gap")
    _ = state.update(.key(.enter))
    #expect(state.kept.scenarios["gap"] == "nvidia:2027")
    state.type("X@gap vs nvidia:2026-2027=50")
    state.press(.enter)
    #expect(shows(state, "A If NVIDIA's deliveries due in 2027 do not come"))
    #expect(
      shows(state, "B If 50 % of NVIDIA's deliveries due from 2026 to 2027 do not come"))
    state.press(.tab)
    #expect(shows(state, "Lost A Left A"))
    #expect(shows(state, "Lost B"))
    state.type("X")
    #expect(shows(state, "@gap NVIDIA's deliveries due in 2027"))
    state.press(.escape)
    state.type("1:@gap")
    state.press(.enter)
    #expect(state.place.page == .exposure, "it is found from everywhere")
    #expect(state.place.view.settings.subjects[.cut] == "nvidia:2027")
  }

  @Test func whatHasNoDateIsNamed() throws {
    var tables = ReachPackage.tables
    tables[.compute]?.append(
      "\nlater,2026-01,Later,site,fjord,,GB,Leeds,700,nvidia,,,contracted,"
        + "\nsome,2026-01,Some,site,fjord,,GB,Bath,,nvidia,,,building,")
    let world = World(
      dataset: try SyntheticPackage.dataset(tables), today: try day("2026-11-21"))
    var state = State.opened(.exposure, world, size: Self.narrow)
    state.type("Xnvidia:2027")
    state.press(.enter)
    #expect(shows(state, "without a date 2 sites, not cut: 700 accelerators, 1 of unknown size"))
    state.type("Xnvidia:deliveries")
    state.press(.enter)
    #expect(!shows(state, "without a date"))
  }

  @Test(arguments: [
    ("nvidia:202", "'nvidia:202' says no time"), ("nvidia:2028-2027", "nvidia:2027-2028"),
    ("nvidia:later", "nvidia:deliveries"), ("home:US:soon", "home:US:2027"),
    ("nobody:2027", "'nobody' is no organisation"), ("home:2027", "names no place"),
    ("nvidia:2027,nvidia:2027=50", "cut twice"),
  ])
  func aTimeThatIsNoneIsSaid(text: String, words: String) throws {
    let world = try ReachPackage.world()
    let problem = #expect(throws: ScenarioProblem.self) { try world.scenario(text) }
    #expect(problem?.description.contains(words) == true, "\(problem?.description ?? "")")
  }

  @Test(arguments: [
    ("nvidia:2027", "NVIDIA's deliveries due in 2027"),
    ("nvidia:2027-2028=50", "50 % of NVIDIA's deliveries due from 2027 to 2028"),
    ("NO:2027", "the deliveries due in 2027 of what stands in Norway"),
    ("home:US:2026", "the deliveries due in 2026 of whoever is at home in US"),
    ("narvik:2027,nvidia", "the deliveries due in 2027 of Narvik campus and NVIDIA"),
    (
      "nvidia:2026,nvidia:2027",
      "NVIDIA's deliveries due in 2026 and NVIDIA's deliveries due in 2027"
    ),
  ])
  func aTimeIsSaidInWords(text: String, words: String) throws {
    let world = try ReachPackage.world()
    let scenario = try world.scenario(text)
    #expect(world.name(of: scenario) == words)
    #expect(scenario.slug(in: world.dataset) == text)
  }

  // MARK: The palette

  @Test(arguments: ["what if", "whatif", "deliver", "scenario", "outage", "cut"])
  func thePaletteFindsIt(words: String) throws {
    var state = try opened()
    state.type("1:" + words)
    guard case .palette(let palette) = state.mode else {
      Issue.record("the palette is open")
      return
    }
    let found = (0..<3).compactMap { palette.entry($0) }
    #expect(found.contains { $0.destination == .whatIf }, "\(found.map(\.title))")
  }

  @Test func thePaletteAsksAndAnswers() throws {
    var state = try opened()
    state.type("1:outage")
    state.press(.enter)
    #expect(state.place.page == .exposure)
    guard case .cut = state.mode else {
      Issue.record("it asks what to take away")
      return
    }
    state.press(.escape)
    state.type("1:nothing in 2027")
    state.press(.enter)
    #expect(state.picture().contains("If NVIDIA's deliveries due in 2027 do not come"))
  }
}
