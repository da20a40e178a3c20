import Dataset

/// An operator's capacity for a customer, and so its loss if that customer leaves.
///
/// Firm capacity is in rows that name the customer. Possible capacity is in rows without a
/// customer, where a relation alone says that the customer rents. (`CutReport` has the same in its
/// part `custom`.) Plans are told with it, since a headline may rest on them alone. OpenAI's
/// leaving costs Nscale nothing firm, for Stargate Norway was cancelled and Stargate UK is paused.
public struct CustomerStake: Sendable {
  public let id: ID<Organisation>
  /// The firm commitments that name it, by id.
  public let firm: [Commitment]
  public let accelerators: Int
  /// The number of them without a count.
  public let uncounted: Int
  /// Further accelerators that it may rent.
  public let possible: Int
  /// The commitments that name it and are announced, paused or cancelled, by id.
  public let plans: [Commitment]
  /// The latest row that calls it a customer, if any; it may have ended.
  public let relation: Relation?

  /// Everyone who rents, rented or was to rent from an operator: the most accelerators first, then
  /// the most possible, the most planned, and by id.
  public static func all(of id: ID<Organisation>, in index: CapacityIndex) -> [CustomerStake] {
    let dataset = index.dataset
    let head = index.heads[id]
    let own = index.sites(of: head)
    let relations = index.relations(of: head)
    let renting = index.customers(of: head)
    func byTenant(_ sites: [Commitment]) -> [ID<Organisation>: [Commitment]] {
      var found: [ID<Organisation>: [Commitment]] = [:]
      for site in sites {
        if let tenant = index.facts.tenant(of: site) { found[tenant, default: []].append(site) }
      }
      return found
    }
    let (firmOf, plansOf) = (byTenant(own), byTenant(index.plans(of: head)))
    let customers = Set(firmOf.keys).union(plansOf.keys).union(relations.keys).subtracting([head])
    let unnamed = own.filter { $0.customer == nil }.reduce(0) { $0 + ($1.accelerators ?? 0) }
    let stakes = customers.map { customer -> CustomerStake in
      let firm = firmOf[customer] ?? []
      return CustomerStake(
        id: customer, firm: firm, accelerators: firm.reduce(0) { $0 + ($1.accelerators ?? 0) },
        uncounted: firm.count { $0.accelerators == nil },
        possible: firm.isEmpty && renting.contains(customer) ? unnamed : 0,
        plans: (plansOf[customer] ?? []).sorted { dataset.slug($0.id) < dataset.slug($1.id) },
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
}

extension CapacityProfile {
  /// Everyone who operates something firm: the most accelerators first, then by id.
  public static func operators(in index: CapacityIndex) -> [Part] {
    let facts = index.facts
    var parts: [ID<Organisation>: Part] = [:]
    for site in facts.sites where site.accelerators != 0 {
      guard let id = facts.operatedBy(site) else { continue }
      parts[id, default: Part(key: .organisation(id))].accelerators += site.accelerators ?? 0
      if site.accelerators == nil { parts[id]?.uncounted += 1 }
    }
    let keyed = parts.map { (part: $0.value, slug: index.dataset.slug($0.key)) }
    return keyed.sorted { left, right in
      left.part.accelerators == right.part.accelerators
        ? left.slug < right.slug : left.part.accelerators > right.part.accelerators
    }.map(\.part)
  }
}
