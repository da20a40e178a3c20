import Dataset
import Insight

extension Entity {
  static let valuation = Entity(
    .valuations, kind: "valuation", heading: CapitalScreen.title, rows: { $0.valuations },
    title: { row, world in
      "\(world.dataset.name(row.company)) · valuation"
    },
    subject: { row, world in .organisation(world.dataset.slug(row.company)) },
    passes: { row, filter in filter.matches(row) })
}

extension Fact {
  /// A valuation, by its place in the table.
  public static func valuation(_ number: Int) -> Fact { .row(.valuations, .number(number)) }
}
