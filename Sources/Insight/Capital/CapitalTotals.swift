import Dataset

/// Sums of rounds by group, as `Capital.totals` makes them.
public struct CapitalTotals: Sendable {
  /// The rounds that have something in common.
  public struct Group: Sendable {
    public let key: GroupKey
    public let tally: CapitalTally
  }

  /// The facts that the keys name.
  public let dataset: Dataset
  public let asOf: Day
  public let grouping: CapitalGrouping
  public let folding: Folding
  /// True if announced rounds are in the sums.
  public let announced: Announced
  public let total: CapitalTally
  /// The groups: the largest sum first, or in order of time.
  public let groups: [Group]

  /// True if the groups add up to the total; by investor they do not.
  public var isAdditive: Bool { grouping != .investor }
}

extension CapitalTotals: Encodable {
  private enum Key: String, CodingKey {
    case asOf = "as_of"
    case by, additive, folding, announced, groups, total, key, name, scale
  }

  /// Writes `as_of`, `by`, `groups` and `total`, each group with its `key` and the keys of a tally.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(asOf, forKey: .asOf)
    try container.encode(grouping, forKey: .by)
    try container.encode(isAdditive, forKey: .additive)
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
          MoneyScaleRecord(scales[id], usdMillions: group.tally.usdMillions, in: dataset),
          forKey: .scale)
      }
      try group.tally.encode(to: encoder, dataset)
    }
  }
}

extension CapitalTally {
  private enum Key: String, CodingKey {
    case rounds, undisclosed, converted, disputed, contained
    case usdMillions = "usd_m"
    case disputedUSDMillions = "disputed_usd_m"
    case announcedUSDMillions = "announced_usd_m"
    case announcedRounds = "announced_rounds"
    case announcedUndisclosed = "announced_undisclosed"
    case instruments = "instruments_usd_m"
    case roundIDs = "round_ids"
    case announcedRoundIDs = "announced_round_ids"
  }

  private struct Word: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }
    init(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }

  /// Writes the figures, the split by form of money and the ids of the rounds behind them.
  func encode(to encoder: any Encoder, _ dataset: Dataset) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(rounds.count, forKey: .rounds)
    try container.encode(undisclosed, forKey: .undisclosed)
    try container.encode(usdMillions, forKey: .usdMillions)
    try container.encode(announcedUSDMillions, forKey: .announcedUSDMillions)
    try container.encode(announcedRounds.count, forKey: .announcedRounds)
    try container.encode(announcedUndisclosed, forKey: .announcedUndisclosed)
    try container.encode(converted, forKey: .converted)
    try container.encode(disputed, forKey: .disputed)
    try container.encode(disputedUSDMillions, forKey: .disputedUSDMillions)
    try container.encode(contained, forKey: .contained)
    try container.encode(rounds.map { dataset.slug($0) }, forKey: .roundIDs)
    try container.encode(announcedRounds.map { dataset.slug($0) }, forKey: .announcedRoundIDs)
    var split = container.nestedContainer(keyedBy: Word.self, forKey: .instruments)
    for instrument in Instrument.moneyRaised {
      try split.encode(usdMillions(instrument), forKey: Word(stringValue: instrument.word))
    }
  }
}
