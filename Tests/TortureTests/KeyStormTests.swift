import Dataset
import TestSupport
import Testing
import Torture

/// Random keys end no dashboard. A storm that fails fails again with its seed:
/// `moat-bench keystorm --seed N`.
@Suite struct KeyStormTests {
  @Test(arguments: 1...4) func noKeyEndsTheDashboard(seed: Int) throws {
    let today = try #require(Day("2026-11-29"))
    var storm = KeyStorm(
      seed: UInt64(seed), dataset: try FrozenLedger.dataset(), today: today)
    for step in 0..<KeyStormTests.steps {
      storm.step(draws: step.isMultiple(of: 10))
    }
    #expect(storm.visited.count > 20, "a storm that stays where it is tries nothing")
  }

  private static let steps = 2_500

  @Test(arguments: 5...6) func whatIsKeptOfTheLastFrameIsWhatWouldBeDrawn(seed: Int) throws {
    let today = try #require(Day("2026-11-29"))
    var storm = KeyStorm(
      seed: UInt64(seed), dataset: try FrozenLedger.dataset(), today: today)
    for step in 0..<200 {
      storm.step(draws: true)
      guard storm.looksDrawn() else {
        Issue.record("step \(step) on \(storm.state.place.page)")
        return
      }
    }
  }
}
