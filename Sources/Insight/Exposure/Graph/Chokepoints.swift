/// For every label, the nodes that lose every way to a source when everything with that label is
/// removed.
///
/// A dominator is one node. An organisation stands at several, as maker, as owner of nine sites, as
/// landlord of two. So the nodes carry labels. A label dominates a node when every way from a source
/// to it passes some node with that label. The sets solve the data-flow equation `L(n) = labels(n) ∪
/// ⋂ L(v)` over all `v` that `n` depends on, started from "every label" (the formulation K. Cooper,
/// T. Harvey, K. Kennedy, 2001, begin with; exact by G. Kildall, POPL 1973, since union with a
/// constant distributes over intersection). Where each label stands at a single node, it is that
/// node's part of the dominator tree. Where at several, it is what removing all of them at once
/// does. A tenant of two sites of one operator loses both.
///
/// A lost node has no way left at all, so this is the least a removal does. How much a node that
/// keeps other ways loses is told by its share.
public struct Chokepoints: Hashable, Sendable {
  /// For each node the labels on all of its ways, ascending, its own included. `nil` for nodes to
  /// which no way leads from a source (closed circles), which have nothing to lose.
  public let labels: [[Int]?]

  /// The labels on every way to each node of `graph`.
  ///
  /// Sources are the nodes that depend on nothing, and unknown ends: a dependency on nobody known
  /// is a way that passes no label.
  ///
  /// - Parameters:
  ///   - graph: edges point from who depends to what it depends on.
  ///   - labels: of each node; a node may have none or several.
  ///   - sources: nodes whose labels are told in full, so that what they depend on plays no part.
  /// - Precondition: `labels` has an entry for every node.
  public init(graph: DependencyGraph, labels: [[Int]], sources: Set<Int> = []) {
    precondition(labels.count == graph.nodeCount, "every node has an entry in labels")
    let own = labels.map { Array(Set($0)).sorted() }
    let components = StrongComponents(
      count: graph.nodeCount,
      skipping: { sources.contains($0) },
      successors: { graph.dependencies(of: $0).compactMap { graph.edges[$0].to } }
    )
    var found = [[Int]?](repeating: nil, count: graph.nodeCount)
    for source in sources { found[source] = own[source] }
    for members in components.members {
      var changed = true
      while changed {
        changed = false
        for node in members {
          let new = Self.onEveryWay(to: node, graph, found).map { Self.union($0, own[node]) }
          if new != found[node] {
            found[node] = new
            changed = true
          }
        }
      }
    }
    self.labels = found
  }

  /// The labels common to all ways to what `node` depends on. `nil` stands for "every label", of
  /// which only nodes not yet reached have it.
  private static func onEveryWay(
    to node: Int, _ graph: DependencyGraph, _ found: [[Int]?]
  ) -> [Int]? {
    let dependencies = graph.dependencies(of: node)
    if dependencies.isEmpty { return [] }
    var common: [Int]?
    for edge in dependencies {
      guard let target = graph.edges[edge].to else { return [] }
      guard let labels = found[target] else { continue }
      common = common.map { intersection($0, labels) } ?? labels
      if common == [] { return [] }
    }
    return common
  }

  private static func union(_ left: [Int], _ right: [Int]) -> [Int] {
    right.isEmpty ? left : Array(Set(left).union(right)).sorted()
  }

  private static func intersection(_ left: [Int], _ right: [Int]) -> [Int] {
    var common: [Int] = []
    var (first, second) = (left[...], right[...])
    while let one = first.first, let two = second.first {
      if one == two { common.append(one) }
      if one <= two { first.removeFirst() }
      if two <= one { second.removeFirst() }
    }
    return common
  }
}
