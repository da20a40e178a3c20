import Dataset

/// The commitments that exposures count, and their landlords.
///
/// They are rows of scope `site` that are contracted, building or operational, and announced where
/// asked for. Each id counts with its latest row of the day. Rows that only carry the power of a
/// campus (`CampusRole`) count in megawatts alone.
struct SiteFacts {
  let sites: [Commitment]
  /// The landlords of a commitment other than its operator, by slug.
  let landlords: [ID<Commitment>: [ID<Organisation>]]
  /// The `hosts` relations that no commitment explains.
  let openHosting: [Relation]
  let relations: [Relation]

  private let heads: GroupHeads
  private let sizes: [ID<Commitment>: SiteSize]
  private let measure: SiteSizes
  private let roles: CampusRoles

  init(_ snapshot: Snapshot, _ options: ExposureOptions) {
    let dataset = snapshot.dataset
    let heads = GroupHeads(snapshot, options)
    self.heads = heads
    let found = Sites(snapshot, options.announced, .everything)
    let sites = found.firm.filter { options.unit == .mw || found.firmRoles[$0] != .campus }
    self.sites = sites
    let measure = SiteSizes(options.unit, dataset, heads, found.firmRoles)
    self.measure = measure
    roles = found.firmRoles
    sizes = Dictionary(
      sites.map { ($0.id, measure.size(of: $0)) }, uniquingKeysWith: { first, _ in first })
    relations = snapshot.relations.filter {
      $0.status == .active || (options.announced == .counted && $0.status == .announced)
    }
    let hosting = relations.filter { $0.kind == .hosts }
    let hosted = Self.hosted(by: hosting, sites, snapshot, heads)
    var landlords: [ID<Commitment>: Set<ID<Organisation>>] = [:]
    var open: [Relation] = []
    for relation in hosting {
      let explained = Self.sites(of: relation, among: hosted, dataset, heads)
      for site in explained { landlords[site.id, default: []].insert(heads[relation.from]) }
      if explained.isEmpty { open.append(relation) }
    }
    self.landlords = landlords.mapValues { $0.sorted { dataset.slug($0) < dataset.slug($1) } }
    openHosting = open
  }

  /// True if a row only carries the power of a campus.
  func isCampus(_ site: Commitment) -> Bool { roles[site] == .campus }

  /// The operator of a commitment, as its group where groups are folded.
  func operatedBy(_ site: Commitment) -> ID<Organisation>? { site.operatedBy.map { heads[$0] } }

  /// The customer of a commitment, where somebody other than its operator rents it.
  func tenant(of site: Commitment) -> ID<Organisation>? {
    guard let customer = site.customer.map({ heads[$0] }) else { return nil }
    return customer == operatedBy(site) ? nil : customer
  }

  /// The maker of a commitment's chips.
  func vendor(of site: Commitment) -> ID<Organisation>? { site.vendor.map { heads[$0] } }

  func ends(_ relation: Relation) -> (from: ID<Organisation>, to: ID<Organisation>) {
    (heads[relation.from], heads[relation.to])
  }

  /// The head of an organisation's group, where groups are folded.
  func head(of id: ID<Organisation>) -> ID<Organisation> { heads[id] }

  /// The size of a commitment in the unit asked for.
  func size(of id: ID<Commitment>) -> SiteSize {
    sizes[id] ?? SiteSize(weight: .unknown, bound: nil)
  }

  /// The size that the row of any commitment tells, counted or not.
  func told(of site: Commitment) -> ClosedRange<Double>? { measure.size(of: site).told }

  func weight(of site: Commitment) -> DependencyGraph.Size { size(of: site.id).weight }

  /// The commitments of the hosted organisation that a `hosts` relation means.
  ///
  /// No column names the landlord of a commitment. Some row of the commitment must share a source
  /// with the relation. It must also stand in the landlord's home country or be the only commitment
  /// that shares a source. Start Campus (Portugal) hosts Nscale: of the sites in the same news
  /// those in Portugal. Verne hosts Nscale: the site in Iceland, the only site in the same news.
  private static func sites(
    of relation: Relation, among hosted: [ID<Organisation>: [Hosted]], _ dataset: Dataset,
    _ heads: GroupHeads
  ) -> [Commitment] {
    let named = dataset.ids(relation.sources)
    let sharing = (hosted[heads[relation.to]] ?? []).filter { hosted in
      named.contains { hosted.sources.contains($0) }
    }
    if sharing.count == 1 { return sharing.map(\.site) }
    let home = dataset[relation.from].country
    return sharing.map(\.site).filter { $0.country == home }
  }

  /// A commitment of somebody who is hosted, with the sources of all its rows known by the day.
  private struct Hosted {
    let site: Commitment
    var sources: Set<ID<Source>>
  }

  private static func hosted(
    by relations: [Relation], _ sites: [Commitment], _ snapshot: Snapshot, _ heads: GroupHeads
  ) -> [ID<Organisation>: [Hosted]] {
    let tenants = Set(relations.map { heads[$0.to] })
    var hosted: [Hosted] = []
    var places: [ID<Commitment>: Int] = [:]
    for site in sites where site.operatedBy.map({ tenants.contains(heads[$0]) }) ?? false {
      places[site.id] = hosted.count
      hosted.append(Hosted(site: site, sources: []))
    }
    if hosted.isEmpty { return [:] }
    for row in snapshot.dataset.compute where snapshot.knows(row) {
      guard let place = places[row.id] else { continue }
      hosted[place].sources.formUnion(snapshot.dataset.ids(row.sources))
    }
    var byOperator: [ID<Organisation>: [Hosted]] = [:]
    for entry in hosted {
      if let id = entry.site.operatedBy { byOperator[heads[id], default: []].append(entry) }
    }
    return byOperator
  }
}
