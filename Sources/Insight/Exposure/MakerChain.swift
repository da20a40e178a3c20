import Dataset

/// The makers of chips and their suppliers, with the compute that may run through each.
struct MakerChain {
  private let facts: FactGraph
  private let sites: [Commitment]
  private let vendor: [ID<Commitment>: ID<Organisation>]
  private let dataset: Dataset
  /// Everyone who makes chips in use, or supplies who does, however far up.
  let makers: [ID<Organisation>]

  init(_ facts: FactGraph, _ sites: SiteFacts, _ dataset: Dataset) {
    self.facts = facts
    self.sites = sites.sites
    self.dataset = dataset
    vendor = Dictionary(
      sites.sites.compactMap { site in sites.vendor(of: site).map { (site.id, $0) } },
      uniquingKeysWith: { first, _ in first })
    makers = facts.nodes.compactMap { node in
      if case .maker(let id) = node { return id }
      return nil
    }
  }

  /// The most accelerators that stop with an organisation: those of `lost`, and where it is a maker those
  /// that may be made by it or with it.
  ///
  /// The rules are those of `Exposure`: chips whose maker no row names may be anybody's; a supplier of whom
  /// nothing is known may work with anybody above the makers of chips; a maker whose own chips are in use
  /// counts for those alone.
  func possible(
    with id: ID<Organisation>, beside lost: [ID<Commitment>], _ rows: [ID<Commitment>: Commitment]
  ) -> Int {
    let certain = Set(lost)
    guard let maker = facts.index(of: .maker(id)) else {
      return certain.reduce(0) { $0 + (rows[$1]?.accelerators ?? 0) }
    }
    let isVendor = facts.isVendor(maker)
    let reaches = facts.graph.reaching(
      isVendor ? [maker] : ends.union([maker]),
      through: { node in !(facts.isVendor(node) && isVendor) })
    return sites.reduce(0) { sum, site in
      let isOpen = vendor[site.id] == nil
      let isMade = facts.index(of: .site(site.id)).map { reaches[$0] } ?? false
      return isOpen || isMade || certain.contains(site.id) ? sum + (site.accelerators ?? 0) : sum
    }
  }

  /// The makers of whom no row says what they work with.
  private var ends: Set<Int> {
    Set(
      makers.compactMap { facts.index(of: .maker($0)) }
        .filter { facts.graph.dependencies(of: $0).isEmpty })
  }

  /// The direct suppliers of a maker, or else the makers of some sites' chips, by slug.
  func suppliers(of id: ID<Organisation>, _ sites: [Commitment]) -> [ID<Organisation>] {
    var found: Set<ID<Organisation>> = []
    if let maker = facts.index(of: .maker(id)) {
      for edge in facts.graph.dependencies(of: maker) {
        guard let to = facts.graph.edges[edge].to, case .maker(let supplier) = facts.nodes[to]
        else { continue }
        found.insert(supplier)
      }
    } else {
      found = Set(sites.compactMap { vendor[$0.id] })
    }
    return found.sorted { dataset.slug($0) < dataset.slug($1) }
  }
}
