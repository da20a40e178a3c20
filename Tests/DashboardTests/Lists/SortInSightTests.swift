import Canvas
import Charts
import Dataset
import TestSupport
import Testing

@testable import Dashboard

/// The order of a list is seen, and belongs to the list it was chosen for.
@Suite struct SortInSightTests {
  /// Every column that sorts stands in the header with the sign of its order, however narrow the window.
  @Test(arguments: [80, 120])
  func theColumnThatSortsIsInSight(_ width: Int) throws {
    var state = State.opened(
      .capital, try FrozenLedger.world(), size: Size(width: width, height: 40))
    state.press(.tab)
    let list = state.place.screen.panes[state.place.view.focus]
    var sorted = 0
    for _ in list.columns {
      state.type(">")
      let pane = state.place.screen.panes[state.place.view.focus]
      guard let sort = pane.sort, sort.descending,
        let column = pane.ids.firstIndex(of: sort.column)
      else { break }
      sorted += 1
      let picture = state.picture()
      #expect(
        picture.contains("\(pane.columns[column]) ▼"), "\(pane.columns[column]): \(picture)")
      state.type(">")
    }
    #expect(sorted > 5)
  }

  @Test func anotherGroupingComesInItsOwnOrder() throws {
    var state = State.opened(.capital, try FrozenLedger.world())
    state.type(">")
    #expect(state.place.screen.panes[0].sort != nil)
    state.type("b")
    #expect(state.place.screen.panes[0].sort == nil)
  }

  @Test func theListBelowKeepsItsOrder() throws {
    var state = State.opened(.capital, try FrozenLedger.world())
    state.press(.tab)
    state.type(">b")
    #expect(state.place.screen.panes[1].sort != nil)
  }

  @Test func escLeavesTheMoneyPerCompute() throws {
    var state = State.opened(.capital, try FrozenLedger.world())
    state.type("u")
    #expect(state.picture().contains("Capital per accelerator"))
    state.press(.escape)
    #expect(!state.picture().contains("Capital per accelerator"))
  }
}
