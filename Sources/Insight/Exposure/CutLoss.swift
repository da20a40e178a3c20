import Dataset

/// The loss by a cut, in a unit.
public struct CutLoss: Hashable, Sendable {
  /// The amount before the cut.
  public internal(set) var before = 0.0
  /// The same with the greatest ends, where sizes are open between two.
  public internal(set) var mostBefore = 0.0
  /// The certain loss.
  public internal(set) var documented = 0.0
  /// The loss if everything open were lost.
  public internal(set) var possible = 0.0
  /// The least ends of what is left if everything open is lost. `mostRest` has the greatest of what is
  /// left if nothing of it is. Each site has a size of its own, so that the rest is no difference of
  /// sums.
  private var leastRest = 0.0
  private var mostRest = 0.0
  /// The number of touched rows without a count.
  public internal(set) var uncounted = 0
  /// Those of them that are only possibly touched.
  public internal(set) var uncountedOpen = 0

  public init() {}

  /// Adds an amount of which a share is lost; `nil` where it is not counted.
  mutating func add(_ amount: ClosedRange<Double>?, _ lost: ShareInterval) {
    guard let amount else {
      if lost.possible > 0 { uncounted += 1 }
      if lost.possible > 0, lost.documented == 0 { uncountedOpen += 1 }
      return
    }
    before += amount.lowerBound
    mostBefore += amount.upperBound
    documented += amount.lowerBound * lost.documented
    possible += amount.upperBound * lost.possible
    leastRest += amount.lowerBound * (1 - lost.possible)
    mostRest += amount.upperBound * (1 - lost.documented)
  }

  /// The rest after the loss, at least and at most.
  public var left: ClosedRange<Double> {
    let least = max(0, leastRest)
    return least...max(least, mostRest)
  }

  /// The same of an exact amount.
  mutating func add(_ amount: Double?, _ lost: ShareInterval) {
    add(amount.map { $0...$0 }, lost)
  }

  /// True if nothing is lost, and nothing without a count is touched.
  public var isNothing: Bool { possible == 0 && uncounted == 0 }
}

/// A loss by who and where it hits. The whole is everything counted, hit or not. The groups are those
/// that are hit, the greatest documented loss first, then the greatest possible, then by key.
public struct CutBreakdown: Sendable {
  public struct Group: Sendable {
    public let key: GroupKey
    public let loss: CutLoss
  }

  public let total: CutLoss
  /// By company: the operator of sites, the company that raised the money.
  public let byCompany: [Group]
  /// By the layer of that company.
  public let byLayer: [Group]
  /// By country: where sites stand, where the company is at home.
  public let byCountry: [Group]
  public let byJurisdiction: [Group]
  /// By customer: who rents the site; `unknown` where no row names a customer.
  public let byCustomer: [Group]
  /// By the year it is to run, the earliest first; `operational` what runs, `unknown` without a date.
  public let byYear: [Group]
}

struct CutTally {
  private let dataset: Dataset
  private var total = CutLoss()
  private var groups: [[GroupKey: CutLoss]] = Array(repeating: [:], count: 6)

  init(_ dataset: Dataset) { self.dataset = dataset }

  /// Adds an amount of a company in a country, of which a share is lost.
  mutating func add(
    _ amount: ClosedRange<Double>?, _ lost: ShareInterval, company: ID<Organisation>?,
    country: ID<Country>?, customer: ID<Organisation>? = nil, year: GroupKey = .unknown
  ) {
    total.add(amount, lost)
    let keys: [GroupKey] = [
      company.map { .organisation($0) } ?? .unknown,
      company.map { .layer(dataset[$0].layer) } ?? .unknown,
      country.map { .country($0) } ?? .unknown,
      country.map { .jurisdiction(dataset.jurisdiction(of: $0)) } ?? .unknown,
      customer.map { .organisation($0) } ?? .unknown,
      year,
    ]
    for (place, key) in keys.enumerated() {
      groups[place][key, default: CutLoss()].add(amount, lost)
    }
  }

  var breakdown: CutBreakdown {
    CutBreakdown(
      total: total, byCompany: ordered(groups[0]), byLayer: ordered(groups[1]),
      byCountry: ordered(groups[2]), byJurisdiction: ordered(groups[3]),
      byCustomer: ordered(groups[4]), byYear: byYear)
  }

  private var byYear: [CutBreakdown.Group] {
    ordered(groups[5]).sorted { left, right in
      (left.key.time ?? (left.key == .unknown ? .max : .min))
        < (right.key.time ?? (right.key == .unknown ? .max : .min))
    }
  }

  private func ordered(_ groups: [GroupKey: CutLoss]) -> [CutBreakdown.Group] {
    groups.filter { !$0.value.isNothing }
      .map { (key: $0.key, loss: $0.value, slug: $0.key.slug(in: dataset)) }
      .sorted { left, right in
        if left.loss.documented != right.loss.documented {
          return left.loss.documented > right.loss.documented
        }
        if left.loss.possible != right.loss.possible {
          return left.loss.possible > right.loss.possible
        }
        return left.slug < right.slug
      }.map { CutBreakdown.Group(key: $0.key, loss: $0.loss) }
  }
}
