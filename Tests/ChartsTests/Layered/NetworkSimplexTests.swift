import Testing

@testable import Charts

@Suite struct NetworkSimplexTests {
  private func cost(_ y: [Int], _ edges: [NetworkSimplex.Edge]) -> Int {
    edges.reduce(0) { $0 + $1.weight * (y[$1.head] - y[$1.tail]) }
  }

  private func isFeasible(_ y: [Int], _ edges: [NetworkSimplex.Edge]) -> Bool {
    edges.allSatisfy { y[$0.head] - y[$0.tail] >= $0.length }
  }

  /// The least sum over all values of `0...most`, each tried.
  private func leastCost(nodeCount: Int, most: Int, _ edges: [NetworkSimplex.Edge]) -> Int {
    var y = [Int](repeating: 0, count: nodeCount)
    var least = Int.max
    while true {
      if isFeasible(y, edges) { least = min(least, cost(y, edges)) }
      guard let next = y.indices.last(where: { y[$0] < most }) else { return least }
      y[next] += 1
      for i in (next + 1)..<max(next + 1, nodeCount) { y[i] = 0 }
    }
  }

  @Test func noOtherValuesAreBetter() {
    for seed in 0..<150 as Range<UInt64> {
      var random = SplitMix64(seed: seed)
      let count = Int.random(in: 2...5, using: &random)
      let edges = RandomGraphs.acyclicArcs(nodeCount: count, arcs: 8, &random).map {
        NetworkSimplex.Edge(
          tail: $0.tail, head: $0.head, length: Int.random(in: 0...1, using: &random),
          weight: Int.random(in: 0...3, using: &random))
      }
      var simplex = NetworkSimplex(nodeCount: count, edges: edges)
      let y = simplex.solve()
      #expect(isFeasible(y, edges), "seed \(seed)")
      #expect(cost(y, edges) == leastCost(nodeCount: count, most: count - 1, edges), "seed \(seed)")
    }
  }

  /// By duality a layering is shortest if weights can be shifted along tight edges so that each node is
  /// balanced. Here this is shown by the max-flow argument: no set of nodes gains by a move of a layer.
  @Test func noSetOfNodesGainsByMoving() {
    for seed in 0..<20 as Range<UInt64> {
      var random = SplitMix64(seed: 1000 + seed)
      let count = 40
      let edges = RandomGraphs.acyclicArcs(nodeCount: count, arcs: 90, &random).map {
        NetworkSimplex.Edge(tail: $0.tail, head: $0.head, length: 1, weight: 1)
      }
      var simplex = NetworkSimplex(nodeCount: count, edges: edges)
      let y = simplex.solve()
      #expect(isFeasible(y, edges), "seed \(seed)")
      for up in [true, false] {
        #expect(bestClosure(y, edges, up: up) <= 0, "seed \(seed)")
      }
    }
  }

  /// The most that moving a set of nodes by one layer gains: a maximum closure, found as a minimum cut.
  /// Moving a node up takes along whoever a tight edge binds to it.
  private func bestClosure(_ y: [Int], _ edges: [NetworkSimplex.Edge], up: Bool) -> Int {
    let (source, sink) = (y.count, y.count + 1)
    var capacity = [[Int]](repeating: [Int](repeating: 0, count: y.count + 2), count: y.count + 2)
    var gain = [Int](repeating: 0, count: y.count)
    for edge in edges {
      gain[edge.tail] += up ? edge.weight : -edge.weight
      gain[edge.head] -= up ? edge.weight : -edge.weight
      if y[edge.head] - y[edge.tail] == edge.length {
        if up {
          capacity[edge.tail][edge.head] = 1000
        } else {
          capacity[edge.head][edge.tail] = 1000
        }
      }
    }
    for node in y.indices {
      if gain[node] > 0 { capacity[source][node] = gain[node] }
      if gain[node] < 0 { capacity[node][sink] = -gain[node] }
    }
    var flow = 0
    while let path = augmentingPath(capacity, source, sink) {
      for (a, b) in zip(path, path.dropFirst()) {
        capacity[a][b] -= 1
        capacity[b][a] += 1
      }
      flow += 1
    }
    return gain.reduce(0) { $0 + max(0, $1) } - flow
  }

  private func augmentingPath(_ capacity: [[Int]], _ source: Int, _ sink: Int) -> [Int]? {
    var from = [Int](repeating: -1, count: capacity.count)
    var pending = [source]
    from[source] = source
    var next = 0
    while next < pending.count {
      let node = pending[next]
      next += 1
      for other in capacity.indices where from[other] < 0 && capacity[node][other] > 0 {
        from[other] = node
        pending.append(other)
      }
    }
    guard from[sink] >= 0 else { return nil }
    var path = [sink]
    while path[path.count - 1] != source { path.append(from[path[path.count - 1]]) }
    return path.reversed()
  }

  @Test func longPathsDoNotDragNodesAlong() {
    // 0 -> 1 -> 2 -> 3 and 4 -> 3: a longest path puts 4 at the far left.
    let edges = [(0, 1), (1, 2), (2, 3), (4, 3)].map {
      NetworkSimplex.Edge(tail: $0.0, head: $0.1, length: 1, weight: 1)
    }
    var simplex = NetworkSimplex(nodeCount: 5, edges: edges)
    #expect(simplex.solve() == [0, 1, 2, 3, 2])
  }

  @Test func noEdgesAtAll() {
    var simplex = NetworkSimplex(nodeCount: 3, edges: [])
    #expect(simplex.solve() == [0, 0, 0])
    var empty = NetworkSimplex(nodeCount: 0, edges: [])
    #expect(empty.solve().isEmpty)
  }
}
