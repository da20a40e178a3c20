import Dataset

/// A fact that opens the bounds of an exposure.
public struct OpenDependency: Sendable {
  /// The thing that is open.
  public enum Thing: Hashable, Sendable {
    case commitment(ID<Commitment>)
    case round(ID<Round>)
    /// An operator that it rents from.
    case renting(ID<Organisation>)
    /// A host whose halls it is in.
    case hosting(ID<Organisation>)
    /// A maker whose chips it is supplied with.
    case supply(ID<Organisation>)
    /// A customer or an investor that a relation alone names.
    case relation(ID<Organisation>)

    /// The id, as JSON tells it.
    public func slug(in dataset: Dataset) -> String {
      switch self {
      case .commitment(let id): dataset.slug(id)
      case .round(let id): dataset.slug(id)
      case .renting(let id), .hosting(let id), .supply(let id), .relation(let id): dataset.slug(id)
      }
    }
  }

  public let thing: Thing
  /// True if it has no size; else it has a size, and what stands behind it is open.
  public let isUnsized: Bool
  /// The bound of its size by its power.
  public let bound: PowerBound?
  /// The width that it alone gives to the known share, 0 to 1.
  public let width: Double
}

/// The known share of an organisation in a solved exposure, and the facts that open its bounds.
struct StandingFacts {
  let known: ShareInterval?
  let size: ClosedRange<Double>
  let atStake: ClosedRange<Double>?
  let uncounted: Int
  let open: [OpenDependency]
  let through: [ID<Organisation>]
  let unsized: [ID<Commitment>]

  init(of node: Int, _ solved: SolvedExposure, _ sites: SiteFacts?, _ snapshot: Snapshot) {
    let (facts, shares, dataset) = (solved.facts, solved.shares, snapshot.dataset)
    let row = facts.graph.dependencies(of: node).filter { edge in
      facts.graph.edges[edge].to.map { facts.nodes[$0] } != .unrecorded
    }
    func share(_ edge: Int) -> ShareInterval {
      facts.graph.edges[edge].to.map { shares[$0] } ?? .unknown
    }
    let sized = row.filter { facts.graph.edges[$0].size.isSized }
    let weights = sized.map { facts.graph.edges[$0].size.weights ?? (0, 0) }
    let least = weights.reduce(0) { $0 + $1.least }
    let most = weights.reduce(0) { $0 + $1.most }
    size = least...max(least, most)
    uncounted = row.count - sized.count
    let isNamed = sized.contains { facts.isNamed($0, dataset) || share($0) == .all }
    let known = isNamed ? facts.graph.shareOfKnownSizes(of: node, in: shares) : nil
    self.known = known
    if known != nil {
      let low = zip(sized, weights).reduce(0) { $0 + $1.1.least * share($1.0).documented }
      let high = zip(sized, weights).reduce(0) { $0 + $1.1.most * share($1.0).possible }
      atStake = low...max(low, high)
    } else {
      atStake = nil
    }
    let owner: ID<Organisation>? = facts.nodes[node].organisation
    unsized = row.compactMap { edge in
      guard !facts.graph.edges[edge].size.isSized, let to = facts.graph.edges[edge].to,
        case .site(let id) = facts.nodes[to]
      else { return nil }
      return id
    }
    let found = row.compactMap { edge -> OpenDependency? in
      guard let thing = facts.thing(behind: edge) else { return nil }
      let isUnsized = !facts.graph.edges[edge].size.isSized
      let width = Self.width(
        facts.graph.edges[edge].size, share(edge), beside: known, of: least)
      let bound: PowerBound? =
        if isUnsized, case .commitment(let id) = thing { sites?.size(of: id).bound } else { nil }
      return width > 1e-12
        ? OpenDependency(thing: thing, isUnsized: isUnsized, bound: bound, width: width) : nil
    }
    open = found.map { (open: $0, slug: $0.thing.slug(in: dataset)) }.sorted { left, right in
      left.open.width == right.open.width
        ? left.slug < right.slug : left.open.width > right.open.width
    }.map(\.open)
    let through = known == nil ? row.flatMap { facts.partners(behind: $0, sites, snapshot) } : []
    self.through = Set(through).filter { $0 != owner }
      .sorted { dataset.slug($0) < dataset.slug($1) }
  }

  /// The width that a dependency alone gives to what is known: all of it where nothing is.
  private static func width(
    _ size: DependencyGraph.Size, _ share: ShareInterval, beside known: ShareInterval?,
    of whole: Double
  ) -> Double {
    guard let weights = size.weights else { return 0 }
    if weights.least > 0 { return share.width * weights.most / max(whole, weights.most) }
    guard let known, whole > 0 else { return 1 }
    let part = weights.most == .infinity ? 1 : weights.most / (whole + weights.most)
    let below = known.documented - share.documented
    let above = share.possible - known.possible
    return part * max(0, below, above)
  }
}

extension FactGraph {
  /// True if a dependency leads to a commitment or a round that names who stands behind it.
  fileprivate func isNamed(_ edge: Int, _ dataset: Dataset) -> Bool {
    guard let node = graph.edges[edge].to else { return false }
    return graph.dependencies(of: node).contains { edge in
      guard let to = graph.edges[edge].to else { return false }
      switch nodes[to] {
      case .unnamed, .unrecorded, .others: return false
      case .place(let country): return dataset.jurisdiction(of: country) != .unstated
      case .rest: return isNamed(edge, dataset)
      default: return true
      }
    }
  }

  /// The thing that a dependency of an organisation leads to.
  fileprivate func thing(behind edge: Int) -> OpenDependency.Thing? {
    guard let node = graph.edges[edge].to else { return nil }
    switch nodes[node] {
    case .site(let id): return .commitment(id)
    case .round(let id): return .round(id)
    case .organisation(let id): return relation(of: edge) == .hosts ? .hosting(id) : .renting(id)
    case .maker(let id): return .supply(id)
    case .customer(let id), .investor(let id): return .relation(id)
    case .part, .rest, .place, .unnamed, .unrecorded, .others: return nil
    }
  }

  /// The operators, hosts and makers that a dependency of an organisation goes through.
  fileprivate func partners(behind edge: Int, _ sites: SiteFacts?, _ snapshot: Snapshot)
    -> [ID<Organisation>]
  {
    switch thing(behind: edge) {
    case .renting(let id), .hosting(let id), .supply(let id): return [id]
    case .commitment(let id):
      guard let sites, let site = snapshot.commitment(id) else { return [] }
      let maker = sites.vendor(of: site)
      return [sites.operatedBy(site), maker].compactMap { $0 } + (sites.landlords[id] ?? [])
    case .round, .relation, .none: return []
    }
  }
}
