import Canvas
import Dataset
import Insight
import Testing

@testable import Dashboard

@Suite struct CountryScreenTests {
  @Test(arguments: screenSizes)
  func looksAsKept(_ size: Size) throws {
    let state = State.opened(.country("DE"), try FrozenPackage.world(), size: size)
    Golden.expect(state.screenPicture(), "country-\(size.name)")
  }

  @Test func looksAsKeptInASCII() throws {
    let state = State.opened(
      .country("DE"), try FrozenPackage.world(), size: Size(width: 80, height: 24))
    Golden.expect(state.screenPicture(ascii: true), "country-80x24-ascii")
  }

  @Test func looksAsKeptPrinted() throws {
    Golden.expect(sheet(.country("IE"), try FrozenPackage.world(), width: 100), "country-printed")
  }

  @Test func aFocusedPaneGetsTheRoom() throws {
    var state = State.opened(
      .country("DE"), try FrozenPackage.world(), size: Size(width: 80, height: 24))
    state.press(.tab, .tab)
    Golden.expect(state.screenPicture(), "country-compute")
    #expect(state.selectedFact == .commitment("jupiter"))
  }

  /// A site that runs has no target left to be ordered by.
  @Test(arguments: [false, true])
  func sitesThatRunComeLastByTarget(_ descending: Bool) throws {
    let world = World(dataset: try FrozenLedger.dataset(), today: try day("2026-11-21"))
    var settings = Settings()
    settings.sort["compute"] = SortOrder(column: "target", descending: descending)
    let table = try #require(
      Sheet(page: .country("GB"), world: world, settings: settings).table("compute"))
    let status = try #require(table.headers.firstIndex(of: "status"))
    let target = try #require(table.headers.firstIndex(of: "target"))
    let rows = (0..<table.count).map { table.row($0) }
    let open = rows.filter { $0[status] != .text("operational") && $0[target] != .null }
    #expect(open.count > 2 && open.count < rows.count)
    let years = rows.prefix(open.count).compactMap { row -> String? in
      guard case .text(let text) = row[target] else { return nil }
      return String(text.prefix(4))
    }
    #expect(years.count == open.count, "they come first")
    #expect(years == (descending ? years.sorted(by: >) : years.sorted()))
    #expect(rows.prefix(open.count).allSatisfy { $0[status] != .text("operational") })
  }

  @Test func headlineSaysWhatIsMissing() throws {
    func headline(_ code: String, _ text: String = "2026-11-21") throws -> String {
      CountryScreen(
        page: .country(code), world: try FrozenPackage.world(text), settings: Settings()
      )
      .headline.map(\.text).joined()
    }
    #expect(
      try headline("DE") == "Germany · ● full authority since 29 Jul 2026, 361 days late")
    #expect(
      try headline("IE") == "Ireland · ◐ possibly full, penalties not seen in force, 476 days late")
    #expect(
      try headline("HU")
        == "Hungary · ◔ missing single point of contact, penalties, 476 days late")
    #expect(try headline("AT", "2025-08-01") == "Austria · ○ missing all four parts")
    #expect(try headline("NO") == "Norway · EEA: the AI Act does not bind it")
  }

  @Test func everyRowIsAFactWithSources() throws {
    let world = try FrozenPackage.world()
    for code in ["DE", "IE", "NO", "US"] {
      let screen = CountryScreen(page: .country(code), world: world, settings: Settings())
      for pane in screen.panes {
        for row in 0..<pane.count {
          let fact = try #require(pane.fact(row))
          if case .row(_, .step(let country, let step)) = fact,
            let id = world.dataset.country(country),
            world.snapshot.history(of: id, step).isEmpty
          {
            continue
          }
          #expect(!world.sources(of: fact).isEmpty, "\(fact)")
        }
      }
    }
  }

  @Test func enterOpensTheStep() throws {
    var state = State.opened(.country("DE"), try FrozenPackage.world())
    // The page opens on the step that was last heard of.
    state.press(.enter)
    #expect(state.place.page == .fact(.step(country: "DE", .law)))
    #expect(state.picture().contains("Parliament adopts the act"))
  }

  @Test func recordHoldsWhatThePageShows() throws {
    let screen = CountryScreen(
      page: .country("DE"), world: try FrozenPackage.world(), settings: Settings())
    let object = try jsonObject(screen.record)
    #expect(object["country"] as? String == "DE")
    let enforcement = try #require(object["enforcement"] as? [String: Any])
    #expect(enforcement["full"] as? Bool == true)
    #expect((object["authorities"] as? [[String: Any]])?.count == 4)
    #expect((object["commitments"] as? [[String: Any]])?.count == 2)
    #expect((object["companies"] as? [[String: Any]])?.count == 2)
    let ledger = try #require(object["ledger"] as? [[String: Any]])
    #expect(ledger.count { $0["step"] as? String == "law" } == 2)
  }

  @Test func plansForThisCountry() throws {
    var state = State.opened(.country("IE"), try FrozenPackage.world())
    state.type("P")
    #expect(state.place.page == .planner(PlanRequest(country: "IE")))
  }

  @Test func fitsAnywhere() throws {
    let world = try FrozenPackage.world()
    for code in ["DE", "NO", "XX"] { expectToFitAnywhere(.country(code), world) }
  }

  @Test func hostileNamesStayInTheirCells() throws {
    try expectHostileNamesInTheirCells(.country("DE"))
  }
}

@Suite struct PaneStackTests {
  private func stack(_ lines: Int...) -> PaneStack {
    PaneStack(parts: lines.map { PaneStack.Part([], lines: $0) })
  }

  @Test func givesAllWhatTheyAskForWhereThereIsRoom() {
    #expect(stack(2, 9).naturalHeight == 14)
    #expect(stack(2, 9).heights(in: 14, focus: 0) == [2, 9])
  }

  @Test func givesTheFocusedTheRest() {
    #expect(stack(20, 20, 20).heights(in: 20, focus: 1) == [2, 11, 2])
    #expect(stack(20, 20, 20).heights(in: 20, focus: nil) == [11, 2, 2])
    #expect(stack(20, 1, 20).heights(in: 20, focus: 1) == [7, 1, 7])
  }

  @Test func keepsTheFocusedWhereNothingElseFits() {
    #expect(stack(20, 20, 20).heights(in: 3, focus: 2) == [0, 0, 0])
    #expect(stack(20, 20, 20).heights(in: 2, focus: 2) == [0, nil, 0])
    #expect(stack(20, 20, 20).heights(in: 0, focus: 2) == [nil, nil, 0])
  }

  @Test func neverTakesMoreThanThereIs() {
    var random = SplitMix64(seed: 7)
    for _ in 0..<2_000 {
      let lines = (0..<Int.random(in: 0...5, using: &random)).map { _ in
        Int.random(in: 0...30, using: &random)
      }
      let stack = PaneStack(parts: lines.map { PaneStack.Part([], lines: $0) })
      let height = Int.random(in: 0...60, using: &random)
      let focus = lines.isEmpty ? nil : Int.random(in: 0..<lines.count, using: &random)
      let heights = stack.heights(in: height, focus: focus)
      #expect(zip(heights, lines).allSatisfy { ($0 ?? 0) <= $1 })
      if height >= lines.count {
        #expect(heights.reduce(0) { $0 + 1 + ($1 ?? 0) } <= max(height, 0))
      }
    }
  }
}
