import Dataset
import Insight

extension Entity {
  static let model = Entity(
    .models, kind: "model", heading: "Models", word: "model", rows: { $0.models },
    id: { row, dataset in dataset.slug(row.id) },
    row: { slug, world in
      world.dataset.models.first { world.dataset.slug($0.id) == slug }
    },
    title: { row, world in world.dataset.string(row.name) },
    comparable: { row, world in .organisation(world.dataset.slug(row.developer)) },
    passes: { row, filter in filter.matches(row) })
}

extension Fact {
  public static func model(_ slug: String) -> Fact { .row(.models, .id(slug)) }
}
