/// A directed pair of node numbers.
struct Arc: Hashable, Comparable {
  var tail: Int
  var head: Int

  static func < (a: Arc, b: Arc) -> Bool { (a.tail, a.head) < (b.tail, b.head) }
  var reversed: Arc { Arc(tail: head, head: tail) }
}

/// A `LayeredGraph` with numbers for names, in an order that depends on the ids alone.
///
/// Postcondition of `init`: `nodes` is sorted by id without duplicates. `arcs` is sorted without
/// duplicates or loops; `arcOfEdge[i]` is nil exactly where edge `i` is a loop.
struct IndexedGraph {
  let nodes: [LayeredGraph.Node]
  let arcs: [Arc]
  /// For each edge of the graph given, the arc that stands for it and all its parallels.
  let arcOfEdge: [Int?]
  /// For each edge of the graph given, its two ends.
  let endsOfEdge: [Arc]

  init(_ graph: LayeredGraph) {
    var byId: [String: LayeredGraph.Node] = [:]
    byId.reserveCapacity(graph.nodes.count + graph.edges.count)
    for node in graph.nodes where byId[node.id] == nil { byId[node.id] = node }
    for edge in graph.edges {
      for id in [edge.from, edge.to] where byId[id] == nil {
        byId[id] = LayeredGraph.Node(id: id, lines: [id], width: id.unicodeScalars.count + 2)
      }
    }
    let nodes = byId.values.sorted { $0.id < $1.id }
    var number: [String: Int] = [:]
    number.reserveCapacity(nodes.count)
    for (i, node) in nodes.enumerated() { number[node.id] = i }

    let ends = graph.edges.map { Arc(tail: number[$0.from] ?? 0, head: number[$0.to] ?? 0) }
    var arcs = ends.filter { $0.tail != $0.head }.sorted()
    arcs.removeDuplicates()
    self.nodes = nodes
    self.arcs = arcs
    self.endsOfEdge = ends
    self.arcOfEdge = ends.map { $0.tail == $0.head ? nil : arcs.firstIndex(ofSorted: $0) }
  }
}

extension Array where Element: Comparable {
  /// Removes repeated neighbours. Precondition: the array is sorted.
  mutating func removeDuplicates() {
    var kept = 0
    for i in indices where i == 0 || self[i] != self[kept - 1] {
      self[kept] = self[i]
      kept += 1
    }
    removeLast(count - kept)
  }

  /// The place of a value. Precondition: the array is sorted.
  func firstIndex(ofSorted value: Element) -> Int? {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if self[middle] < value { low = middle + 1 } else { high = middle }
    }
    return low < count && self[low] == value ? low : nil
  }
}

/// The arcs at each node: a compressed row storage of arc numbers.
struct Incidence {
  let arcs: [Int]
  private let start: [Int]

  /// Lists each arc at the two nodes that `ends` names for it.
  init(nodeCount: Int, arcCount: Int, ends: (Int) -> (Int, Int)) {
    var start = [Int](repeating: 0, count: nodeCount + 1)
    for arc in 0..<arcCount {
      let (a, b) = ends(arc)
      start[a + 1] += 1
      start[b + 1] += 1
    }
    for node in 0..<nodeCount { start[node + 1] += start[node] }
    var next = start
    var arcs = [Int](repeating: 0, count: start[nodeCount])
    for arc in 0..<arcCount {
      let (a, b) = ends(arc)
      arcs[next[a]] = arc
      next[a] += 1
      arcs[next[b]] = arc
      next[b] += 1
    }
    self.start = start
    self.arcs = arcs
  }

  /// The range of a node's arcs in `arcs`.
  func row(_ node: Int) -> Range<Int> { start[node]..<start[node + 1] }

  /// The arcs at a node, in ascending order.
  subscript(node: Int) -> ArraySlice<Int> { arcs[row(node)] }
}
