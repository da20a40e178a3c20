import Dataset
import Insight

struct OverviewRecord: Encodable, Sendable {
  let as_of: Day
  let raised_this_year: RaisedRecord
  let compute: ComputeTotals
  let capital: CapitalTotals
  let nvidia_share: AcceleratorShare?
  let europe: EuropeRecord
  let last_quarter: QuarterRecord
  let enforcement: CountRecord
  let next: [NextRecord]

  struct RaisedRecord: Encodable, Sendable {
    let year, rounds, undisclosed: Int
    let usd_m, announced_usd_m: Double
  }

  /// The four bars of Europe as a whole.
  struct EuropeRecord: Encodable, Sendable {
    let chips_nvidia: EuropeExposure.Share?
    let customers_us, capital_us, outside_eu27: EuropeExposure.Share
  }

  /// The changes in the three months before the day.
  struct QuarterRecord: Encodable, Sendable {
    let since: Day
    let raised_usd_m: Double
    let accelerators, full_authority: Int
    let nvidia_share_before: AcceleratorShare?
  }

  struct CountRecord: Encodable, Sendable {
    let full, possible: [String]
    let members: Int
  }

  struct NextRecord: Encodable, Sendable {
    let id, title, article: String
    let scheduled: String?
    let days: Int?
    let sources: [String]
  }

  init(_ figures: HeadlineFigures, in world: World) {
    let dataset = world.dataset
    as_of = world.day
    raised_this_year = RaisedRecord(
      year: world.day.civil.year, rounds: figures.year.rounds.count,
      undisclosed: figures.year.undisclosed, usd_m: figures.year.usdMillions,
      announced_usd_m: figures.year.announcedUSDMillions)
    compute = figures.compute
    capital = figures.capital
    nvidia_share = figures.nvidia
    let whole = figures.europe
    europe = EuropeRecord(
      chips_nvidia: whole.chips, customers_us: whole.customers, capital_us: whole.capital,
      outside_eu27: whole.outside)
    last_quarter = QuarterRecord(
      since: figures.before.day, raised_usd_m: figures.before.raisedSince,
      accelerators: figures.compute.total.accelerators - figures.before.accelerators,
      full_authority: figures.enforcement.full.count - figures.before.full,
      nvidia_share_before: figures.before.nvidia)
    enforcement = CountRecord(
      full: figures.enforcement.full.map { dataset.code($0.country) },
      possible: figures.enforcement.possible.map { dataset.code($0.country) },
      members: figures.enforcement.members.count)
    next = figures.law.upcoming.prefix(10).map { obligation in
      NextRecord(
        id: dataset.slug(obligation.id), title: dataset.string(obligation.named.title),
        article: dataset.string(obligation.current.article),
        scheduled: obligation.scheduled?.description,
        days: obligation.scheduled.flatMap {
          $0.precision == .day ? $0.lastDay - world.day : nil
        },
        sources: dataset.ids(obligation.current.sources).map { dataset.slug($0) })
    }
  }
}
