import Canvas
import Dataset
import Insight
import Testing

@testable import Dashboard

@Suite struct ExposureScreenTests {
  private static let views = ExposureView.allCases

  // MARK: Pictures

  @Test(arguments: screenSizes)
  func theGraphLooksAsKept(_ size: Size) throws {
    Golden.expect(try openedExposure(.graph, size).screenPicture(), "graph-\(size.name)")
  }

  @Test(arguments: views)
  func everyViewLooksAsKept(_ view: ExposureView) throws {
    Golden.expect(try openedExposure(view).screenPicture(), "\(view.rawValue)-120x40")
  }

  @Test func theGraphLooksAsKeptInASCII() throws {
    let state = try openedExposure(.graph, Size(width: 80, height: 24))
    Golden.expect(state.screenPicture(ascii: true), "graph-80x24-ascii")
  }

  @Test func theGraphLooksAsKeptPrinted() throws {
    Golden.expect(sheet(.exposure, try ReachPackage.world(), width: 120), "graph-printed")
  }

  @Test(arguments: views)
  func everyViewFitsAnywhere(_ view: ExposureView) throws {
    let empty = try SyntheticPackage.dataset([:])
    for world in [
      try ReachPackage.world(), World(dataset: empty, today: try day("2026-11-21")),
    ] {
      for (width, height) in [(1, 1), (40, 10), (41, 11), (60, 14), (80, 24), (300, 90)] {
        var state = State.opened(
          .exposure, world, size: Size(width: width, height: height))
        state.type(String(view.key))
        state.press(.down, .right, .tab, .down, .left, .pageDown, .end, .home)
        state.type("Xs")
        state.press(.escape)
        state.type("zf+L-HAd")
        #expect(state.canvas().width == width)
      }
    }
  }

  // MARK: Keys

  @Test(arguments: views)
  func everyViewHasItsKeyAndItsTurn(_ view: ExposureView) throws {
    var state = State.opened(.exposure, try ReachPackage.world())
    state.type(String(view.key))
    #expect(try screen(state).shown == view)
    state = State.opened(.exposure, try ReachPackage.world())
    for _ in 0..<ExposureChoices.view.number(of: view) { state.type("v") }
    #expect(try screen(state).shown == view)
  }

  @Test func everyDimensionHasItsGraph() throws {
    var state = try openedExposure()
    for (dimension, tier) in [("capital", "investors"), ("customers", "tenants")] {
      state.type("d")
      #expect(try screen(state).shown == .graph)
      #expect(state.picture().contains("Exposure to NVIDIA · \(dimension)"))
      #expect(state.picture().contains(tier))
    }
  }

  @Test func theTargetIsSelectedFirstAndTellsWhatWouldBeLost() throws {
    let state = try openedExposure()
    #expect(state.selectedFact == .organisation("nvidia"))
    let picture = state.picture()
    #expect(picture.contains("If NVIDIA stops   214,512 → 51,912 accelerators, possibly 11,912"))
    #expect(picture.contains("keep running      CSC - IT Centre (Kajaani) 11,912"))
    #expect(picture.contains("directly          5 of 9 exposed: Fjord Compute, "))
    #expect(picture.contains("through others    3 of 9 exposed: Microsoft, OpenAI, Siemens"))
  }

  @Test func arrowsFollowTheLines() throws {
    var state = try openedExposure()
    state.press(.right)
    let first = try #require(state.selectedFact)
    #expect(first != .organisation("nvidia"))
    state.press(.left)
    #expect(state.selectedFact == .organisation("nvidia"))
    try select("amd", in: &state)
    state.press(.left)
    #expect(state.selectedFact == .organisation("tsmc"))
    state.press(.left, .left)
    #expect(state.selectedFact == .organisation("asml"))
  }

