import Dataset

/// The concentration of every market of the ledger, as the command tells it.
public struct ConcentrationReport: Sendable {
  let dataset: Dataset
  /// The organisations whose parts are told; `nil` for all.
  private var shown: Set<ID<Organisation>>?
  /// The markets, as `LayerConcentration.all` orders them.
  public let markets: [LayerConcentration]

  /// The concentration as of a day.
  public init(of snapshot: Snapshot, _ options: ExposureOptions = ExposureOptions()) {
    dataset = snapshot.dataset
    markets = LayerConcentration.all(of: snapshot, options)
  }
}

extension ConcentrationReport {
  /// The same with the parts of some organisations alone (the filter); an index is that of the whole market.
  public func only(_ isWanted: (ID<Organisation>) -> Bool) -> ConcentrationReport {
    var report = self
    report.shown = Set(markets.flatMap { $0.parts.map(\.id) }.filter(isWanted))
    return report
  }
}

extension ConcentrationReport: Encodable {
  public func encode(to encoder: any Encoder) throws {
    var list = encoder.unkeyedContainer()
    for market in markets { try market.encode(to: list.superEncoder(), dataset, shown) }
  }
}

extension LayerConcentration {
  private enum Key: String, CodingKey {
    case market, index, suppliers, total, open, uncounted, parts, id, amount, least, most
    case toHalf = "suppliers_to_half"
  }

  /// Writes the market and its suppliers.
  ///
  /// The index has both ends (`least`, `most`), and so has the number of suppliers that reach half
  /// (`most` left out where it may be any number).
  fileprivate func encode(
    to encoder: any Encoder, _ dataset: Dataset, _ shown: Set<ID<Organisation>>?
  ) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(measure.word, forKey: .market)
    var index = container.nestedContainer(keyedBy: Key.self, forKey: .index)
    try index.encode(concentration.index.least, forKey: .least)
    try index.encode(concentration.index.most, forKey: .most)
    var half = container.nestedContainer(keyedBy: Key.self, forKey: .toHalf)
    try half.encodeIfPresent(concentration.suppliersToHalf.least, forKey: .least)
    try half.encodeIfPresent(concentration.suppliersToHalf.most, forKey: .most)
    try container.encode(concentration.suppliers, forKey: .suppliers)
    try container.encode(concentration.total, forKey: .total)
    try container.encode(concentration.open, forKey: .open)
    try container.encode(uncounted, forKey: .uncounted)
    var list = container.nestedUnkeyedContainer(forKey: .parts)
    for part in parts where shown?.contains(part.id) ?? true {
      var row = list.nestedContainer(keyedBy: Key.self)
      try row.encode(dataset.slug(part.id), forKey: .id)
      try row.encode(part.amount, forKey: .amount)
    }
  }
}
