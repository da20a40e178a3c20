import Dataset
import TestSupport
import Testing

@testable import Dashboard

/// The filter that applies is gone on from where its line is opened again.
@Suite struct FilterGoesOnTests {
  @Test func aTermTypedNextStandsApart() throws {
    var state = State.opened(.capital, try FrozenLedger.world())
    state.type("/country:DE")
    state.press(.enter)
    state.type("2/since:2026")
    state.press(.enter)
    #expect(state.world.filter.text == "country:DE since:2026")
  }

  @Test func anEmptyLineBeginsWithoutABlank() throws {
    var state = State.opened(.capital, try FrozenLedger.world())
    state.type("/")
    if case .filter(let line) = state.mode {
      #expect(line.text.isEmpty)
    } else {
      Issue.record("the line is not open")
    }
  }

  @Test func theFilterStaysWhatItWas() throws {
    var state = State.opened(.capital, try FrozenLedger.world())
    state.type("/country:DE")
    state.press(.enter)
    state.type("/")
    state.press(.enter)
    #expect(state.world.filter.text == "country:DE")
  }
}
