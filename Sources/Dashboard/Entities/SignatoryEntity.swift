import Dataset
import Insight

extension Entity {
  static let signatory = Entity(
    .signatories, kind: "signatory", heading: TimelineScreen.title, rows: { $0.signatories },
    title: { row, world in
      world.dataset.name(row.organisation)
    },
    subject: { row, world in .organisation(world.dataset.slug(row.organisation)) },
    passes: { row, filter in filter.matches(row) })
}

extension Fact {
  /// A signature under the code of practice, by its place in the table.
  public static func signatory(_ number: Int) -> Fact { .row(.signatories, .number(number)) }
}
