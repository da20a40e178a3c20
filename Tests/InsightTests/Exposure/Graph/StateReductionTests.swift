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

  /// x = (1 + y) / 2 and y = 2 x / 4: the first row is handed to the second once, neither more nor less.
  @Test func aWholeShareIsHandedOn() {
    let values = DenseReduction.solve([
      Row(entries: [(1, 1)], out: 1, gain: 1), Row(entries: [(0, 2)], out: 2),
    ])
    #expect(abs(values[0] - 2 / 3) < 1e-12 && abs(values[1] - 1 / 3) < 1e-12)
  }

  /// As many as are solved on a full matrix, each pointing at all others.
  private func core(_ count: Int, _ out: Double, _ gain: Double) -> [Row] {
    (0..<count).map { node in
      Row(
        entries: (0..<count).filter { $0 != node }.map { ($0, Double(1 + $0)) },
        out: node == 0 ? out : 0, gain: node == 0 ? gain : 0)
    }
  }

  @Test func aFullCoreWithoutAWayOutIsNothing() {
    #expect(StateReduction.solve(core(20, 0, 0)) == Array(repeating: 0, count: 20))
  }

  @Test func aFullCoreHasTheValueOfItsOnlyWayOut() {
    let values = StateReduction.solve(core(20, 4, 1))
    #expect(values.count == 20 && values.allSatisfy { abs($0 - 0.25) < 1e-12 })
  }
}
