/// An end of the shares of every node: the least, or the greatest, that any completion of the
/// unknowns gives. `DependencyGraph.shares(fixing:)` says what a completion is and why this is its
/// bound; here is how it is found.
///
/// At a node the least weighted mean is taken over all weights of the unknown sizes. It is the
/// smallest of the mean of the known sizes and of the values behind the unknown sizes. So it is a
/// choice among finitely many linear rows. So a strongly connected component is a stochastic
/// shortest path problem, and policy iteration (R. Howard, Dynamic Programming and Markov
/// Processes, 1960; for this case D. Bertsekas, J. Tsitsiklis, An analysis of stochastic shortest
/// path problems, Math. Oper. Res. 16(3), 1991) solves it exactly in finitely many steps: solve the
/// linear system of the rows chosen, choose again where another row is better, stop when none is.
/// It starts from choices under which every node has a way out of the component. A strict
/// improvement never takes the last way out away; so every system has a single solution. The bound
/// reached is that of completions in which unknown sizes are large but finite. It is never that of
/// a closed circle of infinite sizes.
struct BoundSolver {
  enum End {
    case least, greatest

    /// The value at this end of something of which nothing is known.
    var open: Double { self == .least ? 0 : 1 }

    /// True if `candidate` is further towards this end than `value`, by more than rounding.
    func improves(_ candidate: Double, on value: Double) -> Bool {
      let gain = self == .least ? value - candidate : candidate - value
      return gain > 1e-13
    }
  }

  /// One of the linear rows that a node can have.
  private enum Choice {
    /// The mean of the sizes, those of `full` at their greatest and the others at their least.
    case sizes(full: [Int])
    /// A single dependency.
    case one(edge: Int)
  }

  private let graph: DependencyGraph
  private let end: End
  private let isFixed: [Bool]
  private let components: StrongComponents
  private var values: [Double]
  /// The place of a node inside the component being solved.
  private var place: [Int]

  /// The values of all nodes at one end.
  ///
  /// - Parameters:
  ///   - fixed: the values known beforehand, `nil` for the nodes to be solved for.
  ///   - components: of the nodes to be solved for.
  static func values(
    of graph: DependencyGraph, fixed: [Double?], components: StrongComponents, end: End
  ) -> [Double] {
    var solver = BoundSolver(graph: graph, fixed: fixed, components: components, end: end)
    for members in components.members { solver.solve(members) }
    return solver.values
  }

  private init(
    graph: DependencyGraph, fixed: [Double?], components: StrongComponents, end: End
  ) {
    self.graph = graph
    self.end = end
    self.components = components
    isFixed = fixed.map { $0 != nil }
    values = fixed.map { $0 ?? end.open }
    place = Array(repeating: 0, count: graph.nodeCount)
  }

  private mutating func solve(_ members: [Int]) {
    let isCycle = members.count > 1 || members.contains { node in leads(from: node, inside: node) }
    guard isCycle else {
      for node in members { values[node] = best(of: node)?.value ?? end.open }
      return
    }
    for (position, node) in members.enumerated() { place[node] = position }
    guard var choices = waysOut(of: members) else { return }
    var sum: Double?
    while true {
      evaluate(members, choices)
      // Every round improves; a round that does not has met rounding and is the last.
      let new = members.reduce(0) { $0 + values[$1] }
      if let sum, end == .least ? new >= sum : new <= sum { return }
      sum = new
      var next = choices
      var switched = [Bool](repeating: false, count: members.count)
      for (position, node) in members.enumerated() {
        guard let best = best(of: node), end.improves(best.value, on: values[node]) else {
          continue
        }
        next[position] = best.choice
        switched[position] = true
      }
      keepWaysOut(of: members, &next, from: choices, &switched)
      guard switched.contains(true) else { return }
      choices = next
    }
  }

  private func leads(from node: Int, inside component: Int) -> Bool {
    graph.dependencies(of: node).contains { isInside($0, componentOf: component) }
  }

  /// True if an edge ends in the component of `node`.
  private func isInside(_ edge: Int, componentOf node: Int) -> Bool {
    guard let target = graph.edges[edge].to, !isFixed[target] else { return false }
    return components.component[target] == components.component[node]
  }

  private func value(behind edge: Int) -> Double {
    graph.edges[edge].to.map { values[$0] } ?? end.open
  }

  /// The choice that is best by the values as they stand; of equals the sizes, then the first edge.
  /// `nil` for a node that depends on nothing.
  private func best(of node: Int) -> (choice: Choice, value: Double)? {
    let row = graph.dependencies(of: node)
    // Where nothing is certain to weigh anything, each dependency may be nearly all there is.
    var best = mean(of: row)
    let isAnyOpen = best == nil
    for edge in row where isAnyOpen || graph.edges[edge].size == .unknown {
      let candidate = value(behind: edge)
      if let soFar = best?.value, !isFurther(candidate, than: soFar) { continue }
      best = (.one(edge: edge), candidate)
    }
    return best
  }

  private func isFurther(_ candidate: Double, than value: Double) -> Bool {
    end == .least ? candidate < value : candidate > value
  }

