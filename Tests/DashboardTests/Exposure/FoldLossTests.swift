import Canvas
import Dataset
import Insight
import TestSupport
import Testing

@testable import Dashboard

/// A fold of the graph loses what its nodes lose, as it weighs what they weigh.
@Suite struct FoldLossTests {
  @Test func aFoldSaysWhatIsLeftOfIt() throws {
    let dataset = try FrozenLedger.dataset()
    var state = State.opened(
      .exposure, World(dataset: dataset, today: dataset.updated),
      size: Size(width: 120, height: 40))
    state.type("Xhome:US")
    state.press(.enter)
    let folds = state.picture().split(separator: "\n").filter {
      $0.contains(" more ") && $0.contains("▸ +")
    }
    #expect(!folds.isEmpty)
    let weighed = folds.filter { $0.contains { $0.isNumber } && $0.contains("→") }
    #expect(!weighed.isEmpty, "\(folds)")
  }

  @Test func theLossOfAFoldIsTheSumOfItsNodes() throws {
    let world = try ReachPackage.world()
    var graph = ReachGraph.graph(
      of: world, .compute, .flows, asked: .organisation(try #require(world.dataset.focus)),
      ExposureOptions())
    let operators = graph.nodes(of: 2)
    #expect(operators.count > 2)
    for node in operators { graph.losses[node] = graph.weights[node]?.size }
    let (folded, hidden) = graph.folded(.init(most: 20, closed: 2), keeping: [])
    let nodes = try #require(hidden[2])
    let sum = nodes.reduce(0.0) { $0 + graph.least($1) }
    #expect(folded.losses[.folded(tier: 2)] == sum...sum)
  }
}
