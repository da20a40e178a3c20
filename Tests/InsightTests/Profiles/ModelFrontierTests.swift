import Dataset
import Testing

@testable import Insight

@Suite struct ModelFrontierTests {
  /// Counted by hand in models.csv: 51 European models, the largest of them to download with 675
  /// billion parameters. A Chinese model has 1,600 billion.
  @Test func europeStandsBesideTheUSAndChina() throws {
    let snapshot = try FrozenLedger.snapshot(asOf: "2026-11-22")
    let frontiers = ModelFrontier.all(in: snapshot)
    #expect(frontiers.map(\.home) == [.europe, .us, .china])
    #expect(frontiers.map(\.count.models) == [51, 20, 11])
    #expect(frontiers.map { $0.largest.last?.parametersBillions } == [675, 405, 1600])
    #expect(frontiers.map { $0.largestCluster?.trainingAccelerators } == [6144, 200_000, 100_000])
  }

  @Test func aStepIsLargerThanAllBefore() throws {
    let snapshot = try FrozenLedger.snapshot(asOf: "2026-11-22")
    for frontier in ModelFrontier.all(in: snapshot) {
      let sizes = frontier.largest.compactMap(\.parametersBillions)
      #expect(sizes == sizes.sorted())
      #expect(Set(sizes).count == sizes.count)
      #expect(frontier.largest.allSatisfy { $0.weights != .closed })
      let dates = frontier.largest.map(\.date)
      #expect(dates == dates.sorted())
    }
  }

  @Test func aDayBeforeKnowsLess() throws {
    let then = ModelFrontier.all(in: try FrozenLedger.snapshot(asOf: "2024-01-01"))
    #expect(then[0].largest.last?.parametersBillions == 176)
    #expect(then[2].models.isEmpty)
  }
}
