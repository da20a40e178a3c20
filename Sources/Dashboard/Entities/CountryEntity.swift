import Dataset
import Insight

extension Entity {
  static let country = Entity(
    .countries, kind: "country", heading: EnforcementScreen.title, word: "country",
    rows: { $0.countries },
    key: { _, row, dataset in .id(dataset.code(row.id)) },
    row: { key, world -> Country? in
      guard case .id(let code) = key else { return nil }
      return world.dataset.country(code).map { world.dataset[$0] }
    },
    sources: { row, world in world.sources(ofCountry: row.id) },
    title: { row, world in world.dataset.string(row.name) },
    page: { row, world in .country(world.dataset.code(row.id)) },
    passes: { row, filter in filter.matches(row) },
    news: { row, world in
      EnforcementReport(world.snapshot)[row.id].map { state in
        state.isFull ? "full" : "lacks \(state.missing.map(\.words).joined(separator: ", "))"
      }
    })
}

extension Fact {
  public static func country(_ code: String) -> Fact { .row(.countries, .id(code)) }
}

extension World {
  fileprivate func sources(ofCountry country: ID<Country>) -> [ID<Source>] {
    snapshot.enforcement.filter { $0.country == country }.flatMap { dataset.ids($0.sources) }
      + snapshot.authorities.filter { $0.country == country }.flatMap { dataset.ids($0.sources) }
  }
}
