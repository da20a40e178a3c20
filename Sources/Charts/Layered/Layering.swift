/// Pass 2: a layer for every node.
///
/// Precondition: `arcs` form no cycle, also together with the tiers; they are sorted, without
/// duplicates. Postcondition: every arc leads to a higher layer. All nodes of a lower tier stand in
/// lower layers than those of a higher tier. No other layering that respects the tiers has a
/// smaller sum of spans. Layers are numbered from 0 and none between is empty.
struct Layering {
  private(set) var layers: [Int]
  private(set) var count: Int

  init(nodeCount: Int, arcs: [Arc], tiers: [Int?]) {
    let bounds = TierBounds(tiers)
    var edges = arcs.map {
      NetworkSimplex.Edge(tail: $0.tail, head: $0.head, length: 1, weight: 1)
    }
    edges += bounds.arcs(firstBound: nodeCount).map {
      NetworkSimplex.Edge(tail: $0.arc.tail, head: $0.arc.head, length: $0.span, weight: 0)
    }
    var simplex = NetworkSimplex(nodeCount: nodeCount + bounds.count, edges: edges)
    layers = simplex.solve()
    count = 0
    balance(edges: edges, incidence: simplex.incidence, nodeCount: nodeCount)
    layers.removeLast(layers.count - nodeCount)
    closeGaps()
  }

  /// Moves nodes to the least crowded of their layers, where that does not lengthen the sum. (Step 4
  /// of the method of Gansner and others.) Moving a node that has as many arcs in as out keeps the
  /// sum.
  private mutating func balance(
    edges: [NetworkSimplex.Edge], incidence: Incidence, nodeCount: Int
  ) {
    let last = layers.max() ?? 0
    var crowd = [Int](repeating: 0, count: last + 1)
    for node in 0..<nodeCount { crowd[layers[node]] += 1 }
    for node in 0..<nodeCount {
      var (low, high, pull) = (0, last, 0)
      for edge in incidence[node].lazy.map({ edges[$0] }) {
        if edge.head == node {
          low = max(low, layers[edge.tail] + edge.length)
          pull -= edge.weight
        } else {
          high = min(high, layers[edge.head] - edge.length)
          pull += edge.weight
        }
      }
      guard pull == 0, low < high else { continue }
      let best = (low...high).min { (crowd[$0], $0) < (crowd[$1], $1) } ?? layers[node]
      guard crowd[best] < crowd[layers[node]] - 1 else { continue }
      crowd[layers[node]] -= 1
      crowd[best] += 1
      layers[node] = best
    }
  }

  /// Numbers the layers in use from 0.
  private mutating func closeGaps() {
    var used = layers.sorted()
    used.removeDuplicates()
    layers = layers.map { used.firstIndex(ofSorted: $0) ?? 0 }
    count = used.count
  }
}
