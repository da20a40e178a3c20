import Canvas
import Dataset
import Testing

@testable import Dashboard

/// A column of bars has no title, and is named all the same where it is gone to.
@Suite struct BarColumnNameTests {
  @Test func theLineNamesTheColumnOfBars() throws {
    var state = State.opened(
      .exposure, try ReachPackage.world(), size: Size(width: 120, height: 40))
    state.type("E")
    let pane = state.place.screen.panes[0]
    let bar = try #require(pane.columns.firstIndex { $0.allSatisfy(\.isWhitespace) })
    state.press(.right)
    for _ in 0..<10 where state.place.view.columns[0] != bar { state.press(.right) }
    #expect(state.place.view.columns[0] == bar)
    #expect(state.currentColumn == pane.ids[bar])
    #expect(state.picture().contains("in column \(pane.ids[bar])"))
  }
}
