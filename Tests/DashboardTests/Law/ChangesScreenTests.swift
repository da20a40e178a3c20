import Canvas
import Dataset
import Insight
import Testing

@testable import Dashboard

@Suite struct ChangesScreenTests {
  private static func page(_ text: String = "2026-03-21") throws -> Page {
    .changes(since: try day(text))
  }

  @Test(arguments: screenSizes)
  func looksAsKept(_ size: Size) throws {
    let state = State.opened(try Self.page(), try FrozenPackage.world(), size: size)
    Golden.expect(state.screenPicture(), "changes-\(size.name)")
  }

  @Test func looksAsKeptInASCII() throws {
    let state = State.opened(
      try Self.page(), try FrozenPackage.world(), size: Size(width: 80, height: 24))
    Golden.expect(state.screenPicture(ascii: true), "changes-80x24-ascii")
  }

  @Test func looksAsKeptPrinted() throws {
    Golden.expect(sheet(try Self.page(), try FrozenPackage.world(), width: 120), "changes-printed")
  }

  /// The question of the issue, on the curated data: which states gained full authority in between.
  @Test func saysWhichStatesGainedFullAuthority() throws {
    let world = World(dataset: try FrozenLedger.dataset(), today: try day("2026-11-21"))
    let text = sheet(try Self.page(), world, width: 120)
    #expect(text.contains("4 → 7 of 27"))
    #expect(text.contains("gained it  Germany, Greece, Malta"))
  }

  /// The ledger was revised on 21 November: what it dates by the year counts from that day. It would
  /// bury what is known to have happened since.
  @Test func whatIsDatedByTheYearComesLast() throws {
    let world = World(dataset: try FrozenLedger.dataset(), today: try day("2026-11-22"))
    let screen = ChangesScreen(
      page: try Self.page("2026-10-01"), world: world, settings: Settings())
    let table = screen.panes[1]
    let dates = (0..<table.count).map { table.cells($0)[2] }
    let exact = dates.prefix { $0.count == 10 }
    #expect(!exact.isEmpty && exact.count < dates.count)
    #expect(dates[exact.count...].allSatisfy { $0.count < 10 })
    #expect(exact.elementsEqual(exact.sorted(by: >)))
    let vague = dates.count - exact.count
    #expect(screen.headline.map(\.text).joined().contains("\(vague) more perhaps, dated by month"))
  }

  @Test func theBarsFilterTheTable() throws {
    var state = State.opened(try Self.page(), try FrozenPackage.world())
    let all = state.place.screen.panes[1].count
    let groups = state.place.screen.panes[0].count
    var sum = 0
    for _ in 1..<groups {
      state.press(.down)
      sum += state.place.screen.panes[1].count
    }
    #expect(sum == all)
    #expect(all > 10)
  }

  @Test func everyRowIsAFactWithSources() throws {
    let world = try FrozenPackage.world()
    let screen = ChangesScreen(page: try Self.page(), world: world, settings: Settings())
    for pane in screen.panes {
      for row in 0..<pane.count {
        let fact = try #require(pane.fact(row))
        #expect(!world.sources(of: fact).isEmpty, "\(fact)")
      }
    }
  }

  @Test func saysWhatChangedInWords() throws {
    let screen = ChangesScreen(
      page: try Self.page(), world: try FrozenPackage.world(), settings: Settings())
    let pane = screen.panes[1]
    let rows = (0..<pane.count).map(pane.text)
    let narvik = try #require(rows.first { $0.contains("Narvik") })
    #expect(narvik.contains("accelerators 100,000 → 30,000"))
    #expect(narvik.contains("status announced → building"))
    #expect(narvik.hasSuffix("2026-04-10\tCompute\tsite"))
  }

  @Test func nothingChangedOnOneDay() throws {
    let state = State.opened(try Self.page("2026-11-21"), try FrozenPackage.world())
    #expect(state.picture().contains("nothing became known"))
  }

  @Test func goesFurtherBack() throws {
    var state = State.opened(try Self.page("2026-11-20"), try FrozenPackage.world())
    #expect(state.place.screen.panes[1].count == 0)
    state.type("bbb")
    #expect(state.place.screen.panes[1].count > 10)
    #expect(state.picture().contains("21 Nov 2025 to 21 Nov 2026"))
  }

  @Test func goesBackToADayThatIsTyped() throws {
    var state = State.opened(try Self.page("2026-11-20"), try FrozenPackage.world())
    state.type("a2026-07-01")
    state.press(.enter)
    #expect(state.picture().contains("1 Jul 2026 to 21 Nov 2026"))
    #expect(state.place.screen.panes[1].count > 5)
    state.type("a")
    #expect(state.picture().contains("compare with 2026-07-01"))
    state.press(.escape)
    #expect(state.place.page == (try Self.page("2026-11-20")))
  }

  @Test func fitsAnywhere() throws {
    expectToFitAnywhere(try Self.page(), try FrozenPackage.world())
    expectToFitAnywhere(try Self.page("2026-11-21"), try FrozenPackage.world())
  }

  @Test func hostileNamesStayInTheirCells() throws {
    let dataset = try FrozenPackage.dataset([
      .milestones: """
      id,date,title,instrument,scheduled,status,article
      x,2026-10-01,\u{1B}[31m漢字漢字\u{202E}\u{7},y,2026-12-24,scheduled,5
      """
    ])
    let world = World(dataset: dataset, today: try day("2026-11-21"))
    for size in screenSizes {
      let state = State.opened(try Self.page(), world, size: size)
      #expect(hostileScalars(state.canvas()).isEmpty)
    }
  }
}
