/// The nodes that depend on a target by themselves, and those that do only through another.
public struct Dependents: Hashable, Sendable {
  /// Nodes with a way to the target that passes through nobody else, ascending.
  public let direct: [Int]
  /// Nodes all of whose ways to the target pass through somebody else, ascending.
  public let indirect: [Int]
}

extension DependencyGraph {
  /// The nodes that depend on any of `targets`, these left out.
  ///
  /// A way is direct when every node between belongs to nobody else: `owner` says to whom a node
  /// belongs (`nil`: to nobody, such as a country or a round). Example: Nscale owns a site with
  /// NVIDIA's chips and Microsoft rents it. Nscale - site - NVIDIA is direct, since the site is
  /// Nscale's own. Microsoft - site - NVIDIA passes through Nscale's site and is indirect. Rule: a
  /// node without an owner of its own depends directly if an edge of its ends at a target.
  ///
  /// - Parameters:
  ///   - targets: the nodes depended on.
  ///   - ends: nodes no way goes through.
  ///   - owner: to whom each node belongs; one entry per node.
  /// - Precondition: `owner` has an entry for every node.
  public func dependents(
    on targets: Set<Int>, ends: Set<Int> = [], owner: [Int?]
  ) -> Dependents {
    precondition(owner.count == nodeCount, "every node has an entry in owner")
    let reaches = reaching(targets, through: { !ends.contains($0) })
    var (direct, indirect): ([Int], [Int]) = ([], [])
    for node in 0..<nodeCount where reaches[node] && !targets.contains(node) && !ends.contains(node)
    {
      if reachesDirectly(node, targets, ends: ends, owner: owner, reaches: reaches) {
        direct.append(node)
      } else {
        indirect.append(node)
      }
    }
    return Dependents(direct: direct, indirect: indirect)
  }

  /// The nodes that have a way to a target whose inner nodes all satisfy `through`; targets are
  /// among them.
  func reaching(_ targets: Set<Int>, through isOpen: (Int) -> Bool) -> [Bool] {
    let incoming = dependents()
    var reaches = [Bool](repeating: false, count: nodeCount)
    var queue = targets.sorted()
    for target in queue { reaches[target] = true }
    while let node = queue.popLast() {
      if !targets.contains(node) && !isOpen(node) { continue }
      for edge in incoming[node] where !reaches[edges[edge].from] {
        reaches[edges[edge].from] = true
        queue.append(edges[edge].from)
      }
    }
    return reaches
  }

  private func reachesDirectly(
    _ start: Int, _ targets: Set<Int>, ends: Set<Int>, owner: [Int?], reaches: [Bool]
  ) -> Bool {
    var seen: Set<Int> = [start]
    var queue = [start]
    while let node = queue.popLast() {
      for edge in dependencies(of: node) {
        guard let next = edges[edge].to, reaches[next] else { continue }
        if targets.contains(next) { return true }
        let isOpen = owner[next] == nil || owner[next] == owner[start]
        if isOpen && !ends.contains(next) && seen.insert(next).inserted { queue.append(next) }
      }
    }
    return false
  }
}
