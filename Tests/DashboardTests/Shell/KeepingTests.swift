import Canvas
import Dataset
import Insight
import Testing

@testable import Dashboard

@Suite struct KeepingTests {
  private static func world(_ watchlist: String = "") throws -> World {
    World(
      dataset: try FrozenPackage.dataset(), today: try day("2026-11-21"),
      watchlist: Watchlist(text: watchlist))
  }

  private static func state(
    _ page: Page, _ watchlist: String = "", resuming session: Session? = nil
  ) throws -> State {
    State.opened(
      page, try world(watchlist), size: Size(width: 120, height: 40), resuming: session)
  }

  // MARK: Watching

  @Test func aRowIsWatchedByWhatItIsAbout() throws {
    let world = try Self.world()
    #expect(world.subject(of: .round("nscale-c")) == .organisation("nscale"))
    #expect(world.subject(of: .step(country: "DE", .law)) == .country("DE"))
    #expect(world.subject(of: .row(.investments, .number(0))) == .organisation("asml"))
    #expect(world.subject(of: .commitment("narvik")) == .commitment("narvik"))
    #expect(world.subject(of: .layer(.models)) == nil)
    #expect(
      world.subject(of: .sum(title: "one", [.round("nscale-c")])) == .organisation("nscale"))
  }

  @Test func watchingMarksRowsIsKeptAndStopsAgain() throws {
    var state = try Self.state(.company("nscale"))
    #expect(!state.picture().contains("◆"))
    #expect(state.update(.key(.character("w"))) == [.keep(.watchlist)])
    #expect(state.world.watchlist.text(in: "", since: Watchlist()) == "company:nscale\n")
    #expect(state.picture().contains("◆ 2026-03-09"))
    #expect(state.message == .note("watching Nscale; the filter watched:yes shows all of it"))
    #expect(state.update(.key(.character("w"))) == [.keep(.watchlist)])
    #expect(state.world.watchlist.isEmpty)
  }

  @Test func theOverviewSaysWhatWasLastHeardOfTheWatched() throws {
    let watchlist = "company:nscale\ncountry:DE\ncountry:IE\nsite:narvik\ncompany:gone\n"
    let state = try Self.state(.overview, watchlist)
    let line = state.watchLine.spans.map(\.text).joined()
    #expect(
      line == "◆ Nscale Series C 9 Mar 2026  ·  Germany full  ·  Ireland lacks penalties  ·  "
        + "Narvik campus building")
    #expect(state.picture().contains("◆ Nscale Series C 9 Mar 2026"))
  }

  @Test func theFilterAsksForWhatIsWatched() throws {
    var state = try Self.state(.capital, "company:nscale\nsite:jupiter\n")
    state.type("/watched:yes")
    #expect(state.picture().contains("2 rounds, 2 sites, 1 organisation"))
    state.press(.control("u"))
    state.type("watched:no layer:infrastructure")
    #expect(!state.world.passes.matches(try #require(state.world.row(ofRound: "nscale-c"))))
    #expect(state.world.passes.matches(try #require(state.world.row(ofRound: "fjord-debt"))))
  }

  @Test func aWatchlistForgivesWhatItCannotRead() {
    let text =
      "company:nscale\n\n# a note\nnonsense\ncountry:DE  # my state\ncompany:nscale\nstep:DE:x\n"
    let watchlist = Watchlist(text: text)
    #expect(watchlist.facts == [.organisation("nscale"), .country("DE")])
    #expect(Watchlist(text: watchlist.text(in: "", since: Watchlist())) == watchlist)
  }

  // MARK: Names

  @Test func factsAndPagesComeBackByTheirNames() throws {
    let facts: [Fact] = [
      .organisation("nscale"), .country("DE"), .round("nscale-c"), .commitment("narvik"),
      .milestone("ai-act-sandboxes"), .claim("nscale-total"), .source("s"), .model("m"),
      .layer(.models), .step(country: "DE", .marketSurveillance),
    ]
    for fact in facts {
      #expect(Fact(name: try #require(fact.name)) == fact)
      #expect(Page(name: try #require(Page.fact(fact).name)) == .fact(fact))
    }
    let pages: [Page] = [
      .overview, .capital, .compute, .exposure, .enforcement, .timeline, .claims, .sources,
      .company("nscale"), .country("DE"), .layer(.chips), .changes(since: try day("2026-01-02")),
      .problems,
    ]
    for page in pages { #expect(Page(name: try #require(page.name)) == page) }
    for name in ["", "company", "company:", "layer:none", "fact:x", "changes:soon", "elsewhere"] {
      #expect(Page(name: name) == nil, "\(name)")
    }
  }

  // MARK: The session

  @Test func oneGoesOnFromWhereOneWas() throws {
    var state = try Self.state(.capital)
    state.type("/layer:infrastructure")
    state.press(.enter)
    state.type("b>")
    state.press(.tab)
    state.type("[[")
    state.press(.tab, .down)
    let selected = state.selectedFact
    let session = Session(text: Session(of: state).text)
    #expect(session == Session(of: state))
    let again = try Self.state(.overview, resuming: session)
    #expect(again.place.page == .capital)
    #expect(again.world.filter.text == "layer:infrastructure")
    #expect(again.world.day == state.world.day)
    #expect(again.place.view.settings == state.place.view.settings)
    #expect(again.place.view.focus == state.place.view.focus)
    #expect(again.selectedFact == selected)
    #expect(again.picture() == state.picture())
  }

  @Test func aPageOnTopOfOthersComesBackWithThem() throws {
    var state = try Self.state(.sources)
    state.type(":nscale")
    state.press(.enter, .down)
    var again = try Self.state(.overview, resuming: Session(of: state))
    #expect(again.places.map(\.page) == [.sources, .company("nscale")])
    again.press(.escape)
    #expect(again.place.page == .sources)
  }

  /// The target of the exposure and its cut are kept like the screen itself.
  @Test func whatExposureIsAskedComesBack() throws {
    var state = try Self.state(.exposure)
    state.type("A")
    state.type("E")
    state.press(.down)
    state.type("X")
    state.type("nscale=50")
    state.press(.enter)
    let subjects = state.place.view.settings.subjects
    #expect(subjects[.target] != nil && subjects[.cut]?.hasSuffix("=50") == true)
    let session = Session(text: Session(of: state).text)
    #expect(session == Session(of: state))
    var again = try Self.state(.overview, resuming: session)
    #expect(again.place.view.settings.subjects == subjects)
    #expect(again.place.screen.headline == state.place.screen.headline)
    // A thing that the data no longer has is not asked for.
    let gone = "page = exposure\nsubject = target gone\nsubject = cut nscale=900"
    again = try Self.state(.overview, resuming: Session(text: gone))
    #expect(again.place.page == .exposure)
    #expect(again.place.view.settings.subjects.isEmpty)
  }

  @Test func whatIsGivenOtherwiseStays() throws {
    var state = try Self.state(.capital)
    state.type("/layer:models")
    state.press(.enter)
    let world = try Self.world().through(try Filter("company:nscale")).seen(
      from: try day("2026-01-01"))
    let again = State.opened(
      .overview, world, size: Size(width: 80, height: 24), resuming: Session(of: state),
      keepsWorld: true)
    #expect(again.place.page == .capital)
    #expect(again.world.filter.text == "company:nscale")
    #expect(again.world.day == (try day("2026-01-01")))
  }

  /// A file of a later version, of another dataset, cut short, or edited by hand.
  @Test(arguments: [
    "", "page", "page = ", "= capital", "page = company:gone\nselect = round:gone", "focus = 1",
    "page = capital\nfocus = 99\nset = grouping 99\nset = x 1\nsort = 0 99 down\nsort = x",
    "filter = layer:nonsense\nday = soon\npage = capital", "page = company:nscale",
    "page = fact:round:gone", "select = company:nscale\u{0}\u{1B}[2J",
  ])
  func noSessionIsAnError(_ text: String) throws {
    var state = try Self.state(.overview, resuming: Session(text: text))
    state.press(.down, .tab, .enter)
    _ = state.picture()
    #expect(state.world.filter.isEmpty)
    #expect(hostileScalars(state.canvas()).isEmpty)
  }
}

