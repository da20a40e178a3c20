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
  /// The size of them in the unit asked for.
  public let sum: SizeSum
  /// Further compute in that unit that it may rent.
  public let mayRent: ClosedRange<Double>
  /// The commitments that name it and are announced, paused or cancelled, by id.
  public let plans: [Commitment]
  /// The sizes of these in that unit, where their rows tell them.
  public let planned: [ID<Commitment>: ClosedRange<Double>]
  /// The latest row that calls it a customer, if any; it may have ended.
  public let relation: Relation?

  /// The most of what it may rent.
  public var possible: Int { Int(nearest: mayRent.upperBound) }

  /// Everyone who rents, rented or was to rent from an operator: the largest in the unit first. Then
  /// come the most sites of unknown size, the most possible, the most planned, and the id.
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
    func sum(_ sites: [Commitment]) -> SizeSum {
      var sum = SizeSum()
      for site in sites { sum.add(index.facts.size(of: site.id).told) }
      return sum
    }
    let unnamed = sum(own.filter { $0.customer == nil }).size
    let stakes = customers.map { customer -> CustomerStake in
      let firm = firmOf[customer] ?? []
      let plans = plansOf[customer] ?? []
      return CustomerStake(
        id: customer, firm: firm, accelerators: firm.reduce(0) { $0 + ($1.accelerators ?? 0) },
        uncounted: firm.count { $0.accelerators == nil }, sum: sum(firm),
        mayRent: firm.isEmpty && renting.contains(customer) ? unnamed : 0...0,
        plans: plans.sorted { dataset.slug($0.id) < dataset.slug($1.id) },
        planned: Dictionary(
          plans.compactMap { plan in index.facts.told(of: plan).map { (plan.id, $0) } },
          uniquingKeysWith: { first, _ in first }),
        relation: relations[customer])
    }
    return stakes.map { (stake: $0, slug: dataset.slug($0.id)) }.sorted { left, right in
      let (first, second) = (left.stake.sizes, right.stake.sizes)
      return first == second ? left.slug < right.slug : first > second
    }.map(\.stake)
  }

  private var sizes: (Double, Int, Double, Double) {
    (
      sum.size.lowerBound, sum.unsized, mayRent.upperBound,
      planned.values.reduce(0) { $0 + $1.lowerBound }
    )
  }
}

extension CapacityProfile {
  /// Everyone who operates something firm: the largest in the unit first, then by id.
  public static func operators(in index: CapacityIndex) -> [Part] {
    let facts = index.facts
    var parts: [ID<Organisation>: Part] = [:]
    for site in facts.sites {
      // A site that surely has nothing makes nobody an operator.
      let told = facts.size(of: site.id).told
      guard let id = facts.operatedBy(site), told?.upperBound != 0 else { continue }
      parts[id, default: Part(key: .organisation(id))].sum.add(told)
      parts[id]?.accelerators += site.accelerators ?? 0
      if site.accelerators == nil { parts[id]?.uncounted += 1 }
    }
    let keyed = parts.map { (part: $0.value, slug: index.dataset.slug($0.key)) }
    return keyed.sorted { left, right in
      let (first, second) = (left.part.size.lowerBound, right.part.size.lowerBound)
      return first == second ? left.slug < right.slug : first > second
    }.map(\.part)
  }
}
