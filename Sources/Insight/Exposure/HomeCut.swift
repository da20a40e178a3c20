import Dataset

/// The shares of everything that reach whoever is at home in a place.
///
/// A site is lost with its maker, with whoever is upstream of him, with its operator and with its
/// landlord; so it is lost at least by the largest of these shares. Somebody whose home no row names
/// may be at home there: 0 to 1.
struct HomeCut {
  let facts: FactGraph
  let shares: NodeShares
  /// The nodes of those at home there, and of their sites.
  let taken: Set<Int>

  private typealias Values = [Int: ShareInterval]

  init(_ snapshot: Snapshot, _ sites: SiteFacts, _ territory: Territory) {
    let facts = FactGraph.compute(snapshot, sites)
    self.facts = facts
    let dataset = snapshot.dataset
    let place = TerritoryShares(territory, in: dataset)
    var values = HomeCut.makers(facts, place)
    values.merge(HomeCut.ends(facts)) { _, end in end }
    let upstream = facts.graph.shares(fixing: values)
    for (node, part) in facts.nodes.enumerated() {
      if case .maker = part { values[node] = upstream[node] }
    }
    for site in sites.sites {
      guard let node = facts.index(of: .site(site.id)) else { continue }
      let maker =
        sites.vendor(of: site).flatMap { facts.index(of: .maker($0)) }.map { upstream[$0] }
        ?? .unknown
      let hosts = sites.landlords[site.id, default: []] + [sites.operatedBy(site)].compactMap { $0 }
      values[node] = hosts.reduce(maker) { $0.larger(place.home(of: $1)) }
    }
    let rented = facts.graph.shares(fixing: values)
    for (node, part) in facts.nodes.enumerated() {
      guard case .organisation(let id) = part else { continue }
      let home = place.home(of: id)
      if home != .none { values[node] = home.larger(rented[node]) }
    }
    shares = facts.graph.shares(fixing: values)
    taken = Set(values.filter { $0.value == .all }.keys)
  }

  /// Makers at home there are 1; those whose chain never leads there are 0; the others are left open.
  private static func makers(_ facts: FactGraph, _ place: TerritoryShares) -> Values {
    var homes: Values = [:]
    for (node, part) in facts.nodes.enumerated() {
      if case .maker(let id) = part { homes[node] = place.home(of: id) }
    }
    let reaches = facts.graph.reaching(
      Set(homes.filter { $0.value != .none }.keys), through: { _ in true })
    return homes.filter { node, home in home != .none || !reaches[node] }
  }

  private static func ends(_ facts: FactGraph) -> Values {
    var ends: Values = [:]
    for node in [FactGraph.Node.unnamed, .unrecorded] {
      if let index = facts.index(of: node) { ends[index] = .unknown }
    }
    return ends
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
