import Dataset

/// An operator's accelerators by maker of the chips, by customer, by the customers' home and by the
/// sites' jurisdiction.
///
/// "Sovereign" capacity in figures: Europe's largest operator may run on the chips of one American
/// maker for one American customer, outside the Union.
public struct CapacityProfile: Sendable {
  /// A part of the capacity; the key is `unknown` where no row says.
  public struct Part: Sendable {
    public let key: GroupKey
    public internal(set) var accelerators = 0
    /// Its commitments without a count.
    public internal(set) var uncounted = 0
    /// Its size in the unit asked for.
    public internal(set) var sum = SizeSum()

    public var size: ClosedRange<Double> { sum.size }
    /// Its commitments whose size in that unit no row tells.
    public var unsized: Int { sum.unsized }
  }

  public let id: ID<Organisation>
  public let accelerators: Int
  /// Its commitments without a count.
  public let uncounted: Int
  /// All of it in the unit asked for.
  public let whole: Part
  /// By the maker of the chips.
  public let byVendor: [Part]
  public let byCustomer: [Part]
  /// By the jurisdiction the customer is at home in.
  public let byCustomerHome: [Part]
  /// By the jurisdiction the sites stand in.
  public let byJurisdiction: [Part]

  /// The profile of an operator as of a day. Parts stand by size in the unit of the options, the largest first,
  /// then by key.
  public init(
    of id: ID<Organisation>, in snapshot: Snapshot, _ options: ExposureOptions = ExposureOptions()
  ) {
    self.init(of: id, in: CapacityIndex(of: snapshot, options))
  }

  /// The same where the rows have been sorted by operator.
  public init(of id: ID<Organisation>, in index: CapacityIndex) {
    let (dataset, facts) = (index.dataset, index.facts)
    let head = index.heads[id]
    let sites = index.sites(of: head)
    var whole = Part(key: .organisation(head))
    for site in sites { whole.sum.add(facts.size(of: site.id).told) }
    self.whole = whole
    func parts(_ key: (Commitment) -> GroupKey) -> [Part] {
      var parts: [GroupKey: Part] = [:]
      for site in sites {
        let key = key(site)
        parts[key, default: Part(key: key)].accelerators += site.accelerators ?? 0
        parts[key]?.sum.add(facts.size(of: site.id).told)
        if site.accelerators == nil { parts[key]?.uncounted += 1 }
      }
      return parts.values.map { (part: $0, slug: $0.key.slug(in: dataset)) }
        .sorted { left, right in
          let (first, second) = (left.part.size.lowerBound, right.part.size.lowerBound)
          return first == second ? left.slug < right.slug : first > second
        }.map(\.part)
    }
    self.id = head
    accelerators = sites.reduce(0) { $0 + ($1.accelerators ?? 0) }
    uncounted = sites.count { $0.accelerators == nil }
    byVendor = parts { facts.vendor(of: $0).map { .organisation($0) } ?? .unknown }
    byCustomer = parts { facts.tenant(of: $0).map { .organisation($0) } ?? .unknown }
    byCustomerHome = parts { site in
      facts.tenant(of: site).flatMap { dataset[$0].country }
        .map { .jurisdiction(dataset.jurisdiction(of: $0)) } ?? .unknown
    }
    byJurisdiction = parts { .jurisdiction(dataset.jurisdiction(of: $0.country)) }
  }
}
