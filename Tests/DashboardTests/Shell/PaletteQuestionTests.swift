import Dataset
import TestSupport
import Testing

@testable import Dashboard

/// Questions that a filter or a day answers, asked of the palette.
@Suite struct PaletteQuestionTests {
  @Test func aMonthLeadsToWhatBecameKnownInIt() throws {
    var state = State.opened(.overview, try FrozenLedger.world())
    state.type(":september")
    state.press(.enter)
    #expect(state.world.day == (try day("2026-09-30")))
    #expect(state.place.page == .changes(since: try day("2026-08-31")))
    #expect(state.picture().contains("goes back to today"))
  }

  @Test func theMonthThatRunsEndsToday() throws {
    var state = State.opened(.overview, try FrozenLedger.world())
    state.type(":known in november")
    state.press(.enter)
    #expect(state.world.day == state.world.today)
    #expect(state.place.page == .changes(since: try day("2026-10-31")))
  }

  @Test func disputedLeadsToTheRoundsThatSourcesDisagreeOn() throws {
    var state = State.opened(.overview, try FrozenLedger.world())
    state.type(":disputed")
    state.press(.enter)
    #expect(state.place.page == .capital)
    #expect(state.world.filter.text == "confidence:disputed")
    #expect(state.place.screen.panes[1].count > 0)
  }
}
