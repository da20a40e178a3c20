/// The least values that satisfy every edge, found along longest paths.
///
/// Precondition: no cycles.
enum LongestPath {
  static func values(
    nodeCount: Int, edges: [NetworkSimplex.Edge], incidence: Incidence
  ) -> [Int] {
    var waiting = [Int](repeating: 0, count: nodeCount)
    for edge in edges { waiting[edge.head] += 1 }
    var y = [Int](repeating: 0, count: nodeCount)
    var ready = (0..<nodeCount).filter { waiting[$0] == 0 }
    var next = 0
    while next < ready.count {
      let node = ready[next]
      next += 1
      for edge in incidence.arcs[incidence.row(node)] where edges[edge].tail == node {
        let head = edges[edge].head
        y[head] = max(y[head], y[node] + edges[edge].length)
        waiting[head] -= 1
        if waiting[head] == 0 { ready.append(head) }
      }
    }
    return y
  }
}

/// A spanning tree of tight edges in each connected part. It grows by taking in the node that is
/// nearest to being tight, and shifting the tree until it is.
struct TightForest {
  private(set) var y: [Int]
  private(set) var treeEdges: [Int] = []
  private(set) var rows: [[Int]]
  /// One node of each connected part.
  private(set) var roots: [Int] = []

  private let edges: [NetworkSimplex.Edge]
  private let incidence: Incidence
  private var member: [Bool]
  /// The shift of the growing tree since a member's value was written.
  private var shift = 0
  private var outgoing = SlackQueue()
  private var incoming = SlackQueue()

  init(y: [Int], edges: [NetworkSimplex.Edge], incidence: Incidence) {
    self.y = y
    self.edges = edges
    self.incidence = incidence
    self.rows = [[Int]](repeating: [], count: y.count)
    self.member = [Bool](repeating: false, count: y.count)
  }

  /// Postcondition: `y` satisfies every edge, `treeEdges` have no slack and span every part.
  mutating func grow() {
    for root in y.indices where !member[root] {
      roots.append(root)
      shift = 0
      var members = [root]
      take(root)
      while let edge = nearest() {
        treeEdges.append(edge)
        rows[edges[edge].tail].append(edge)
        rows[edges[edge].head].append(edge)
        let added = member[edges[edge].tail] ? edges[edge].head : edges[edge].tail
        members.append(added)
        take(added)
      }
      for node in members { y[node] += shift }
    }
  }

  /// Values of members are kept less the shift of the whole tree, so that shifting costs nothing.
  private mutating func take(_ node: Int) {
    member[node] = true
    y[node] -= shift
    for edge in incidence[node] {
      let (tail, head) = (edges[edge].tail, edges[edge].head)
      if tail == node && !member[head] {
        outgoing.insert(slack: y[head] - y[node] - edges[edge].length, edge: edge)
      } else if head == node && !member[tail] {
        incoming.insert(slack: y[node] - y[tail] - edges[edge].length, edge: edge)
      }
    }
  }

  /// The edge with least slack between the tree and the rest; the tree is shifted to make it tight.
  private mutating func nearest() -> Int? {
    outgoing.dropWhile { member[edges[$0].head] }
    incoming.dropWhile { member[edges[$0].tail] }
    let out = outgoing.first.map { (slack: $0.slack - shift, edge: $0.edge) }
    let into = incoming.first.map { (slack: $0.slack + shift, edge: $0.edge) }
    switch (out, into) {
    case (nil, nil): return nil
    case (let o?, nil):
      shift += o.slack
      return o.edge
    case (nil, let i?):
      shift -= i.slack
      return i.edge
    case (let o?, let i?):
      shift += o <= i ? o.slack : -i.slack
      return o <= i ? o.edge : i.edge
    }
  }
}

/// A binary heap of edges by slack, then by number.
private struct SlackQueue {
  typealias Entry = (slack: Int, edge: Int)
  private var heap: [Entry] = []

  var first: Entry? { heap.first }

  mutating func insert(slack: Int, edge: Int) {
    heap.append((slack, edge))
    var i = heap.count - 1
    while i > 0, heap[i] < heap[(i - 1) / 2] {
      heap.swapAt(i, (i - 1) / 2)
      i = (i - 1) / 2
    }
  }

  mutating func dropWhile(_ isStale: (Int) -> Bool) {
    while let entry = heap.first, isStale(entry.edge) { removeFirst() }
  }

  private mutating func removeFirst() {
    let last = heap.removeLast()
    guard !heap.isEmpty else { return }
    heap[0] = last
    var i = 0
    while true {
      var least = i
      for child in [2 * i + 1, 2 * i + 2] where child < heap.count && heap[child] < heap[least] {
        least = child
      }
      if least == i { return }
      heap.swapAt(i, least)
      i = least
    }
  }
}
