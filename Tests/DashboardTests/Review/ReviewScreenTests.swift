import Canvas
import Dataset
import Insight
import Testing

@testable import Dashboard

/// The problems of the data, and the findings to look into.
@Suite struct ReviewScreenTests {
  private static let tables: [TableName: String] = [
    .organisations: """
    id,name,layer,country
    grid,Gridhall,infrastructure,DE
    tenant,Tenant Labs,models,FR
    start,Startling,applications,DE
    """,
    .compute: """
    id,date,name,scope,operator,customer,country,city,status,target,accelerators,note
    hall,2025-06-01,Gridhall Bonn,site,grid,tenant,DE,Bonn,building,2025,4000,
    plan,2024-06-01,Gridhall Ulm,site,grid,,DE,Ulm,announced,,90000,
    run,2026-06-01,Gridhall Trier,site,grid,,DE,Trier,operational,,6000,
    """,
    .rounds: """
    id,company,date,series,instrument,status,amount_m,currency,note
    start-a,start,2026-01-10,Series A,equity,closed,100,USD,Letter of intent for the second half
    start-b,start,2026-03-10,Series B,equity,closed,300,USD,
    """,
    .investments: "round,investor,role,amount_m,currency\nstart-b,grid,lead,400,USD\n",
    .reviewed: """
    pattern,table,row,reason,day
    long-announced,compute,plan|2024-06-01,The permit is due in 2027,2026-11-01
    talks-open,rounds,start-b,There are none,2026-11-01
    """,
  ]

  private static func world(day text: String = "2026-11-29") throws -> World {
    World(
      dataset: try SyntheticPackage.dataset(tables, updated: "2026-11-29"),
      today: try day("2026-11-29"), day: try day(text))
  }

  @Test(arguments: screenSizes)
  func looksAsKept(_ size: Size) throws {
    var state = State.opened(.problems, try Self.world(), size: size)
    state.press(.down)
    // The files lie in a folder whose name changes from run to run; the screen shows none of it.
    Golden.expect(state.screenPicture(), "review-\(size.name)")
  }

  private static func severities(_ screen: any Screen) -> [String] {
    let pane = screen.panes[0]
    return (0..<pane.count).map { pane.cells($0)[0] }
  }

  @Test func errorsAndWarningsComeFirst() throws {
    let dataset = try SyntheticPackage.dataset(
      Self.tables.merging([
        .expected: "metric,as_of,value\npost-money(start-a),2026-11-01,5\n"
      ]) { $1 }, updated: "2026-11-29")
    let screen = ReviewScreen(
      page: .problems, world: World(dataset: dataset, today: try day("2026-11-29")),
      settings: Settings())
    let found = Self.severities(screen)
    #expect(found.prefix(1) == ["error"])
    let ranks = found.map { ["error", "warning", "review"].firstIndex(of: $0) ?? 3 }
    #expect(ranks == ranks.sorted() && ranks.last == 2)
    #expect(screen.headline.map(\.text).joined().contains("1 error, 1 warning"))
  }

  @Test func theRowsAreThoseOfTheFindingSelected() throws {
    var state = State.opened(.problems, try Self.world(), size: Size(width: 120, height: 40))
    let list = state.place.screen.panes[0]
    let place = try #require((0..<list.count).first { list.cells($0)[1].contains("tickets") })
    for _ in 0..<place { state.press(.down) }
    let rows = state.place.screen.panes[1]
    #expect((0..<rows.count).map { rows.cells($0)[2] } == ["start-b|2026-03-10", "start-b|grid"])
    // Opening a finding opens the row that it is about.
    #expect(state.selectedFact == .row(.rounds, .id("start-b")))
    #expect(state.selectedFact.flatMap { state.world.origin(of: $0) }?.line == 3)
  }