  /// The mean that is best over all weights between the ends of the sizes: those whose value lies
  /// beyond the mean of the others weigh their most. `nil` where no size is certain.
  private func mean(of row: ArraySlice<Int>) -> (choice: Choice, value: Double)? {
    var (total, sum) = (0.0, 0.0)
    var open: [(edge: Int, value: Double, room: Double)] = []
    for edge in row {
      guard let size = graph.edges[edge].size.weights, size.most < .infinity else { continue }
      let value = value(behind: edge)
      total += size.least
      sum += size.least * value
      if size.most > size.least { open.append((edge, value, size.most - size.least)) }
    }
    guard total > 0 else { return nil }
    open.sort { left, right in
      left.value == right.value
        ? left.edge < right.edge : isFurther(left.value, than: right.value)
    }
    var full: [Int] = []
    for next in open where isFurther(next.value, than: sum / total) {
      total += next.room
      sum += next.room * next.value
      full.append(next.edge)
    }
    return (.sizes(full: full), sum / total)
  }

  /// Sets the values of `members` to those that the chosen rows give.
  private mutating func evaluate(_ members: [Int], _ choices: [Choice]) {
    let rows = members.indices.map { row(of: members[$0], choices[$0]) }
    for (position, value) in StateReduction.solve(rows).enumerated() {
      values[members[position]] = value
    }
  }

  private func row(of node: Int, _ choice: Choice) -> StateReduction.Row {
    var row = StateReduction.Row()
    for (edge, weight) in weights(at: node, choice) {
      guard isInside(edge, componentOf: node), let target = graph.edges[edge].to else {
        row.out += weight
        row.gain += weight * value(behind: edge)
        continue
      }
      if target == node { continue }
      if row.entries.last?.column == place[target] {
        row.entries[row.entries.count - 1].weight += weight
      } else {
        row.entries.append((place[target], weight))
      }
    }
    return row
  }

  private func weights(at node: Int, _ choice: Choice) -> [(edge: Int, weight: Double)] {
    switch choice {
    case .one(let edge): return [(edge, 1)]
    case .sizes(let full):
      return graph.dependencies(of: node).compactMap { edge in
        guard let size = graph.edges[edge].size.weights, size.most < .infinity else { return nil }
        let weight = full.contains(edge) ? size.most : size.least
        return weight > 0 ? (edge, weight) : nil
      }
    }
  }
}

extension BoundSolver {
  /// A choice for every member under which each has a way out of the component. It is the shortest
  /// by number of edges; `nil` where no edge leaves the component.
  private func waysOut(of members: [Int]) -> [Choice]? {
    var choices = [Choice?](repeating: nil, count: members.count)
    var queue: [Int] = []
    var pointing = [[(from: Int, edge: Int)]](repeating: [], count: members.count)
    for (position, node) in members.enumerated() {
      for edge in graph.dependencies(of: node) {
        if isInside(edge, componentOf: node), let target = graph.edges[edge].to {
          pointing[place[target]].append((position, edge))
        } else if choices[position] == nil {
          choices[position] = choice(taking: edge, at: node)
          queue.append(position)
        }
      }
    }
    var head = 0
    while head < queue.count {
      for (from, edge) in pointing[queue[head]] where choices[from] == nil {
        choices[from] = choice(taking: edge, at: members[from])
        queue.append(from)
      }
      head += 1
    }
    let all = choices.compactMap { $0 }
    return all.count == members.count ? all : nil
  }

  private func choice(taking edge: Int, at node: Int) -> Choice {
    guard let size = graph.edges[edge].size.weights, size.most < .infinity,
      !graph.hasNoCertainSize(graph.dependencies(of: node))
    else { return .one(edge: edge) }
    return .sizes(full: size.least > 0 ? [] : [edge])
  }

  /// Takes back the switches of members that would have no way out of the component any more.
  ///
  /// In exact arithmetic there are none; this keeps rounding from making a system singular. It
  /// ends because the choices before the switches left every member a way out.
  private func keepWaysOut(
    of members: [Int], _ next: inout [Choice], from old: [Choice], _ switched: inout [Bool]
  ) {
    while switched.contains(true) {
      let reaching = reachingOut(members, next)
      let stuck = members.indices.filter { !reaching[$0] && switched[$0] }
      if stuck.isEmpty { return }
      for position in stuck {
        next[position] = old[position]
        switched[position] = false
      }
    }
  }

  private func reachingOut(_ members: [Int], _ choices: [Choice]) -> [Bool] {
    var reaching = [Bool](repeating: false, count: members.count)
    var queue: [Int] = []
    var pointing = [[Int]](repeating: [], count: members.count)
    for (position, node) in members.enumerated() {
      for (edge, _) in weights(at: node, choices[position]) {
        if isInside(edge, componentOf: node), let target = graph.edges[edge].to {
          pointing[place[target]].append(position)
        } else if !reaching[position] {
          reaching[position] = true
          queue.append(position)
        }
      }
    }
    while let position = queue.popLast() {
      for from in pointing[position] where !reaching[from] {
        reaching[from] = true
        queue.append(from)
      }
    }
    return reaching
  }
}

extension DependencyGraph {
  /// True if no dependency of a row is certain to weigh anything.
  fileprivate func hasNoCertainSize(_ row: ArraySlice<Int>) -> Bool {
    row.allSatisfy { !edges[$0].size.isSized }
  }
}
