import Canvas
import Dataset
import Insight
import Testing

@testable import Dashboard

@Suite struct PlannerScreenTests {
  private static let page = Page.planner(PlanRequest())

  @Test(arguments: screenSizes)
  func looksAsKept(_ size: Size) throws {
    let state = State.opened(Self.page, try FrozenPackage.world(), size: size)
    Golden.expect(state.screenPicture(), "planner-\(size.name)")
  }

  @Test func looksAsKeptInASCII() throws {
    let state = State.opened(
      Self.page, try FrozenPackage.world(), size: Size(width: 80, height: 24))
    Golden.expect(state.screenPicture(ascii: true), "planner-80x24-ascii")
  }

  @Test func looksAsKeptPrinted() throws {
    let page = Page.planner(PlanRequest(kind: .annexIII, country: "IE", months: 9...9))
    Golden.expect(sheet(page, try FrozenPackage.world("2026-03-01"), width: 100), "planner-printed")
  }

  /// The question of the issue, on the curated data.
  @Test func aNineMonthAssessmentInGermany() throws {
    let world = World(dataset: try FrozenLedger.dataset(), today: try day("2026-11-21"))
    var state = State.opened(.enforcement, world)
    state.type("P")
    #expect(state.place.page == .planner(PlanRequest(country: "DK")))
    state.type("P+")
    let text = state.picture()
    #expect(text.contains("Planner · complies by 2 Dec 2027 · start by 2 Mar 2027"))
    #expect(text.contains("9 mo: 2 Mar 2027, in 101 d"))
    #expect(text.contains("Supervisor   BNetzA"))
    #expect(text.contains("moved +16 mo from 2 Aug 2026"))
    #expect(text.contains("no legal advice"))
    for provider in ["Nscale", "Deutsche Telekom", "CoreWeave"] {
      #expect(sheet(state.place.page, world, width: 200).contains(provider))
    }
  }

  /// `in 39 days` would name a day that nobody named.
  @Test func aPartialDateIsNotCountedInDays() throws {
    let dataset = try FrozenPackage.dataset([
      .milestones: """
      id,date,title,instrument,scheduled,status,article,confidence,source
      ai-act-high-risk-annex-iii,2024-07-12,Stand-alone systems,act,2026-12,scheduled,6(2),confirmed,law
      ai-act-standards,2024-07-12,Standards,act,2026,scheduled,40,confirmed,law
      """
    ])
    let world = World(dataset: dataset, today: try day("2026-11-22"))
    let planner = State.opened(Self.page, world).picture()
    #expect(planner.contains("Complies by  Dec 2026, in Dec 2026 · Article 6(2)"))
    let timeline = State.opened(.timeline, world).picture()
    #expect(timeline.contains("in 2026-12") && timeline.contains("in 2026"))
    #expect(timeline.contains("Timeline · next in"))
    let overview = State.opened(.overview, world)
    let cells = overview.place.screen.panes[6]
    #expect(Set((0..<cells.count).map { cells.cells($0)[0] }) == ["2026-12", "2026"])
    for picture in [planner, timeline, overview.picture()] {
      #expect(!picture.contains("39 d"))
    }
    #expect(coming(PartialDate("2026"), in: 39) == "in 2026")
    #expect(coming(PartialDate("2026-12-31"), in: 39) == "in 39 days")
    #expect(coming(PartialDate("2026-12-31"), in: 0) == "today")
    #expect(shortComing(PartialDate("2026-12"), in: 39) == "in 2026-12")
    #expect(shortComing(PartialDate("2026-12-31"), in: 39) == "in 39 d")
  }

  @Test func whatOnlyAPartIsFinedForIsSaid() throws {
    let world = World(dataset: try FrozenLedger.dataset(), today: try day("2026-11-21"))
    let page = Page.planner(PlanRequest(country: "DK"))
    let words = "prohibited practices only"
    #expect(State.opened(page, world).picture().contains("Can fine     for \(words) since"))
    for size in screenSizes {
      let denmark = State.opened(.country("DK"), world, size: size).picture()
      #expect(denmark.contains("penalties for \(words)"), "\(size.name)")
    }
    #expect(!State.opened(.country("FI"), world).picture().contains("only"))
    let full = State.opened(.planner(PlanRequest(country: "FI")), world).picture()
    #expect(full.contains("Can fine     yes since"))
  }

