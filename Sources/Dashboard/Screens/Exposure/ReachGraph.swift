import Canvas
import Charts
import Dataset
import Insight

/// A dependence as a graph to be drawn, from those depended on to those who depend.
///
/// The flow of compute has suppliers of chip makers, makers, operators and customers. It is weighed in
/// what is firm on the day, in the unit of the options. Other dimensions are made in `ReachGraph+Dimensions`.
///
/// With `.relations` the customers that relations name without a number stand in it too. Everyone
/// stands in the tier of their layer, so that a laboratory with chips of its own stands among
/// laboratories. Suppliers of chip makers do not stand at its end a second time: the list and the
/// circles of money tell that ASML rents from Mistral.
struct ReachGraph: Sendable {
  enum Node: Hashable, Sendable {
    case organisation(ID<Organisation>)
    /// Chips whose maker, or money whose giver, no row names.
    case unknownVendor
    /// Those at home in a jurisdiction, or its law.
    case jurisdiction(Jurisdiction)
    case country(ID<Country>)
    /// Some of a tier, as a single node.
    case folded(tier: Int)
  }

  /// Compute in the unit, or millions of dollars, that flows along an edge; `nil` where no row says how much.
  struct Edge: Hashable, Sendable {
    let from: Node
    let to: Node
    var amount: ClosedRange<Double>?
  }

  enum Scope: Hashable, Sendable {
    /// The flows in rows of compute: maker, operator, customer.
    case flows
    /// The customers that relations name, too.
    case relations
  }

  struct Pair: Hashable {
    let from: Node
    let to: Node
  }

  let dimension: ExposureDimension
  let scope: Scope
  var tiers: [Node: Int] = [:]
  /// The unit of compute that weights and amounts are in.
  let unit: ComputeUnit
  var weights: [Node: SizeSum] = [:]
  /// The part of the weight that a cut takes for certain.
  var losses: [Node: ClosedRange<Double>] = [:]
  /// The sites whose size in the unit no row tells: they are in no weight.
  var leftOut = 0
  var edges: [Edge] = []
  /// The key of each node in the drawing: its slug.
  private(set) var keys: [Node: String] = [:]

  /// A graph of a dimension that has no nodes yet.
  init(_ dimension: ExposureDimension, _ scope: Scope, _ unit: ComputeUnit) {
    self.dimension = dimension
    self.scope = scope
    self.unit = unit
  }

  /// Takes the flows as edges, and gives every node its key.
  mutating func finish(_ flows: Flows, _ dataset: Dataset) {
    edges += flows.edges
    for node in tiers.keys { keys[node] = ReachGraph.key(node, dataset) }
    sortEdges()
  }

  /// The graph of the firm sites that a filter lets through.
  init(of world: World, _ scope: Scope, _ options: ExposureOptions) {
    self.init(.compute, scope, options.unit)
    let announced = options.announced == .counted
    let heads = GroupHeads(world.snapshot, options)
    var flows = Flows()
    let sites = sized(of: world, options)
    for (site, size) in sites {
      let vendor = site.vendor.map { Node.organisation(heads[$0]) } ?? .unknownVendor
      tiers[vendor] = 1
      add(vendor, size)
    }
    if scope == .flows {
      for operatedBy in sites.compactMap({ $0.site.operatedBy.map { heads[$0] } }) {
        if tiers[.organisation(operatedBy)] == nil { tiers[.organisation(operatedBy)] = 2 }
      }
    }
    for (site, size) in sites {
      guard let operatedBy = site.operatedBy.map({ heads[$0] }) else { continue }
      let vendor = site.vendor.map { Node.organisation(heads[$0]) } ?? .unknownVendor
      let runner = place(operatedBy, scope, in: world.dataset)
      flows.add(vendor, runner, size)
      if vendor != runner { add(runner, size) }
      if let customer = site.customer.map({ heads[$0] }), customer != operatedBy {
        let tenant = place(customer, scope, in: world.dataset)
        add(tenant, size)
        flows.add(runner, tenant, size)
      }
    }
    edges = flows.edges
    if scope == .relations { addCustomers(of: world, announced, heads) }
    addSuppliers(of: world, heads)
    finish(Flows(), world.dataset)
  }

  /// The sites that a filter lets through with their sizes, and the number of those without.
  mutating func sized(
    of world: World, _ options: ExposureOptions
  ) -> [(site: Commitment, size: ClosedRange<Double>?)] {
    let sites = SizedSite.all(in: world.snapshot, options, where: world.passes)
    leftOut = sites.count { $0.size == nil && !$0.isInsideCampus }
    return sites.map { ($0.site, $0.size) }
  }

