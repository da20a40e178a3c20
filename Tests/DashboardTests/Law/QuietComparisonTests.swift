import TestSupport
import Testing

@testable import Dashboard

/// Comparing the enforcement of two days between which nothing changed.
@Suite struct QuietComparisonTests {
  @Test func anEmptyComparisonSaysThatNothingChanged() throws {
    let world = World(
      dataset: try FrozenLedger.dataset(), today: try day("2026-11-21"))
    for size in screenSizes {
      var state = State.opened(.enforcement, world, size: size)
      state.type("a2026-11-20")
      state.press(.enter)
      #expect(state.picture().contains("No step changed between the two days"), "\(size.name)")
      state.type("a2026-03-21")
      state.press(.enter)
      #expect(!state.picture().contains("No step changed"), "\(size.name)")
    }
  }
}
