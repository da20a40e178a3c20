import Dataset
import Insight

extension ReachGraph {
  struct Fold: Hashable, Sendable {
    /// The most nodes of a tier that are shown by themselves.
    var most: Int
    /// The opened tier, shown whole.
    var open: Int?
    /// The closed tier: a single node, apart from those that must stay.
    var closed: Int?
  }

  /// The same graph with nodes of each tier folded into a node that tells their number: the smaller
  /// nodes where there are too many, all of a closed tier. Those in `kept` stay.
  func folded(_ fold: Fold, keeping kept: Set<Node>) -> (graph: ReachGraph, hidden: [Int: [Node]]) {
    var place: [Node: Node] = [:]
    var hidden: [Int: [Node]] = [:]
    for tier in 0..<tierNames.count where tier != fold.open {
      let nodes = nodes(of: tier)
      var away = Set<Node>()
      if tier == fold.closed {
        away = Set(nodes)
      } else if nodes.count > fold.most {
        let shown = nodes.filter(kept.contains) + nodes.filter { !kept.contains($0) }
        away = Set(shown.dropFirst(max(1, fold.most - 1)))
      }
      away.subtract(kept)
      guard away.count > 1 else { continue }
      for node in nodes where away.contains(node) {
        place[node] = .folded(tier: tier)
        hidden[tier, default: []].append(node)
      }
    }
    return (place.isEmpty ? self : merged(place), hidden)
  }

  /// The rule of a fold: it weighs, and loses, what its nodes do together.
  private func merged(_ place: [Node: Node]) -> ReachGraph {
    var graph = self
    graph.tiers = [:]
    graph.weights = [:]
    graph.losses = [:]
    for (node, tier) in tiers {
      let target = place[node] ?? node
      graph.tiers[target] = tier
      graph.weights[target, default: SizeSum()].add(weights[node] ?? SizeSum())
      if let loss = losses[node] {
        graph.losses[target] = ReachGraph.sum(graph.losses[target], loss)
      }
    }
    var merged: [Pair: ClosedRange<Double>?] = [:]
    for edge in edges {
      let pair = Pair(from: place[edge.from] ?? edge.from, to: place[edge.to] ?? edge.to)
      guard pair.from != pair.to else {
        // Compute rented within a fold is in the sums of both parties.
        if dimension == .compute, let twice = edge.amount {
          graph.weights[pair.from]?.take(twice)
        }
        continue
      }
      merged[pair] = .some(ReachGraph.sum(merged[pair] ?? nil, edge.amount))
    }
    graph.edges = merged.map { Edge(from: $0.key.from, to: $0.key.to, amount: $0.value) }
    graph.sortEdges()
    return graph
  }

  func nodes(of tier: Int) -> [Node] {
    tiers.filter { $0.value == tier }.map { (node: $0.key, weight: least($0.key)) }
      .sorted { left, right in
        left.weight == right.weight
          ? key(left.node) < key(right.node) : left.weight > right.weight
      }.map(\.node)
  }

  /// The weight that a node is ordered by.
  func least(_ node: Node) -> Double { weights[node]?.size.lowerBound ?? 0 }

  /// Only one node, what it depends on and what depends on it.
  func focused(on node: Node) -> ReachGraph {
    guard tiers[node] != nil else { return self }
    let kept = reached(from: node, forwards: true).union(reached(from: node, forwards: false))
    var graph = self
    graph.tiers = tiers.filter { kept.contains($0.key) }
    graph.edges = edges.filter { kept.contains($0.from) && kept.contains($0.to) }
    return graph
  }
}
