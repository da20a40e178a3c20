/// Finds integers y(v) with y(head) - y(tail) >= length for every edge so that the sum of weight *
/// (y(head) - y(tail)) is least.
///
/// The network simplex method of Gansner, Koutsofios, North and Vo. (A technique for drawing
/// directed graphs, IEEE TSE 19, 1993, section 2.)
///
/// Precondition: weights are not negative and no cycle of edges has lengths that add up to more
/// than zero. Postcondition of `solve`: no other values have a lower sum.
struct NetworkSimplex {
  struct Edge {
    var tail: Int
    var head: Int
    var length: Int
    var weight: Int
  }

  let edges: [Edge]
  let incidence: Incidence
  private var y: [Int]
  private var tree: SpanningForest
  /// The weight that leaves the tail's half of the tree less the weight that comes back, for each
  /// tree edge. A negative value says that the edge is better longer.
  private var cutValue: [Int]
  private var treeEdges: [Int] = []
  private var scanStart = 0
  /// The half of the tree that hangs on the edge that leaves.
  private var half: [Int] = []
  private var inHalf: [Bool]

  init(nodeCount: Int, edges: [Edge]) {
    self.edges = edges
    incidence = Incidence(nodeCount: nodeCount, arcCount: edges.count) {
      (edges[$0].tail, edges[$0].head)
    }
    y = LongestPath.values(nodeCount: nodeCount, edges: edges, incidence: incidence)
    tree = SpanningForest(nodeCount: nodeCount)
    cutValue = [Int](repeating: 0, count: edges.count)
    inHalf = [Bool](repeating: false, count: nodeCount)
  }

  /// The values, each connected part starting at 0.
  mutating func solve() -> [Int] {
    var growing = TightForest(y: y, edges: edges, incidence: incidence)
    growing.grow()
    y = growing.y
    treeEdges = growing.treeEdges
    for root in growing.roots { tree.hang(from: root, edges: edges, treeEdges: growing.rows) }
    setCutValues()
    // The method ends by itself in all but contrived cases; the bound keeps those from hanging.
    var exchangesLeft = 100 * (edges.count + y.count)
    while exchangesLeft > 0, let slot = leavingSlot() {
      takeHalf(below: tree.lowerEnd(of: treeEdges[slot], edges: edges))
      let entering = enteringEdge(for: treeEdges[slot])
      if let entering { exchange(slot, entering) }
      for node in half { inHalf[node] = false }
      if entering == nil { break }
      exchangesLeft -= 1
    }
    normalise(roots: growing.roots)
    return y
  }

  /// The tree edge with the most negative cut value among the next few with a negative value.
  /// Searching on from where the last search ended keeps the method from turning in circles.
  private mutating func leavingSlot() -> Int? {
    var best: Int?
    var least = 0
    var found = 0
    var i = scanStart
    for _ in treeEdges.indices {
      if i >= treeEdges.count { i = 0 }
      let value = cutValue[treeEdges[i]]
      if value < 0 {
        if value < least { (best, least) = (i, value) }
        found += 1
        if found == 30 { break }
      }
      i += 1
    }
    scanStart = i
    return best
  }

  private func slack(_ edge: Int) -> Int {
    y[edges[edge].head] - y[edges[edge].tail] - edges[edge].length
  }

  private mutating func takeHalf(below child: Int) {
    half.removeAll(keepingCapacity: true)
    half.append(child)
    var next = 0
    while next < half.count {
      let node = half[next]
      inHalf[node] = true
      tree.appendChildren(of: node, to: &half)
      next += 1
    }
  }

  /// The least slack edge that joins the two halves against the direction of the leaving edge.
  private func enteringEdge(for leaving: Int) -> Int? {
    let intoHalf = inHalf[edges[leaving].tail]
    var best: Int?
    var least = Int.max
    for node in half {
      for k in incidence.row(node) {
        let edge = incidence.arcs[k]
        let (tail, head) = (edges[edge].tail, edges[edge].head)
        guard node == (intoHalf ? head : tail), !inHalf[intoHalf ? tail : head] else { continue }
        let slack = slack(edge)
        if slack < least || (slack == least && edge < best ?? 0) { (best, least) = (edge, slack) }
      }
    }
    return best
  }

  private mutating func exchange(_ slot: Int, _ entering: Int) {
    let leaving = treeEdges[slot]
    let (tail, head) = (edges[entering].tail, edges[entering].head)
    let shift = inHalf[head] ? -slack(entering) : slack(entering)
    if shift != 0 { for node in half { y[node] += shift } }
    let value = cutValue[leaving]
    addAlongTree(from: tail, to: head, value: value)
    cutValue[entering] = -value
    cutValue[leaving] = 0
    treeEdges[slot] = entering
    let inner = inHalf[head] ? head : tail
    tree.rehang(
      half, at: inner, under: inner == head ? tail : head, by: entering, leaving: leaving,
      edges: edges)
  }

  /// Changes the cut values on the way through the tree between the ends of an edge.
  private mutating func addAlongTree(from tail: Int, to head: Int, value: Int) {
    var (a, b) = (tail, head)
    while a != b {
      if tree.depth[a] >= tree.depth[b] {
        let edge = tree.parentEdge[a]
        cutValue[edge] += edges[edge].tail == a ? value : -value
        a = tree.parent[a]
      } else {
        let edge = tree.parentEdge[b]
        cutValue[edge] += edges[edge].tail == b ? -value : value
        b = tree.parent[b]
      }
    }
  }

  /// From the leaves up: what the edges of a node weigh, less what the tree edges below it took.
  private mutating func setCutValues() {
    for node in tree.topDown.reversed() {
      let parent = tree.parentEdge[node]
      guard parent >= 0 else { continue }
      let down = edges[parent].tail == node
      var sum = edges[parent].weight
      for k in incidence.row(node) where incidence.arcs[k] != parent {
        let edge = incidence.arcs[k]
        let outgoing = edges[edge].tail == node
        let other = outgoing ? edges[edge].head : edges[edge].tail
        let value = edges[edge].weight - (tree.parentEdge[other] == edge ? cutValue[edge] : 0)
        sum += outgoing == down ? value : -value
      }
      cutValue[parent] = sum
    }
  }

  private mutating func normalise(roots: [Int]) {
    for root in roots {
      takeHalf(below: root)
      let least = half.reduce(Int.max) { min($0, y[$1]) }
      for node in half {
        y[node] -= least
        inHalf[node] = false
      }
    }
  }
}
