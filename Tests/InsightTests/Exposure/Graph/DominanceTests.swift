import Insight
import Testing

@Suite struct DominatorTreeTests {
  @Test func losingOneOfTwoWaysLosesNothingBehind() {
    // root 0, a 1, b 2, c 3, d 4, and 5 to which no way leads
    let tree = DominatorTree(root: 0, successors: [[1, 2], [3], [3], [4], [], [4]])
    #expect(tree.immediate == [nil, 0, 0, 0, 3, nil])
    #expect(tree.dominators(of: 4) == [3])
    #expect(tree.dominators(of: 3) == [])
    #expect(tree.dominated() == [[1, 2, 3, 4], [], [], [4], [], []])
    #expect(!tree.isReached(5))
    #expect(tree.isReached(0))
  }

  @Test func aSingleNodeHasNoDominators() {
    let tree = DominatorTree(root: 0, successors: [[0]])
    #expect(tree.immediate == [nil])
    #expect(tree.dominated() == [[]])
  }

  /// Nodes reached from `root` without `removed`.
  private func reached(_ root: Int, _ successors: [[Int]], without removed: Int?) -> Set<Int> {
    var seen: Set<Int> = root == removed ? [] : [root]
    var queue = Array(seen)
    while let node = queue.popLast() {
      for next in successors[node] where next != removed && seen.insert(next).inserted {
        queue.append(next)
      }
    }
    return seen
  }

  @Test(arguments: 0..<150) func agreesWithRemovingEveryNode(seed: Int) {
    var random = GraphRandom(seed: seed)
    let count = 2 + random.below(18)
    var successors = [[Int]](repeating: [], count: count)
    for _ in 0..<random.below(count * 3) {
      successors[random.below(count)].append(random.below(count))
    }
    let tree = DominatorTree(root: 0, successors: successors)
    let all = reached(0, successors, without: nil)
    let dominated = tree.dominated()
    for node in 0..<count {
      #expect(tree.isReached(node) == all.contains(node))
      let lost =
        all.contains(node)
        ? all.subtracting(reached(0, successors, without: node)).subtracting([node]) : []
      #expect(dominated[node] == lost.sorted(), "seed \(seed) node \(node)")
    }
  }
}

@Suite struct ChokepointsTests {
  @Test func aTenantOfTwoSitesOfOneOperatorLosesBoth() {
    // N: maker, s and t: sites of operator v, w: site of x, u rents s and t, q rents s and w.
    let (graph, node) = graph("s N 1\nt N 1\nw N 1\nu s 1\nu t 1\nq s 1\nq w 1")
    var labels = [[Int]](repeating: [], count: graph.nodeCount)
    labels[node("N")] = [0]
    labels[node("s")] = [1]
    labels[node("t")] = [1]
    labels[node("w")] = [2]
    let found = Chokepoints(graph: graph, labels: labels)
    #expect(found.labels[node("u")] == [0, 1])
    #expect(found.labels[node("q")] == [0])
    #expect(found.lost(labelCount: 3)[1] == [node("s"), node("t"), node("u")].sorted())
    #expect(found.lost(labelCount: 3)[2] == [node("w")])
    #expect(found.lost(labelCount: 3)[0].count == graph.nodeCount)
  }

  @Test func anUnknownEndIsAWayOfItsOwn() {
    let (graph, node) = graph("u N 50\nu ? 50\nv u 1")
    let found = Chokepoints(graph: graph, labels: [[0], [1], [2]])
    #expect(found.labels[node("v")] == [1, 2])
  }

  @Test func closedCirclesHaveNothingToLose() {
    let (graph, node) = graph("u v 1\nv u 1\nw v 1\nw N 1")
    let found = Chokepoints(graph: graph, labels: [[0], [1], [2], [3]])
    #expect(found.labels[node("u")] == nil)
    #expect(found.labels[node("w")] == [0, 3])
  }

  /// Nodes from which a source is reached without passing `label`.
  private func alive(_ graph: DependencyGraph, _ labels: [[Int]], without label: Int?) -> Set<Int> {
    func isGone(_ node: Int) -> Bool { label.map { labels[node].contains($0) } ?? false }
    var alive: Set<Int> = []
    for _ in 0...graph.nodeCount {
      for node in 0..<graph.nodeCount where !isGone(node) {
        let row = graph.dependencies(of: node)
        let isAlive =
          row.isEmpty
          || row.contains { edge in
            graph.edges[edge].to.map { alive.contains($0) } ?? true
          }
        if isAlive { alive.insert(node) }
      }
    }
    return alive
  }

  @Test(arguments: 0..<150) func agreesWithRemovingEveryLabel(seed: Int) {
    let system = RandomSystem(
      seed: seed, nodes: 14, edges: 14 + seed % 20, unknownSizes: 0.2, unknownEnds: 0.05)
    var random = GraphRandom(seed: seed + 5)
    let labels = (0..<14).map { _ in (0..<random.below(3)).map { _ in random.below(6) } }
    let lost = Chokepoints(graph: system.graph, labels: labels).lost(labelCount: 6)
    let all = alive(system.graph, labels, without: nil)
    for label in 0..<6 {
      let expected = all.subtracting(alive(system.graph, labels, without: label)).sorted()
      #expect(lost[label] == expected, "seed \(seed) label \(label)")
    }
  }

  @Test(arguments: 0..<60) func withOneNodePerLabelItIsTheDominatorTree(seed: Int) {
    let system = RandomSystem(seed: seed, nodes: 12, edges: 24, unknownSizes: 0.3)
    let lost = Chokepoints(graph: system.graph, labels: (0..<12).map { [$0] })
      .lost(labelCount: 12)
    // The tree hangs below a root that leads to every source.
    var successors = [[Int]](repeating: [], count: 13)
    for node in 0..<12 {
      let row = system.graph.dependencies(of: node)
      if row.isEmpty { successors[12].append(node) }
      for edge in row {
        if let target = system.graph.edges[edge].to { successors[target].append(node) }
      }
    }
    let tree = DominatorTree(root: 12, successors: successors)
    let dominated = tree.dominated()
    for node in 0..<12 {
      let expected = tree.isReached(node) ? (dominated[node] + [node]).sorted() : []
      #expect(lost[node] == expected, "seed \(seed) node \(node)")
    }
  }
}

extension Chokepoints {
  /// For every label below `count` the nodes that are lost with it, ascending.
  fileprivate func lost(labelCount count: Int) -> [[Int]] {
    var lost = [[Int]](repeating: [], count: count)
    for (node, labels) in labels.enumerated() {
      for label in labels ?? [] { lost[label].append(node) }
    }
    return lost
  }
}
