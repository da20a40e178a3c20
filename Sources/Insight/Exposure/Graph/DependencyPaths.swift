/// One way from a node to the target it depends on.
public struct DependencyPath: Hashable, Sendable {
  /// The edges in the order walked, by their index in the graph.
  public let edges: [Int]
  /// The nodes walked through, the first and the target included; one more than there are edges.
  public let nodes: [Int]
  /// The part of the first node that goes this very way: the product of the shares of the edges.
  public let share: ShareInterval
  /// The part of the counted whole that goes this way, without dependencies of unknown size; 0 if
  /// it passes such a dependency among others.
  public let counted: Double
}

/// The ways of one node to a target, largest first, and what they leave over.
public struct DependencyPaths: Hashable, Sendable {
  /// The paths found, in the order of `PathFinder`.
  public let paths: [DependencyPath]
  /// The part of the node's documented share that no single path listed proves.
  ///
  /// It is what further and circular ways carry, and what is certain without any one way being
  /// certain: two dependencies of unknown size, both at the target, prove 1 together and 0 each.
  public let rest: Double
  /// True if there are more paths than were listed.
  public let isCut: Bool
}

/// Finds the largest ways from nodes to targets, each visiting a node at most once.
///
/// The share of an edge is its size over the sum of the sizes at its node. Next to a dependency of
/// unknown size a known dependency has every share from 0 to its part of the known sizes. A
/// dependency of unknown size has every share from 0 to 1, and exactly 1 where it is alone.
/// Example: `u` has 60 at N and rents 40 from `v`, which has 50 at N and 50 at A. The paths from u
/// to N are u-N with 0.6 and u-v-N with 0.4 · 0.5 = 0.2. Their sum 0.8 is E(u), so the rest is 0.
///
/// Order: the greater documented share, then the greater counted share, then the greater possible
/// share. Fewer edges come next, then the smaller node indices. Found best first. Each further edge
/// can only lower a share. So a finished path that is the best of all begun paths is the next. Only
/// edges from which a target can be reached are followed.
public struct PathFinder: Sendable {
  private let graph: DependencyGraph
  private let targets: Set<Int>
  private let ends: Set<Int>
  private let nodeShares: NodeShares
  private let shares: [ShareInterval]
  private let reaches: [Bool]

  /// A finder on one graph.
  ///
  /// - Parameters:
  ///   - graph: where paths are looked for.
  ///   - targets: where they end.
  ///   - ends: nodes no path goes through, as those fixed when `shares` was computed.
  ///   - shares: of the same graph and targets, for `rest`.
  public init(
    graph: DependencyGraph, targets: Set<Int>, ends: Set<Int> = [], shares: NodeShares
  ) {
    self.graph = graph
    self.targets = targets
    self.ends = ends
    nodeShares = shares
    self.shares = graph.edgeShares()
    reaches = graph.reaching(targets, through: { !ends.contains($0) })
  }

  /// The largest ways from `node` to any target.
  ///
  /// - Parameters:
  ///   - limit: how many paths to list at most.
  ///   - budget: how many beginnings of paths to look at before giving up the search.
  public func paths(from node: Int, limit: Int = 10, budget: Int = 20_000) -> DependencyPaths {
    let (paths, isCut) = best(from: node, limit: limit, budget: budget)
    let proved = paths.reduce(0) { $0 + $1.share.documented }
    let rest = max(0, nodeShares[node].documented - proved)
    return DependencyPaths(paths: paths, rest: rest < 1e-12 ? 0 : rest, isCut: isCut)
  }

  private func best(from start: Int, limit: Int, budget: Int) -> (
    paths: [DependencyPath], isCut: Bool
  ) {
    var found: [DependencyPath] = []
    guard !targets.contains(start), reaches[start], !ends.contains(start) else {
      return ([], false)
    }
    var heap = Heap<DependencyPath>(by: Self.precedes)
    heap.insert(DependencyPath(edges: [], nodes: [start], share: .all, counted: 1))
    var looked = 0
    while let path = heap.popFirst(), let last = path.nodes.last {
      if found.count == limit || looked == budget { return (found, true) }
      looked += 1
      if targets.contains(last) {
        found.append(path)
        continue
      }
      for edge in graph.dependencies(of: last) {
        guard let next = graph.edges[edge].to, reaches[next], !path.nodes.contains(next) else {
          continue
        }
        if !targets.contains(next) && ends.contains(next) { continue }
        heap.insert(extended(path, by: edge, to: next))
      }
    }
    return (found, false)
  }

  private func extended(_ path: DependencyPath, by edge: Int, to next: Int) -> DependencyPath {
    let share = ShareInterval(
      documented: path.share.documented * shares[edge].documented,
      possible: path.share.possible * shares[edge].possible
    )
    // Next to unknown sizes the greatest share of a known size is its share of the known sizes.
    let isCounted = graph.edges[edge].size.isSized || shares[edge] == .all
    return DependencyPath(
      edges: path.edges + [edge], nodes: path.nodes + [next], share: share,
      counted: isCounted ? path.counted * shares[edge].possible : 0)
  }

  private static func precedes(_ left: DependencyPath, _ right: DependencyPath) -> Bool {
    if left.share.documented != right.share.documented {
      return left.share.documented > right.share.documented
    }
    if left.counted != right.counted { return left.counted > right.counted }
    if left.share.possible != right.share.possible {
      return left.share.possible > right.share.possible
    }
    if left.edges.count != right.edges.count { return left.edges.count < right.edges.count }
    if left.nodes != right.nodes { return left.nodes.lexicographicallyPrecedes(right.nodes) }
    return left.edges.lexicographicallyPrecedes(right.edges)
  }
}

extension DependencyGraph {
  /// The share of every edge in its node's row, by edge index; edges of size zero have none.
  public func edgeShares() -> [ShareInterval] {
    var shares = [ShareInterval](repeating: .none, count: edges.count)
    for node in 0..<nodeCount {
      let row = dependencies(of: node)
      let weights = row.map { edges[$0].size.weights ?? (1, 1) }
      let least = weights.reduce(0) { $0 + $1.least }
      let isBounded = weights.allSatisfy { $0.most < .infinity }
      let most = isBounded ? weights.reduce(0) { $0 + $1.most } : .infinity
      for (edge, weight) in zip(row, weights) {
        if row.count == 1 || edges[edge].size == .whole {
          shares[edge] = .all
        } else if weight.most == .infinity {
          shares[edge] = .unknown
        } else {
          // The least of it next to the most of the others, and the other way round.
          let room = weight.most - weight.least
          let low = isBounded ? weight.least / (most - room) : 0
          shares[edge] = ShareInterval(rounding: low, weight.most / (least + room))
        }
      }
    }
    return shares
  }
}
