import Dataset

/// The course of compute over time: what ran, was firm and was announced at the end of each month.
/// With it comes what is due in the years ahead.
///
/// Each month is the ledger as it was known then. A site without a size is in no sum and counted apart.
/// The share is that of the target among the firm sites with a size, at least and at most.
public struct ComputeCourse: Sendable {
  /// Sites with something in common, by who made their chips.
  public struct Tally: Sendable {
    /// The sizes by maker, the largest first; `unknown` where no row names a maker.
    public internal(set) var makers: [(key: GroupKey, size: Double)] = []
    /// The sites without a size.
    public internal(set) var uncounted = 0
    public internal(set) var sites: [ID<Commitment>] = []
    public var total: Double { makers.reduce(0) { $0 + $1.size } }
  }

  /// A month as it was known at its end.
  public struct Month: Sendable {
    public let day: Day
    public let running: Tally
    /// Firm sites that were not running.
    public let firm: Tally
    public let announced: Tally
    /// The target's share of what ran and was firm; `nil` where nothing had a size.
    public let share: ShareInterval?
  }

  /// A year ahead.
  public struct Due: Sendable {
    /// The year; `nil` for what has no date.
    public let year: Int?
    public let firm: Tally
    public let announced: Tally
    /// The target's share of all that runs by then if only what is firm is built.
    public let shareOfFirm: ShareInterval?
    /// The same if everything announced is built too.
    public let shareOfAll: ShareInterval?
  }

  let dataset: Dataset
  public let unit: ComputeUnit
  /// The months, the earliest first; the last is the day itself.
  public let months: [Month]
  /// The years ahead, the earliest first, what has no date at the end.
  public let due: [Due]

  /// The most months told.
  private static let mostMonths = 120

  /// The course up to a snapshot's day.
  public init(
    of snapshot: Snapshot, to target: ID<Organisation>?,
    _ options: ExposureOptions = ExposureOptions()
  ) {
    dataset = snapshot.dataset
    unit = options.unit
    var counted = options
    counted.announced = .counted
    months = ComputeCourse.days(of: snapshot).map { day in
      let known = day == snapshot.day ? snapshot : snapshot.dataset.asOf(day)
      let state = Standing(known, target, counted)
      let running = state.tally { $0.status == .operational }
      let firm = state.tally { $0.status.isFirm && $0.status != .operational }
      return Month(
        day: day, running: running, firm: firm,
        announced: state.tally { $0.status == .announced },
        share: state.share { $0.status.isFirm })
    }
    let state = Standing(snapshot, target, counted)
    let waiting = state.sites.filter { $0.status != .operational }
    let years = Set(waiting.map { $0.target?.year }).sorted { ($0 ?? .max) < ($1 ?? .max) }
    due = years.map { year in
      func isDue(_ site: Commitment) -> Bool { site.target?.year == year }
      func isBuilt(_ site: Commitment) -> Bool {
        if site.status == .operational { return true }
        return (site.target?.year ?? .max) <= (year ?? .max)
      }
      return Due(
        year: year, firm: state.tally { $0.status.isFirm && !$0.isRunning && isDue($0) },
        announced: state.tally { $0.status == .announced && isDue($0) },
        shareOfFirm: state.share { $0.status.isFirm && isBuilt($0) },
        shareOfAll: state.share { isBuilt($0) })
    }
  }

  /// The last days of the months since the first firm site, and the day itself.
  private static func days(of snapshot: Snapshot) -> [Day] {
    let dataset = snapshot.dataset
    let known = dataset.compute.lazy.filter { $0.scope == .site && $0.status.isFirm }
      .map { dataset.known($0) }.filter { $0 <= snapshot.day }
    guard let first = known.min() else { return [snapshot.day] }
    var days = [snapshot.day]
    var month = snapshot.day.firstOfMonth
    while days.count < mostMonths, month > first {
      days.append(month.adding(days: -1))
      month = month.adding(days: -1).firstOfMonth
    }
    return days.reversed()
  }

  /// The sites of a day with their sizes, and how far each is the target's.
  private struct Standing {
    let sites: [Commitment]
    private let facts: SiteFacts
    private let makers: MakerShares?
    private let unnamed: ShareInterval
    private let dataset: Dataset

    init(_ snapshot: Snapshot, _ target: ID<Organisation>?, _ options: ExposureOptions) {
      let dataset = snapshot.dataset
      self.dataset = dataset
      let facts = SiteFacts(snapshot, options)
      self.facts = facts
      sites = facts.sites
      let head = target.map { facts.head(of: $0) }
      makers = head.map { SupplyChain(facts, dataset).shares(reaching: [$0: .all]) }
      unnamed = head.map { dataset[$0].layer == .chips ? .unknown : .none } ?? .unknown
    }

    func tally(_ isWanted: (Commitment) -> Bool) -> Tally {
      var tally = Tally()
      var sizes: [GroupKey: Double] = [:]
      for site in sites where isWanted(site) {
        tally.sites.append(site.id)
        guard let told = facts.size(of: site.id).told else {
          tally.uncounted += 1
          continue
        }
        let key: GroupKey = facts.vendor(of: site).map { .organisation($0) } ?? .unknown
        if told.lowerBound > 0 { sizes[key, default: 0] += told.lowerBound }
      }
      tally.makers = sizes.map { (key: $0.key, size: $0.value, slug: $0.key.slug(in: dataset)) }
        .sorted { $0.size == $1.size ? $0.slug < $1.slug : $0.size > $1.size }
        .map { (key: $0.key, size: $0.size) }
      return tally
    }

    func share(_ isWanted: (Commitment) -> Bool) -> ShareInterval? {
      guard let makers else { return nil }
      return WeightedMean.bounds(
        of: sites.filter(isWanted).compactMap { site in
          guard let told = facts.size(of: site.id).told else { return nil }
          return WeightedMean.Part(
            least: told.lowerBound, most: told.upperBound,
            share: facts.vendor(of: site).map { makers[$0] } ?? unnamed)
        })
    }
  }
}

extension Commitment {
  fileprivate var isRunning: Bool { status == .operational }
}

extension Day {
  fileprivate var firstOfMonth: Day { adding(days: 1 - civil.day) }
}

extension ComputeCourse: JSONConvertible {
  /// `months` and `due`, sizes by maker.
  public var json: JSON {
    [
      "months": months.map { month -> JSON in
        [
          "day": month.day, "running": sizes(month.running), "firm": sizes(month.firm),
          "announced": sizes(month.announced),
          "unsized": month.running.uncounted + month.firm.uncounted, "share": ends(month.share),
        ]
      },
      "due": due.map { due -> JSON in
        [
          "year": due.year, "firm": sizes(due.firm), "announced": sizes(due.announced),
          "unsized": due.firm.uncounted + due.announced.uncounted,
          "share_firm": ends(due.shareOfFirm), "share_all": ends(due.shareOfAll),
        ]
      },
    ]
  }

  private func sizes(_ tally: Tally) -> JSON {
    .object(tally.makers.map { ($0.key.slug(in: dataset), $0.size.json) })
  }

  private func ends(_ share: ShareInterval?) -> [Double]? {
    share.map { [$0.documented, $0.possible] }
  }
}