@Suite struct ComingBackTests {
  private static func state() throws -> State {
    let world = World(dataset: try FrozenPackage.dataset(), today: try day("2026-11-21"))
    return State.opened(.capital, world, size: Size(width: 120, height: 40))
  }

  @Test func aScreenIsFoundAsItWasLeft() throws {
    var state = try Self.state()
    state.type("b")
    state.press(.tab, .down)
    let picture = state.picture()
    let made = state.place.made
    state.type("35")
    state.type("2")
    #expect(state.picture() == picture)
    #expect(state.place.made === made, "nothing was asked again")
  }

  @Test func itIsMadeAnewWhereTheFactsAreOthers() throws {
    var state = try Self.state()
    state.press(.tab, .down)
    let selected = state.selectedFact
    state.type("3[")
    state.type("2")
    #expect(state.place.made === state.world.token)
    #expect(state.selectedFact == selected)
    #expect(state.picture().contains("as of 21 Oct 2026"))
    state.press(.enter)
    state.type("]")
    state.press(.escape)
    #expect(state.place.made === state.world.token)
  }

  @Test func sortingAtTheTopStaysAtTheTop() throws {
    var state = try Self.state()
    state.press(.tab)
    state.type("lllS")
    #expect(state.place.view.position(state.place.view.focus).cursor == 0)
    state.press(.down)
    let selected = state.selectedFact
    state.type("S")
    #expect(state.selectedFact == selected)
  }
}
