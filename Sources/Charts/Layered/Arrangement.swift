/// Passes 1 to 4 together: which arcs are turned round, and the layers and orders that follow from it.
struct Arrangement {
  let isTurned: [Bool]
  /// The arcs as turned, sorted; `proper.chains` follows them.
  let arcs: [Arc]
  let proper: ProperGraph
  private(set) var ordering: Ordering
  /// For each of `arcs` whether an edge leads against it.
  let leadsBack: [Bool]

  /// The way to break cycles that leads to the fewest crossings; of equals the first found, which
  /// turns the fewest arcs.
  ///
  /// The number of turned arcs, the number of layers and the length of lines say little about
  /// crossings. So ways are tried: all of them briefly, the best three a little longer, the best of
  /// these with most of the steps.
  static func best(_ graph: IndexedGraph, effort: LayeredLayout.Effort) -> Arrangement {
    let (count, tiers) = (graph.nodes.count, graph.nodes.map(\.tier))
    let steps = effort.steps(nodes: count)
    let greedy = CycleRemoval.reversals(nodeCount: count, arcs: graph.arcs, tiers: tiers)
    guard greedy.contains(true), tiers.allSatisfy({ $0 == nil }) else {
      return Arrangement(graph, isTurned: greedy, steps: steps)
    }
    let ways = waysToBreakCycles(of: graph, first: greedy)
    var found = ways.map { Arrangement(graph, isTurned: $0, steps: steps / 70) }
    found.sort { $0.ordering.crossings < $1.ordering.crossings }
    found.removeLast(max(0, found.count - 3))
    for index in found.indices { found[index].search(steps: steps / 12) }
    found.sort { $0.ordering.crossings < $1.ordering.crossings }
    found[0].search(steps: steps - steps / 70 * ways.count - steps / 12 * found.count)
    return found[0]
  }

  /// The given way and others, each once, found depth first: the fewer, the larger the graph, since it takes
  /// long to try each.
  private static func waysToBreakCycles(of graph: IndexedGraph, first: [Bool]) -> [[Bool]] {
    let count = graph.nodes.count
    var ways = [first, CycleRemoval.depthFirst(nodeCount: count, arcs: graph.arcs)]
    for seed in 1..<(count > 300 ? 2 : count > 120 ? 8 : 14) {
      ways.append(
        CycleRemoval.depthFirst(nodeCount: count, arcs: graph.arcs, seed: UInt64(seed)))
    }
    var seen: Set<[Bool]> = []
    return ways.filter { seen.insert($0).inserted }
  }

  /// Looks for an order with fewer crossings.
  private mutating func search(steps: Int) {
    guard ordering.crossings > 0 else { return }
    let other = Ordering(proper, steps: steps)
    if other.crossings < ordering.crossings { ordering = other }
  }

  private init(_ graph: IndexedGraph, isTurned: [Bool], steps: Int) {
    self.isTurned = isTurned
    var arcs = zip(graph.arcs, isTurned).map { $1 ? $0.reversed : $0 }.sorted()
    arcs.removeDuplicates()
    self.arcs = arcs
    let layering = Layering(
      nodeCount: graph.nodes.count, arcs: arcs, tiers: graph.nodes.map(\.tier))
    proper = ProperGraph(nodeCount: graph.nodes.count, arcs: arcs, layering: layering)
    ordering = Ordering(proper, steps: steps)
    let back = Set(zip(graph.arcs, isTurned).filter(\.1).map(\.0.reversed))
    leadsBack = arcs.map { back.contains($0) }
  }
}
