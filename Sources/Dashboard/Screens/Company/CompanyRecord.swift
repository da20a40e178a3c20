import Dataset
import Insight

/// Everything the page of an organisation shows, as data: its rows with the names of their columns.
struct CompanyRecord: Encodable, Sendable {
  let as_of: Day
  let id, name, kind, layer: String
  let country, parent: String?
  let raised: Raised
  let valued_usd_m, multiple: Double?
  let rounds, operates, rents, supplies, models, relations, invested_in: [[String: String]]
  let exposures: [Exposed]
  let milestones, claims, sources: [String]

  /// One of the four exposures, as an interval; null where nothing is known.
  struct Exposed: Encodable, Sendable {
    let to: String
    let documented, possible: Double?
  }

  /// Money raised to the day, in millions of dollars.
  struct Raised: Encodable, Sendable {
    /// True if the ledger holds a round of it at all; otherwise the sums say nothing.
    let tracked: Bool
    let rounds, undisclosed: Int
    let usd_m, equity_usd_m, debt_usd_m, grant_usd_m, announced_usd_m: Double
  }

  init(_ facts: CompanyFacts) {
    let dataset = facts.world.dataset
    let organisation = dataset[facts.id]
    func rows(_ records: [some Record]) -> [[String: String]] {
      records.map { record in
        Dictionary(
          dataset.cells(of: record).map { ($0.column, $0.text) }, uniquingKeysWith: { $1 })
      }
    }
    as_of = facts.world.day
    id = dataset.slug(facts.id)
    name = dataset.name(facts.id)
    kind = organisation.kind.word
    layer = organisation.layer.word
    country = organisation.country.map { dataset.code($0) }
    parent = organisation.parent.map { dataset.slug($0) }
    let tally = facts.capital.raised
    raised = Raised(
      tracked: tally.isTracked, rounds: tally.rounds.count, undisclosed: tally.undisclosed,
      usd_m: tally.usdMillions,
      equity_usd_m: facts.capital.equityUSDMillions, debt_usd_m: tally.usdMillions(.debt),
      grant_usd_m: tally.usdMillions(.grant), announced_usd_m: tally.announcedUSDMillions)
    valued_usd_m = facts.capital.last?.taken.dollars?.millions
    multiple = facts.capital.multiple
    rounds = rows(facts.rounds)
    operates = rows(facts.operated)
    rents = rows(facts.rented)
    supplies = rows(facts.supplied)
    models = rows(facts.models)
    relations = rows(facts.relations.map(\.relation))
    invested_in = rows(facts.invested)
    exposures = facts.bars.map { bar in
      let share = bar.share(of: facts.id)
      return Exposed(to: bar.title, documented: share?.lowerBound, possible: share?.upperBound)
    }
    milestones = facts.profile.milestones.map { dataset.slug($0.id) }
    claims = facts.profile.claims.map { dataset.slug($0.id) }
    sources = facts.profile.evidence.sources.map { dataset.slug($0) }
  }
}
