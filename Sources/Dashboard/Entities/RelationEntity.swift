import Dataset
import Insight

extension Entity {
  static let relation = Entity(
    .relations, kind: "relation", heading: ExposureScreen.title, rows: { $0.relations },
    title: { row, world in
      "\(world.dataset.name(row.from)) \(row.kind.words) \(world.dataset.name(row.to))"
    },
    subject: { row, world in .organisation(world.dataset.slug(row.from)) },
    passes: { row, filter in filter.matches(row) })
}

extension Fact {
  /// A relation between two organisations, by its place in the table.
  public static func relation(_ number: Int) -> Fact { .row(.relations, .number(number)) }
}
