import Canvas
import Charts
import Dataset
import Insight

/// The flow of compute as a graph to be drawn: who supplies the chip makers, whose chips stand at which
/// operators, and who rents them; weighed in accelerators that are firm on the day.
struct ReachGraph: Sendable {
  /// What stands at a node.
  enum Node: Hashable, Sendable {
    case organisation(ID<Organisation>)
    /// Chips whose maker no row names.
    case unknownVendor
    /// The smaller ones of a tier, as one.
    case folded(tier: Int)
  }

  /// Accelerators that flow along an edge; `nil` where no row says how many.
  struct Edge: Hashable, Sendable {
    let from: Node
    let to: Node
    var accelerators: Int?
  }

  static let tierNames = [
    "lithography, foundry, memory", "chips", "operators", "models, research", "other customers",
  ]

  private(set) var tiers: [Node: Int] = [:]
  private(set) var weights: [Node: Int] = [:]
  private(set) var edges: [Edge] = []

  /// The graph of the firm sites that a filter lets through.
  init(of world: World, announced: Bool) {
    let dataset = world.dataset
    var flows: [Pair: Int?] = [:]
    func flow(_ from: Node, _ to: Node, _ count: Int?) {
      let pair = Pair(from: from, to: to)
      guard let known = flows[pair] else { return flows[pair] = .some(count) }
      flows[pair] = known.map { $0 + (count ?? 0) } ?? count
    }
    for site in world.snapshot.compute where site.scope == .site && world.passes.matches(site) {
      guard site.status.isFirm || (announced && site.status == .announced),
        let operatedBy = site.operatedBy, site.accelerators != 0
      else { continue }
      let vendor = site.vendor.map { Node.organisation($0) } ?? .unknownVendor
      let runner = Node.organisation(operatedBy)
      tiers[vendor] = 1
      tiers[runner] = 2
      flow(vendor, runner, site.accelerators)
      weights[runner, default: 0] += site.accelerators ?? 0
      weights[vendor, default: 0] += site.accelerators ?? 0
      if let customer = site.customer, customer != operatedBy {
        let tenant = Node.organisation(customer)
        if tiers[tenant] == nil { tiers[tenant] = ReachGraph.tier(of: customer, in: dataset) }
        weights[tenant, default: 0] += site.accelerators ?? 0
        flow(runner, tenant, site.accelerators)
      }
    }
    edges = flows.map { Edge(from: $0.key.from, to: $0.key.to, accelerators: $0.value) }
    addSuppliers(of: world)
    edges.sort { ReachGraph.name($0, dataset) < ReachGraph.name($1, dataset) }
  }

  private struct Pair: Hashable {
    let from: Node
    let to: Node
  }

  private static func tier(of id: ID<Organisation>, in dataset: Dataset) -> Int {
    switch dataset[id].layer {
    case .models, .research: 3
    default: 4
    }
  }

  private static func name(_ edge: Edge, _ dataset: Dataset) -> String {
    key(edge.from, dataset) + " " + key(edge.to, dataset)
  }

  /// A node's id in the drawing.
  static func key(_ node: Node, _ dataset: Dataset) -> String {
    switch node {
    case .organisation(let id): dataset.slug(id)
    case .unknownVendor: "~unknown"
    case .folded(let tier): "~folded\(tier)"
    }
  }

  /// Those who supply the makers of the chips, and those who supply these: relations of the ledger,
  /// none of which says how much.
  private mutating func addSuppliers(of world: World) {
    let dataset = world.dataset
    var wanted = Set(
      tiers.compactMap { node, tier -> ID<Organisation>? in
        if case .organisation(let id) = node, tier == 1 { return id }
        return nil
      })
    for _ in 0..<2 {
      var found: Set<ID<Organisation>> = []
      for relation in world.snapshot.relations
      where relation.kind == .supplies && relation.status == .active && wanted.contains(relation.to)
      {
        let (from, to) = (Node.organisation(relation.from), Node.organisation(relation.to))
        guard dataset[relation.from].layer == .chips, tiers[from] == nil || tiers[from] == 0 else {
          continue
        }
        tiers[from] = 0
        weights[from, default: 0] += 0
        if !edges.contains(where: { $0.from == from && $0.to == to }) {
          edges.append(Edge(from: from, to: to, accelerators: nil))
        }
        found.insert(relation.from)
      }
      wanted = found
    }
  }

  // MARK: Folding

  /// The same with at most `most` nodes a tier: the smaller ones become one node that says how many they
  /// are. Those named in `kept` stay, whatever their size.
  func folded(to most: Int, keeping kept: Set<Node>, in dataset: Dataset) -> (
    graph: ReachGraph, hidden: [Int: [Node]]
  ) {
    var place: [Node: Node] = [:]
    var hidden: [Int: [Node]] = [:]
    for tier in 0..<ReachGraph.tierNames.count {
      let nodes = nodes(of: tier, in: dataset)
      guard nodes.count > most else { continue }
      let shown = nodes.filter(kept.contains) + nodes.filter { !kept.contains($0) }
      for node in shown.dropFirst(max(1, most - 1)) {
        place[node] = .folded(tier: tier)
        hidden[tier, default: []].append(node)
      }
    }
    var graph = self
    graph.tiers = [:]
    graph.weights = [:]
    for (node, tier) in tiers {
      let target = place[node] ?? node
      graph.tiers[target] = tier
      graph.weights[target, default: 0] += weights[node] ?? 0
    }
    var merged: [Pair: Int?] = [:]
    for edge in edges {
      let pair = Pair(from: place[edge.from] ?? edge.from, to: place[edge.to] ?? edge.to)
      if let known = merged[pair] {
        merged[pair] = known.map { $0 + (edge.accelerators ?? 0) } ?? edge.accelerators
      } else {
        merged[pair] = .some(edge.accelerators)
      }
    }
    graph.edges = merged.map { Edge(from: $0.key.from, to: $0.key.to, accelerators: $0.value) }
      .sorted { ReachGraph.name($0, dataset) < ReachGraph.name($1, dataset) }
    return (graph, hidden)
  }

  /// The nodes of a tier, the largest first.
  func nodes(of tier: Int, in dataset: Dataset) -> [Node] {
    tiers.filter { $0.value == tier }.keys.sorted { left, right in
      let (first, second) = (weights[left] ?? 0, weights[right] ?? 0)
      return first == second
        ? ReachGraph.key(left, dataset) < ReachGraph.key(right, dataset) : first > second
    }
  }

  /// Only one node, what it depends on and what depends on it.
  func focused(on node: Node) -> ReachGraph {
    let kept = reached(from: node, forwards: true).union(reached(from: node, forwards: false))
    var graph = self
    graph.tiers = tiers.filter { kept.contains($0.key) }
    graph.edges = edges.filter { kept.contains($0.from) && kept.contains($0.to) }
    return graph
  }

  /// A node and everything before or behind it.
  func reached(from node: Node, forwards: Bool) -> Set<Node> {
    var found: Set<Node> = [node]
    var next = [node]
    while let current = next.popLast() {
      for edge in edges {
        let (here, there) = forwards ? (edge.from, edge.to) : (edge.to, edge.from)
        if here == current, found.insert(there).inserted { next.append(there) }
      }
    }
    return found
  }
}
