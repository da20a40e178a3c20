import Dataset

/// Sums of commitments by group, as `Compute.totals` makes them.
public struct ComputeTotals: Sendable {
  public struct Group: Sendable {
    public let key: GroupKey
    public let tally: ComputeTally
  }

  /// The facts that the keys name.
  public let dataset: Dataset
  public let asOf: Day
  public let grouping: ComputeGrouping
  public let folding: Folding
  public let announced: Announced
  /// The unit that the groups are ordered by.
  public let unit: ComputeUnit
  public let total: ComputeTally
  /// The groups, the largest first, or in order of stage.
  public let groups: [Group]
}

extension ComputeTotals: JSONConvertible {
  /// `as_of`, `by`, `groups` and `total`, each group with its `key` and the keys of a tally.
  public var json: JSON {
    let scales = grouping == .country ? dataset.knownScales(on: asOf) : nil
    return [
      "as_of": asOf, "by": grouping, "unit": unit.rawValue, "folding": folding,
      "announced": announced, "total": total.json(dataset).adding(total.unitJSON(unit)),
      "groups": groups.map { group in
        let own: JSON = ["key": group.key.slug(in: dataset), "name": group.key.name(in: dataset)]
        let scale = scales.map { scales -> JSON in
          let scale = group.key.country.flatMap { scales[$0] }
          return scale.json(accelerators: group.tally.accelerators, in: dataset)
        }
        return own.adding(group.tally.json(dataset)).adding(group.tally.unitJSON(unit))
          .adding(scale ?? .null)
      },
    ]
  }
}

extension ComputeTally {
  /// The figures of a unit that is asked for alone.
  public func unitJSON(_ unit: ComputeUnit) -> JSON {
    guard unit == .h100e else { return [:] }
    return [
      "h100e": [equivalents.size.lowerBound, equivalents.size.upperBound],
      "unknown_h100e": equivalents.unsized,
      "announced_h100e": announcedEquivalents.size.lowerBound,
    ]
  }

  /// The figures and the ids of the commitments behind them.
  func json(_ dataset: Dataset) -> JSON {
    [
      "commitments": commitments.count, "unknown": unknown, "accelerators": accelerators,
      "running": running, "running_unknown": runningUnknown, "mw": megawatts,
      "unknown_mw": unknownPower, "campuses": campuses, "announced": announced,
      "announced_commitments": announcedCommitments.count,
      "announced_unknown": announcedUnknown, "announced_mw": announcedMegawatts,
      "commitment_ids": commitments.map { dataset.slug($0) },
      "announced_commitment_ids": announcedCommitments.map { dataset.slug($0) },
      "withdrawn": withdrawn, "withdrawn_unknown": withdrawnUnknown,
      "withdrawn_commitment_ids": withdrawnCommitments.map { dataset.slug($0) },
    ]
  }
}

extension ComputeTally {
  /// The firm compute in a unit, at least and at most where chips of several speeds are named.
  public func firm(in unit: ComputeUnit) -> ClosedRange<Double> {
    switch unit {
    case .accelerators: Double(accelerators)...Double(accelerators)
    case .h100e: equivalents.size
    case .mw: megawatts...megawatts
    }
  }

  /// The part of it that runs, at least.
  public func running(in unit: ComputeUnit) -> Double { runs(in: unit).lowerBound }

  /// The part of it that runs, at least and at most.
  public func runs(in unit: ComputeUnit) -> ClosedRange<Double> {
    switch unit {
    case .accelerators: Double(running)...Double(running)
    case .h100e: runningEquivalents.size
    case .mw: runningMegawatts...runningMegawatts
    }
  }

  /// The compute announced, at least.
  public func announced(in unit: ComputeUnit) -> Double { plans(in: unit).size.lowerBound }

  /// The compute announced, with the sites that it leaves out.
  public func plans(in unit: ComputeUnit) -> SizeSum {
    switch unit {
    case .accelerators: SizeSum(Double(announced), unsized: announcedUnknown)
    case .h100e: announcedEquivalents
    case .mw: SizeSum(announcedMegawatts, unsized: announcedUnknownPower)
    }
  }

  /// The compute paused or cancelled, as last said.
  public func withdrawn(in unit: ComputeUnit) -> SizeSum {
    switch unit {
    case .accelerators: SizeSum(Double(withdrawn), unsized: withdrawnUnknown)
    case .h100e: withdrawnEquivalents
    case .mw: SizeSum(withdrawnMegawatts, unsized: withdrawnUnknownPower)
    }
  }

  /// The firm commitments that a sum in a unit leaves out.
  public func unknown(in unit: ComputeUnit) -> Int {
    switch unit {
    case .accelerators: unknown
    case .h100e: equivalents.unsized
    case .mw: unknownPower
    }
  }
}
