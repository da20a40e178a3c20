import Insight

/// A seeded source of numbers (SplitMix64: G. Steele, D. Lea, C. Flood, OOPSLA 2014), so that every
/// failure of a property names the seed that shows it again.
struct GraphRandom: RandomNumberGenerator {
  private var state: UInt64

  init(seed: Int) { state = UInt64(bitPattern: Int64(seed)) &* 0x9E37_79B9_7F4A_7C15 }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  mutating func below(_ count: Int) -> Int { Int.random(in: 0..<count, using: &self) }

  mutating func chance(_ share: Double) -> Bool { Double.random(in: 0..<1, using: &self) < share }
}

/// A random graph and the values fixed in it.
struct RandomSystem {
  var graph: DependencyGraph
  var fixed: [Int: ShareInterval]

  /// Node 0 is fixed to 1 and node 1 to 0. `unknownSizes` and `unknownEnds` are the parts of edges
  /// without a size and without a target.
  init(
    seed: Int, nodes: Int, edges: Int, unknownSizes: Double = 0, unknownEnds: Double = 0
  ) {
    var random = GraphRandom(seed: seed)
    var list: [DependencyGraph.Edge] = []
    for _ in 0..<edges {
      let size: DependencyGraph.Size =
        random.chance(unknownSizes) ? .unknown : .known(Double(random.below(50)))
      let to = random.chance(unknownEnds) ? nil : random.below(nodes)
      list.append(DependencyGraph.Edge(from: random.below(nodes), to: to, size: size))
    }
    graph = DependencyGraph(nodeCount: nodes, edges: list)
    fixed = [0: .all, 1: .none]
  }

  var shares: NodeShares { graph.shares(fixing: fixed) }
}

/// A graph from lines such as "u v 60", "u v ?" (unknown size) and "u ? 10" (unknown end). Nodes are
/// named by letters, numbered in the order of the alphabet.
func graph(_ text: String) -> (graph: DependencyGraph, node: (String) -> Int) {
  let rows = text.split(separator: "\n").map { $0.split(separator: " ").map(String.init) }
  let names = Set(rows.flatMap { $0.prefix(2) }).subtracting(["?"]).sorted()
  func index(_ name: String) -> Int { names.firstIndex(of: name) ?? -1 }
  let edges = rows.map { row in
    DependencyGraph.Edge(
      from: index(row[0]), to: row[1] == "?" ? nil : index(row[1]),
      size: Double(row[2]).map { .known($0) } ?? .unknown)
  }
  return (DependencyGraph(nodeCount: names.count, edges: edges), index)
}
