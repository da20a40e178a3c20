import Dataset

/// A figure that somebody else counts, next to what the ledger holds of the same.
///
/// The two are never the same population: `difference` says so. Without a like sum `held` is empty.
public struct BenchmarkCheck: Sendable {
  /// The place of its row in the table.
  public let number: Int
  /// The row of the benchmark.
  public let benchmark: Benchmark
  /// The figure of the ledger in the unit of the benchmark; `nil` without a like sum.
  public let held: ClosedRange<Double>?
  /// The difference of the populations, or the reason for an empty `held`.
  public let difference: String

  /// The part of their figure that the ledger holds, 0...; `nil` for shares.
  public var coverage: ClosedRange<Double>? {
    guard let held, isMoney, benchmark.value > 0 else { return nil }
    return held.lowerBound / benchmark.value...held.upperBound / benchmark.value
  }

  /// True for a sum of money, of which a part can be held.
  public var isMoney: Bool {
    switch measure {
    case .funding?: true
    case .makerShare?, nil: false
    }
  }

  private let measure: Measure?

  /// The measures that the ledger has a sum for.
  private enum Measure {
    case funding, makerShare

    init?(_ slug: String) {
      switch slug {
      case "ai-funding": self = .funding
      case "nvidia-share-compute": self = .makerShare
      default: return nil
      }
    }
  }

  /// Every benchmark whose sources are out by the snapshot's day, in the order of the table.
  public static func all(in snapshot: Snapshot) -> [BenchmarkCheck] {
    known(in: snapshot).map { BenchmarkCheck($0, $1, in: snapshot) }
  }

  /// The last benchmark of a sum of money that the ledger has a like sum for.
  public static func lastOfMoney(in snapshot: Snapshot) -> BenchmarkCheck? {
    known(in: snapshot).reversed().lazy
      .filter { Measure(snapshot.dataset.string($1.measure)) == .funding }
      .map { BenchmarkCheck($0, $1, in: snapshot) }
      .first { $0.isMoney && $0.held != nil }
  }

  private static func known(in snapshot: Snapshot) -> [(offset: Int, element: Benchmark)] {
    let dataset = snapshot.dataset
    return dataset.benchmarks.enumerated().filter { _, row in
      dataset.ids(row.sources).contains { id in
        dataset[id].published.map { $0.firstDay <= snapshot.day } ?? true
      }
    }
  }

  private init(_ number: Int, _ benchmark: Benchmark, in snapshot: Snapshot) {
    let dataset = snapshot.dataset
    self.number = number
    self.benchmark = benchmark
    measure = Measure(dataset.string(benchmark.measure))
    let period = CountedPeriod(dataset.string(benchmark.period))
    switch (measure, period) {
    case (.funding?, let period?) where dataset.string(benchmark.unit) == "USD m":
      let funding = HeldFunding(period, in: snapshot)
      held = funding.least...funding.most
      difference = funding.words
    case (.makerShare?, let period?):
      let then = dataset.asOf(min(period.last, snapshot.day))
      let share = dataset.focus.map { Compute.share(ofVendor: $0, in: then) }
      held = share.flatMap {
        $0.whole > 0 ? $0.documented * 100...max($0.documented, $0.possible) * 100 : nil
      }
      difference =
        "the ledger: firm accelerators, counted one by one, of sites in Europe or of European "
        + "operators, known on \(min(period.last, snapshot.day))"
    default:
      held = nil
      difference = "the ledger sums nothing like it"
    }
  }
}

/// A period as benchmarks name it: a year, a half, a quarter, a month or a day.
struct CountedPeriod: Sendable {
  let first: Day
  let last: Day

  init?(_ text: String) {
    if let date = PartialDate(text) {
      (first, last) = (date.firstDay, date.lastDay)
      return
    }
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 2, let year = Int(parts[0]), let mark = parts[1].first,
      let number = Int(parts[1].dropFirst()),
      let months = mark == "H" ? 6 : mark == "Q" ? 3 : nil, number >= 1, number * months <= 12,
      let start = PartialDate(year: year, month: (number - 1) * months + 1),
      let end = PartialDate(year: year, month: number * months)
    else { return nil }
    (first, last) = (start.firstDay, end.lastDay)
  }
}

/// The money for shares that European companies raised in a period, as far as the ledger knows.
private struct HeldFunding {
  private(set) var least = 0.0
  private(set) var most = 0.0
  private var count = 0
  private var undisclosed = 0
  private let reach: PartialDate?

  init(_ period: CountedPeriod, in snapshot: Snapshot) {
    let dataset = snapshot.dataset
    reach = dataset.reach(of: .rounds)
    for round in snapshot.rounds {
      guard Instrument.shares.contains(round.instrument),
        snapshot.standing(of: round) == .counted,
        dataset[round.company].country.map({ dataset.jurisdiction(of: $0).isEuropean }) ?? false,
        round.date.lastDay >= period.first, round.date.firstDay <= period.last
      else { continue }
      count += 1
      guard let millions = dataset.dollars(round)?.millions else {
        undisclosed += 1
        continue
      }
      most += millions
      // A round of which only the year is known may lie outside a half of it.
      if round.date.firstDay >= period.first, round.date.lastDay <= period.last {
        least += millions
      }
    }
  }

  var words: String {
    "the ledger: \(count) closed rounds for shares of companies at home in Europe, all layers, "
      + "chips and data centres among them; no debt, grants or share sales on an exchange"
      + (undisclosed > 0 ? "; \(undisclosed) undisclosed" : "")
      + (most > least ? "; at most with rounds known by year alone" : "")
      + (reach.map { "; rounds to \($0)" } ?? "")
  }
}

extension Instrument {
  /// Money for shares from investors: no offering on an exchange.
  fileprivate static let shares: [Instrument] = [.equity, .safe, .mixed]
}

extension BenchmarkCheck {
  /// The benchmark in the document of `benchmarks`.
  public func json(in dataset: Dataset) -> JSON {
    func bounds(_ range: ClosedRange<Double>?) -> [Double]? {
      range.map { [$0.lowerBound, $0.upperBound].map(Precision.share.rounded) }
    }
    return dataset.document(benchmark)
      .adding([
        "held": bounds(held), "coverage": bounds(coverage), "difference": difference,
      ])
  }
}
