import TestSupport
import Testing

@testable import Dashboard

/// The keys that page lists page the help too, while nothing is typed.
@Suite struct HelpPagingTests {
  @Test func theKeysOfTheListsPageTheHelp() throws {
    var state = State.opened(.capital, try FrozenLedger.world())
    state.type("?")
    let first = state.picture()
    state.press(.control("f"))
    #expect(state.picture() != first)
    state.press(.control("b"))
    #expect(state.picture() == first)
  }

  @Test func theyMoveInALineThatIsTyped() throws {
    var state = State.opened(.capital, try FrozenLedger.world())
    state.type("?pag")
    state.press(.control("b"), .control("f"))
    state.type("e")
    guard case .help(let sheet) = state.mode else {
      Issue.record("the help is closed")
      return
    }
    #expect(sheet.line.text == "page")
  }
}
