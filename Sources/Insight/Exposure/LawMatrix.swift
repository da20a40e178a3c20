import Dataset

/// Who could be ordered by whom: the firm compute by its operator's home, the law its sites stand under
/// and its tenant's home.
///
/// An operator at home in the United States on European soil answers to two laws; so does its tenant. A
/// site of the country `EU` stands under the law of a state that no row names.
public struct LawMatrix: Sendable {
  /// The compute that has three laws in common.
  public struct Row: Sendable {
    /// The jurisdiction that the operator is at home in; `unknown` where no row says.
    public let operatorHome: GroupKey
    /// The jurisdiction that the sites stand in.
    public let law: GroupKey
    /// The jurisdiction that the tenant is at home in, the operator's own where it uses the site itself.
    /// `unknown` where no row names a tenant.
    public let tenantHome: GroupKey
    /// The size in the unit asked for; at least and at most where it is open between two ends.
    public internal(set) var size: ClosedRange<Double>
    /// The sites without a size, which are in no sum.
    public internal(set) var uncounted: Int
    /// The sites, by id.
    public internal(set) var sites: [ID<Commitment>]
  }

  let dataset: Dataset
  public let unit: ComputeUnit
  /// The rows, the largest first.
  public let rows: [Row]
  /// The size of everything that has a size.
  public let total: ClosedRange<Double>
  /// The sites without a size.
  public var uncounted: Int { rows.reduce(0) { $0 + $1.uncounted } }

  /// The matrix of a snapshot, of the operators that are shown.
  public init(
    of snapshot: Snapshot, _ options: ExposureOptions = ExposureOptions(),
    showing isShown: (ID<Organisation>) -> Bool = { _ in true }
  ) {
    let dataset = snapshot.dataset
    self.dataset = dataset
    unit = options.unit
    let facts = SiteFacts(snapshot, options)
    func home(_ id: ID<Organisation>?) -> GroupKey {
      id.flatMap { dataset[$0].country }.map { .jurisdiction(dataset.jurisdiction(of: $0)) }
        ?? .unknown
    }
    struct Laws: Hashable {
      let operatorHome: GroupKey, law: GroupKey, tenantHome: GroupKey
    }
    var found: [Laws: Row] = [:]
    for site in facts.sites {
      let operatedBy = facts.operatedBy(site)
      if let operatedBy, !isShown(operatedBy) { continue }
      let size = facts.size(of: site.id)
      if size.told == 0...0 { continue }
      let laws = Laws(
        operatorHome: home(operatedBy),
        law: .jurisdiction(dataset.jurisdiction(of: site.country)),
        tenantHome: home(facts.tenant(of: site) ?? site.customer.flatMap { _ in operatedBy }))
      var row =
        found[laws]
        ?? Row(
          operatorHome: laws.operatorHome, law: laws.law, tenantHome: laws.tenantHome, size: 0...0,
          uncounted: 0, sites: [])
      if let told = size.told {
        row.size = (row.size.lowerBound + told.lowerBound)...(row.size.upperBound + told.upperBound)
      } else {
        row.uncounted += 1
      }
      row.sites.append(site.id)
      found[laws] = row
    }
    let keyed = found.values.map { row in
      let slugs = [row.operatorHome, row.law, row.tenantHome].map { $0.slug(in: dataset) }
      return (row: row, slugs: slugs)
    }
    rows = keyed.sorted { left, right in
      let (first, second) = (left.row.size, right.row.size)
      if first.lowerBound != second.lowerBound { return first.lowerBound > second.lowerBound }
      if first.upperBound != second.upperBound { return first.upperBound > second.upperBound }
      return left.slugs.lexicographicallyPrecedes(right.slugs)
    }.map { entry in
      var row = entry.row
      row.sites.sort { dataset.slug($0) < dataset.slug($1) }
      return row
    }
    let least = rows.reduce(0) { $0 + $1.size.lowerBound }
    total = least...max(least, rows.reduce(0) { $0 + $1.size.upperBound })
  }

  /// The size of the rows with an operator's home and a law.
  public func size(operatorHome: GroupKey, law: GroupKey) -> ClosedRange<Double> {
    let found = rows.filter { $0.operatorHome == operatorHome && $0.law == law }
    let least = found.reduce(0) { $0 + $1.size.lowerBound }
    return least...max(least, found.reduce(0) { $0 + $1.size.upperBound })
  }
}

extension LawMatrix: JSONConvertible {
  /// The list of rows.
  public var json: JSON {
    rows.map { row -> JSON in
      [
        "operator_home": row.operatorHome.slug(in: dataset), "law": row.law.slug(in: dataset),
        "tenant_home": row.tenantHome.slug(in: dataset), "least": row.size.lowerBound,
        "most": row.size.upperBound, "unsized": row.uncounted,
        "sites": row.sites.map { dataset.slug($0) },
      ]
    }.json
  }
}
