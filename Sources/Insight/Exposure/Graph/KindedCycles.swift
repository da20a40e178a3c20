/// A graph whose edges have kinds, to look for circles that certain kinds of edges form.
///
/// Made for money that comes back: an investor funds a company that buys from the investor. There
/// is at most one edge of a kind from one node to another. The caller keeps what stands behind it
/// (rounds, dates, amounts).
public struct KindedGraph<Kind: Hashable & Comparable & Sendable>: Sendable {
  public struct Edge: Hashable, Sendable {
    public let from: Int
    public let to: Int
    public let kind: Kind

    public init(from: Int, to: Int, kind: Kind) {
      self.from = from
      self.to = to
      self.kind = kind
    }
  }

  /// The edges of each node, by target, then kind; twins are merged.
  private let outgoing: [[Edge]]

  /// A graph of `nodeCount` nodes.
  ///
  /// - Precondition: the ends of every edge are nodes.
  public init(nodeCount: Int, edges: [Edge]) {
    var grouped = [[Edge]](repeating: [], count: nodeCount)
    for edge in Set(edges) {
      precondition((0..<nodeCount).contains(edge.to), "an edge ends at a node")
      grouped[edge.from].append(edge)
    }
    outgoing = grouped.map { row in
      row.sorted { $0.to == $1.to ? $0.kind < $1.kind : $0.to < $1.to }
    }
  }

  /// All simple circles of at most `length` edges whose kinds `accept` takes, each once, starting
  /// at its smallest node; shorter first, then by nodes and kinds.
  ///
  /// Depth first from each node over larger nodes only (the rooting of J. Tiernan and D. Johnson,
  /// Finding all the elementary circuits of a directed graph, SIAM J. Comput. 4(1), 1975), and only
  /// where the way back is short enough to stay within the length. Circles of edges of different
  /// kinds between the same nodes are different circles. Example: with funds N-X and pays X-N, X-Y,
  /// Y-N there are two: N funds X pays N, and N funds X pays Y pays N.
  ///
  /// - Parameters:
  ///   - length: the greatest number of edges, at least 1. An edge from a node to itself is a
  ///     circle of length 1.
  ///   - accept: takes the kinds in the order walked, from the smallest node on.
  public func cycles(upTo length: Int, where accept: ([Kind]) -> Bool) -> [[Edge]] {
    var found: [[Edge]] = []
    let incoming = incomingNodes()
    for root in outgoing.indices {
      let back = distances(to: root, within: length, incoming)
      var path: [Edge] = []
      var onPath: Set<Int> = [root]
      extend(root, root, length, back, &path, &onPath) { circle in
        if accept(circle.map(\.kind)) { found.append(circle) }
      }
    }
    return found.sorted(by: Self.precedes)
  }

  private func extend(
    _ node: Int, _ root: Int, _ length: Int, _ back: [Int: Int], _ path: inout [Edge],
    _ onPath: inout Set<Int>, _ report: ([Edge]) -> Void
  ) {
    for edge in outgoing[node] where edge.to >= root {
      guard let distance = back[edge.to], path.count + 1 + distance <= length else { continue }
      path.append(edge)
      if edge.to == root {
        report(path)
      } else if onPath.insert(edge.to).inserted {
        extend(edge.to, root, length, back, &path, &onPath, report)
        onPath.remove(edge.to)
      }
      path.removeLast()
    }
  }

  private func incomingNodes() -> [[Int]] {
    var incoming = [[Int]](repeating: [], count: outgoing.count)
    for edge in outgoing.joined() { incoming[edge.to].append(edge.from) }
    return incoming
  }

  /// The number of edges from a node back to `root` over nodes not smaller, where at most `limit`.
  private func distances(to root: Int, within limit: Int, _ incoming: [[Int]]) -> [Int: Int] {
    var distance = [root: 0]
    var queue = [root]
    var head = 0
    while head < queue.count {
      let node = queue[head]
      head += 1
      let next = (distance[node] ?? 0) + 1
      if next > limit { continue }
      for from in incoming[node] where from >= root && distance[from] == nil {
        distance[from] = next
        queue.append(from)
      }
    }
    return distance
  }

  private static func precedes(_ left: [Edge], _ right: [Edge]) -> Bool {
    if left.count != right.count { return left.count < right.count }
    for (one, other) in zip(left, right) {
      if one.from != other.from { return one.from < other.from }
      if one.to != other.to { return one.to < other.to }
      if one.kind != other.kind { return one.kind < other.kind }
    }
    return false
  }
}
