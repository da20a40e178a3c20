/// Rooted trees over the nodes of a graph, with the children of a node in a linked list. So a
/// subtree can be walked, turned and hung elsewhere in time proportional to its size.
struct SpanningForest {
  /// The node above, and the edge that leads there; -1 at a root.
  private(set) var parent: [Int]
  private(set) var parentEdge: [Int]
  /// Edges between a node and its root.
  private(set) var depth: [Int]
  /// All nodes as first hung, parents before children.
  private(set) var topDown: [Int] = []
  private var firstChild: [Int]
  private var nextSibling: [Int]
  private var previousSibling: [Int]

  init(nodeCount: Int) {
    parent = [Int](repeating: -1, count: nodeCount)
    parentEdge = parent
    firstChild = parent
    nextSibling = parent
    previousSibling = parent
    depth = [Int](repeating: 0, count: nodeCount)
  }

  /// Hangs everything that tree edges connect with a node below it.
  mutating func hang(from root: Int, edges: [NetworkSimplex.Edge], treeEdges: [[Int]]) {
    var next = topDown.count
    topDown.append(root)
    while next < topDown.count {
      let node = topDown[next]
      next += 1
      for edge in treeEdges[node] where edge != parentEdge[node] {
        let child = edges[edge].tail == node ? edges[edge].head : edges[edge].tail
        link(child, under: node, by: edge)
        depth[child] = depth[node] + 1
        topDown.append(child)
      }
    }
  }

  /// The end of a tree edge that is farther from the root.
  func lowerEnd(of edge: Int, edges: [NetworkSimplex.Edge]) -> Int {
    parentEdge[edges[edge].tail] == edge ? edges[edge].tail : edges[edge].head
  }

  func appendChildren(of node: Int, to list: inout [Int]) {
    var child = firstChild[node]
    while child >= 0 {
      list.append(child)
      child = nextSibling[child]
    }
  }

  /// Cuts a subtree off and hangs it elsewhere by another of its nodes.
  /// Precondition: `subtree` lists it from its top down; `inner` is in it, `outer` is not.
  mutating func rehang(
    _ subtree: [Int], at inner: Int, under outer: Int, by entering: Int, leaving: Int,
    edges: [NetworkSimplex.Edge]
  ) {
    // Turn the way from the new top up to the old top.
    var node = inner
    var (newParent, newEdge) = (outer, entering)
    while true {
      let (oldParent, oldEdge) = (parent[node], parentEdge[node])
      unlink(node)
      link(node, under: newParent, by: newEdge)
      if oldEdge == leaving { break }
      (node, newParent, newEdge) = (oldParent, node, oldEdge)
    }
    var pending = [inner]
    while let node = pending.popLast() {
      depth[node] = depth[parent[node]] + 1
      appendChildren(of: node, to: &pending)
    }
  }

  private mutating func link(_ child: Int, under node: Int, by edge: Int) {
    parent[child] = node
    parentEdge[child] = edge
    let first = firstChild[node]
    nextSibling[child] = first
    previousSibling[child] = -1
    if first >= 0 { previousSibling[first] = child }
    firstChild[node] = child
  }

  private mutating func unlink(_ child: Int) {
    let (previous, next) = (previousSibling[child], nextSibling[child])
    if previous >= 0 { nextSibling[previous] = next } else { firstChild[parent[child]] = next }
    if next >= 0 { previousSibling[next] = previous }
  }
}
