/// A graph by its edges, under a name that says how it was made.
struct NamedGraph {
  var name: String
  var edges: [(from: String, to: String)]
}

/// Graphs of many kinds for the comparison of layouts, the same ones for the same seed.
enum GraphFamilies {
  /// From 20 to 1,000 nodes in each family.
  static func mixedSet(seed: UInt64 = 1) -> [NamedGraph] {
    var graphs: [NamedGraph] = []
    func add(_ name: String, _ edges: [(Int, Int)]) {
      graphs.append(NamedGraph(name: name, edges: edges.map { ("n\($0.0)", "n\($0.1)") }))
    }
    var random = SplitMix64(seed: seed)
    for n in [20, 50, 100, 200, 500, 1000] {
      for (tenths, label) in [(12, "1.2"), (15, "1.5"), (20, "2.0")] {
        add("sparse-\(n)-\(label)", sparse(n, edges: n * tenths / 10, using: &random))
      }
    }
    for n in [20, 50, 100, 200, 500, 1000] {
      add("layered-\(n)", layered(n, using: &random))
      add("tiers-\(n)", tiers(n, using: &random))
      add("tree-\(n)", tree(n, using: &random))
      add("polytree-\(n)", polytree(n, using: &random))
      add("cyclic-\(n)", cyclic(n, edges: n * 3 / 2, using: &random))
      add("scale-free-\(n)", scaleFree(n, using: &random))
      add("chain-\(n)", chain(n, using: &random))
    }
    for side in [4, 6, 8, 10, 15, 20, 30] { add("grid-\(side)", grid(side, using: &random)) }
    for (a, b, share) in [(10, 10, 30), (12, 20, 40), (25, 25, 15), (40, 60, 8), (100, 100, 4)] {
      add("bipartite-\(a)-\(b)", bipartite(a, b, percent: share, using: &random))
    }
    return graphs
  }

  /// Random pairs, each directed from the lower number to the higher.
  private static func sparse(
    _ n: Int, edges: Int, using random: inout SplitMix64
  ) -> [(Int, Int)] {
    (0..<edges).map { _ in
      let a = Int.random(in: 0..<n, using: &random)
      var b = Int.random(in: 0..<(n - 1), using: &random)
      if b >= a { b += 1 }
      return (min(a, b), max(a, b))
    }
  }

  /// About the square root of n layers; edges lead to the next, a tenth of them farther.
  private static func layered(_ n: Int, using random: inout SplitMix64) -> [(Int, Int)] {
    let layers = max(3, Int(Double(n).squareRoot() / 1.5))
    let width = n / layers
    return (0..<(n * 3 / 2)).map { _ in
      let far = Int.random(in: 0..<10, using: &random) == 0
      let layer = Int.random(in: 0..<(layers - (far ? 2 : 1)), using: &random)
      let a = layer * width + Int.random(in: 0..<width, using: &random)
      let b = (layer + (far ? 2 : 1)) * width + Int.random(in: 0..<width, using: &random)
      return (a, b)
    }
  }

  /// Few wide layers with a handful of hubs each, the shape of a supply chain.
  private static func tiers(_ n: Int, using random: inout SplitMix64) -> [(Int, Int)] {
    let layers = 5
    let width = n / layers
    var edges: [(Int, Int)] = []
    for layer in 1..<layers {
      for node in 0..<width {
        for _ in 0..<Int.random(in: 1...2, using: &random) {
          let hub = Int.random(in: 0..<3, using: &random) > 0
          let far = layer > 1 && Int.random(in: 0..<5, using: &random) == 0
          let from =
            (layer - (far ? 2 : 1)) * width
            + Int.random(in: 0..<(hub ? max(1, width / 8) : width), using: &random)
          edges.append((from, layer * width + node))
        }
      }
    }
    return edges
  }

  /// Every node hangs on a random earlier node.
  private static func tree(_ n: Int, using random: inout SplitMix64) -> [(Int, Int)] {
    (1..<n).map { (Int.random(in: max(0, $0 - n / 4 - 5)..<$0, using: &random), $0) }
  }

  /// A tree whose edges point either way.
  private static func polytree(_ n: Int, using random: inout SplitMix64) -> [(Int, Int)] {
    tree(n, using: &random).map { Bool.random(using: &random) ? $0 : ($0.1, $0.0) }
  }

  /// Random pairs, one in eight against the direction of the rest.
  private static func cyclic(
    _ n: Int, edges: Int, using random: inout SplitMix64
  ) -> [(Int, Int)] {
    sparse(n, edges: edges, using: &random).map {
      Int.random(in: 0..<8, using: &random) == 0 ? ($0.1, $0.0) : $0
    }
  }

  /// Every node joins one or two earlier nodes, often chosen nodes more often (Barabási and
  /// Albert).
  private static func scaleFree(_ n: Int, using random: inout SplitMix64) -> [(Int, Int)] {
    var ends = [0]
    var edges: [(Int, Int)] = []
    for node in 1..<n {
      for _ in 0..<Int.random(in: 1...2, using: &random) {
        let other = ends[Int.random(in: 0..<ends.count, using: &random)]
        if other == node { continue }
        edges.append((other, node))
        ends.append(other)
      }
      ends.append(node)
    }
    return edges
  }

  /// A long chain with edges that skip up to a tenth of it.
  private static func chain(_ n: Int, using random: inout SplitMix64) -> [(Int, Int)] {
    var edges = (1..<n).map { ($0 - 1, $0) }
    for _ in 0..<(n / 4) {
      let from = Int.random(in: 0..<(n - 3), using: &random)
      let step = Int.random(in: 2...max(2, min(12, n / 10)), using: &random)
      edges.append((from, min(n - 1, from + step)))
    }
    return edges
  }

  /// A square grid with a few diagonals, edges to the right and down.
  private static func grid(_ side: Int, using random: inout SplitMix64) -> [(Int, Int)] {
    var edges: [(Int, Int)] = []
    for y in 0..<side {
      for x in 0..<side {
        let node = y * side + x
        if x + 1 < side { edges.append((node, node + 1)) }
        if y + 1 < side { edges.append((node, node + side)) }
        if x + 1 < side, y + 1 < side, Int.random(in: 0..<8, using: &random) == 0 {
          edges.append((node, node + side + 1))
        }
      }
    }
    return edges
  }

  /// Two layers, each pair joined with the given probability.
  private static func bipartite(
    _ a: Int, _ b: Int, percent: Int, using random: inout SplitMix64
  ) -> [(Int, Int)] {
    var edges: [(Int, Int)] = []
    for i in 0..<a {
      for j in 0..<b where Int.random(in: 0..<100, using: &random) < percent {
        edges.append((i, a + j))
      }
    }
    return edges
  }
}
