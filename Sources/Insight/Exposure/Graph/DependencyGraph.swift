/// The dependencies between nodes with their sizes: the graph that every exposure is computed on.
///
/// Nodes are dense integers; what they stand for (an organisation, a site, a funding round) is the
/// caller's business. An edge `u -> v` says that a part of `u` depends on `v`: a commitment, a
/// lease, a tranche of money. Its size is a count or a sum in one unit per node, or not known.
/// Shares are sizes over the sum of the sizes at the same node. So a row of the graph is a row of
/// the input-output (Leontief) system. It reads `E(u) = own(u, s) + Σ_v rented(u, v) · E(v)`. `own`
/// is the part of the row that goes to nodes whose value is fixed, `rented` the rest of the row.
///
/// The order in which edges are given has no influence on any result, to the last bit: the sums
/// run over an order of the graph's own.
public struct DependencyGraph: Sendable {
  /// The part of a node that an edge carries.
  public enum Size: Hashable, Sendable {
    /// A count or a sum, in the unit of the edge's node. Zero takes no part in anything.
    case known(Double)
    /// Any weight between two ends, a least one of 0 excluded: what a site of so many megawatts holds.
    case between(Double, Double)
    /// Positive, and nothing else is known: the share may be any between 0 and 1, ends excluded.
    case unknown
    /// All of the node, together with its other dependencies: a part that a chip cannot do without.
    case whole

    /// The least and the greatest weight; `nil` for an edge that carries all of its node.
    var weights: (least: Double, most: Double)? {
      switch self {
      case .known(let size): (size, size)
      case .between(let least, let most): (least, most)
      case .unknown: (0, .infinity)
      case .whole: nil
      }
    }

    /// True if some of the weight is certain.
    var isSized: Bool { (weights?.least ?? 0) > 0 }
  }

  public struct Edge: Hashable, Sendable {
    public let from: Int
    /// The node it depends on; `nil` where somebody is depended on and nobody knows whom.
    public let to: Int?
    public let size: Size

    /// An edge that says `from` depends on `to` with `size`.
    public init(from: Int, to: Int?, size: Size) {
      self.from = from
      self.to = to
      self.size = size
    }
  }

  /// The number of nodes; a node is an integer in `0..<nodeCount`.
  public let nodeCount: Int
  /// The edges in the order given; an edge is known by its index here.
  public let edges: [Edge]

  /// Edge indices grouped by `from` and, inside a node, in canonical order.
  private let order: [Int]
  /// The start of each node's group in `order`; one entry more than there are nodes.
  private let starts: [Int]

  /// A graph of `nodeCount` nodes.
  ///
  /// - Precondition: the ends of every edge are nodes, and the ends of a size are ordered. Every
  ///   known size is finite and not negative.
  public init(nodeCount: Int, edges: [Edge]) {
    for edge in edges {
      precondition((0..<nodeCount).contains(edge.from), "an edge starts at a node")
      precondition(edge.to.map { (0..<nodeCount).contains($0) } ?? true, "an edge ends at a node")
      if case .known(let size) = edge.size {
        precondition(size >= 0 && size.isFinite, "a size is finite and not negative")
      }
      if case .between(let least, let most) = edge.size {
        precondition(0 <= least && least < most && most.isFinite, "the ends of a size are ordered")
      }
    }
    self.nodeCount = nodeCount
    self.edges = edges
    let effective = edges.indices.filter { edges[$0].size != .known(0) }
    order = effective.sorted {
      let (left, right) = (edges[$0], edges[$1])
      return left.from == right.from
        ? Self.precedes(left, $0, right, $1) : left.from < right.from
    }
    var counts = [Int](repeating: 0, count: nodeCount + 1)
    for index in order { counts[edges[index].from + 1] += 1 }
    for node in 0..<nodeCount { counts[node + 1] += counts[node] }
    starts = counts
  }

  /// The dependencies of `node` as edge indices in canonical order: by the node depended on (nobody
  /// known last), then by size (unknown last). Edges of size zero are left out.
  public func dependencies(of node: Int) -> ArraySlice<Int> {
    order[starts[node]..<starts[node + 1]]
  }

  /// For every node the edges that end there, as edge indices in canonical order of their starts.
  public func dependents() -> [[Int]] {
    var incoming = [[Int]](repeating: [], count: nodeCount)
    for index in order {
      if let target = edges[index].to { incoming[target].append(index) }
    }
    return incoming
  }

  private static func precedes(
    _ left: Edge, _ leftIndex: Int, _ right: Edge, _ rightIndex: Int
  ) -> Bool {
    let (leftTarget, rightTarget) = (left.to ?? .max, right.to ?? .max)
    if leftTarget != rightTarget { return leftTarget < rightTarget }
    let (first, second) = (left.size.rank, right.size.rank)
    return first == second ? leftIndex < rightIndex : first < second
  }
}

extension DependencyGraph.Size {
  /// The place in the canonical order: known sizes, open ones, unknown ones, whole ones.
  fileprivate var rank: (Int, Double, Double) {
    switch self {
    case .known(let size): (0, size, size)
    case .between(let least, let most): (1, least, most)
    case .unknown: (2, 0, 0)
    case .whole: (3, 0, 0)
    }
  }
}
