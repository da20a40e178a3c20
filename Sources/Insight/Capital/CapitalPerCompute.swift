import Dataset

/// The money that operators raised for each unit of the compute that they operate.
///
/// An operator is in it with the money it raised and the firm compute it operates, running or not.
/// Compute that it rents counts for its landlord. Money without compute and compute without money
/// give no figure, and stand apart in `leftOut`. Where announced rounds are counted, announced sites
/// are too. A filter chooses rounds alone: the compute is all that the operator has.
public struct CapitalPerCompute: Sendable {
  /// An operator that raised money.
  public struct Operator: Sendable {
    public let key: GroupKey
    public let capital: CapitalTally
    public let compute: ComputeTally
    /// The dollars for each unit; at least and at most where chips of several speeds are named.
    /// `nil` where no amount or no size is known.
    public let dollars: ClosedRange<Double>?
    /// The dollars for each unit that runs; `nil` where none is known to run.
    public let dollarsRunning: Double?
  }

  /// The sums that give no figure.
  public struct LeftOut: Sendable {
    /// The companies that raised money and operate no compute.
    public internal(set) var companies = 0
    /// The money they raised, in millions.
    public internal(set) var usdMillions = 0.0
    /// The operators of compute for which the ledger holds no round.
    public internal(set) var operators = 0
    /// The compute they operate, at least.
    public internal(set) var compute = 0.0
  }

  public let unit: ComputeUnit
  /// The money by operator, in the order of `operators`.
  public let totals: CapitalTotals
  /// The dearest first; those without a figure last.
  public let operators: [Operator]
  /// The sums of those that have a figure.
  public let whole: Operator
  public let leftOut: LeftOut

  public init(
    of snapshot: Snapshot, in unit: ComputeUnit, folding: Folding = .none,
    announced: Announced = .beside, where filter: CompiledFilter = .everything
  ) {
    let capital = Capital.totals(
      of: snapshot, by: .company, folding: folding, announced: announced, where: filter)
    let compute = Compute.totals(
      of: snapshot, by: .operator, folding: folding, announced: announced, unit: unit)
    let sites = Dictionary(
      compute.groups.map { ($0.key, $0.tally) }, uniquingKeysWith: { first, _ in first })
    var leftOut = LeftOut()
    var found: [Operator] = []
    var raised: Set<GroupKey> = []
    for group in capital.groups where !group.tally.rounds.isEmpty {
      raised.insert(group.key)
      if let tally = sites[group.key], !tally.commitments.isEmpty {
        found.append(Operator(group.key, group.tally, tally, unit))
      } else {
        leftOut.companies += 1
        leftOut.usdMillions += group.tally.usdMillions
      }
    }
    for group in compute.groups
    where !raised.contains(group.key) && !group.tally.commitments.isEmpty {
      leftOut.operators += 1
      leftOut.compute += group.tally.firm(in: unit).lowerBound
    }
    let slugs = Dictionary(
      found.map { ($0.key, $0.key.slug(in: snapshot.dataset)) }, uniquingKeysWith: { one, _ in one }
    )
    let ordered = found.sorted { left, right in
      let (one, other) = (left.dollars?.lowerBound ?? -1, right.dollars?.lowerBound ?? -1)
      if one != other { return one > other }
      if left.capital.usdMillions != right.capital.usdMillions {
        return left.capital.usdMillions > right.capital.usdMillions
      }
      return slugs[left.key] ?? "" < slugs[right.key] ?? ""
    }
    let counted = ordered.filter { $0.dollars != nil }
    self.unit = unit
    self.leftOut = leftOut
    operators = ordered
    whole = Operator(
      .unknown, counted.map(\.capital).reduce(into: CapitalTally()) { $0.add($1) },
      counted.map(\.compute).reduce(into: ComputeTally()) { $0.add($1) }, unit)
    totals = CapitalTotals(
      dataset: snapshot.dataset, asOf: snapshot.day, grouping: .company, folding: folding,
      announced: announced, total: capital.total,
      groups: ordered.map { CapitalTotals.Group(key: $0.key, tally: $0.capital) })
  }
}

extension CapitalPerCompute.Operator {
  fileprivate init(
    _ key: GroupKey, _ capital: CapitalTally, _ compute: ComputeTally, _ unit: ComputeUnit
  ) {
    self.key = key
    self.capital = capital
    self.compute = compute
    let dollars = capital.usdMillions * 1e6
    let (size, running) = (compute.firm(in: unit), compute.running(in: unit))
    let isKnown = capital.rounds.count > capital.undisclosed
    self.dollars =
      isKnown && size.lowerBound > 0
      ? (dollars / size.upperBound)...(dollars / size.lowerBound) : nil
    dollarsRunning = isKnown && running > 0 ? dollars / running : nil
  }

  /// True if more money was raised than its rounds say, so that the figure is the least.
  public var isAtLeast: Bool { capital.undisclosed > 0 }

  /// True if it operates more than its sites say, so that the figure is the most.
  public func isAtMost(in unit: ComputeUnit) -> Bool { compute.unknown(in: unit) > 0 }
}

extension CapitalPerCompute: JSONConvertible {
  /// `as_of`, `by`, `unit`, `groups`, `total` and `left_out`; figures are dollars for each unit.
  public var json: JSON {
    func figures(_ row: Operator) -> JSON {
      let size = row.compute.firm(in: unit)
      return [
        "rounds": row.capital.rounds.count, "undisclosed": row.capital.undisclosed,
        "usd_m": row.capital.usdMillions, "commitments": row.compute.commitments.count,
        "unknown": row.compute.unknown(in: unit),
        "firm": [size.lowerBound, size.upperBound], "running": row.compute.running(in: unit),
        "usd_per_unit": row.dollars.map { [$0.lowerBound, $0.upperBound] },
        "usd_per_running_unit": row.dollarsRunning,
        "round_ids": row.capital.rounds.map { totals.dataset.slug($0) },
        "commitment_ids": row.compute.commitments.map { totals.dataset.slug($0) },
      ]
    }
    return [
      "as_of": totals.asOf, "by": totals.grouping, "unit": unit.rawValue,
      "folding": totals.folding, "announced": totals.announced, "total": figures(whole),
      "left_out": [
        "companies": leftOut.companies, "usd_m": leftOut.usdMillions,
        "operators": leftOut.operators, "firm": leftOut.compute,
      ] as JSON,
      "groups": operators.map { row in
        let own: JSON = [
          "key": row.key.slug(in: totals.dataset), "name": row.key.name(in: totals.dataset),
        ]
        return own.adding(figures(row))
      },
    ]
  }
}
