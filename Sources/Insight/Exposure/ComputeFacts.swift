import Dataset

extension FactGraph {
  /// The graph of the dimensions compute and location: organisations and the chips and places they
  /// run on.
  ///
  /// - An operator depends on what it operates, whoever rents it; a tenant on what it rents. A
  ///   commitment weighs its size in the unit asked for. An unknown size weighs anything up to its
  ///   bound (`SiteSizes`).
  /// - A commitment depends on the maker of its chips (compute) or the place it stands in
  ///   (location). A rented commitment counts with its own chips, not with its operator's average.
  /// - `customer-of` and `hosts` without a commitment go through what the operator runs on, with
  ///   unknown size. A landlord of whom no compute is known gives floor and power, no chips. His
  ///   `hosts` counts only in a question about him.
  /// - `supplies` of accelerators or systems by a maker of chips says that some chips of the user are
  ///   its. The size is unknown. It counts unless a commitment says so already. Of what chips are made
  ///   with it leads upstream (`SupplyChain`): from NVIDIA to its foundry TSMC to the lithography of
  ///   ASML. Of anything else (cloud, energy) it is no chip.
  /// - A relation or a site without a number proves a link, not that there is no other. An organisation
  ///   without a commitment of known size has a rest that no row names. So it is 0 to 1 in all.
  ///
  /// Shares are of what the ledger holds: what somebody has and no row says is in none.
  ///
  /// Example: Nscale operates 12,600 of NVIDIA in Portugal, rented by Microsoft, and 4,600 of NVIDIA
  /// in Iceland. OpenAI is a customer of Microsoft. Nscale and Microsoft depend on NVIDIA with 1, the
  /// first directly, the second through Nscale; OpenAI with 0 to 1, through Microsoft and Nscale. Of
  /// Nscale 4,600 / 17,200 = 0.27 stand in the EEA.
  ///
  /// - Parameter asked: the organisations the question is about.
  static func compute(
    _ snapshot: Snapshot, _ facts: SiteFacts, byPlace: Bool = false,
    about asked: Set<ID<Organisation>> = []
  ) -> FactGraph {
    let dataset = snapshot.dataset
    var builder = FactGraphBuilder()
    for site in facts.sites {
      let row = FactRow(site)
      let users = [facts.operatedBy(site), facts.tenant(of: site)].compactMap { $0 }
      for user in users {
        builder.add(
          .organisation(user), dependsOn: .site(site.id), facts.weight(of: site), row)
      }
      let end: Node =
        byPlace
        ? .place(site.country) : facts.vendor(of: site).map { .maker($0) } ?? .unnamed
      builder.add(.site(site.id), dependsOn: end, .known(1), row)
    }
    if !byPlace { addSupplies(facts, &builder, dataset) }
    addRenting(facts, &builder, dataset)
    addHosting(facts, &builder, dataset, about: asked)
    addRests(facts, &builder)
    return FactGraph(builder, dataset)
  }

  private static func addRests(_ facts: SiteFacts, _ builder: inout FactGraphBuilder) {
    var committed: Set<ID<Organisation>> = []
    func users(_ site: Commitment) -> [ID<Organisation>] {
      [facts.operatedBy(site), facts.tenant(of: site)].compactMap { $0 }
    }
    for site in facts.sites where facts.weight(of: site).isSized {
      committed.formUnion(users(site))
    }
    let named =
      facts.sites.flatMap(users)
      + facts.relations.flatMap { [facts.ends($0).from, facts.ends($0).to] }
    for user in named where !committed.contains(user) {
      guard builder.depends(.organisation(user)) else { continue }
      builder.addRest(of: .organisation(user))
      committed.insert(user)
    }
  }

  private static func addSupplies(
    _ facts: SiteFacts, _ builder: inout FactGraphBuilder, _ dataset: Dataset
  ) {
    struct Use: Hashable {
      let user: ID<Organisation>
      let vendor: ID<Organisation>
    }
    var explained: Set<Use> = []
    for site in facts.sites {
      guard let vendor = facts.vendor(of: site) else { continue }
      for user in [facts.operatedBy(site), facts.tenant(of: site)] {
        if let user { explained.insert(Use(user: user, vendor: vendor)) }
      }
    }
    let makers = ChipMakers(facts, dataset)
    for relation in facts.relations where relation.kind == .supplies {
      let (supplier, user) = facts.ends(relation)
      let holdsChips = relation.part?.holdsChips ?? (dataset[user].layer != .chips)
      guard holdsChips, supplier != user, makers.contains(supplier),
        !explained.contains(Use(user: user, vendor: supplier))
      else { continue }
      builder.add(.organisation(user), dependsOn: .maker(supplier), .unknown, FactRow(relation))
    }
    addChain(SupplyChain(facts, dataset), &builder)
  }

  private static func addChain(_ chain: SupplyChain, _ builder: inout FactGraphBuilder) {
    var needed: Set<Node> = []
    for supply in chain.supplies {
      let part = Node.part(supply.maker, supply.part)
      if needed.insert(part).inserted { builder.addNeed(of: .maker(supply.maker), for: part) }
      builder.add(part, dependsOn: .maker(supply.supplier), .unknown, FactRow(supply.row))
    }
  }

  private static func addRenting(
    _ facts: SiteFacts, _ builder: inout FactGraphBuilder, _ dataset: Dataset
  ) {
    struct Lease: Hashable {
      let tenant: ID<Organisation>
      let operatedBy: ID<Organisation>
    }
    let explained = Set(
      facts.sites.compactMap { site in
        facts.tenant(of: site).flatMap { tenant in
          facts.operatedBy(site).map { Lease(tenant: tenant, operatedBy: $0) }
        }
      })
    for relation in facts.relations where relation.kind == .customerOf {
      let (tenant, operatedBy) = facts.ends(relation)
      if tenant == operatedBy { continue }
      if explained.contains(Lease(tenant: tenant, operatedBy: operatedBy)) { continue }
      builder.add(
        .organisation(tenant), dependsOn: .organisation(operatedBy), .unknown,
        FactRow(relation))
    }
  }

  /// Adds hosts of whom some compute is known, until no more becomes known that way.
  private static func addHosting(
    _ facts: SiteFacts, _ builder: inout FactGraphBuilder, _ dataset: Dataset,
    about asked: Set<ID<Organisation>>
  ) {
    var waiting: [ID<Organisation>: [Relation]] = [:]
    var ready: [Relation] = []
    for relation in facts.openHosting {
      let (host, tenant) = facts.ends(relation)
      if host == tenant { continue }
      if asked.contains(host) || builder.depends(.organisation(host)) {
        ready.append(relation)
      } else {
        waiting[host, default: []].append(relation)
      }
    }
    // Whoever is hosted by somebody of whom compute is known is such a host in turn: each relation is
    // taken once, when its host becomes known.
    while let relation = ready.popLast() {
      let (host, tenant) = facts.ends(relation)
      builder.add(
        .organisation(tenant), dependsOn: .organisation(host), .unknown, FactRow(relation))
      ready += waiting.removeValue(forKey: tenant) ?? []
    }
  }
}
