import Dataset
import Insight

extension Entity {
  static let organisation = Entity(
    .organisations, kind: "organisation", heading: ExposureScreen.title, word: "company",
    rows: { $0.organisations },
    id: { row, dataset in dataset.slug(row.id) },
    row: { slug, world in world.dataset.organisation(slug).map { world.dataset[$0] } },
    title: { row, world in world.dataset.string(row.name) },
    page: { row, world in
      let slug = world.dataset.slug(row.id)
      return world.isInvestorOnly(row.id) ? .investor(slug) : .company(slug)
    },
    passes: { row, filter in filter.matches(row) },
    news: { row, world in world.latestNews(of: row.id) })
}

extension Fact {
  public static func organisation(_ slug: String) -> Fact { .row(.organisations, .id(slug)) }
}

extension World {
  /// True if all that the ledger says of an organisation is what it invested in.
  func isInvestorOnly(_ id: ID<Organisation>) -> Bool {
    snapshot.investments.contains { $0.investor == id }
      && !snapshot.rounds.contains { $0.company == id }
      && !snapshot.compute.contains { $0.operatedBy == id || $0.customer == id || $0.vendor == id }
      && !snapshot.models.contains { $0.developer == id }
  }

  /// The latest round or site of a company.
  fileprivate func latestNews(of id: ID<Organisation>) -> String? {
    let rounds = snapshot.rounds.filter { $0.company == id }.map {
      ($0.date, dataset.string($0.series))
    }
    let sites = snapshot.compute.filter { $0.operatedBy == id || $0.customer == id }.map {
      ($0.date, dataset.string($0.name))
    }
    let latest = (rounds + sites).max { $0.0.lastDay < $1.0.lastDay }
    return latest.map { "\($0.1) \(readable($0.0))" }
  }
}
