import Canvas
import Dataset
import Insight
import Testing

@testable import Dashboard

@Suite struct EnforcementScreenTests {
  @Test(arguments: screenSizes)
  func looksAsKept(_ size: Size) throws {
    let state = State.opened(.enforcement, try FrozenPackage.world(), size: size)
    Golden.expect(state.screenPicture(), "enforcement-\(size.name)")
  }

  /// A line that has no room to rise tells nothing: the figures stand in its place.
  @Test func aFlatHistoryIsTold() throws {
    let world = World(dataset: try FrozenLedger.dataset(), today: try day("2026-11-21"))
    let small = State.opened(.enforcement, world, size: Size(width: 80, height: 24)).screenPicture()
    #expect(!small.contains("┤"))
    #expect(small.contains("States with full authority"))
    #expect(small.contains(try Regex("2026 +7  possibly 10")))
    let large = State.opened(.enforcement, world, size: Size(width: 120, height: 40))
      .screenPicture()
    #expect(large.contains("10 ┤") && !large.contains("  possibly 10\n"))
  }

  @Test func looksAsKeptInASCII() throws {
    let state = State.opened(
      .enforcement, try FrozenPackage.world(), size: Size(width: 80, height: 24))
    Golden.expect(state.screenPicture(ascii: true), "enforcement-80x24-ascii")
  }

  @Test func looksAsKeptFromThePast() throws {
    let state = State.opened(
      .enforcement, try FrozenPackage.world("2026-03-21"), size: Size(width: 80, height: 24))
    Golden.expect(state.screenPicture(), "enforcement-2026-03-21")
  }

  @Test func looksAsKeptPrinted() throws {
    Golden.expect(sheet(.enforcement, try FrozenPackage.world(), width: 120), "enforcement-printed")
  }

  @Test(arguments: screenSizes)
  func definitionLooksAsKept(_ size: Size) throws {
    var state = State.opened(.enforcement, try FrozenPackage.world(), size: size)
    state.type("D")
    Golden.expect(state.screenPicture(), "enforcement-definition-\(size.name)")
  }

  /// On paper nothing scrolls: every paragraph stands there whole.
  @Test(arguments: [60, 120])
  func theDefinitionIsPrintedWhole(_ width: Int) throws {
    var settings = Settings()
    settings[EnforcementOptions.definition] = true
    let sheet = Sheet(page: .enforcement, world: try FrozenPackage.world(), settings: settings)
    let text = PlainText.write(sheet.canvas(width: width, height: nil))
    let words = text.split(whereSeparator: \.isWhitespace)
    for paragraph in EnforcementDefinition.explanation {
      let last = paragraph.text.split(whereSeparator: \.isWhitespace).suffix(2)
      #expect(words.contains(last), "\(paragraph.title): \(last.joined(separator: " "))")
    }
    #expect(!text.contains("more line"))
  }

