import Dataset

extension FactGraph {
  /// The graph of the dimensions compute and location: organisations and the chips and places they
  /// run on.
  ///
  /// - An operator depends on what it operates, whoever rents it; a tenant on what it rents. A
  ///   commitment weighs its accelerators, an unknown number anything.
  /// - A commitment depends on the maker of its chips (compute) or the place it stands in
  ///   (location): a rented one counts with its own chips, not with its operator's average.
  /// - `customer-of` and `hosts` without a commitment go through what the operator runs on, with
  ///   unknown size. A landlord of whom no compute is known gives floor and power, no chips; his
  ///   `hosts` counts only in a question about him.
  /// - `supplies` from an organisation of the layer chips to one of another layer says that some of
  ///   its chips are of that maker, with unknown size, unless a commitment says so already; to one of
  ///   the layer chips it leads upstream: from NVIDIA to TSMC to ASML, of unknown size.
  /// - A relation or a site without a number proves a link, not that there is no other: an organisation
  ///   without a commitment of known size has a rest that no row names, so that it is 0 to 1 in all.
  ///
  /// Shares are of what the ledger holds: what somebody has and no row says is in none.
  ///
  /// Example: Nscale operates 12,600 of NVIDIA in Portugal, rented by Microsoft, and 4,600 of NVIDIA
  /// in Iceland; OpenAI is a customer of Microsoft. Nscale and Microsoft depend on NVIDIA with 1, the
  /// first directly, the second through Nscale; OpenAI with 0 to 1, through Microsoft and Nscale. Of
  /// Nscale 4,600 / 17,200 = 0.27 stand in the EEA.
  ///
  /// - Parameter asked: the organisation the question is about, if it is about one.
  static func compute(
    _ snapshot: Snapshot, _ facts: SiteFacts, byPlace: Bool = false,
    about asked: ID<Organisation>? = nil
  ) -> FactGraph {
    let dataset = snapshot.dataset
    var builder = FactGraphBuilder()
    for site in facts.sites {
      let row = FactRow(site)
      let users = [facts.operatedBy(site), facts.tenant(of: site)].compactMap { $0 }
      for user in users {
        builder.add(
          .organisation(user), dependsOn: .site(site.id), SiteFacts.size(site), row)
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
    for site in facts.sites where (site.accelerators ?? 0) > 0 {
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
    for relation in facts.relations where relation.kind == .supplies {
      let (supplier, user) = facts.ends(relation)
      let row = FactRow(relation)
      if dataset[user].layer == .chips {
        if supplier != user {
          builder.add(.maker(user), dependsOn: .maker(supplier), .unknown, row)
        }
      } else if dataset[supplier].layer == .chips,
        !explained.contains(Use(user: user, vendor: supplier))
      {
        builder.add(.organisation(user), dependsOn: .maker(supplier), .unknown, row)
      }
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
    about asked: ID<Organisation>?
  ) {
    var waiting: [ID<Organisation>: [Relation]] = [:]
    var ready: [Relation] = []
    for relation in facts.openHosting {
      let (host, tenant) = facts.ends(relation)
      if host == tenant { continue }
      if host == asked || builder.depends(.organisation(host)) {
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
