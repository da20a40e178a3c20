import Dataset

/// The makers of chips and their suppliers, with the compute that may run through each.
struct MakerChain {
  private let facts: FactGraph
  private let vendor: [ID<Commitment>: ID<Organisation>]
  private let dataset: Dataset
  /// Everyone who makes chips in use, or supplies who does, however far up.
  let makers: [ID<Organisation>]
  /// For every node the edges that end there.
  private let incoming: [[Int]]
  /// The accelerators of the sites whose maker a row names, by their node.
  private let made: [Int: Int]
  /// Those of the sites whose maker no row names.
  private let open: (ids: Set<ID<Commitment>>, accelerators: Int)
  /// What may be made with a supplier of whom nothing is known: the nodes that reach one, and the
  /// accelerators there. It is the same for every supplier, so it is looked for once.
  private let upstream: (reaches: [Bool], accelerators: Int)

  init(_ facts: FactGraph, _ sites: SiteFacts, _ dataset: Dataset) {
    self.facts = facts
    self.dataset = dataset
    vendor = Dictionary(
      sites.sites.compactMap { site in sites.vendor(of: site).map { (site.id, $0) } },
      uniquingKeysWith: { first, _ in first })
    makers = facts.nodes.compactMap { node in
      if case .maker(let id) = node { return id }
      return nil
    }
    var made: [Int: Int] = [:]
    var open: (ids: Set<ID<Commitment>>, accelerators: Int) = ([], 0)
    for site in sites.sites {
      if vendor[site.id] == nil {
        open.ids.insert(site.id)
        open.accelerators += site.accelerators ?? 0
      } else if let node = facts.index(of: .site(site.id)) {
        made[node, default: 0] += site.accelerators ?? 0
      }
    }
    self.made = made
    self.open = open
    incoming = facts.graph.dependents()
    // The makers of whom no row says what they work with.
    let ends = makers.compactMap { facts.index(of: .maker($0)) }
      .filter { facts.graph.dependencies(of: $0).isEmpty }
    let reaches = facts.graph.reaching(Set(ends)) { _ in true }
    upstream = (
      reaches, made.reduce(0) { reaches[$1.key] ? $0 + $1.value : $0 }
    )
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
    var sum = open.accelerators + (isVendor ? 0 : upstream.accelerators)
    func isCounted(_ node: Int) -> Bool { !isVendor && upstream.reaches[node] }
    // What reaches it beyond what was counted: with the ends of the chain that is only who works in a
    // circle.
    var seen: Set<Int> = isCounted(maker) ? [] : [maker]
    var queue = Array(seen)
    while let node = queue.popLast() {
      sum += made[node] ?? 0
      if isVendor, node != maker, facts.isVendor(node) { continue }
      for edge in incoming[node] {
        let from = facts.graph.edges[edge].from
        if !isCounted(from), seen.insert(from).inserted { queue.append(from) }
      }
    }
    for site in certain where !open.ids.contains(site) {
      guard let node = facts.index(of: .site(site)), !isCounted(node), !seen.contains(node) else {
        continue
      }
      sum += rows[site]?.accelerators ?? 0
    }
    return sum
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
