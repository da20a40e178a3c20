import Dataset

/// The compute that stops with each maker of chips, and with each supplier of the makers.
struct SupplierLosses {
  /// Everyone who makes chips in use, or supplies who does, however far up.
  let makers: [ID<Organisation>]
  private let sites: SiteFacts
  private let chain: SupplyChain
  private let dataset: Dataset
  private let shares: [ID<Organisation>: MakerShares]
  private let certainOf: [ID<Organisation>: [ID<Organisation>]]
  /// The most that the sites of each maker hold; those of an unnamed maker have none as key.
  private let sizes: [ID<Organisation>?: Double]

  init(_ facts: FactGraph, _ sites: SiteFacts, _ chain: SupplyChain, _ dataset: Dataset) {
    self.sites = sites
    self.chain = chain
    self.dataset = dataset
    let makers = facts.nodes.compactMap { node -> ID<Organisation>? in
      if case .maker(let id) = node { id } else { nil }
    }
    self.makers = makers
    let shares = Dictionary(
      uniqueKeysWithValues: makers.map { ($0, chain.shares(reaching: [$0: .all])) })
    self.shares = shares
    var certainOf: [ID<Organisation>: [ID<Organisation>]] = [:]
    for supplier in makers {
      for maker in makers where shares[supplier]?[maker] == .all {
        certainOf[maker, default: []].append(supplier)
      }
    }
    self.certainOf = certainOf
    var sizes: [ID<Organisation>?: Double] = [:]
    for site in sites.sites {
      sizes[sites.vendor(of: site), default: 0] += sites.size(of: site.id).told?.upperBound ?? 0
    }
    self.sizes = sizes
  }

  /// Everyone without whom a maker makes nothing, the maker included.
  func certain(of maker: ID<Organisation>) -> [ID<Organisation>] { certainOf[maker] ?? [maker] }

  /// The most that stops with an organisation: what is certain to, and what of other makers may be made
  /// with it.
  func possible(with id: ID<Organisation>, beside lost: [ID<Commitment>]) -> Double {
    let certain = lost.reduce(0) { $0 + (sites.size(of: $1).told?.upperBound ?? 0) }
    guard let shares = shares[id] else { return certain }
    func isOpen(_ maker: ID<Organisation>?) -> Bool {
      maker.map { shares[$0].possible > 0 } ?? (dataset[id].layer == .chips)
    }
    let known = Set(lost)
    let beside = sites.sites.filter { known.contains($0.id) && isOpen(sites.vendor(of: $0)) }
      .reduce(0) { $0 + (sites.size(of: $1.id).told?.upperBound ?? 0) }
    let open = sizes.filter { isOpen($0.key) }.reduce(0) { $0 + $1.value }
    return certain + max(0, open - beside)
  }

  /// Who supplies a maker directly, or else the makers of some sites' chips, by slug.
  func suppliers(of id: ID<Organisation>, _ sites: [Commitment]) -> [ID<Organisation>] {
    let found =
      shares[id] == nil
      ? Set(sites.compactMap { self.sites.vendor(of: $0) }) : chain.suppliers(of: id)
    return found.sorted { dataset.slug($0) < dataset.slug($1) }
  }
}
