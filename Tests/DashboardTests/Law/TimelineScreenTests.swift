import Canvas
import Charts
import Dataset
import Insight
import Testing

@testable import Dashboard

@Suite struct TimelineScreenTests {
  @Test(arguments: screenSizes)
  func looksAsKept(_ size: Size) throws {
    let state = State.opened(.timeline, try FrozenPackage.world(), size: size)
    Golden.expect(state.screenPicture(), "timeline-\(size.name)")
  }

  @Test func looksAsKeptInASCII() throws {
    let state = State.opened(
      .timeline, try FrozenPackage.world(), size: Size(width: 80, height: 24))
    Golden.expect(state.screenPicture(ascii: true), "timeline-80x24-ascii")
  }

  @Test func looksAsKeptFromThePast() throws {
    let state = State.opened(
      .timeline, try FrozenPackage.world("2026-03-01"), size: Size(width: 120, height: 40))
    Golden.expect(state.screenPicture(), "timeline-2026-03-01")
  }

  @Test func looksAsKeptNearer() throws {
    var state = State.opened(
      .timeline, try FrozenPackage.world(), size: Size(width: 120, height: 40))
    state.type("+++")
    Golden.expect(state.screenPicture(), "timeline-half-year")
  }

  @Test func looksAsKeptPrinted() throws {
    Golden.expect(sheet(.timeline, try FrozenPackage.world(), width: 120), "timeline-printed")
  }

  // MARK: Keys

  @Test func opensAtTheFirstEventToCome() throws {
    let state = State.opened(.timeline, try FrozenPackage.world())
    #expect(state.selectedFact == .milestone("ai-act-art50-2-legacy-marking"))
    let past = State.opened(.timeline, try FrozenPackage.world("2026-03-01"))
    #expect(past.selectedFact == .commitment("essonne"))
  }

  @Test func arrowsGoAlongAndAcrossLanes() throws {
    var state = State.opened(.timeline, try FrozenPackage.world())
    state.press(.left)
    #expect(state.selectedFact == .milestone("ai-act-general-application"))
    state.press(.right)
    #expect(state.selectedFact == .milestone("ai-act-art50-2-legacy-marking"))
    state.press(.down)
    #expect(state.selectedFact == .round("fjord-debt"))
    // Across lanes to the nearest in time: two months before, not two months and a day after.
    state.press(.up)
    #expect(state.selectedFact == .milestone("ai-act-general-application"))
  }

  @Test func axisAndListHaveOneSelection() throws {
    var state = State.opened(.timeline, try FrozenPackage.world())
    state.press(.left, .left)
    let selected = state.selectedFact
    state.press(.tab, .tab)
    #expect(state.selectedFact == selected)
    state.press(.up)
    let above = state.selectedFact
    #expect(above != selected)
    state.press(.tab)
    #expect(state.selectedFact == above)
  }

  @Test func theSelectedEventStaysInView() throws {
    var state = State.opened(
      .timeline, try FrozenPackage.world(), size: Size(width: 80, height: 24))
    state.type("+++")
    for key in [Key.home, .right, .right, .down, .right, .end, .left, .up, .pageUp, .pageDown] {
      state.press(key)
      let picture = state.canvas()
      let reversed = (0..<picture.height).contains { y in
        (0..<picture.width).contains {
          y < 13 && picture[$0, y].style.attributes.contains(.reverse)
        }
      }
      #expect(reversed, "after \(key.label)")
    }
  }

  @Test func zoomingGoesRound() throws {
    var state = State.opened(.timeline, try FrozenPackage.world())
    let selected = state.selectedFact
    for _ in TimelineSpan.all {
      state.type("+")
      #expect(state.selectedFact == selected)
    }
    #expect(state.place.view.settings[TimelineOptions.span] == .standard)
    state.type("-")
    #expect(state.picture().contains("five years in view"))
  }

  @Test func oneLaneAlone() throws {
    var state = State.opened(.timeline, try FrozenPackage.world())
    let all = state.place.screen.panes[TimelineScreen.Part.events].count
    var sum = 0
    for _ in TimelineEvent.Kind.allCases {
      state.type("v")
      sum += state.place.screen.panes[TimelineScreen.Part.events].count
    }
    #expect(sum == all)
  }

