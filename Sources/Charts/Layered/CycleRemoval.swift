/// Pass 1: the arcs to turn round so that no directed cycle is left.
///
/// Precondition: no loops. Postcondition: turning the marked arcs leaves a graph without cycles.
/// This holds also together with the stated tiers: every node of a lower tier before every node of
/// a higher tier. An acyclic graph whose arcs agree with the tiers has no arc marked.
///
/// The start is the order of Eades, Lin and Smyth. (A fast and effective heuristic for the feedback
/// arc set problem, IPL 47, 1993.) Then every node with a backward arc is moved to its best place
/// as long as that turns fewer arcs.
enum CycleRemoval {
  static func reversals(nodeCount: Int, arcs: [Arc], tiers: [Int?]) -> [Bool] {
    let order = linearOrder(nodeCount: nodeCount, arcs: arcs, tiers: tiers)
    var place = [Int](repeating: 0, count: nodeCount)
    for (i, node) in order.enumerated() { place[node] = i }
    guard arcs.contains(where: { place[$0.tail] > place[$0.head] }) else {
      return [Bool](repeating: false, count: arcs.count)
    }
    var sifting = BackwardArcSifting(order: order, place: place, arcs: arcs, tiers: tiers)
    sifting.run()
    return arcs.map { sifting.place[$0.tail] > sifting.place[$0.head] }
  }

  /// The same going through the graph in another order of numbers.
  static func depthFirst(nodeCount: Int, arcs: [Arc], seed: UInt64) -> [Bool] {
    var random = SplitMix64(seed: seed)
    var number = Array(0..<nodeCount)
    random.shuffle(&number)
    let renamed = arcs.map { Arc(tail: number[$0.tail], head: number[$0.head]) }
    let order = renamed.indices.sorted { renamed[$0] < renamed[$1] }
    let turned = depthFirst(nodeCount: nodeCount, arcs: order.map { renamed[$0] })
    var isTurned = turned
    for (place, arc) in order.enumerated() { isTurned[arc] = turned[place] }
    return isTurned
  }

  /// Turns the arcs that lead back to a node on the way. The search is depth first, from nodes
  /// without arcs in, then from the remaining nodes in order of number.
  static func depthFirst(nodeCount: Int, arcs: [Arc]) -> [Bool] {
    enum State { case new, open, done }
    var state = [State](repeating: .new, count: nodeCount)
    var isTurned = [Bool](repeating: false, count: arcs.count)
    var first = [Int](repeating: 0, count: nodeCount + 1)
    for arc in arcs { first[arc.tail + 1] += 1 }
    for node in 0..<nodeCount { first[node + 1] += first[node] }
    var next = first
    var hasArcsIn = [Bool](repeating: false, count: nodeCount)
    for arc in arcs { hasArcsIn[arc.head] = true }
    let roots = (0..<nodeCount).filter { !hasArcsIn[$0] } + (0..<nodeCount).filter { hasArcsIn[$0] }
    var path: [Int] = []
    for root in roots where state[root] == .new {
      path.append(root)
      state[root] = .open
      while let node = path.last {
        guard next[node] < first[node + 1] else {
          state[node] = .done
          path.removeLast()
          continue
        }
        let arc = next[node]
        next[node] += 1
        switch state[arcs[arc].head] {
        case .new:
          state[arcs[arc].head] = .open
          path.append(arcs[arc].head)
        case .open: isTurned[arc] = true
        case .done: break
        }
      }
    }
    return isTurned
  }

  /// The greedy order, then made to agree with the tiers.
  private static func linearOrder(nodeCount: Int, arcs: [Arc], tiers: [Int?]) -> [Int] {
    let bounds = TierBounds(tiers)
    let all = arcs + bounds.arcs(firstBound: nodeCount).map(\.arc)
    let greedy = GreedyOrder(nodeCount: nodeCount + bounds.count, arcs: all).order
    let order = greedy.filter { $0 < nodeCount }
    let slots = order.indices.filter { tiers[order[$0]] != nil }
    let tiered = slots.map { order[$0] }.enumerated().sorted {
      let (a, b) = (tiers[$0.element] ?? 0, tiers[$1.element] ?? 0)
      return (a, $0.offset) < (b, $1.offset)
    }
    var result = order
    for (slot, node) in zip(slots, tiered) { result[slot] = node.element }
    return result
  }
}

/// Sinks to the back, sources to the front. Of the rest, the node with most arcs going out rather
/// than in goes to the front; ties by number.
private struct GreedyOrder {
  private(set) var order: [Int] = []

