import Insight
import Testing

/// Properties of every graph, on seeded random graphs.
@Suite struct ExposurePropertyTests {
  /// Graphs from chains to dense circles, with and without unknowns.
  static let seeds = Array(0..<120)

  private func system(_ seed: Int) -> RandomSystem {
    var random = GraphRandom(seed: seed + 7_000)
    let nodes = 3 + random.below(14)
    return RandomSystem(
      seed: seed, nodes: nodes, edges: random.below(nodes * 3) + 2,
      unknownSizes: Double(random.below(3)) * 0.2, unknownEnds: Double(random.below(3)) * 0.1)
  }

  @Test(arguments: seeds) func everyCompletionLiesInside(seed: Int) {
    let system = system(seed)
    let shares = system.shares
    var random = GraphRandom(seed: seed + 1)
    for _ in 0..<20 {
      let completion = Completion(of: system, shares, using: &random)
      let solved = completion.solve()
      for node in 0..<system.graph.nodeCount {
        #expect(solved[node] >= shares[node].documented - 1e-9, "seed \(seed) node \(node)")
        #expect(solved[node] <= shares[node].possible + 1e-9, "seed \(seed) node \(node)")
      }
    }
  }

  @Test(arguments: seeds) func someCompletionComesCloseToEachEnd(seed: Int) {
    var random = GraphRandom(seed: seed + 11_000)
    let nodes = 3 + random.below(4)
    let system = RandomSystem(
      seed: seed, nodes: nodes, edges: 2 + random.below(nodes * 2), unknownSizes: 0.35,
      unknownEnds: 0.05)
    let unknown = system.graph.edges.indices.filter { system.graph.edges[$0].size == .unknown }
    if unknown.count > 6 { return }
    let shares = system.shares
    var least = [Double](repeating: 1, count: nodes)
    var most = [Double](repeating: 0, count: nodes)
    for ends in [0.0, 1.0] {
      for sizes in Completion.extremes(unknown) {
        let solved = Completion(of: system, shares, sizes: sizes, ends: ends).solve()
        for node in 0..<nodes {
          least[node] = min(least[node], solved[node])
          most[node] = max(most[node], solved[node])
        }
      }
    }
    for node in 0..<nodes {
      #expect(abs(least[node] - shares[node].documented) < 1e-3, "seed \(seed) node \(node)")
      #expect(abs(most[node] - shares[node].possible) < 1e-3, "seed \(seed) node \(node)")
    }
  }

  @Test(arguments: seeds) func learningASizeNeverWidens(seed: Int) {
    let system = system(seed)
    let before = system.shares
    var random = GraphRandom(seed: seed + 2)
    var edges = system.graph.edges
    for index in edges.indices where edges[index].size == .unknown && random.chance(0.5) {
      edges[index] = DependencyGraph.Edge(
        from: edges[index].from, to: edges[index].to, size: .known(Double(1 + random.below(99))))
    }
    let after = DependencyGraph(nodeCount: system.graph.nodeCount, edges: edges)
      .shares(fixing: system.fixed)
    for node in 0..<system.graph.nodeCount {
      #expect(after[node].documented >= before[node].documented - 1e-9, "seed \(seed)")
      #expect(after[node].possible <= before[node].possible + 1e-9, "seed \(seed)")
    }
  }

  @Test(arguments: seeds) func theOrderOfRowsDoesNotMatter(seed: Int) {
    let system = system(seed)
    var random = GraphRandom(seed: seed + 3)
    let shuffled = DependencyGraph(
      nodeCount: system.graph.nodeCount, edges: system.graph.edges.shuffled(using: &random))
    #expect(shuffled.shares(fixing: system.fixed) == system.shares, "seed \(seed)")
  }

  @Test(arguments: seeds) func theNumberingOfNodesDoesNotMatter(seed: Int) {
    let system = system(seed)
    var random = GraphRandom(seed: seed + 4)
    let count = system.graph.nodeCount
    let name = Array(0..<count).shuffled(using: &random)
    let edges = system.graph.edges.map { edge in
      DependencyGraph.Edge(from: name[edge.from], to: edge.to.map { name[$0] }, size: edge.size)
    }
    let renamed = DependencyGraph(nodeCount: count, edges: edges)
      .shares(fixing: [name[0]: .all, name[1]: .none])
    let shares = system.shares
    for node in 0..<count {
      #expect(abs(renamed[name[node]].documented - shares[node].documented) < 1e-12)
      #expect(abs(renamed[name[node]].possible - shares[node].possible) < 1e-12)
      #expect(renamed.isUnknown[name[node]] == shares.isUnknown[node])
    }
  }

  @Test(arguments: seeds) func theOtherTargetHasTheRest(seed: Int) {
    // A share that does not end at 0 ends at 1 or is open: the two shares complete each other.
    let system = system(seed)
    let shares = system.shares
    let others = system.graph.shares(fixing: [0: .none, 1: .all])
    for node in 0..<system.graph.nodeCount {
      #expect(abs(shares[node].documented + others[node].possible - 1) < 1e-9, "seed \(seed)")
      #expect(abs(shares[node].possible + others[node].documented - 1) < 1e-9, "seed \(seed)")
    }
  }

  @Test(arguments: seeds) func withoutUnknownsOnlyClosedPartsAreOpen(seed: Int) {
    let system = RandomSystem(seed: seed, nodes: 12, edges: 30)
    let shares = system.shares
    let reaches = (0..<12).map { node in
      shares.isUnknown[node] || shares[node].width > 1e-12
    }
    for node in 0..<12 where shares.isUnknown[node] { #expect(shares[node] == .unknown) }
    for node in 0..<12 where !reaches[node] {
      for edge in system.graph.dependencies(of: node) where node > 1 {
        if let target = system.graph.edges[edge].to { #expect(!reaches[target], "seed \(seed)") }
      }
    }
  }
}
