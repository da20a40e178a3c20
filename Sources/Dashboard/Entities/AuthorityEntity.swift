import Dataset
import Insight

extension Entity {
  static let authority = Entity(
    .authorities, kind: "authority", heading: EnforcementScreen.title, rows: { $0.authorities },
    title: { row, world in world.name(of: row) },
    subject: { row, world in .country(world.dataset.code(row.country)) },
    passes: { row, filter in filter.matches(row) })
}

extension Fact {
  /// A body that enforces the Act, by its place in the table.
  public static func authority(_ number: Int) -> Fact { .row(.authorities, .number(number)) }
}

extension World {
  /// The name of a body, with its acronym where that is not in it.
  func name(of authority: Authority) -> String {
    let (name, acronym) = (dataset.string(authority.name), dataset.string(authority.acronym))
    return acronym.isEmpty || name.contains(acronym) ? name : "\(name) (\(acronym))"
  }
}
