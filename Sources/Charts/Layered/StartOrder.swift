/// Orders that crossing reduction starts from: each vertex is appended to its level when a walk
/// over the graph finds it, so that neighbours stand together.
struct StartOrder {
  enum Walk { case depthFirst, breadthFirst }

  private let levels: LevelOrder
  private let level: [Int]

  init(_ levels: LevelOrder) {
    self.levels = levels
    level = (0..<levels.levelCount).flatMap {
      [Int](repeating: $0, count: levels.width($0))
    }
  }

  /// The order of a walk from the first level down, or from the last level up. With `random` the
  /// roots and the neighbours are taken in random order.
  func order(_ walk: Walk, fromLast: Bool, random: SplitMix64?) -> [Int32] {
    var random = random
    var roots = Array(0..<Int32(levels.vertexCount))
    if fromLast { roots.reverse() }
    random?.shuffle(&roots)
    var seen = [Bool](repeating: false, count: levels.vertexCount)
    var next = levels.levelStart
    var order = [Int32](repeating: 0, count: levels.vertexCount)
    var pending: [Int32] = []
    var head = 0
    for root in roots where !seen[Int(root)] {
      pending.append(root)
      while head < pending.count {
        let v: Int
        switch walk {
        case .breadthFirst:
          v = Int(pending[head])
          head += 1
        case .depthFirst: v = Int(pending.removeLast())
        }
        if seen[v] { continue }
        seen[v] = true
        order[next[level[v]]] = Int32(truncatingIfNeeded: v)
        next[level[v]] += 1
        var neighbours = Array(levels.up[v])
        neighbours.insert(contentsOf: levels.down[v], at: fromLast ? neighbours.count : 0)
        if random != nil { random?.shuffle(&neighbours) }
        if walk == .depthFirst { neighbours.reverse() }
        for w in neighbours where !seen[Int(w)] { pending.append(w) }
      }
    }
    return order
  }
}