  @Test func selectingLightsTheChainAndDimsTheRest() throws {
    var state = try openedExposure()
    try select("csc", in: &state)
    let canvas = state.canvas()
    for name in ["TSMC", "AMD"] { #expect(try style(of: name, on: canvas) != .dim, "\(name)") }
    for name in ["NVIDIA", "Fjord Compute", "Microsoft"] {
      #expect(try style(of: name, on: canvas) == .dim, "\(name)")
    }
  }

  @Test func thePathsLeadToTheirSources() throws {
    var state = try openedExposure()
    try select("zephyr", in: &state)
    #expect(state.picture().contains("its own Essonne, 18,000 GB200 → NVIDIA"))
    state.press(.tab)
    guard case .sum(_, let facts)? = state.selectedFact else {
      Issue.record("a path is selected; it is \(String(describing: state.selectedFact))")
      return
    }
    #expect(facts.contains(.commitment("essonne")))
    state.type("s")
    #expect(state.picture().contains("Sources of"))
  }

  @Test func whoDependsDirectlyIsToldFromWhoDependsThroughOthers() throws {
    var state = try openedExposure()
    try select("fjord", in: &state)
    #expect(state.picture().contains("Fjord Compute  known 100 %, directly"))
    try select("microsoft", in: &state)
    #expect(state.picture().contains("Microsoft  known 100 %, all of it indirect"))
  }

  @Test func xAsksWhatAndHowMuch() throws {
    var state = try openedExposure()
    try select("fjord", in: &state)
    // The target is offered first, then who is selected.
    state.type("X")
    #expect(state.picture().contains("take away nvidia"))
    state.press(.tab, .enter)
    #expect(state.picture().contains("If Fjord Compute stops"))
    #expect(state.picture().contains("without Fjord Compute"))
    #expect(state.picture().contains("110,000→0"))
    state.type("Xfjord=50")
    state.press(.enter)
    #expect(state.picture().contains("If 50 % of Fjord Compute stops"))
    #expect(state.picture().contains("110,000→55,000"))
    for title in ["by company", "by country", "by customer", "by year", "tenants lose"] {
      #expect(state.picture().contains(title))
    }
    state.press(.escape)
    #expect(!state.picture().contains("stops  X"))
    #expect(state.place.view.settings.subjects[.cut] == nil)
  }

  @Test func whatCannotBeTakenAwayIsSaid() throws {
    var state = try openedExposure()
    state.type("Xnobody")
    state.press(.enter)
    #expect(state.picture().contains("'nobody' is no organisation, site or place"))
    state.press(.escape)
    state.type("Xfjord=150")
    state.press(.enter)
    #expect(state.picture().contains("says no part to cut"))
    #expect(state.place.view.settings.subjects[.cut] == nil)
  }

  @Test func twoScenariosStandSideBySide() throws {
    var state = try openedExposure()
    state.type("Xfjord vs fjord=50")
    state.press(.enter)
    let picture = state.picture()
    #expect(picture.contains("A  If Fjord Compute stops"))
    #expect(picture.contains("B  If 50 % of Fjord Compute stops"))
    #expect(picture.contains("before → A, B"))
  }

  @Test func cuttingACustomerCostsCustomersNotChips() throws {
    var state = try openedExposure(.capacity)
    state.type("Xmicrosoft")
    state.press(.enter)
    let picture = state.picture()
    #expect(picture.contains("If Microsoft stops"))
    #expect(picture.contains("accelerators    214,512, none lost"))
    #expect(picture.contains("still rented    214,512 → 109,512"))
  }

  @Test func aimingChangesTheTarget() throws {
    var state = try openedExposure()
    try select("tsmc", in: &state)
    state.type("a")
    #expect(state.picture().contains("Exposure to TSMC"))
    state.type("A")
    #expect(state.picture().contains("Exposure to Microsoft"))
    state.press(.escape)
    #expect(state.picture().contains("Exposure to NVIDIA"))
  }

  /// In the list of customers the row's customer is meant, not the operator it leaves.
  @Test func aCustomerIsAimedAtFromItsRow() throws {
    var state = try openedExposure(.capacity)
    state.press(.tab, .home)
    #expect(state.selectedFact?.id(in: .organisations) == nil)
    state.type("a")
    #expect(state.place.view.settings.subjects[.target] == "microsoft")
    #expect(state.picture().contains("aimed at Microsoft; Esc leads back to NVIDIA"))
  }

  @Test func focusLeavesOneChain() throws {
    var state = try openedExposure()
    try select("csc", in: &state)
    state.type("f")
    let picture = state.picture()
    #expect(picture.contains("CSC") && picture.contains("AMD") && picture.contains("TSMC"))
    #expect(!picture.contains("Fjord Compute  "))
    state.type("f")
    #expect(state.picture().contains("Fjord Compute"))
  }

  @Test func zFoldsTheGroupOfTheSelectedAndUnfoldsIt() throws {
    var state = try openedExposure()
    try select("fjord", in: &state)
    state.type("z")
    #expect(state.picture().contains("operators 0 of "))
    #expect(!state.picture().contains("Fjord Compute   "))
    state.type("z")
    #expect(state.picture().contains("Fjord Compute"))
  }

  @Test func whatAWindowLeavesOutIsSaidAndOpensWithAKey() throws {
    var state = try openedExposure(.graph, Size(width: 80, height: 12))
    let picture = state.picture()
    #expect(picture.contains(" more"))
    #expect(picture.contains("operators 4 of 7"))
    // Whoever is folded away can be reached by its name, and z opens its group.
    try select("telekom-ai", in: &state)
    #expect(!state.picture().contains("Telekom AI  6"))
    state.type("z")
    #expect(state.picture().contains("Telekom AI"))
  }

  @Test func ZSeesCompaniesOfOneOwnerAsOne() throws {
    var state = try openedExposure()
    #expect(state.picture().contains("Telekom AI"))
    state.type("Z")
    #expect(!state.picture().contains("Telekom AI"))
    #expect(state.picture().contains("10,600"))
  }

  @Test func zoomLevelsShowMoreOrLess() throws {
    var state = try openedExposure(.graph, Size(width: 60, height: 20))
    state.type("-")
    #expect(state.picture().contains("●"))
    #expect(!state.picture().contains("Fjord"))
    state.type("++")
    #expect(state.picture().contains(" more"), "names are larger than the window")
    state.type("+")
    #expect(state.picture().contains("everything with its figures"))
  }

  @Test func aLargePictureCanBeMoved() throws {
    var state = try openedExposure(.graph, Size(width: 60, height: 20))
    state.type("++")
    #expect(!state.picture().contains("Siemens"))
    state.type(String(repeating: "L", count: 20))
    #expect(state.picture().contains("Siemens"), "the customers stand at the right")
    let far = state.place.view.corner
    state.type("L")
    #expect(state.place.view.corner == far, "there is nothing beyond the edge")
    state.type("H")
    #expect(state.place.view.corner != far)
    state.press(.right)
    #expect(state.place.view.corner == nil, "moving the selection follows it again")
  }

  @Test func theSearchFindsNodes() throws {
    var state = try openedExposure()
    state.type("/Fjord")
    state.press(.enter)
    #expect(!state.picture().contains("Forschungszentrum Jülich  24,000"))
    state.type("n")
    #expect(state.selectedFact == .organisation("fjord"))
  }

  @Test func theFoundryOfAMakerIsToldWithIt() throws {
    var state = try openedExposure()
    try select("amd", in: &state)
    #expect(state.picture().contains("AMD  made with TSMC (with ASML)"))
  }

  @Test func everyNodeThatLosesShowsWhatRemains() throws {
    var state = try openedExposure()
    func remains(_ name: String) throws -> String? {
      let graph = state.picture().split(separator: "\n").prefix(24)
      return graph.compactMap { line -> String? in
        guard let place = line.range(of: name) else { return nil }
        let label = line[place.upperBound...].drop { $0 == " " }
        return label.prefix { $0.isNumber || ",→".contains($0) }.description
      }.first { !$0.isEmpty }
    }
    func cut(_ text: String) {
      state.type("X" + text)
      state.press(.enter)
    }
    try select("fjord", in: &state)
    cut("fjord")
    #expect(try remains("Fjord Compute") == "110,000→0")
    #expect(try remains("Microsoft") == "105,000→0")
    #expect(try remains("NVIDIA") == "162,600", "who sells to it makes no fewer")
    cut("fjord=50")
    #expect(try remains("Microsoft") == "105,000→52,500")
    cut("tsmc")
    #expect(try remains("AMD") == "11,912→0")
    #expect(try remains("CSC") == "11,912→0")
    #expect(try remains("NVIDIA") == "162,600", "it may be made elsewhere")
    cut("nvidia")
    for (name, figure) in [
      ("NVIDIA", "162,600→0"), ("Zephyr AI", "18,000→0"), ("Microsoft", "105,000→0"),
    ] { #expect(try remains(name) == figure) }
    cut("microsoft")
    #expect(try remains("Microsoft") == "105,000→0", "what stops keeps nothing")
    #expect(try remains("Fjord Compute") == "110,000", "what loses a tenant keeps its accelerators")
  }

  // MARK: Help

  private func screen(_ state: State) throws -> ExposureScreen {
    try #require(state.place.screen as? ExposureScreen)
  }

  /// Selects somebody as the mouse and the search do: by the row.
  private func select(_ slug: String, in state: inout State) throws {
    let pane = state.place.screen.panes[0]
    let row = try #require((0..<pane.count).first { pane.fact($0) == .organisation(slug) })
    state.press(.home)
    state.select(row: row)
  }

  private func style(of text: String, on canvas: Canvas) throws -> Style {
    let first = try #require(text.first)
    for y in 4..<canvas.height {
      for x in 0..<max(0, canvas.width - text.count) where canvas.character(x, y) == String(first) {
        let found = (0..<text.count).map { canvas.character(x + $0, y) }.joined()
        if found == text { return canvas[x, y].style }
      }
    }
    Issue.record("\(text) is not on the screen")
    return .plain
  }
}

extension State {
  /// Selects a row of the first pane.
  fileprivate mutating func select(row: Int) {
    place.view.focus = 0
    place.view.positions[0].cursor = row
    place.settle()
    _ = update(.resize(size))
  }
}
