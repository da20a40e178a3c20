import Insight
import Testing

/// The order of edges, and how many paths are listed unless a caller says more.
@Suite struct CanonicalOrderTests {
  private typealias Edge = DependencyGraph.Edge

  /// Twins stand by kind of size, then by size, however they came in.
  @Test func edgesStandByTargetThenBySize() {
    let sizes: [DependencyGraph.Size] = [
      .whole, .unknown, .between(1, 3), .between(1, 2), .known(5), .known(4),
    ]
    let edges =
      sizes.map { Edge(from: 0, to: 1, size: $0) } + [
        Edge(from: 0, to: nil, size: .known(1)), Edge(from: 0, to: 0, size: .unknown),
      ]
    let graph = DependencyGraph(nodeCount: 2, edges: edges)
    let order = graph.dependencies(of: 0).map { graph.edges[$0].size }
    #expect(
      order == [
        .unknown, .known(4), .known(5), .between(1, 2), .between(1, 3), .unknown, .whole, .known(1),
      ])
    #expect(graph.dependencies(of: 1).isEmpty)
  }

  @Test func tenPathsAreListed() {
    // From 0 over each of 1...12 to 13.
    let edges = (1...12).flatMap { middle in
      [
        Edge(from: 0, to: middle, size: .known(Double(middle))),
        Edge(from: middle, to: 13, size: .known(1)),
      ]
    }
    let graph = DependencyGraph(nodeCount: 14, edges: edges)
    let finder = PathFinder(
      graph: graph, targets: [13], ends: [13], shares: graph.shares(fixing: [13: .all]))
    let found = finder.paths(from: 0)
    #expect(found.paths.map { $0.nodes[1] } == [12, 11, 10, 9, 8, 7, 6, 5, 4, 3])
    #expect(found.isCut)
    #expect(finder.paths(from: 0, limit: 12).paths.count == 12)
  }
}
