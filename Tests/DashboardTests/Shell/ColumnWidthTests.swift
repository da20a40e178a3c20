import Canvas
import Dataset
import Testing

@testable import Dashboard

/// Columns whose width and order keys change: nothing of it is a trap.
@Suite struct ColumnWidthTests {
  private static func state(
    _ page: Page = .capital, _ size: Size = Size(width: 80, height: 24)
  ) throws -> State {
    let world = World(dataset: try FrozenLedger.dataset(), today: try day("2026-11-21"))
    return State.opened(page, world, size: size)
  }

  /// The cells of the header of the list in focus under a title.
  private func titles(_ state: State) -> String {
    state.picture().split(separator: "\n").map(String.init).first {
      $0.contains("Date") || $0.contains("Company")
    } ?? ""
  }

  @Test(arguments: screenSizes)
  func theCurrentColumnStaysInSightHoweverWideItGets(_ size: Size) throws {
    var state = try Self.state(.capital, size)
    state.press(.tab)
    let columns = state.place.screen.panes[1].columns
    for (index, column) in columns.enumerated() {
      if index > 0 { state.type("l") }
      state.type(String(repeating: ")", count: 60))
      #expect(state.drawn[1]?[index] != nil, "\(column) at \(size.name)")
      #expect(state.drawn[1]?[0] != nil, "the first beside \(column) at \(size.name)")
    }
  }

  @Test func pastTheLeastAndTheMostNothingIsCounted() throws {
    var state = try Self.state()
    state.press(.tab)
    state.type("ll")
    let own = state.drawn[1]?[2]
    state.type(String(repeating: "(", count: 40))
    let least = try #require(state.place.view.widths[1]?[2] ?? own)
    #expect(least >= 4)
    #expect(state.message == .note("Round cannot be narrower"))
    state.type(")")
    let wider = try #require(state.place.view.widths[1]?[2])
    #expect(wider > least, "a single key undoes what forty did")
    state.type(String(repeating: ")", count: 40))
    #expect(state.message == .note("Round cannot be wider: all of it is shown"))
    let most = try #require(state.place.view.widths[1]?[2])
    state.type("(")
    #expect(try #require(state.place.view.widths[1]?[2]) < most)
  }

  @Test func zeroResets() throws {
    var state = try Self.state()
    state.press(.tab)
    let before = titles(state)
    state.type("l))))l((((")
    state.type("0")
    #expect(state.place.view.widths[1] == nil)
    #expect(state.place.view.columns[1] == nil)
    #expect(titles(state) == before)
  }

  @Test func aPageOfFactsHasNoWidths() throws {
    var state = try Self.state()
    state.press(.tab, .enter)
    #expect(state.place.page.kind.word == "fact")
    let before = state.canvas()
    state.type("))))l((((")
    #expect(state.place.view.widths.isEmpty && state.place.view.columns.isEmpty)
    #expect(state.message == .note("there are no columns here whose width could change"))
    state.type("l")
    state.message = nil
    #expect(state.canvas() == before)
  }

  @Test func theColumnOneIsInIsSeenOnArrival() throws {
    var state = try Self.state(.capital, Size(width: 120, height: 40))
    state.press(.tab)
    #expect(!state.picture().contains("in column"))
    state.type("lllllll")
    state.type("3")
    #expect(!state.picture().contains("in column"))
    state.type("2")
    let column = try #require(state.currentColumn)
    #expect(state.picture().contains("in column \(column)  S sorts by it"))
    let current = try #require(state.place.view.columns[1])
    #expect(state.drawn[1]?[current] != nil)
  }

  @Test func theLineSaysWhatIsSortedBy() throws {
    var state = try Self.state()
    state.press(.tab)
    state.type(">")
    #expect(state.message == .note("sorted by Company, Z to A"))
    state.type(">")
    #expect(state.message == .note("sorted by Company, A to Z"))
    state.type(">")
    #expect(state.message == .note("sorted by Date, latest first"))
    state.type("<")
    #expect(state.message == .note("sorted by Date, earliest first"))
    state.type("lllS")
    #expect(state.message == .note("sorted by Amount $ m, largest first"))
    #expect(state.picture().contains("sorted by Amount $ m, largest first"))
  }
}
