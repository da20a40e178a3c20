/// The strongly connected components of a graph, each after everything it depends on.
///
/// R. Tarjan, Depth-first search and linear graph algorithms, SIAM J. Comput. 1(2), 1972. It has a
/// stack of its own: a chain of a million nodes is no deeper than a chain of ten.
struct StrongComponents {
  /// The nodes of each component, ascending; a component comes after those it has edges to.
  let members: [[Int]]
  /// The component of each node; `nil` for nodes left out.
  let component: [Int?]

  /// The components of the graph on `0..<count` whose edges `successors` gives. Nodes for which
  /// `skipping` is true are left out, with every edge to them.
  init(count: Int, skipping: (Int) -> Bool, successors: (Int) -> [Int]) {
    var search = Search(count: count)
    for root in 0..<count where search.number[root] == nil && !skipping(root) {
      search.visit(root, skipping: skipping, successors: successors)
    }
    members = search.members
    component = search.component
  }

  private struct Search {
    var number: [Int?]
    var low: [Int]
    var component: [Int?]
    var members: [[Int]] = []
    private var next = 0
    private var open: [Int] = []
    private var frames: [(node: Int, successors: [Int], position: Int)] = []

    init(count: Int) {
      number = Array(repeating: nil, count: count)
      low = Array(repeating: 0, count: count)
      component = Array(repeating: nil, count: count)
    }

    mutating func visit(_ root: Int, skipping: (Int) -> Bool, successors: (Int) -> [Int]) {
      enter(root, successors(root))
      while let frame = frames.last {
        guard frame.position < frame.successors.count else {
          leave(frame.node)
          continue
        }
        frames[frames.count - 1].position += 1
        let child = frame.successors[frame.position]
        if skipping(child) { continue }
        if let seen = number[child] {
          if component[child] == nil { low[frame.node] = min(low[frame.node], seen) }
        } else {
          enter(child, successors(child))
        }
      }
    }

    private mutating func enter(_ node: Int, _ successors: [Int]) {
      number[node] = next
      low[node] = next
      next += 1
      open.append(node)
      frames.append((node, successors, 0))
    }

    private mutating func leave(_ node: Int) {
      frames.removeLast()
      if let parent = frames.last?.node { low[parent] = min(low[parent], low[node]) }
      guard low[node] == number[node] else { return }
      var found: [Int] = []
      while let last = open.popLast() {
        component[last] = members.count
        found.append(last)
        if last == node { break }
      }
      members.append(found.sorted())
    }
  }
}
