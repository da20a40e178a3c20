import Dataset

/// The capacity of every operator, and what each of its customers' leaving costs, as the command
/// tells it.
public struct CapacityReport: Sendable {
  let dataset: Dataset
  /// The operators with something firm, the most accelerators first.
  public private(set) var operators: [(profile: CapacityProfile, stakes: [CustomerStake])]

  /// The capacity as of a day.
  public init(of snapshot: Snapshot, _ options: ExposureOptions = ExposureOptions()) {
    dataset = snapshot.dataset
    let index = CapacityIndex(of: snapshot, options)
    operators = CapacityProfile.operators(in: index).compactMap { part in
      guard case .organisation(let id) = part.key else { return nil }
      return (CapacityProfile(of: id, in: index), CustomerStake.all(of: id, in: index))
    }
  }
}

extension CapacityReport {
  /// The same of some operators alone (the filter).
  public func only(_ isWanted: (ID<Organisation>) -> Bool) -> CapacityReport {
    var report = self
    report.operators = operators.filter { isWanted($0.profile.id) }
    return report
  }
}

extension CapacityReport: Encodable {
  private enum Key: String, CodingKey {
    case id, key, accelerators, uncounted, possible, customers, plans, status, relation, date
    case byVendor = "by_vendor"
    case byCustomer = "by_customer"
    case byCustomerHome = "by_customer_home"
    case byJurisdiction = "by_jurisdiction"
  }

  /// Writes the list of operators. Each has its parts by `by_vendor`, `by_customer`,
  /// `by_customer_home` and `by_jurisdiction`, and its `customers` with firm, possible and planned
  /// capacity.
  public func encode(to encoder: any Encoder) throws {
    var list = encoder.unkeyedContainer()
    for (profile, stakes) in operators {
      var row = list.nestedContainer(keyedBy: Key.self)
      try row.encode(dataset.slug(profile.id), forKey: .id)
      try row.encode(profile.accelerators, forKey: .accelerators)
      try row.encode(profile.uncounted, forKey: .uncounted)
      try encode(profile.byVendor, to: row.nestedUnkeyedContainer(forKey: .byVendor))
      try encode(profile.byCustomer, to: row.nestedUnkeyedContainer(forKey: .byCustomer))
      try encode(profile.byCustomerHome, to: row.nestedUnkeyedContainer(forKey: .byCustomerHome))
      try encode(profile.byJurisdiction, to: row.nestedUnkeyedContainer(forKey: .byJurisdiction))
      var customers = row.nestedUnkeyedContainer(forKey: .customers)
      for stake in stakes { try encode(stake, to: &customers) }
    }
  }

  private func encode(
    _ parts: [CapacityProfile.Part], to container: any UnkeyedEncodingContainer
  ) throws {
    var list = container
    for part in parts {
      var row = list.nestedContainer(keyedBy: Key.self)
      try row.encode(part.key.slug(in: dataset), forKey: .key)
      try row.encode(part.accelerators, forKey: .accelerators)
      try row.encode(part.uncounted, forKey: .uncounted)
    }
  }

  private func encode(
    _ stake: CustomerStake, to list: inout any UnkeyedEncodingContainer
  ) throws {
    var row = list.nestedContainer(keyedBy: Key.self)
    try row.encode(dataset.slug(stake.id), forKey: .id)
    try row.encode(stake.accelerators, forKey: .accelerators)
    try row.encode(stake.uncounted, forKey: .uncounted)
    try row.encode(stake.possible, forKey: .possible)
    if let relation = stake.relation {
      try row.encode(relation.status.word, forKey: .relation)
      try row.encode(relation.date.description, forKey: .date)
    }
    var plans = row.nestedUnkeyedContainer(forKey: .plans)
    for plan in stake.plans {
      var entry = plans.nestedContainer(keyedBy: Key.self)
      try entry.encode(dataset.slug(plan.id), forKey: .id)
      try entry.encodeIfPresent(plan.accelerators, forKey: .accelerators)
      try entry.encode(plan.status.word, forKey: .status)
    }
  }
}
