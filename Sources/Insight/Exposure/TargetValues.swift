import Dataset

/// The value of each end of a fact graph in a question: the target 1, others 0, open ends between.
struct TargetValues {
  private let target: ExposureTarget
  private let dimension: ExposureDimension
  private let places: TerritoryShares?
  private let facts: SiteFacts?
  private let head: ID<Organisation>?
  /// True if chips of unknown maker may be the target's.
  private let isMaker: Bool
  private let makers: MakerShares?

  /// The values of a question.
  ///
  /// - Parameter facts: the sites; needed where sites may be the target's own.
  init(
    _ target: ExposureTarget, _ dimension: ExposureDimension, in graph: FactGraph,
    _ snapshot: Snapshot, _ facts: SiteFacts?, _ options: ExposureOptions
  ) {
    self.target = target
    self.dimension = dimension
    places =
      switch target {
      case .organisation, .commitment: nil
      case .country(let id): TerritoryShares(.country(id), in: snapshot.dataset)
      case .jurisdiction(let asked): TerritoryShares(.jurisdiction(asked), in: snapshot.dataset)
      }
    self.facts = facts
    guard case .organisation(let id) = target else {
      (head, makers) = (nil, nil)
      isMaker = if case .commitment = target { false } else { true }
      return
    }
    let head = GroupHeads(snapshot, options)[id]
    self.head = head
    isMaker = snapshot.dataset[head].layer == .chips
    makers = facts.map { SupplyChain($0, snapshot.dataset).shares(reaching: [head: .all]) }
  }

  func values(in graph: FactGraph) -> [Int: ShareInterval] {
    let ownSites = ownSites()
    var values: [Int: ShareInterval] = [:]
    for (index, node) in graph.nodes.enumerated() {
      if case .site(let id) = node, ownSites.contains(id) {
        values[index] = .all
      } else {
        values[index] = value(of: node)
      }
    }
    return values
  }

  private func value(of node: FactGraph.Node) -> ShareInterval? {
    switch node {
    case .organisation(let id): return id == head ? ShareInterval.all : nil
    case .maker(let id):
      return head == nil ? home(of: id) : makers?[id] ?? ShareInterval.none
    case .customer(let id), .investor(let id):
      return head == nil ? home(of: id) : id == head ? .all : ShareInterval.none
    case .place(let country): return share(of: country)
    case .unnamed: return dimension == .compute && !isMaker ? ShareInterval.none : .unknown
    case .unrecorded: return .unknown
    case .others: return ShareInterval.none
    case .part, .site, .round, .rest: return nil
    }
  }

  /// Commitments that are the target's as operator or landlord: whoever rents them depends on it.
  private func ownSites() -> Set<ID<Commitment>> {
    if case .commitment(let id) = target { return [id] }
    guard dimension == .compute, let facts, let head else { return [] }
    return Set(
      facts.sites.filter {
        facts.operatedBy($0) == head || facts.landlords[$0.id, default: []].contains(head)
      }.map(\.id))
  }

  private func home(of id: ID<Organisation>) -> ShareInterval {
    places?.home(of: id) ?? ShareInterval.none
  }

  private func share(of country: ID<Country>) -> ShareInterval {
    places?.share(of: country) ?? ShareInterval.none
  }
}
