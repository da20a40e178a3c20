import Dataset
import Insight

extension Entity {
  static let source = Entity(
    .sources, kind: "source", heading: SourcesScreen.title, word: "source", rows: { $0.sources },
    key: { _, row, dataset in .id(dataset.slug(row.id)) },
    row: { key, world -> Source? in
      guard case .id(let slug) = key else { return nil }
      return world.dataset.source(slug).map { world.dataset[$0] }
    },
    sources: { row, _ in [row.id] },
    title: { row, world in world.dataset.string(row.title) },
    passes: { row, filter in filter.matches(row) })
}

extension Fact {
  public static func source(_ slug: String) -> Fact { .row(.sources, .id(slug)) }
}
