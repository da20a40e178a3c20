import Dataset

/// The concentration of a market of the ledger on its suppliers.
///
/// The market is always the ledger's, and named by its measure; it is no market share of the world.
public struct LayerConcentration: Sendable {
  /// The counted quantity and its holders.
  public enum Measure: Hashable, Sendable {
    /// Firm accelerators by the maker of the chips.
    case acceleratorsByVendor
    case acceleratorsByOperator
    case acceleratorsByCustomer
    /// Dollars raised by the companies of a layer.
    case dollarsByCompany(Layer)
    /// Dollars by investor, as far as investors' own amounts are known.
    case dollarsByInvestor

    public var word: String {
      switch self {
      case .acceleratorsByVendor: "accelerators-by-vendor"
      case .acceleratorsByOperator: "accelerators-by-operator"
      case .acceleratorsByCustomer: "accelerators-by-customer"
      case .dollarsByCompany(let layer): "dollars-by-company-\(layer.word)"
      case .dollarsByInvestor: "dollars-by-investor"
      }
    }
  }

  /// One of those who share a market.
  public struct Part: Sendable {
    public let id: ID<Organisation>
    /// The amount in the unit of the measure.
    public let amount: Double
  }

  public let measure: Measure
  /// The index and how many reach half; what is open of the market widens both.
  public let concentration: Concentration
  /// Everyone with an amount, the largest first, then by id.
  public let parts: [Part]
  /// The number of rows without an amount, which are in no figure.
  public let uncounted: Int

  /// The concentration of every market of which something is counted, accelerators first, then
  /// dollars by layer, then dollars by investor.
  public static func all(
    of snapshot: Snapshot, _ options: ExposureOptions = ExposureOptions()
  ) -> [LayerConcentration] {
    let sites = SiteFacts(snapshot, options)
    let accelerators: [(Measure, (Commitment) -> ID<Organisation>?)] = [
      (.acceleratorsByVendor, sites.vendor),
      (.acceleratorsByOperator, sites.operatedBy),
      (.acceleratorsByCustomer, { sites.tenant(of: $0) }),
    ]
    var found = accelerators.compactMap { measure, key -> LayerConcentration? in
      var tally = Tally()
      for site in sites.sites { tally.add(site.accelerators.map(Double.init), key(site)) }
      return tally.concentration(measure, snapshot.dataset)
    }
    let heads = GroupHeads(snapshot, options)
    let rounds = snapshot.rounds.filter { ChokepointReport.counts($0, snapshot, options) }
    for layer in Layer.allCases {
      var tally = Tally()
      for round in rounds where snapshot.dataset[heads[round.company]].layer == layer {
        tally.add(snapshot.dataset.dollars(round)?.millions, heads[round.company])
      }
      if let row = tally.concentration(.dollarsByCompany(layer), snapshot.dataset) {
        found.append(row)
      }
    }
    if let row = byInvestor(rounds, heads, snapshot) { found.append(row) }
    return found
  }

  private static func byInvestor(
    _ rounds: [Round], _ heads: GroupHeads, _ snapshot: Snapshot
  ) -> LayerConcentration? {
    var tally = Tally()
    for round in rounds {
      let dollars = snapshot.dataset.dollars(round)?.millions
      let split = RoundSplit(of: round, dollars, snapshot.investments(in: round.id), snapshot)
      for (investment, amount) in split.known { tally.add(amount, heads[investment.investor]) }
      if case .known(let rest) = split.rest {
        if rest > 0 { tally.add(rest, nil) }
      } else {
        tally.add(nil, nil)
      }
    }
    return tally.concentration(.dollarsByInvestor, snapshot.dataset)
  }

  private struct Tally {
    private var amounts: [ID<Organisation>: Double] = [:]
    private var open = 0.0
    private var uncounted = 0

    mutating func add(_ amount: Double?, _ id: ID<Organisation>?) {
      guard let amount else {
        uncounted += 1
        return
      }
      if let id { amounts[id, default: 0] += amount } else { open += amount }
    }

    func concentration(_ measure: Measure, _ dataset: Dataset) -> LayerConcentration? {
      let slugs = Dictionary(uniqueKeysWithValues: amounts.keys.map { ($0, dataset.slug($0)) })
      let named = amounts.filter { $0.value > 0 }.map { Part(id: $0.key, amount: $0.value) }
      let parts: [Part] = named.sorted { left, right in
        if left.amount != right.amount { return left.amount > right.amount }
        return slugs[left.id, default: ""] < slugs[right.id, default: ""]
      }
      guard let concentration = Concentration(amounts: parts.map(\.amount), open: open) else {
        return nil
      }
      return LayerConcentration(
        measure: measure, concentration: concentration, parts: parts, uncounted: uncounted)
    }
  }
}