  mutating func add(_ node: Node, _ size: ClosedRange<Double>?) {
    weights[node, default: SizeSum()].add(size)
  }

  /// The node of somebody who operates or rents, in the tier of their layer.
  private mutating func place(
    _ id: ID<Organisation>, _ scope: Scope, in dataset: Dataset
  ) -> Node {
    let node = Node.organisation(id)
    if tiers[node] == nil, scope == .flows {
      tiers[node] = 4
    } else if tiers[node] == nil {
      switch dataset[id].layer {
      case .chips, .infrastructure, .public: tiers[node] = 2
      case .models, .research: tiers[node] = 3
      case .applications, .capital: tiers[node] = 4
      }
    }
    return node
  }

  /// Those who rent from somebody in the graph by a relation that no row of compute explains.
  private mutating func addCustomers(of world: World, _ announced: Bool, _ heads: GroupHeads) {
    let relations = world.snapshot.relations.filter { relation in
      relation.kind == .customerOf
        && (relation.status == .active || (announced && relation.status == .announced))
        && world.dataset[heads[relation.from]].layer != .chips
        && heads[relation.from] != heads[relation.to]
    }
    var known = Set(edges.map { Pair(from: $0.from, to: $0.to) })
    // A customer may have customers: each round of the loop goes one step further down.
    for _ in 0..<4 {
      for relation in relations {
        let seller = Node.organisation(heads[relation.to])
        guard tiers[seller] ?? 0 > 1 else { continue }
        let buyer = place(heads[relation.from], .relations, in: world.dataset)
        add(buyer, 0...0)
        let pair = Pair(from: seller, to: buyer)
        guard !known.contains(pair), !known.contains(Pair(from: buyer, to: seller)) else {
          continue
        }
        known.insert(pair)
        edges.append(Edge(from: seller, to: buyer, amount: nil))
      }
    }
  }

  static func key(_ node: Node, _ dataset: Dataset) -> String {
    switch node {
    case .organisation(let id): dataset.slug(id)
    case .unknownVendor: "~unknown"
    case .jurisdiction(let place): "~law-\(place.word)"
    case .country(let id): "~country-\(dataset.code(id))"
    case .folded(let tier): "~folded\(tier)"
    }
  }

  func key(_ node: Node) -> String {
    if case .folded(let tier) = node { return "~folded\(tier)" }
    return keys[node] ?? "~unknown"
  }

  mutating func sortEdges() {
    let named = edges.map { (edge: $0, name: key($0.from) + " " + key($0.to)) }
    edges = named.sorted { $0.name < $1.name }.map(\.edge)
  }

  /// Those who supply the makers of the chips, and those who supply these: relations of the ledger,
  /// none of which says how much.
  private mutating func addSuppliers(of world: World, _ heads: GroupHeads) {
    let dataset = world.dataset
    var wanted = Set(
      tiers.compactMap { node, tier -> ID<Organisation>? in
        if case .organisation(let id) = node, tier == 1 { return id }
        return nil
      })
    for _ in 0..<2 {
      var found: Set<ID<Organisation>> = []
      for relation in world.snapshot.relations
      where relation.kind == .supplies && relation.status == .active {
        let (supplier, maker) = (heads[relation.from], heads[relation.to])
        let (from, to) = (Node.organisation(supplier), Node.organisation(maker))
        guard wanted.contains(maker), supplier != maker, dataset[supplier].layer == .chips,
          tiers[from] == nil || tiers[from] == 0
        else { continue }
        tiers[from] = 0
        add(from, 0...0)
        if !edges.contains(where: { $0.from == from && $0.to == to }) {
          edges.append(Edge(from: from, to: to, amount: nil))
        }
        found.insert(supplier)
      }
      wanted = found
    }
  }

  /// A node and everything before or behind it.
  func reached(from node: Node, forwards: Bool) -> Set<Node> {
    var next: [Node: [Node]] = [:]
    for edge in edges {
      if forwards {
        next[edge.from, default: []].append(edge.to)
      } else {
        next[edge.to, default: []].append(edge.from)
      }
    }
    var found: Set<Node> = [node]
    var pending = [node]
    while let current = pending.popLast() {
      for other in next[current] ?? [] where found.insert(other).inserted { pending.append(other) }
    }
    return found
  }
}