  init(nodeCount: Int, arcs: [Arc]) {
    let incidence = Incidence(nodeCount: nodeCount, arcCount: arcs.count) {
      (arcs[$0].tail, arcs[$0].head)
    }
    var out = [Int](repeating: 0, count: nodeCount)
    var into = [Int](repeating: 0, count: nodeCount)
    for arc in arcs {
      out[arc.tail] += 1
      into[arc.head] += 1
    }
    var placed = [Bool](repeating: false, count: nodeCount)
    var ready = (0..<nodeCount).filter { out[$0] == 0 || into[$0] == 0 }
    var next = 0
    var front: [Int] = []
    var back: [Int] = []
    while front.count + back.count < nodeCount {
      let node: Int
      if next < ready.count {
        node = ready[next]
        next += 1
        if placed[node] { continue }
      } else {
        node =
          (0..<nodeCount).lazy.filter { !placed[$0] }
          .max { (out[$0] - into[$0], $1) < (out[$1] - into[$1], $0) } ?? 0
      }
      placed[node] = true
      if into[node] > 0 && out[node] == 0 { back.append(node) } else { front.append(node) }
      for arc in incidence[node] {
        let (tail, head) = (arcs[arc].tail, arcs[arc].head)
        out[tail] -= 1
        into[head] -= 1
        for end in [tail, head] where !placed[end] && (out[end] == 0 || into[end] == 0) {
          ready.append(end)
        }
      }
    }
    order = front + back.reversed()
  }
}

/// Moves nodes within a linear order so that fewer arcs point backwards.
private struct BackwardArcSifting {
  private var order: [Int]
  private(set) var place: [Int]
  private let arcs: [Arc]
  private let tiers: [Int?]
  private let incidence: Incidence

  init(order: [Int], place: [Int], arcs: [Arc], tiers: [Int?]) {
    self.order = order
    self.place = place
    self.arcs = arcs
    self.tiers = tiers
    self.incidence = Incidence(nodeCount: order.count, arcCount: arcs.count) {
      (arcs[$0].tail, arcs[$0].head)
    }
  }

  /// Every move lowers the number of backward arcs, so this ends.
  mutating func run() {
    var improved = true
    while improved {
      improved = false
      for node in order.indices where isTailOrHeadOfBackwardArc(node) {
        if moveToBestPlace(node) { improved = true }
      }
    }
  }

  private func isTailOrHeadOfBackwardArc(_ node: Int) -> Bool {
    incidence[node].contains { place[arcs[$0].tail] > place[arcs[$0].head] }
  }

  /// The places the tiers leave to a node: after the last node of a lower tier, before the first of
  /// a higher tier.
  private func window(_ node: Int) -> ClosedRange<Int> {
    guard let tier = tiers[node] else { return 0...(order.count - 1) }
    var (low, high) = (0, order.count - 1)
    for (i, other) in order.enumerated() {
      guard let t = tiers[other] else { continue }
      if t < tier { low = max(low, i + (i < place[node] ? 1 : 0)) }
      if t > tier { high = min(high, i - (i > place[node] ? 1 : 0)) }
    }
    return low...max(low, high)
  }

  private mutating func moveToBestPlace(_ node: Int) -> Bool {
    let window = window(node)
    let here = place[node]
    // Passing another node changes the count by the arcs between the two.
    var best = (change: 0, place: here)
    for direction in [-1, 1] {
      var change = 0
      var passed: [(place: Int, change: Int)] = []
      for arc in incidence[node] {
        let other = arcs[arc].tail == node ? arcs[arc].head : arcs[arc].tail
        guard (place[other] - here) * direction > 0 else { continue }
        let forwardAfterwards = (arcs[arc].tail == node) == (direction < 0)
        passed.append((place[other], forwardAfterwards ? -1 : 1))
      }
      passed.sort { direction < 0 ? $0 > $1 : $0 < $1 }
      for (i, step) in passed.enumerated() {
        guard window.contains(step.place) else { break }
        change += step.change
        let isLastAtPlace = i + 1 == passed.count || passed[i + 1].place != step.place
        if isLastAtPlace, change < best.change { best = (change, step.place) }
      }
    }
    guard best.change < 0 else { return false }
    move(node, to: best.place)
    return true
  }

  private mutating func move(_ node: Int, to target: Int) {
    order.remove(at: place[node])
    order.insert(node, at: target)
    for (i, other) in order.enumerated() { place[other] = i }
  }
}
