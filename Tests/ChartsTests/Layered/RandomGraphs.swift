@testable import Charts

/// Graphs for tests that hold for any graph, the same ones for the same seed.
enum RandomGraphs {
  /// Between 1 and `most` nodes with random ids and sizes, and up to two edges a node, in any direction.
  /// There are loops, parallel edges and nodes without edges; in every third graph the nodes have tiers.
  static func graph(_ seed: UInt64, most: Int = 30) -> LayeredGraph {
    var random = SplitMix64(seed: seed)
    let count = Int.random(in: 1...most, using: &random)
    let hasTiers = seed % 3 == 0
    let isTall = seed % 2 == 0
    let nodes = (0..<count).map { i in
      LayeredGraph.Node(
        id: "n\((i * 7919) % 997)-\(i)", width: Int.random(in: 1...9, using: &random),
        height: isTall ? Int.random(in: 1...4, using: &random) : 1,
        tier: hasTiers && Int.random(in: 0..<5, using: &random) > 0 ? i * 4 / count : nil)
    }
    let isAcyclic = seed % 5 < 3
    let edges = (0..<Int.random(in: 0...(2 * count), using: &random)).map { _ in
      var a = Int.random(in: 0..<count, using: &random)
      var b = Int.random(in: 0..<count, using: &random)
      if isAcyclic && a > b { (a, b) = (b, a) }
      return LayeredGraph.Edge(from: nodes[a].id, to: nodes[b].id)
    }
    return LayeredGraph(nodes: nodes, edges: edges)
  }

  /// Arcs without loops and duplicates from lower numbers to higher.
  static func acyclicArcs(nodeCount: Int, arcs: Int, _ random: inout SplitMix64) -> [Arc] {
    var result = (0..<arcs).compactMap { _ -> Arc? in
      let a = Int.random(in: 0..<nodeCount, using: &random)
      let b = Int.random(in: 0..<nodeCount, using: &random)
      return a == b ? nil : Arc(tail: min(a, b), head: max(a, b))
    }
    result.sort()
    result.removeDuplicates()
    return result
  }

  /// Levels of random widths with random segments between neighbours.
  static func levels(_ seed: UInt64, levels: Int, widest: Int) -> LevelOrder {
    var random = SplitMix64(seed: seed)
    var start = [0]
    for _ in 0..<levels {
      start.append(start[start.count - 1] + Int.random(in: 1...widest, using: &random))
    }
    var segments: Set<Arc> = []
    for level in 1..<levels {
      for _ in 0..<(2 * widest) {
        segments.insert(
          Arc(
            tail: Int.random(in: start[level - 1]..<start[level], using: &random),
            head: Int.random(in: start[level]..<start[level + 1], using: &random)))
      }
    }
    return LevelOrder(
      levelStart: start,
      segments: segments.sorted().map { (upper: Int32($0.tail), lower: Int32($0.head)) })
  }
}

/// Every pair of segments of two neighbouring levels, each looked at.
func bruteForceCrossings(_ levels: LevelOrder) -> Int {
  var segments: [(level: Int, upper: Int32, lower: Int32)] = []
  for level in 0..<levels.levelCount {
    for v in levels.levelStart[level]..<levels.levelStart[level + 1] {
      for w in levels.down[v] {
        segments.append((level, levels.position[v], levels.position[Int(w)]))
      }
    }
  }
  var crossings = 0
  for (i, a) in segments.enumerated() {
    for b in segments[..<i] where a.level == b.level {
      if (a.upper - b.upper) * (a.lower - b.lower) < 0 { crossings += 1 }
    }
  }
  return crossings
}
