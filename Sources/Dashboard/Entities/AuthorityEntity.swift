import Dataset
import Insight

extension Entity {
  static let authority = Entity(
    .authorities, kind: "authority", heading: EnforcementScreen.title, rows: { $0.authorities },
    title: { row, world in
      world.dataset.string(row.name)
    },
    subject: { row, world in .country(world.dataset.code(row.country)) },
    passes: { row, filter in filter.matches(row) })
}

extension Fact {
  /// A body that enforces the Act, by its place in the table.
  public static func authority(_ number: Int) -> Fact { .row(.authorities, .number(number)) }
}
