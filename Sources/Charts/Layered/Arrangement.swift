/// Passes 1 to 4 together: which arcs are turned round, and the layers and orders that follow from it.
struct Arrangement {
  let isTurned: [Bool]
  /// The arcs as turned, sorted; `proper.chains` follows them.
  let arcs: [Arc]
  let proper: ProperGraph
  private(set) var ordering: Ordering
  /// For each of `arcs` whether an edge leads against it.
  let leadsBack: [Bool]

  /// Of the ways to break cycles the one that leads to fewer crossings; of equals the one that turns
  /// fewer arcs. Breaking cycles depth first turns more of them, but often spreads the graph over more
  /// layers. Both are tried with a sixth of the steps, the better one with the rest.
  static func best(_ graph: IndexedGraph, effort: LayeredLayout.Effort) -> Arrangement {
    let (count, tiers) = (graph.nodes.count, graph.nodes.map(\.tier))
    let steps = effort.stepsPerNode * max(100, count)
    let greedy = CycleRemoval.reversals(nodeCount: count, arcs: graph.arcs, tiers: tiers)
    guard greedy.contains(true), tiers.allSatisfy({ $0 == nil }) else {
      return Arrangement(graph, isTurned: greedy, steps: steps)
    }
    var best = Arrangement(graph, isTurned: greedy, steps: steps / 6)
    if best.ordering.crossings == 0 { return best }
    let depthFirst = CycleRemoval.depthFirst(nodeCount: count, arcs: graph.arcs)
    if depthFirst != greedy {
      let other = Arrangement(graph, isTurned: depthFirst, steps: steps / 6)
      if other.ordering.crossings < best.ordering.crossings { best = other }
    }
    let more = Ordering(best.proper, steps: steps * 2 / 3)
    if more.crossings < best.ordering.crossings { best.ordering = more }
    return best
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