  /// The figures of the issue, on the curated data: they may be told apart from the code only there.
  @Test func headlineCountsTheCuratedStates() throws {
    let dataset = try FrozenLedger.dataset()
    func headline(_ text: String) throws -> String {
      let world = World(dataset: dataset, today: try day("2026-11-21"), day: try day(text))
      return EnforcementScreen(page: .enforcement, world: world, settings: Settings())
        .headline.map(\.text).joined()
    }
    #expect(
      try headline("2026-11-21")
        == "Enforcement authority · 7 of 27, possibly 10 · all three authorities in 11"
        + " · by effective date")
    #expect(
      try headline("2026-03-21")
        == "Enforcement authority · 4 of 27, possibly 5 · all three authorities in 9"
        + " · by effective date")
    #expect(try headline("2025-01-01") == "Enforcement authority · 0 of 27 · by effective date")
  }

  @Test func printsEveryMember() throws {
    let world = World(dataset: try FrozenLedger.dataset(), today: try day("2026-11-21"))
    for width in [80, 120, 200] {
      let text = sheet(.enforcement, world, width: width)
      for country in world.dataset.countries where country.bloc == .eu {
        let lines = text.split(separator: "\n")
        let name = world.dataset.string(country.name)
        #expect(lines.contains { $0.contains(name) }, "\(name) at \(width)")
      }
    }
  }

  @Test func recordHasTheShapeOfTheDesign() throws {
    let screen = EnforcementScreen(
      page: .enforcement, world: try FrozenPackage.world(), settings: Settings())
    let object = try jsonObject(screen.record)
    #expect(object["as_of"] as? String == "2026-11-21")
    #expect(object["full"] as? [String] == ["DE", "DK", "FI"])
    #expect(object["possible"] as? [String] == ["IE", "IT"])
    let states = try #require(object["states"] as? [[String: Any]])
    let ireland = try #require(states.first { $0["country"] as? String == "IE" })
    #expect(ireland["full"] as? Bool == false)
    #expect(ireland["penalties"] as? String == "adopted")
    #expect(ireland["single_point_of_contact"] as? String == "in-force")
  }

  @Test func filterLeavesTheOthersFaintOnTheMap() throws {
    var state = State.opened(.enforcement, try FrozenPackage.world())
    state.type("/missing:penalties country:IE,IT,DE")
    state.press(.enter)
    let screen = try #require(state.place.screen as? EnforcementScreen)
    #expect(screen.rows.map(\.code) == ["IE", "IT"])
    #expect(state.picture().contains("3 of 27, possibly 5 · 2 shown"))
    #expect(state.picture().contains("(DK)"))
    #expect(try jsonObject(screen.record)["possible"] as? [String] == ["IE", "IT"])
    state.press(.tab, .right)
    #expect(state.selectedFact == .country("IT"))
    state.press(.left)
    #expect(state.selectedFact == .country("IE"))
  }

  // MARK: Keys

  @Test func mapAndTableHaveOneSelection() throws {
    var state = State.opened(.enforcement, try FrozenPackage.world())
    state.press(.down, .down)
    #expect(state.selectedFact == .country("DE"))
    state.press(.tab)
    #expect(state.selectedFact == .country("DE"))
    state.press(.right)
    #expect(state.selectedFact == .country("PL"))
    state.press(.left, .up)
    #expect(state.selectedFact == .country("DK"))
    state.press(.tab)
    #expect(state.selectedFact == .country("DK"))
  }

  @Test func clickOnATileSelectsItsRow() throws {
    var state = State.opened(.enforcement, try FrozenPackage.world())
    let rows = state.picture().split(separator: "\n", omittingEmptySubsequences: false)
    let y = try #require(rows.firstIndex { $0.contains("MT ") })
    let x = try #require(rows[y].range(of: "MT ")).lowerBound
    let column = rows[y].distance(from: rows[y].startIndex, to: x)
    _ = state.update(.click(x: column, y: y, double: false))
    #expect(state.selectedFact == .country("MT"))
    state.press(.tab)
    #expect(state.selectedFact == .country("MT"))
  }

  @Test func arrowsReachEveryTile() throws {
    let screen = EnforcementScreen(
      page: .enforcement, world: try FrozenPackage.world(), settings: Settings())
    var reached: Set<Int> = [0]
    var frontier = [0]
    while let row = frontier.popLast() {
      for move in [Move.up, .down, .left, .right] {
        let next = screen.destination(of: move, from: row, in: EnforcementScreen.Part.map)
        if let next, reached.insert(next).inserted { frontier.append(next) }
      }
    }
    #expect(reached.count == screen.rows.count)
  }

  @Test func sortsByAColumnAndKeepsTheSelection() throws {
    var state = State.opened(.enforcement, try FrozenPackage.world())
    state.press(.down)
    let selected = state.selectedFact
    state.type(">")
    let screen = try #require(state.place.screen as? EnforcementScreen)
    #expect(screen.rows.first?.code == "GB")
    #expect(state.selectedFact == selected)
    for _ in 0..<12 { state.type(">") }
    #expect(state.picture().contains("Art. 70 ▼"))
  }

  @Test func missingShowsTheIncompleteThenTheFull() throws {
    var state = State.opened(.enforcement, try FrozenPackage.world())
    state.type("m")
    var screen = try #require(state.place.screen as? EnforcementScreen)
    #expect(screen.rows.count == 24)
    state.type("m")
    screen = try #require(state.place.screen as? EnforcementScreen)
    #expect(screen.rows.map(\.code) == ["DK", "FI", "DE"])
  }

  @Test func enterOpensTheCountryAndSourcesAreNamed() throws {
    var state = State.opened(.enforcement, try FrozenPackage.world())
    state.press(.enter)
    #expect(state.place.page == .country("DK"))
    state.press(.escape)
    state.type("s")
    #expect(state.picture().contains("The gazette of everything"))
  }

  @Test func keysDoNotCollide() {
    let fixed = Set(Keymap.fixed.flatMap(\.keys))
    for kind in ScreenKind.allCases {
      for binding in kind.bindings {
        #expect(fixed.isDisjoint(with: binding.keys), "\(kind) \(binding.label)")
      }
      let own = kind.bindings.flatMap(\.keys)
      #expect(Set(own).count == own.count, "\(kind)")
    }
  }

  // MARK: Two days, two questions

  @Test(arguments: screenSizes)
  func comparisonLooksAsKept(_ size: Size) throws {
    var state = State.opened(.enforcement, try FrozenPackage.world(), size: size)
    state.type("vvv")
    Golden.expect(state.screenPicture(), "enforcement-compared-\(size.name)")
  }

  @Test func comparesWithADayThatIsTyped() throws {
    var state = State.opened(
      .enforcement,
      World(dataset: try FrozenLedger.dataset(), today: try day("2026-11-21")))
    state.type("a")
    state.type("2026-03-2x")
    state.press(.enter)
    #expect(state.picture().contains("\"2026-03-2x\" is no day: write 2026-03-21"))
    state.press(.backspace)
    state.type("1")
    state.press(.enter)
    #expect(state.picture().contains("4 → 7 of 27 since 21 Mar 2026"))
    #expect(state.picture().contains("gained Germany, Greece, Malta"))
    #expect(state.selectedFact == .country("DE"))
    let record = try jsonObject(state.place.screen.record)
    #expect(record["gained"] as? [String] == ["DE", "GR", "MT"])
    #expect(record["lost"] as? [String] == [])
    #expect(record["from"] as? String == "2026-03-21")
    state.type("a")
    state.press(.control("u"), .enter)
    #expect(state.picture().contains("7 of 27, possibly 10"))
  }

  @Test func aComparisonLeavesOutThatNothingWasFound() throws {
    var state = State.opened(.enforcement, try FrozenPackage.world())
    state.type("vvv")
    let screen = try #require(state.place.screen as? EnforcementScreen)
    #expect(screen.rows.prefix(2).map(\.code) == ["FI", "DE"])
    #expect(!screen.rows.contains { $0.code == "AT" }, "a first row that says none")
    #expect(
      screen.comparison?.changes.contains { $0.after?.status == EnforcementStatus.none } == true)
    for row in 0..<screen.panes[0].count { #expect(screen.panes[0].cells(row)[4] != "") }
  }

  @Test func filterAppliesToAComparison() throws {
    var state = State.opened(.enforcement, try FrozenPackage.world())
    state.type("vvv/country:FI,IE")
    state.press(.enter)
    let screen = try #require(state.place.screen as? EnforcementScreen)
    #expect(screen.rows.map(\.code) == ["FI", "IE"])
    #expect(try jsonObject(screen.record)["gained"] as? [String] == ["FI"])
  }

  @Test func knownThenIsAnotherQuestionThanTrueThen() throws {
    let dataset = try FrozenPackage.dataset()
    let world = World(
      dataset: dataset, today: try day("2026-11-21"), day: try day("2026-01-02"))
    var state = State.opened(.enforcement, world)
    #expect(state.picture().contains("2 of 27, possibly 3 · "))
    state.type("b")
    #expect(
      state.picture().contains("Enforcement authority · 0 of 27   "), "the gazette came later")
    #expect(state.picture().contains("by publication date"))
    #expect(try jsonObject(state.place.screen.record)["basis"] as? String == "known")
    state.type("b")
    #expect(state.picture().contains("by effective date"))
  }

  // MARK: Odd windows and odd data

  @Test func fitsAnywhere() throws {
    expectToFitAnywhere(.enforcement, try FrozenPackage.world())
  }

  @Test func showsAnEmptyPackage() throws {
    let dataset = try SyntheticPackage.dataset([.countries: "code,name,bloc"])
    let world = World(dataset: dataset, today: try day("2026-11-21"))
    expectToFitAnywhere(.enforcement, world)
  }

  @Test func hostileNamesStayInTheirCells() throws {
    let countries = "code,name,bloc\nAT,\u{1B}[31mAus\u{202E}tria\u{7},EU\nDE,漢字の国漢字の国漢字の国,EU"
    let dataset = try SyntheticPackage.dataset([
      .countries: countries,
      .enforcement: "country,date,step,status,detail\nAT,2026-01-01,law,in-force,\u{1B}]0;x\u{7}",
    ])
    let world = World(dataset: dataset, today: try day("2026-11-21"))
    for size in screenSizes {
      let state = State.opened(.enforcement, world, size: size)
      #expect(hostileScalars(state.canvas()).isEmpty)
    }
  }
}
