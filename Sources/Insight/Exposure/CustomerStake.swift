import Dataset

/// What an operator has in one of its customers, and so what it loses if that customer leaves.
///
/// Firm is what a row names the customer for; possible is what no row gives to anybody where a
/// relation alone says that the customer rents (as in `CutReport`, its part `custom`). Plans are
/// told with it, since a headline may rest on them alone: OpenAI's leaving costs Nscale nothing
/// firm, for Stargate Norway was cancelled and Stargate UK is paused.
public struct CustomerStake: Sendable {
  /// The customer.
  public let id: ID<Organisation>
  /// The firm commitments that name it, by id.
  public let firm: [Commitment]
  /// Their accelerators.
  public let accelerators: Int
  /// How many of them have no count.
  public let uncounted: Int
  /// Further accelerators that it may rent.
  public let possible: Int
  /// The commitments that name it and are announced, paused or cancelled, by id.
  public let plans: [Commitment]
  /// The latest row that calls it a customer, where one does; it may have ended.
  public let relation: Relation?

  /// Everyone who rents, rented or was to rent from an operator as of a day: the most accelerators
  /// first, then the most possible, the most planned, and by id.
  public static func all(
    of id: ID<Organisation>, in snapshot: Snapshot, _ options: ExposureOptions = ExposureOptions()
  ) -> [CustomerStake] {
    let dataset = snapshot.dataset
    let heads = GroupHeads(dataset, options.folding)
    let head = heads[id]
    let facts = SiteFacts(snapshot, options)
    let own = facts.sites.filter { facts.operatedBy($0) == head }
    let isFirm = Set(own.map(\.id))
    func tenant(_ site: Commitment) -> ID<Organisation>? { facts.tenant(of: site) }
    let plans = snapshot.compute.filter { site in
      site.scope == .site && facts.operatedBy(site) == head && !isFirm.contains(site.id)
        && !site.status.isFirm
    }
    let relations = latestRelations(to: head, heads, snapshot)
    let customers = Set((own + plans).compactMap(tenant)).union(relations.keys)
      .subtracting([head])
    let unnamed = own.filter { $0.customer == nil }.reduce(0) { $0 + ($1.accelerators ?? 0) }
    let stakes = customers.map { customer -> CustomerStake in
      let firm = own.filter { tenant($0) == customer }
      let rents = facts.relations.contains {
        $0.kind == .customerOf && facts.ends($0) == (customer, head)
      }
      return CustomerStake(
        id: customer, firm: firm, accelerators: firm.reduce(0) { $0 + ($1.accelerators ?? 0) },
        uncounted: firm.count { $0.accelerators == nil },
        possible: firm.isEmpty && rents ? unnamed : 0,
        plans: plans.filter { tenant($0) == customer }
          .sorted { dataset.slug($0.id) < dataset.slug($1.id) },
        relation: relations[customer])
    }
    return stakes.map { (stake: $0, slug: dataset.slug($0.id)) }.sorted { left, right in
      let (first, second) = (left.stake.sizes, right.stake.sizes)
      return first == second ? left.slug < right.slug : first > second
    }.map(\.stake)
  }

  private var sizes: (Int, Int, Int, Int) {
    (accelerators, uncounted, possible, plans.reduce(0) { $0 + ($1.accelerators ?? 0) })
  }

  /// The latest row of each customer by the day, ended ones included.
  private static func latestRelations(
    to head: ID<Organisation>, _ heads: GroupHeads, _ snapshot: Snapshot
  ) -> [ID<Organisation>: Relation] {
    var latest: [ID<Organisation>: Relation] = [:]
    for row in snapshot.dataset.relations
    where row.kind == .customerOf && heads[row.to] == head && snapshot.knows(row) {
      let customer = heads[row.from]
      if let known = latest[customer],
        snapshot.dataset.known(known) > snapshot.dataset.known(row)
      {
        continue
      }
      latest[customer] = row
    }
    return latest
  }
}

extension CapacityProfile {
  /// Everyone who operates something firm: the most accelerators first, then by id.
  public static func operators(
    in snapshot: Snapshot, _ options: ExposureOptions = ExposureOptions()
  ) -> [Part] {
    let facts = SiteFacts(snapshot, options)
    var parts: [ID<Organisation>: Part] = [:]
    for site in facts.sites where site.accelerators != 0 {
      guard let id = facts.operatedBy(site) else { continue }
      parts[id, default: Part(key: .organisation(id))].accelerators += site.accelerators ?? 0
      if site.accelerators == nil { parts[id]?.uncounted += 1 }
    }
    let keyed = parts.map { (part: $0.value, slug: snapshot.dataset.slug($0.key)) }
    return keyed.sorted { left, right in
      left.part.accelerators == right.part.accelerators
        ? left.slug < right.slug : left.part.accelerators > right.part.accelerators
    }.map(\.part)
  }
}
