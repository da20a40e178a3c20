import Dataset

/// The shares of everything that reach whoever is at home in a place.
///
/// A site is lost with its maker, with whoever is upstream of him, with its operator and with its
/// landlord. So it is lost at least by the largest of these shares. Somebody whose home no row names
/// may be at home there: 0 to 1.
struct HomeCut {
  /// The share of every maker, site and organisation that is at home there, or goes with who is.
  let values: [Int: ShareInterval]

  init(
    _ facts: FactGraph, _ sites: SiteFacts, _ chain: SupplyChain, _ territory: Territory,
    _ dataset: Dataset
  ) {
    let place = TerritoryShares(territory, in: dataset)
    var homes: [ID<Organisation>: ShareInterval] = [:]
    let named = facts.nodes.compactMap { node -> ID<Organisation>? in
      if case .maker(let id) = node { id } else { nil }
    }
    for maker in Set(named).union(chain.members) {
      let home = place.home(of: maker)
      if home != .none { homes[maker] = home }
    }
    let makers = chain.shares(reaching: homes)
    var values: [Int: ShareInterval] = [:]
    for (index, node) in facts.nodes.enumerated() {
      switch node {
      case .maker(let id): values[index] = makers[id]
      case .unnamed, .unrecorded: values[index] = .unknown
      default: break
      }
    }
    for site in sites.sites {
      guard let node = facts.index(of: .site(site.id)) else { continue }
      let maker = sites.vendor(of: site).map { makers[$0] } ?? .unknown
      let hosts = sites.landlords[site.id, default: []] + [sites.operatedBy(site)].compactMap { $0 }
      values[node] = hosts.reduce(maker) { $0.larger(place.home(of: $1)) }
    }
    let rented = facts.graph.shares(fixing: values)
    for (index, node) in facts.nodes.enumerated() {
      guard case .organisation(let id) = node else { continue }
      let home = place.home(of: id)
      if home != .none { values[index] = home.larger(rented[index]) }
    }
    self.values = values
  }
}

/// The shares of organisations and sites that belong to a place.
struct TerritoryShares {
  private let territory: Territory
  private let dataset: Dataset

  init(_ territory: Territory, in dataset: Dataset) {
    self.territory = territory
    self.dataset = dataset
  }

  /// All where an organisation is at home there; open where no row says where it is.
  func home(of id: ID<Organisation>) -> ShareInterval {
    dataset[id].country.map { share(of: $0) } ?? .unknown
  }

  /// Of a country asked for a country or jurisdiction. "Somewhere in the Union" may be any place.
  func share(of country: ID<Country>) -> ShareInterval {
    let jurisdiction = dataset.jurisdiction(of: country)
    let isThere =
      switch territory {
      case .country(let asked): asked == country
      case .jurisdiction(let asked): asked == jurisdiction
      }
    if isThere { return .all }
    return jurisdiction == .unstated ? .unknown : ShareInterval.none
  }
}

extension ShareInterval {
  /// The greater of two shares, end by end.
  fileprivate func larger(_ other: ShareInterval) -> ShareInterval {
    ShareInterval(
      documented: max(documented, other.documented), possible: max(possible, other.possible))
  }
}