  @Test func filterApplies() throws {
    var state = State.opened(.timeline, try FrozenPackage.world())
    state.type("/company:nscale")
    state.press(.enter)
    let pane = state.place.screen.panes[TimelineScreen.Part.events]
    #expect(
      (0..<pane.count).allSatisfy {
        pane.text($0).contains("Nscale") || pane.text($0).contains("Loughton")
      })
    #expect(pane.count > 3)
  }

  @Test func saysWhichQuestionItAnswers() throws {
    var state = State.opened(.timeline, try FrozenPackage.world())
    #expect(state.picture().contains("· by effective date"))
    state.type("b")
    #expect(state.picture().contains("by publication date"))
  }

  @Test func enterOpensTheFact() throws {
    var state = State.opened(.timeline, try FrozenPackage.world())
    state.press(.enter)
    #expect(state.place.page == .fact(.milestone("ai-act-art50-2-legacy-marking")))
  }

  // MARK: What it says

  @Test func annexThreeThenAndNow() throws {
    func row(_ text: String) throws -> String {
      let screen = TimelineScreen(
        page: .timeline, world: try FrozenPackage.world(text), settings: Settings())
      let pane = screen.panes[TimelineScreen.Part.next]
      return (0..<pane.count).map(pane.text).first { $0.contains("Annex III") } ?? "none"
    }
    #expect(
      try row("2026-03-01")
        == "2026-08-02\tStand-alone high-risk systems (Annex III)\t\t(+16 mo)\tAI Act\tin 154 d\t6(2)"
    )
    #expect(
      try row("2026-11-21")
        == "2027-12-02\tStand-alone high-risk systems (Annex III)\t2026-08-02\t+16 mo\t"
        + "Amending regulation\tin 376 d\t6(2)"
    )
  }

  @Test func whatIsLateSaysByHowMuch() throws {
    let screen = TimelineScreen(
      page: .timeline, world: try FrozenPackage.world(), settings: Settings())
    let pane = screen.panes[TimelineScreen.Part.next]
    let rows = (0..<pane.count).map(pane.text)
    #expect(
      rows.first == "2026-02-02\tGuidelines on classification\t\t\tAI Act\toverdue 292 d\t6(5)")
  }

  @Test func everyEventIsAFactWithSources() throws {
    let world = try FrozenPackage.world()
    let screen = TimelineScreen(page: .timeline, world: world, settings: Settings())
    for pane in screen.panes {
      for row in 0..<pane.count {
        let fact = try #require(pane.fact(row))
        #expect(!world.sources(of: fact).isEmpty, "\(fact)")
      }
    }
  }

  @Test func recordHasTheShapeOfTheDesign() throws {
    let screen = TimelineScreen(
      page: .timeline, world: try FrozenPackage.world(), settings: Settings())
    let object = try jsonObject(screen.record)
    #expect(object["as_of"] as? String == "2026-11-21")
    let events = try #require(object["events"] as? [[String: Any]])
    let first = try #require(events.first)
    for key in ["date", "kind", "title", "subject", "status"] { #expect(first[key] is String) }
    #expect(first["sources"] is [String])
  }

  /// Any window says how much is late and when the next thing comes; its name where there is room.
  @Test(arguments: screenSizes) func theHeadlineAnswersInAnyWidth(_ size: Size) throws {
    let world = World(dataset: try FrozenLedger.dataset(), today: try day("2026-11-21"))
    let state = State.opened(.timeline, world, size: size)
    #expect(state.picture().contains("Timeline · 2 late · next in 11 days"))
    let sources = State.opened(.sources, world, size: size).picture()
    #expect(sources.contains("pages not read yet"))
  }

  @Test func fitsAnywhere() throws {
    expectToFitAnywhere(.timeline, try FrozenPackage.world())
    let empty = try SyntheticPackage.dataset([:])
    expectToFitAnywhere(.timeline, World(dataset: empty, today: try day("2026-11-21")))
  }

  @Test func hostileTitlesStayInTheirCells() throws {
    let dataset = try FrozenPackage.dataset([
      .milestones: """
      id,date,title,instrument,scheduled,status,article
      x,2026-01-01,\u{1B}[31m漢字漢字\u{202E}\u{7},y,2026-12-24,scheduled,\u{9B}2J
      """
    ])
    let world = World(dataset: dataset, today: try day("2026-11-21"))
    for size in screenSizes {
      #expect(hostileScalars(State.opened(.timeline, world, size: size).canvas()).isEmpty)
    }
  }
}
