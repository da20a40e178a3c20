import Dataset
import TestSupport
import Testing

@testable import Dashboard

/// An entry of the palette sets its whole view: no mode and no order from before turns its answer.
@Suite struct WholeViewTests {
  private func asked(_ keys: String) throws -> State {
    var state = State.opened(.capital, try FrozenLedger.world())
    state.type(keys)
    state.type(":who lent debt by lender")
    state.press(.enter)
    return state
  }

  @Test(arguments: ["ff", "i", "v", ">", "bbbb>>"])
  func nothingOfBeforeIsLeft(_ keys: String) throws {
    let (fresh, state) = (try asked(""), try asked(keys))
    #expect(fresh.picture().contains("form:debt"))
    #expect(state.picture() == fresh.picture(), "\(state.picture())")
  }

  @Test func escLeavesTheLayersAskedFor() throws {
    var state = State.opened(.capital, try FrozenLedger.world())
    state.type("ff")
    #expect(state.picture().contains("Investors in"))
    state.press(.escape)
    #expect(!state.picture().contains("Investors in"))
  }
}
