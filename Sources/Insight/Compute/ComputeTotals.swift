import Dataset

/// Sums of commitments by group, as `Compute.totals` makes them.
public struct ComputeTotals: Sendable {
  /// The commitments that have something in common.
  public struct Group: Sendable {
    public let key: GroupKey
    public let tally: ComputeTally
  }

  /// The facts that the keys name.
  public let dataset: Dataset
  public let asOf: Day
  public let grouping: ComputeGrouping
  public let folding: Folding
  /// True if announced sites are in the sums.
  public let announced: Announced
  public let total: ComputeTally
  /// The groups, the largest first, or in order of stage.
  public let groups: [Group]
}

extension ComputeTotals: Encodable {
  private enum Key: String, CodingKey {
    case asOf = "as_of"
    case by, folding, announced, groups, total, key, name, scale
  }

  /// Writes `as_of`, `by`, `groups` and `total`, each group with its `key` and the keys of a tally.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(asOf, forKey: .asOf)
    try container.encode(grouping, forKey: .by)
    try container.encode(folding, forKey: .folding)
    try container.encode(announced, forKey: .announced)
    try total.encode(to: container.superEncoder(forKey: .total), dataset)
    let scales = grouping == .country ? dataset.scales(on: asOf) : [:]
    var list = container.nestedUnkeyedContainer(forKey: .groups)
    for group in groups {
      let encoder = list.superEncoder()
      var container = encoder.container(keyedBy: Key.self)
      try container.encode(group.key.slug(in: dataset), forKey: .key)
      try container.encode(group.key.name(in: dataset), forKey: .name)
      if case .country(let id) = group.key, !dataset.statistics.isEmpty {
        try container.encode(
          ComputeScaleRecord(scales[id], accelerators: group.tally.accelerators, in: dataset),
          forKey: .scale)
      }
      try group.tally.encode(to: encoder, dataset)
    }
  }
}

extension ComputeTally {
  private enum Key: String, CodingKey {
    case commitments, unknown, accelerators, running, announced, campuses, withdrawn
    case runningUnknown = "running_unknown"
    case withdrawnUnknown = "withdrawn_unknown"
    case withdrawnCommitmentIDs = "withdrawn_commitment_ids"
    case megawatts = "mw"
    case unknownPower = "unknown_mw"
    case announcedCommitments = "announced_commitments"
    case announcedUnknown = "announced_unknown"
    case announcedMegawatts = "announced_mw"
    case commitmentIDs = "commitment_ids"
    case announcedCommitmentIDs = "announced_commitment_ids"
  }

  /// Writes the figures and the ids of the commitments behind them.
  func encode(to encoder: any Encoder, _ dataset: Dataset) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(commitments.count, forKey: .commitments)
    try container.encode(unknown, forKey: .unknown)
    try container.encode(accelerators, forKey: .accelerators)
    try container.encode(running, forKey: .running)
    try container.encode(runningUnknown, forKey: .runningUnknown)
    try container.encode(megawatts, forKey: .megawatts)
    try container.encode(unknownPower, forKey: .unknownPower)
    try container.encode(campuses, forKey: .campuses)
    try container.encode(announced, forKey: .announced)
    try container.encode(announcedCommitments.count, forKey: .announcedCommitments)
    try container.encode(announcedUnknown, forKey: .announcedUnknown)
    try container.encode(announcedMegawatts, forKey: .announcedMegawatts)
    try container.encode(commitments.map { dataset.slug($0) }, forKey: .commitmentIDs)
    try container.encode(
      announcedCommitments.map { dataset.slug($0) }, forKey: .announcedCommitmentIDs)
    try container.encode(withdrawn, forKey: .withdrawn)
    try container.encode(withdrawnUnknown, forKey: .withdrawnUnknown)
    try container.encode(
      withdrawnCommitments.map { dataset.slug($0) }, forKey: .withdrawnCommitmentIDs)
  }
}
