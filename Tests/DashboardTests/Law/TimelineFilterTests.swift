import Dataset
import TestSupport
import Testing

@testable import Dashboard

/// The dates of the law on the timeline under a filter, and the way to them.
@Suite struct TimelineFilterTests {
  private static func dates(_ state: State) throws -> [String] {
    let pane = state.place.screen.panes[TimelineScreen.Part.next]
    let date = try #require(pane.columns.firstIndex(of: "Date"))
    return (0..<pane.count).map { pane.cells($0)[date] }
  }

  @Test func aFilterByDateHoldsForTheLaw() throws {
    var state = State.opened(.timeline, try FrozenLedger.world())
    let before = try Self.dates(state)
    #expect(before.contains { $0 > "2027-08-17" })
    state.type("/until:2027-08-17")
    state.press(.enter)
    let after = try Self.dates(state)
    #expect(!after.isEmpty && after.count < before.count)
    #expect(after.allSatisfy { $0 <= "2027-08-17" })
  }

  @Test func thePaletteLeadsToTheDeadlines() throws {
    var state = State.opened(.overview, try FrozenLedger.world())
    state.type(":deadlines")
    state.press(.enter)
    #expect(state.place.page == .timeline)
    #expect(state.place.view.focus == TimelineScreen.Part.next)
  }

  @Test func theActThatSetsADateStandsBeside() throws {
    let state = State.opened(.timeline, try FrozenLedger.world())
    let pane = state.place.screen.panes[TimelineScreen.Part.next]
    let act = try #require(pane.columns.firstIndex(of: "Set by"))
    #expect((0..<pane.count).allSatisfy { !pane.cells($0)[act].isEmpty })
  }
}
