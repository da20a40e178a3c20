import Dataset

/// The concentration of a market of the ledger on its suppliers.
///
/// The market is always the ledger's, and named by its measure; it is no market share of the world.
public struct LayerConcentration: Sendable {
  /// The counted quantity and its holders.
  public enum Measure: Hashable, Sendable {
    /// Firm compute in a unit by the maker of the chips.
    case computeByVendor(ComputeUnit)
    case computeByOperator(ComputeUnit)
    case computeByCustomer(ComputeUnit)
    /// Dollars raised by the companies of a layer.
    case dollarsByCompany(Layer)
    /// Dollars by investor, as far as investors' own amounts are known.
    case dollarsByInvestor

    public var word: String {
      switch self {
      case .computeByVendor(let unit): "\(unit.rawValue)-by-vendor"
      case .computeByOperator(let unit): "\(unit.rawValue)-by-operator"
      case .computeByCustomer(let unit): "\(unit.rawValue)-by-customer"
      case .dollarsByCompany(let layer): "dollars-by-company-\(layer.word)"
      case .dollarsByInvestor: "dollars-by-investor"
      }
    }
  }

  /// One of those who share a market.
  public struct Part: Sendable {
    public let id: ID<Organisation>
    /// The amount in the unit of the measure; the least where it is open between two.
    public let amount: Double
    /// The same with the greatest ends.
    public let mostAmount: Double
  }

  public let measure: Measure
  /// The index and how many reach half; what is open of the market widens both.
  public let concentration: Concentration
  /// Everyone with an amount, the largest first, then by id.
  public let parts: [Part]
  /// The number of rows without an amount, which are in no figure.
  public let uncounted: Int

  /// The concentration of every market of which something is counted. Compute in the unit asked for
  /// is first, then dollars by layer, then dollars by investor.
  public static func all(
    of snapshot: Snapshot, _ options: ExposureOptions = ExposureOptions()
  ) -> [LayerConcentration] {
    let sites = SiteFacts(snapshot, options)
    let compute: [(Measure, (Commitment) -> ID<Organisation>?)] = [
      (.computeByVendor(options.unit), sites.vendor),
      (.computeByOperator(options.unit), sites.operatedBy),
      (.computeByCustomer(options.unit), { sites.tenant(of: $0) }),
    ]
    var found = compute.compactMap { measure, key -> LayerConcentration? in
      var tally = Tally()
      for site in sites.sites { tally.add(sites.size(of: site.id).told, key(site)) }
      return tally.concentration(measure, snapshot.dataset)
    }
    let heads = GroupHeads(snapshot, options)
    let rounds = snapshot.rounds.filter { ChokepointReport.counts($0, snapshot, options) }
    for layer in Layer.allCases {
      var tally = Tally()
      for round in rounds where snapshot.dataset[heads[round.company]].layer == layer {
        tally.add(exactly: snapshot.dataset.dollars(round)?.millions, heads[round.company])
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
      for (investment, amount) in split.known {
        tally.add(exactly: amount, heads[investment.investor])
      }
      if case .known(let rest) = split.rest {
        if rest > 0 { tally.add(exactly: rest, nil) }
      } else {
        tally.add(exactly: nil, nil)
      }
    }
    return tally.concentration(.dollarsByInvestor, snapshot.dataset)
  }

  private struct Tally {
    private var amounts: [ID<Organisation>: (least: Double, most: Double)] = [:]
    private var open = (least: 0.0, most: 0.0)
    private var uncounted = 0

    mutating func add(exactly amount: Double?, _ id: ID<Organisation>?) {
      add(amount.map { $0...$0 }, id)
    }

    mutating func add(_ amount: ClosedRange<Double>?, _ id: ID<Organisation>?) {
      guard let amount else {
        uncounted += 1
        return
      }
      func adding(_ sum: (least: Double, most: Double)) -> (least: Double, most: Double) {
        (sum.least + amount.lowerBound, sum.most + amount.upperBound)
      }
      if let id { amounts[id] = adding(amounts[id] ?? (0, 0)) } else { open = adding(open) }
    }

    func concentration(_ measure: Measure, _ dataset: Dataset) -> LayerConcentration? {
      let slugs = Dictionary(uniqueKeysWithValues: amounts.keys.map { ($0, dataset.slug($0)) })
      let named = amounts.filter { $0.value.most > 0 }
        .map { Part(id: $0.key, amount: $0.value.least, mostAmount: $0.value.most) }
      let parts: [Part] = named.sorted { left, right in
        if left.amount != right.amount { return left.amount > right.amount }
        if left.mostAmount != right.mostAmount { return left.mostAmount > right.mostAmount }
        return slugs[left.id, default: ""] < slugs[right.id, default: ""]
      }
      let concentration = Concentration(
        ranges: parts.map { $0.amount...max($0.amount, $0.mostAmount) },
        open: open.least...max(open.least, open.most))
      guard let concentration else { return nil }
      return LayerConcentration(
        measure: measure, concentration: concentration, parts: parts, uncounted: uncounted)
    }
  }
}

extension LayerConcentration {
  /// The share of a part in its market, at least and at most.
  public func share(of part: Part) -> ClosedRange<Double> {
    let most = part.mostAmount + concentration.total - part.amount
    let least = part.amount + concentration.mostTotal - part.mostAmount
    let low = least > 0 ? min(1, part.amount / least) : 0
    return low...max(low, most > 0 ? min(1, part.mostAmount / most) : 0)
  }
}
