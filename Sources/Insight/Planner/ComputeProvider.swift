import Dataset

/// A company that offers compute to others, with what is known of its sites.
public struct ComputeProvider: Sendable {
  public struct Sites: Hashable, Sendable {
    public let jurisdiction: Jurisdiction
    public let running: Int
    /// The accelerators contracted, building or running.
    public let firm: Int
    /// Of the firm sites, those whose number is not known.
    public let unknown: Int
    public let announced: Int
    /// Of the announced sites, those whose number is not known.
    public let announcedUnknown: Int
  }

  public let organisation: ID<Organisation>
  /// The head of its group; itself where it has none.
  public let owner: ID<Organisation>
  /// The law of its owner's home; `nil` where that is not known.
  public let ownerHome: Jurisdiction?
  /// Its sites by jurisdiction, in the order of the vocabulary.
  public let sites: [Sites]
  /// The chips of its firm sites as the rows name them, in order of first appearance.
  public let chips: [String]
  /// NVIDIA's share of its firm accelerators.
  public let nvidia: AcceleratorShare
  /// Its tenants by accelerators, then its customers for whom no site is named.
  public let tenants: [ID<Organisation>]
  public let evidence: Evidence

  public var firm: Int { sites.reduce(0) { $0 + $1.firm } }

  /// Its sites under one law; `nil` for none.
  public func sites(in jurisdiction: Jurisdiction) -> Sites? {
    sites.first { $0.jurisdiction == jurisdiction }
  }

  /// The providers: companies that operate sites and are of the infrastructure layer, or have a tenant or
  /// a customer. Those with most firm accelerators in the Union first, then most of all, then by id.
  static func all(_ snapshot: Snapshot) -> [ComputeProvider] {
    let dataset = snapshot.dataset
    var rows: [ID<Organisation>: [Commitment]] = [:]
    for row in snapshot.compute where row.scope == .site {
      guard row.status.isFirm || row.status == .announced, let operatedBy = row.operatedBy else {
        continue
      }
      rows[operatedBy, default: []].append(row)
    }
    var customers: [ID<Organisation>: [Relation]] = [:]
    for relation in snapshot.relations
    where relation.kind == .customerOf && relation.status == .active {
      customers[relation.to, default: []].append(relation)
    }
    let heads = GroupHeads(dataset, .groups)
    let providers = rows.filter { id, rows in
      let organisation = dataset[id]
      guard organisation.kind == .company || organisation.kind == .publicCompany else {
        return false
      }
      return organisation.layer == .infrastructure || customers[id] != nil
        || rows.contains { $0.customer != nil && $0.customer != id }
    }.map { id, rows in
      ComputeProvider(id, rows, customers: customers[id] ?? [], heads, in: dataset)
    }
    return providers.map { (slug: dataset.slug($0.organisation), provider: $0) }
      .sorted { left, right in
        let (first, second) = (left.provider, right.provider)
        let inUnion = (first.sites(in: .eu27)?.firm ?? 0, second.sites(in: .eu27)?.firm ?? 0)
        if inUnion.0 != inUnion.1 { return inUnion.0 > inUnion.1 }
        return first.firm == second.firm ? left.slug < right.slug : first.firm > second.firm
      }.map(\.provider)
  }

  /// European companies of the infrastructure layer in whose group no site is known, by id.
  static func withoutSites(_ snapshot: Snapshot, known: [ComputeProvider]) -> [ID<Organisation>] {
    let dataset = snapshot.dataset
    let heads = GroupHeads(dataset, .groups)
    let known = Set(known.map { heads[$0.organisation] })
    return dataset.organisations.filter { organisation in
      guard organisation.layer == .infrastructure, !known.contains(heads[organisation.id]),
        organisation.kind == .company || organisation.kind == .publicCompany,
        let country = organisation.country
      else { return false }
      return dataset.jurisdiction(of: country) < .us
    }.map { (slug: dataset.slug($0.id), id: $0.id) }.sorted { $0.slug < $1.slug }.map(\.id)
  }

  private init(
    _ id: ID<Organisation>, _ rows: [Commitment], customers: [Relation], _ heads: GroupHeads,
    in dataset: Dataset
  ) {
    organisation = id
    owner = heads[id]
    ownerHome = dataset[heads[id]].country.map { dataset.jurisdiction(of: $0) }
    let firm = rows.filter(\.status.isFirm)
    sites = ComputeProvider.sites(rows, in: dataset)
    var chips: [String] = []
    for row in firm where !row.chip.isEmpty {
      let chip = dataset.string(row.chip)
      if !chips.contains(chip) { chips.append(chip) }
    }
    self.chips = chips
    let counted = firm.filter { $0.accelerators != nil }
    func sum(_ rows: [Commitment]) -> Int { rows.reduce(0) { $0 + ($1.accelerators ?? 0) } }
    let nvidia = dataset.focus
    self.nvidia = AcceleratorShare(
      part: sum(counted.filter { $0.vendor != nil && $0.vendor == nvidia }),
      open: sum(counted.filter { $0.vendor == nil }), whole: sum(counted),
      uncounted: firm.count - counted.count)
    var rented: [ID<Organisation>: Int] = [:]
    for row in firm {
      guard let customer = row.customer, customer != id else { continue }
      rented[customer, default: 0] += row.accelerators ?? 0
    }
    for relation in customers where rented[relation.from] == nil { rented[relation.from] = -1 }
    tenants = rented.map { (id: $0.key, size: $0.value, slug: dataset.slug($0.key)) }
      .sorted { $0.size == $1.size ? $0.slug < $1.slug : $0.size > $1.size }.map(\.id)
    var evidence = Evidence()
    for row in rows { evidence.add(row.origin, dataset.ids(row.sources)) }
    for row in customers { evidence.add(row.origin, dataset.ids(row.sources)) }
    self.evidence = evidence
  }

  private static func sites(_ rows: [Commitment], in dataset: Dataset) -> [Sites] {
    Jurisdiction.allCases.compactMap { jurisdiction in
      let here = rows.filter { dataset.jurisdiction(of: $0.country) == jurisdiction }
      guard !here.isEmpty else { return nil }
      func sum(_ holds: (ComputeStatus) -> Bool) -> Int {
        here.reduce(0) { $0 + (holds($1.status) ? $1.accelerators ?? 0 : 0) }
      }
      return Sites(
        jurisdiction: jurisdiction, running: sum { $0 == .operational }, firm: sum(\.isFirm),
        unknown: here.count { $0.status.isFirm && $0.accelerators == nil },
        announced: sum { $0 == .announced },
        announcedUnknown: here.count { $0.status == .announced && $0.accelerators == nil })
    }
  }
}