  @Test func anotherDayShowsTheSame() throws {
    func cells(_ world: World) -> [[String]] {
      let pane = ReviewScreen(page: .problems, world: world, settings: Settings()).panes[0]
      return (0..<pane.count).map { pane.cells($0) }
    }
    let dataset = try SyntheticPackage.dataset(Self.tables, updated: "2026-11-29")
    let today = try day("2026-11-29")
    #expect(
      cells(World(dataset: dataset, today: today))
        == cells(World(dataset: dataset, today: today, day: try day("2025-01-01"))))
  }
}

/// The rows entered since the last visit.
@Suite struct EnteredScreenTests {
  private static func dataset(_ rounds: String) throws -> Dataset {
    try SyntheticPackage.dataset(
      [
        .organisations: "id,name,layer,country\nstart,Startling,applications,DE\n",
        .rounds: "id,company,date,series,instrument,status,amount_m,currency\n" + rounds,
      ], updated: "2026-11-21")
  }

  private static let before =
    "a,start,2020-01-01,Seed,equity,closed,5,USD\nb,start,2020-03-01,Loan,debt,closed,5,USD\n"
  private static let after =
    "a,start,2020-01-01,Seed,equity,closed,6,USD\nc,start,2019-01-01,Grant,grant,closed,7,USD\n"

  private static func world(_ rounds: String, day text: String = "2026-11-21") throws -> World {
    let prints = try #require(RowPrints(try dataset(before)))
    let visit = try day("2026-11-01")
    return World(
      dataset: try dataset(rounds), today: try day("2026-11-21"), day: try day(text),
      past: Past { Entered($0, since: prints, on: visit) })
  }

  private static func changes(_ state: State) -> [String] {
    let pane = state.place.screen.panes[1]
    return (0..<pane.count).map { pane.cells($0).prefix(2).joined(separator: ": ") }
  }

  @Test func whatWasEnteredIsNewsWhateverItsDate() throws {
    var state = State.opened(.overview, try Self.world(Self.after))
    state.type("c")
    #expect(
      Self.changes(state) == [
        "+ Startling Grant, USD 7 m: new", "~ Startling Seed, USD 6 m: amount_m",
        "- b|2020-03-01: gone from rounds",
      ])
    let head = state.place.screen.headline.map(\.text).joined()
    #expect(head.contains("1 new, 1 changed, 1 gone"))
    #expect(head.contains("since the last visit, 1 Nov 2026"))
    // The next order goes by dates.
    state.type("b")
    #expect(Self.changes(state).isEmpty)
  }

  @Test func whereNothingWasEnteredDatesTell() throws {
    var state = State.opened(.overview, try Self.world(Self.before))
    state.type("c")
    #expect(!state.place.screen.headline.map(\.text).joined().contains("entered"))
    var past = State.opened(.overview, try Self.world(Self.after, day: "2026-01-01"))
    past.type("c")
    #expect(!past.place.screen.headline.map(\.text).joined().contains("entered"))
  }

  @Test func aFilterAsksWhatIsThereAndCountsWhatIsGone() throws {
    let world = try Self.world(Self.after)
    let filtered = world.through(try Filter("amount>6", in: world.dataset))
    let screen = ChangesScreen(page: .entered, world: filtered, settings: Settings())
    #expect(screen.panes[1].count == 1)
    #expect(screen.headline.map(\.text).joined().contains("1 gone, which no filter can ask"))
  }
}

/// The day to compare with, as it is typed.
@Suite struct SinceTypedTests {
  @Test func aWordMeansADay() throws {
    let world = World(dataset: try FrozenPackage.dataset(), today: try day("2026-11-21"))
    var state = State.opened(.changes(since: try day("2026-03-21")), world)
    state.type("a")
    state.type("2w")
    state.press(.enter)
    #expect(state.place.view.settings.since == (try day("2026-11-07")))
    state.type("a")
    for _ in 0..<10 { state.press(.backspace) }
    state.type("last-visit")
    state.press(.enter)
    #expect(state.place.view.settings.since == (try day("2026-11-07")))
  }
}
