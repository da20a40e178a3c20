import Dataset

/// The firm sites, plans and customers of every operator, found in one pass over the rows.
///
/// Questions about many operators go to this index, so that all of them cost no more than the rows.
public struct CapacityIndex: Sendable {
  let dataset: Dataset
  let heads: GroupHeads
  let facts: SiteFacts
  private let sitesOf: [ID<Organisation>: [Commitment]]
  private let plansOf: [ID<Organisation>: [Commitment]]
  private let customersOf: [ID<Organisation>: Set<ID<Organisation>>]
  private let relationsOf: [ID<Organisation>: [ID<Organisation>: Relation]]

  public init(of snapshot: Snapshot, _ options: ExposureOptions = ExposureOptions()) {
    dataset = snapshot.dataset
    let heads = GroupHeads(snapshot, options)
    let facts = SiteFacts(snapshot, options)
    self.heads = heads
    self.facts = facts
    var sites: [ID<Organisation>: [Commitment]] = [:]
    for site in facts.sites {
      if let id = facts.operatedBy(site) { sites[id, default: []].append(site) }
    }
    sitesOf = sites
    let firm = Set(facts.sites.map(\.id))
    var plans: [ID<Organisation>: [Commitment]] = [:]
    for site in snapshot.compute
    where site.scope == .site && !site.status.isFirm && !firm.contains(site.id) {
      if let id = facts.operatedBy(site) { plans[id, default: []].append(site) }
    }
    plansOf = plans
    var customers: [ID<Organisation>: Set<ID<Organisation>>] = [:]
    for relation in facts.relations where relation.kind == .customerOf {
      let (customer, operatedBy) = facts.ends(relation)
      customers[operatedBy, default: []].insert(customer)
    }
    customersOf = customers
    relationsOf = CapacityIndex.latestRelations(heads, snapshot)
  }

  /// The firm sites of an operator.
  func sites(of id: ID<Organisation>) -> [Commitment] { sitesOf[id] ?? [] }

  /// The commitments that an operator has announced, paused or given up.
  func plans(of id: ID<Organisation>) -> [Commitment] { plansOf[id] ?? [] }

  /// The customers that a relation that stands says an operator has.
  func customers(of id: ID<Organisation>) -> Set<ID<Organisation>> { customersOf[id] ?? [] }

  /// The latest row of each customer of an operator, ended relations included.
  func relations(of id: ID<Organisation>) -> [ID<Organisation>: Relation] { relationsOf[id] ?? [:] }

  private static func latestRelations(_ heads: GroupHeads, _ snapshot: Snapshot)
    -> [ID<Organisation>: [ID<Organisation>: Relation]]
  {
    var latest: [ID<Organisation>: [ID<Organisation>: Relation]] = [:]
    for row in snapshot.dataset.relations where row.kind == .customerOf && snapshot.knows(row) {
      let (operatedBy, customer) = (heads[row.to], heads[row.from])
      if let known = latest[operatedBy]?[customer],
        snapshot.dataset.known(known) > snapshot.dataset.known(row)
      {
        continue
      }
      latest[operatedBy, default: [:]][customer] = row
    }
    return latest
  }
}
