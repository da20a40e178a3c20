import Canvas
import Charts
import Dataset
import Testing

@testable import Dashboard

@Suite struct SelectingTests {
  private static func state(_ page: Page = .company("nscale")) throws -> State {
    let world = World(dataset: try FrozenPackage.dataset(), today: try day("2026-11-21"))
    return State.opened(page, world, size: Size(width: 120, height: 40))
  }

  // MARK: Copying

  @Test func oneIsAskedWhatToCopy() throws {
    var state = try Self.state()
    let row = try #require(state.place.screen.panes.first).cells(0)
    state.type("y")
    #expect(state.picture().contains("copy  y row"))
    #expect(state.update(.key(.character("y"))) == [.copy(row.joined(separator: "\t"))])
    state.type("y")
    let figure = try #require(row.dropFirst().first { $0.contains(where: \.isNumber) })
    #expect(state.update(.key(.character("f"))) == [.copy(figure)])
    state.type("y")
    #expect(
      state.update(.key(.character("s")))
        == [
          .copy(
            "The gazette of everything, Official Gazette, 2026-01-05, https://example.org/gazette")
        ])
    state.type("y")
    #expect(state.update(.key(.character("t"))) == [.copyRows(pane: 0)])
    let csv = try #require(state.csv(ofPane: 0))
    #expect(csv.hasPrefix("id,company,company_name,date,series,usd_m,usd_m_converted,"))
    #expect(state.csv(ofPane: 0, atMost: csv.utf8.count) == csv)
    #expect(state.csv(ofPane: 0, atMost: csv.utf8.count - 1) == nil, "no clipboard takes a part")
    #expect(csv.split(separator: "\n").count == 1 + state.place.screen.panes[0].count)
    state.type("y")
    #expect(state.update(.key(.escape)) == [])
  }

  @Test func theFigureIsTheColumnOneIsIn() throws {
    var state = try Self.state()
    state.type("l")
    let cell = state.place.screen.panes[0].cells(0)[1]
    state.type("y")
    // The mark of a round's standing is drawn before its name and is no part of it.
    #expect(cell == "● Series C")
    #expect(state.update(.key(.character("f"))) == [.copy("Series C")])
  }

  @Test func oneIsAskedInWhatFormToExport() throws {
    var state = try Self.state(.capital)
    state.type("x")
    #expect(
      state.picture().contains("export  x all  t text  s SVG  j JSON  c CSV of groups"))
    #expect(state.update(.key(.character("c"))) == [.export([.csv], pane: 0)])
    state.type("x")
    #expect(state.update(.key(.enter)) == [.export(OutputFormat.exported, pane: 0)])
  }

  /// The rows that stand on the screen are those in the file: filtered, of the bar that is selected, in
  /// their order.
  @Test func theTableInFocusIsExported() throws {
    var state = try Self.state(.capital)
    state.type("/country:FR year:2025")
    state.press(.enter)
    state.press(.tab)
    if state.place.view.focus == 0 { state.press(.tab) }
    state.type("xc")
    state.type("x")
    #expect(state.picture().contains("c CSV of rounds"))
    #expect(state.update(.key(.character("c"))) == [.export([.csv], pane: 1)])
    let rows = try #require(state.csv(ofPane: 1)).split(separator: "\n").map(String.init)
    #expect(rows.first?.hasPrefix("id,company,company_name,date,series,") == true)
    #expect(rows.count == 1 + state.place.screen.panes[1].count)
    #expect(state.exportName(ofPane: 1) == "moat-capital-rounds-2026-11-21")
    #expect(state.exportName(ofPane: 0) == "moat-capital-2026-11-21")
    let list = try #require(Sheet(page: .capital, world: state.world).table())
    let printed = DataWriter(list).csv()
    #expect(printed.hasPrefix("key,key_name,rounds,"), "the command's rows keep their shape")
    #expect(state.csv(ofPane: 0) == printed)
  }

  @Test func aPageOfSeveralListsExportsTheOneInFocus() throws {
    var state = try Self.state()
    state.press(.tab)
    state.type("x")
    #expect(state.picture().contains("c CSV of valuations"))
    #expect(state.update(.key(.character("c"))) == [.export([.csv], pane: 1)])
    let sheet = Sheet(page: .company("nscale"), world: state.world)
    #expect(state.csv(ofPane: 1) == sheet.table("valuations").map { DataWriter($0).csv() })
    #expect(
      state.csv(ofPane: 0) == sheet.table().map { DataWriter($0).csv() },
      "the rounds stand for the page")
    #expect(state.exportName(ofPane: 1) == "moat-company-nscale-valuations-2026-11-21")
  }

  // MARK: Columns

  @Test func oneGoesFromColumnToColumnAndSorts() throws {
    var state = try Self.state()
    let dates = { (state: State) in
      (0..<state.place.screen.panes[0].count).map { state.place.screen.panes[0].cells($0)[0] }
    }
    state.type("S")
    #expect(state.place.view.settings.sort["rounds"] == SortOrder(column: "date", descending: true))
    #expect(dates(state) == dates(state).sorted(by: >))
    state.type("S")
    #expect(dates(state) == dates(state).sorted())
    state.type("ll")
    #expect(state.place.view.columns[0] == 2)
    state.type("S")
    #expect(
      state.place.view.settings.sort["rounds"] == SortOrder(column: "usd_m", descending: true))
    state.type("hhhhh")
    #expect(state.place.view.columns[0] == 0)
  }

  // MARK: Mouse

  private static func point(_ text: String, in state: State) throws -> (x: Int, y: Int) {
    let rows = state.picture().split(separator: "\n", omittingEmptySubsequences: false)
    for (y, row) in rows.enumerated() {
      if let range = row.firstRange(of: text) {
        return (TextWidth.of(String(row[..<range.lowerBound])), y)
      }
    }
    Issue.record("there is no \(text) on the screen")
    throw NotShown()
  }

  private struct NotShown: Error {}

  @Test func aClickSelectsAndASecondOpens() throws {
    var state = try Self.state()
    let (x, y) = try Self.point("2025-09-25", in: state)
    _ = state.update(.click(x: x, y: y, double: false))
    #expect(state.selectedFact == .round("nscale-b"))
    _ = state.update(.click(x: x, y: y, double: true))
    #expect(state.place.page == .fact(.round("nscale-b")))
  }

  @Test func aClickOnATitleSortsAndASecondTurnsTheOrderRound() throws {
    var state = try Self.state()
    let (x, y) = try Self.point("Amount", in: state)
    _ = state.update(.click(x: x, y: y, double: false))
    let order = try #require(state.place.view.settings.sort["rounds"])
    #expect(order.descending)
    #expect(order.column == "usd_m")
    _ = state.update(.click(x: x, y: y, double: false))
    #expect(state.place.view.settings.sort["rounds"]?.descending == false)
  }

  @Test func theWheelMovesTheListUnderThePointer() throws {
    var state = try Self.state()
    #expect(state.place.view.focus == 0)
    let (x, y) = try Self.point("Loughton", in: state)
    _ = state.update(.scroll(x: x, y: y, rows: 3))
    #expect(state.place.view.focus != 0)
  }

  @Test func thePaletteAndTheSourcesTakeTheMouseToo() throws {
    var state = try Self.state(.overview)
    state.type(":germany")
    let (x, y) = try Self.point("Germany  ", in: state)
    _ = state.update(.click(x: x, y: y, double: false))
    _ = state.update(.click(x: x, y: y, double: true))
    #expect(state.place.page == .country("DE"))
  }

  @Test func theMouseIsFreedAndTakenBack() throws {
    var state = try Self.state()
    #expect(state.update(.key(.character("M"))) == [.mouse(false)])
    #expect(!state.hasMouse)
    #expect(state.update(.key(.character("M"))) == [.mouse(true)])
  }
}