  @Test func arrowsChangeWhatIsAsked() throws {
    var state = State.opened(Self.page, try FrozenPackage.world())
    #expect(state.picture().contains("◂ Germany ▸"))
    state.press(.down, .right)
    #expect(state.picture().contains("◂ Denmark ▸"))
    state.press(.left, .left)
    #expect(state.picture().contains("◂ Czechia ▸"))
    state.press(.up, .right)
    #expect(state.picture().contains("High-risk system in a product (Annex I)"))
    state.press(.left, .left)
    #expect(state.picture().contains("Prohibited practice (Article 5)"))
    state.press(.tab, .right)
    #expect(state.picture().contains("Prohibited practice (Article 5)"), "only there they turn")
  }

  @Test func monthsGoUpAndDownFromTheMiddle() throws {
    var state = State.opened(Self.page, try FrozenPackage.world())
    #expect(state.picture().contains("6 to 12 months"))
    state.type("+")
    #expect(state.picture().contains("◂ 9 months ▸"))
    state.type("+")
    #expect(state.picture().contains("◂ 10 months ▸"))
    state.type("---")
    #expect(state.picture().contains("◂ 8 months ▸"))
    for _ in 0..<20 { state.type("-") }
    #expect(state.picture().contains("◂ 0 months ▸"))
  }

  @Test func everyKindAndCountryAnswers() throws {
    let world = try FrozenPackage.world()
    for kind in SystemKind.allCases {
      for country in ["DE", "IE", "NO", "GB", "XX"] {
        let page = Page.planner(PlanRequest(kind: kind, country: country))
        let screen = PlannerScreen(page: page, world: world, settings: Settings())
        #expect(screen.panes.count == 4)
        #expect(!screen.headline.isEmpty)
      }
    }
    let norway = sheet(.planner(PlanRequest(country: "NO")), world, width: 120)
    #expect(norway.contains("The Act does not bind in Norway"))
  }

  @Test func whatIsLateIsSaid() throws {
    let page = Page.planner(PlanRequest(country: "IE"))
    let text = sheet(page, try FrozenPackage.world("2026-03-01"), width: 160)
    #expect(text.contains("12 mo: 2 Aug 2025, 211 d ago"))
    #expect(text.contains("start for 12 months 211 d"))
    #expect(text.contains("Ireland: penalties 211 d"))
    #expect(text.contains("2 Dec 2027 proposed"))
  }

  @Test func everyRowIsAFactWithSources() throws {
    let world = World(dataset: try FrozenLedger.dataset(), today: try day("2026-11-21"))
    for kind in SystemKind.allCases {
      let page = Page.planner(PlanRequest(kind: kind, country: "DE"))
      let screen = PlannerScreen(page: page, world: world, settings: Settings())
      for pane in screen.panes {
        for row in 0..<pane.count {
          let fact = try #require(pane.fact(row), "\(kind) \(pane.title) \(row)")
          #expect(!world.sources(of: fact).isEmpty, "\(fact)")
        }
      }
    }
  }

  @Test func aRequestOutlivesARestart() throws {
    let asked = PlanRequest(kind: .annexI, country: "IE", months: 9...9)
    let kept = try #require(Page.planner(asked).name)
    #expect(Page(name: kept) == .planner(asked))
    for text in ["planner:", "planner:annex-i DE", "planner:x DE 6-12", "planner:annex-i DE 9-6"] {
      #expect(Page(name: text) == nil)
    }
    var state = State.opened(.enforcement, try FrozenPackage.world())
    state.type("a2026-03-21")
    state.press(.enter)
    let session = Session(text: Session(of: state).text)
    let again = State.opened(.overview, try FrozenPackage.world(), resuming: session)
    #expect(again.picture().contains("since 21 Mar 2026"))
  }

  @Test func thePaletteLeadsThere() throws {
    var state = State.opened(.overview, try FrozenPackage.world())
    state.type(":plan")
    state.press(.enter)
    #expect(state.place.page == .planner(PlanRequest()))
    state.type(":planner: ire")
    state.press(.enter)
    #expect(state.place.page == .planner(PlanRequest(country: "IE")))
  }

  @Test func fitsAnywhere() throws {
    expectToFitAnywhere(Self.page, try FrozenPackage.world())
    let empty = try SyntheticPackage.dataset([.countries: "code,name,bloc"])
    expectToFitAnywhere(Self.page, World(dataset: empty, today: try day("2026-11-21")))
  }

  @Test func hostileNamesStayInTheirCells() throws {
    try expectHostileNamesInTheirCells(Self.page)
  }
}
