/// The dominator tree of a directed graph: which node every way from the root to another passes.
///
/// A node `d` dominates `n` if every way from the root to `n` contains `d`. Losing `d` then means
/// losing `n`. The nearest dominator of `n` is its immediate dominator; these form a tree. Computed
/// by K. Cooper, T. Harvey, K. Kennedy, A Simple, Fast Dominance Algorithm, Rice University
/// TR-06-33870, 2001: walk the nodes in reverse postorder and intersect the tree paths of their
/// predecessors until nothing changes. Dominators as the measure of what a loss takes along: S.
/// Allesina, A. Bodini, Who dominates whom in the ecosystem?, J. Theor. Biol. 230(3), 2004.
///
/// Example: from the root lead ways to `a` and `b`, from both to `c`, from `c` to `d`. The immediate
/// dominator of `c` is the root (losing `a` leaves the way over `b`), that of `d` is `c`.
struct DominatorTree: Hashable, Sendable {
  /// The root.
  let root: Int
  /// The immediate dominator of each node; `nil` for the root and for nodes no way leads to.
  let immediate: [Int?]
  /// Reverse postorder of the nodes that can be reached.
  private let order: [Int]

  /// The tree of the graph on `0..<successors.count`, `successors[n]` being where the edges of `n`
  /// lead.
  ///
  /// - Precondition: root and successors are nodes.
  init(root: Int, successors: [[Int]]) {
    self.root = root
    order = Self.reversePostorder(from: root, successors)
    var rank = [Int](repeating: .max, count: successors.count)
    for (position, node) in order.enumerated() { rank[node] = position }
    var predecessors = [[Int]](repeating: [], count: successors.count)
    for node in order { for next in successors[node] { predecessors[next].append(node) } }
    var nearest = [Int?](repeating: nil, count: successors.count)
    nearest[root] = root
    var changed = true
    while changed {
      changed = false
      for node in order.dropFirst() {
        var common: Int?
        for from in predecessors[node] where nearest[from] != nil {
          common = common.map { Self.meet($0, from, nearest, rank) } ?? from
        }
        if nearest[node] != common {
          nearest[node] = common
          changed = true
        }
      }
    }
    nearest[root] = nil
    immediate = nearest
  }

  /// True if any way leads from the root to `node`.
  func isReached(_ node: Int) -> Bool { node == root || immediate[node] != nil }

  /// The nodes every way to `node` passes, nearest first, `node` and the root left out.
  func dominators(of node: Int) -> [Int] {
    var chain: [Int] = []
    var current = immediate[node]
    while let next = current, next != root {
      chain.append(next)
      current = immediate[next]
    }
    return chain
  }

  /// For every node the nodes that it dominates, ascending, itself left out.
  func dominated() -> [[Int]] {
    var below = [[Int]](repeating: [], count: immediate.count)
    for node in order.sorted() {
      for dominator in dominators(of: node) { below[dominator].append(node) }
      if node != root { below[root].append(node) }
    }
    return below
  }

  private static func meet(_ left: Int, _ right: Int, _ nearest: [Int?], _ rank: [Int]) -> Int {
    var (left, right) = (left, right)
    while left != right {
      if rank[left] > rank[right] {
        left = nearest[left] ?? right
      } else {
        right = nearest[right] ?? left
      }
    }
    return left
  }

  private static func reversePostorder(from root: Int, _ successors: [[Int]]) -> [Int] {
    var seen = [Bool](repeating: false, count: successors.count)
    var frames = [(node: root, position: 0)]
    var postorder: [Int] = []
    seen[root] = true
    while let frame = frames.last {
      guard frame.position < successors[frame.node].count else {
        postorder.append(frame.node)
        frames.removeLast()
        continue
      }
      frames[frames.count - 1].position += 1
      let next = successors[frame.node][frame.position]
      if !seen[next] {
        seen[next] = true
        frames.append((next, 0))
      }
    }
    return postorder.reversed()
  }
}
