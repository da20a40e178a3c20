import Dataset

extension FactGraph {
  /// The graph of the dimension customers: operators and the organisations that rent their
  /// capacity.
  ///
  /// An operator depends on its commitments by their accelerators, each commitment on its customer.
  /// A commitment without a named customer may serve anybody, so it counts 0 to 1. A `customer-of`
  /// without a commitment has unknown size. An operator without a commitment of known size has other
  /// capacity that no row names. Customers of customers are not followed: what Microsoft rents is
  /// Microsoft's risk to the landlord, whoever uses it in the end.
  ///
  /// Example: Microsoft rents 90 accelerators of an operator, and 10 have no named customer. The
  /// operator depends on Microsoft with 0.9 to 1.
  static func customers(_ snapshot: Snapshot, _ facts: SiteFacts) -> FactGraph {
    struct Lease: Hashable {
      let tenant: ID<Organisation>
      let operatedBy: ID<Organisation>
    }
    let dataset = snapshot.dataset
    var builder = FactGraphBuilder()
    var explained: Set<Lease> = []
    var operators: [ID<Organisation>] = []
    var sized: Set<ID<Organisation>> = []
    for site in facts.sites {
      guard let operatedBy = facts.operatedBy(site) else { continue }
      let row = FactRow(site)
      operators.append(operatedBy)
      if facts.weight(of: site).isSized { sized.insert(operatedBy) }
      builder.add(
        .organisation(operatedBy), dependsOn: .site(site.id), facts.weight(of: site), row)
      // Capacity that a row says its operator uses itself has the operator as customer.
      let customer = facts.tenant(of: site) ?? site.customer.map { _ in operatedBy }
      builder.add(
        .site(site.id), dependsOn: customer.map { .customer($0) } ?? .unnamed, .known(1), row)
      if let customer { explained.insert(Lease(tenant: customer, operatedBy: operatedBy)) }
    }
    for relation in facts.relations where relation.kind == .customerOf {
      let (tenant, operatedBy) = facts.ends(relation)
      if tenant == operatedBy || explained.contains(Lease(tenant: tenant, operatedBy: operatedBy)) {
        continue
      }
      operators.append(operatedBy)
      builder.add(
        .organisation(operatedBy), dependsOn: .customer(tenant), .unknown,
        FactRow(relation))
    }
    for operatedBy in operators where builder.depends(.organisation(operatedBy)) {
      if sized.insert(operatedBy).inserted { builder.addRest(of: .organisation(operatedBy)) }
    }
    return FactGraph(builder, dataset)
  }
}
