import Dataset

/// The share of everything that a scenario takes.
///
/// Each cut is solved by itself on the graph of compute, where it ends at what is cut. The part that
/// they take of a site together is then put there. Last, everybody who depends on sites is solved
/// once more.
struct CutShares {
  private let facts: FactGraph
  private let shares: NodeShares
  private let parts: [(cut: ScenarioCut, shares: NodeShares)]
  private let reaching: Set<ID<Organisation>>
  /// True if a site may be a part of what is cut and no way leads there for certain.
  private let isPlace: Bool

  init(
    _ snapshot: Snapshot, _ scenario: Scenario, _ sites: SiteFacts, _ options: ExposureOptions
  ) {
    let dataset = snapshot.dataset
    let heads = GroupHeads(snapshot, options)
    let asked = scenario.cuts.compactMap { cut -> ID<Organisation>? in
      if case .organisation(let id) = cut.target { heads[id] } else { nil }
    }
    let facts = FactGraph.compute(snapshot, sites, about: Set(asked))
    self.facts = facts
    let chain = SupplyChain(sites, dataset)
    var parts: [(cut: ScenarioCut, shares: NodeShares)] = []
    var fixed: Set<Int> = []
    var reaching: Set<ID<Organisation>> = []
    for cut in scenario.cuts {
      let values = Self.values(of: cut.target, facts, sites, chain, snapshot, options)
      parts.append((cut, facts.graph.shares(fixing: values)))
      reaching.formUnion(Self.reaching(values, facts))
      fixed.formUnion(values.keys)
    }
    var taken: [Int: ShareInterval] = [:]
    for (index, node) in facts.nodes.enumerated() {
      if case .site(let id) = node {
        guard let site = snapshot.commitment(id) else { continue }
        taken[index] = Scenario.together(
          parts.map { $0.cut.taken(of: $0.shares[index], at: site) })
      } else if fixed.contains(index) {
        taken[index] = Scenario.together(parts.map { $0.cut.taken(of: $0.shares[index]) })
      }
    }
    self.parts = parts
    self.reaching = reaching
    shares = facts.graph.shares(fixing: taken)
    isPlace = scenario.cuts.contains { cut in
      switch cut.target {
      case .standing, .home: true
      case .organisation, .commitment: false
      }
    }
  }

  /// The share of a node that is lost.
  func lost(_ node: FactGraph.Node) -> ShareInterval {
    facts.index(of: node).map { shares[$0] } ?? .none
  }

  /// The share of a site that is lost because its maker is cut, or somebody upstream of it.
  func lost(madeBy maker: ID<Organisation>, at site: Commitment) -> ShareInterval {
    guard let node = facts.index(of: .maker(maker)) else { return .none }
    // Sites that stand in a place are no maker's loss.
    let makers = parts.filter { if case .standing = $0.cut.target { false } else { true } }
    return Scenario.together(
      makers.map { $0.cut.taken(of: $0.shares[node], at: site) })
  }

  /// The share of a site that a period passes over, for want of a date.
  func passedOver(at site: Commitment) -> ShareInterval {
    guard let node = facts.index(of: .site(site.id)) else { return .none }
    return Scenario.together(parts.map { $0.cut.passedOver(of: $0.shares[node], at: site) })
  }

  /// True if a tenant loses something of what is rented.
  func touches(_ tenant: ID<Organisation>, losing loss: CutLoss) -> Bool {
    guard lost(.organisation(tenant)).possible > 0 || !loss.isNothing else { return false }
    return reaching.contains(tenant) || (isPlace && !loss.isNothing)
  }

  private static func values(
    of target: CutTarget, _ facts: FactGraph, _ sites: SiteFacts, _ chain: SupplyChain,
    _ snapshot: Snapshot, _ options: ExposureOptions
  ) -> [Int: ShareInterval] {
    func values(_ target: ExposureTarget) -> [Int: ShareInterval] {
      TargetValues(target, .compute, in: facts, snapshot, sites, options).values(in: facts)
    }
    switch target {
    case .organisation(let id): return values(.organisation(id))
    case .commitment(let id): return values(.commitment(id))
    case .home(let territory):
      return HomeCut(facts, sites, chain, territory, snapshot.dataset).values
    case .standing(let territory):
      let place = TerritoryShares(territory, in: snapshot.dataset)
      var found: [Int: ShareInterval] = [:]
      for (index, node) in facts.nodes.enumerated() {
        switch node {
        case .site(let id):
          found[index] = snapshot.commitment(id).map { place.share(of: $0.country) }
        // Nobody says where the chips stand that a maker supplies without a site.
        case .maker, .unnamed, .unrecorded: found[index] = .unknown
        default: break
        }
      }
      return found
    }
  }

  /// The organisations from which a way leads to what is cut.
  private static func reaching(
    _ values: [Int: ShareInterval], _ facts: FactGraph
  ) -> Set<ID<Organisation>> {
    let taken = Set(values.filter { $0.value == .all }.keys)
    let reaches = facts.graph.reaching(taken, through: { values[$0] == nil })
    return Set(
      facts.nodes.indices.compactMap { node in
        guard case .organisation(let id) = facts.nodes[node], reaches[node] else { return nil }
        return taken.contains(node) ? nil : id
      })
  }
}
