import Charts
import Dataset
import TestSupport
import Testing

@testable import Dashboard

/// Another list opens as a list does: at its first column and its first row.
@Suite struct AnotherListTests {
  @Test func theColumnGoneToIsNotThatOfAnotherView() throws {
    var state = State.opened(.compute, try FrozenLedger.world())
    state.press(.tab)
    state.type("lll")
    #expect(state.place.view.columns[1] == 3)
    state.type("ff")
    #expect(state.place.screen.panes[1].name == "slipped")
    #expect(state.place.view.columns[1] == nil)
    #expect(!state.picture().contains("\u{25C2}"), "no column is out of sight at the left")
  }

  @Test func theSameListKeepsItsColumn() throws {
    var state = State.opened(.compute, try FrozenLedger.world())
    state.press(.tab)
    state.type("ll")
    state.type("b")
    #expect(state.place.screen.panes[1].name == "sites")
    #expect(state.place.view.columns[1] == 2)
  }

  @Test func anotherGroupingOpensAtItsFirstRow() throws {
    var state = State.opened(.capital, try FrozenLedger.world())
    state.type("jjj")
    #expect(state.place.view.position(0).cursor == 3)
    state.type("b")
    #expect(state.place.view.position(0).cursor == 0)
  }

  @Test func anOptionKeepsTheFactThatIsSelected() throws {
    var state = State.opened(.capital, try FrozenLedger.world())
    state.type("jj")
    let before = state.selectedFact?.withoutParts
    state.type("i")
    #expect(state.selectedFact?.withoutParts == before)
  }
}
