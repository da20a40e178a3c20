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

extension ConcentrationReport: JSONConvertible {
  public var json: JSON { markets.map { $0.json(dataset, shown) }.json }
}

extension LayerConcentration {
  /// The market and its suppliers.
  ///
  /// The index has both ends (`least`, `most`). So has the number of suppliers that reach half,
  /// null where it may be any number. Amounts known between two ends have their greatest too.
  fileprivate func json(_ dataset: Dataset, _ shown: Set<ID<Organisation>>?) -> JSON {
    let (index, half) = (concentration.index, concentration.suppliersToHalf)
    let isOpen = concentration.mostTotal != concentration.total
    let document: JSON = [
      "market": measure.word, "index": ["least": index.least, "most": index.most] as JSON,
      "suppliers_to_half": ["least": half.least, "most": half.most] as JSON,
      "suppliers": concentration.suppliers, "total": concentration.total,
      "open": concentration.open, "uncounted": uncounted,
      "parts": parts.filter { shown?.contains($0.id) ?? true }.map { part -> JSON in
        let json: JSON = ["id": dataset.slug(part.id), "amount": part.amount]
        return part.mostAmount == part.amount
          ? json : json.adding(["amount_most": part.mostAmount])
      },
    ]
    return isOpen ? document.adding(["total_most": concentration.mostTotal]) : document
  }
}
