import Dataset

/// The capacity of every operator, and what each of its customers' leaving costs, as the command
/// tells it.
public struct CapacityReport: Sendable {
  let dataset: Dataset
  /// The unit of every `size`.
  let unit: ComputeUnit
  /// The operators with something firm, the most accelerators first.
  public private(set) var operators: [(profile: CapacityProfile, stakes: [CustomerStake])]

  /// The capacity as of a day.
  public init(of snapshot: Snapshot, _ options: ExposureOptions = ExposureOptions()) {
    dataset = snapshot.dataset
    unit = options.unit
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

extension CapacityReport: JSONConvertible {
  /// The operators. Each has its parts by `by_vendor`, `by_customer`, `by_customer_home` and
  /// `by_jurisdiction`, and its `customers` with firm, possible and planned capacity. Each `size` is in
  /// `unit`, and `unsized` counts the sites that it leaves out.
  public var json: JSON {
    operators.map { profile, stakes -> JSON in
      [
        "id": dataset.slug(profile.id), "accelerators": profile.accelerators,
        "uncounted": profile.uncounted, "unit": unit.rawValue, "size": profile.whole.size.ends,
        "unsized": profile.whole.unsized, "by_vendor": profile.byVendor.map(json),
        "by_customer": profile.byCustomer.map(json),
        "by_customer_home": profile.byCustomerHome.map(json),
        "by_jurisdiction": profile.byJurisdiction.map(json), "customers": stakes.map(json),
      ]
    }.json
  }

  private func json(_ part: CapacityProfile.Part) -> JSON {
    [
      "key": part.key.slug(in: dataset), "accelerators": part.accelerators,
      "uncounted": part.uncounted, "size": part.size.ends, "unsized": part.unsized,
    ]
  }

  private func json(_ stake: CustomerStake) -> JSON {
    [
      "id": dataset.slug(stake.id), "accelerators": stake.accelerators,
      "uncounted": stake.uncounted, "size": stake.sum.size.ends, "unsized": stake.sum.unsized,
      "possible": stake.mayRent.upperBound,
      "relation": stake.relation?.status, "date": stake.relation?.date,
      "plans": stake.plans.map { plan -> JSON in
        [
          "id": dataset.slug(plan.id), "accelerators": plan.accelerators,
          "size": stake.planned[plan.id]?.ends, "status": plan.status,
        ]
      },
    ]
  }
}
