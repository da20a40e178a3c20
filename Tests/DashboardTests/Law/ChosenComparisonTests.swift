import Dataset
import TestSupport
import Testing

@testable import Dashboard

/// The ways out of a comparison with a day that was chosen.
@Suite struct ChosenComparisonTests {
  private static func compared(after keys: String = "") throws -> State {
    var state = State.opened(.enforcement, try FrozenLedger.world())
    state.type(keys + "a2026-03-21")
    state.press(.enter)
    #expect(state.place.screen.panes.first?.name == "changes")
    return state
  }

  @Test func theKeyOfTheDaysLeadsOut() throws {
    var state = try Self.compared()
    state.type("v")
    #expect(state.place.screen.panes.first?.name == "states")
    state.type("v")
    #expect(state.place.screen.panes.first?.name == "changes", "the key goes on to its own days")
  }

  @Test(arguments: ["", "v", "vvv"]) func escLeadsOutAtOnce(_ before: String) throws {
    var state = try Self.compared(after: before)
    state.press(.escape)
    #expect(state.place.screen.panes.first?.name == "states", "after \(before)")
  }

  @Test func whatEndsItIsSaidAndAnotherDayIsOffered() throws {
    var state = try Self.compared()
    #expect(state.picture().contains("Esc ends it"))
    #expect(state.picture().contains("a a day"), "while something is compared")
    state.press(.escape)
    #expect(!state.picture().contains("a a day"))
  }
}
