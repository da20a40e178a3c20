import Dataset
import Insight
import TestSupport
import Testing

@testable import Dashboard

/// The steps of a state say since when they stand as they do, and how late they came.
@Suite struct StepsSinceTests {
  @Test func aRowThatOnlyConfirmsIsNoNewBegin() throws {
    let world = try FrozenLedger.world()
    var confirmed = 0
    for state in EnforcementReport(world.snapshot).members {
      for cell in state.cells where cell.history.count > 1 {
        guard let last = cell.history.last, let since = cell.since else { continue }
        let place = try #require(cell.history.firstIndex { $0.date == since })
        let rest = cell.history[place...]
        #expect(
          rest.allSatisfy {
            $0.status == last.status
              || (cell.holds && EnforcementDefinition.holds(cell.step, $0.status))
          }, "\(cell.step)")
        if place > 0 {
          let before = cell.history[place - 1]
          #expect(
            before.status != last.status || before.date == since,
            "\(cell.step): an earlier row says the same")
        }
        if since != last.date { confirmed += 1 }
      }
    }
    #expect(confirmed > 5, "the ledger has rows that confirm")
  }
}
