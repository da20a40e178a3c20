import Testing

@testable import Insight

/// Systems of shares with a row from which no way leads out.
@Suite struct StateReductionTests {
  private typealias Row = StateReduction.Row

  @Test func aRowWithoutAWayOutGivesNothingToOthers() {
    let blind = Row()
    let half = Row(entries: [(0, 3)], out: 4, gain: 2)
    #expect(StateReduction.solve([blind, half]) == [0, 0.5])
  }
}
