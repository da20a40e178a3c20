import Dataset
import Insight

extension Entity {
  static let commitment = Entity(
    .compute, kind: "compute", heading: ComputeScreen.title, word: "site", rows: { $0.compute },
    id: { row, dataset in dataset.slug(row.id) },
    row: { slug, world in world.row(ofCommitment: slug) },
    history: { slug, world in
      world.dataset.commitment(slug).map(world.snapshot.history(of:)) ?? []
    },
    title: { row, world in world.dataset.string(row.name) },
    comparable: { row, world in row.operatedBy.map { .organisation(world.dataset.slug($0)) } },
    passes: { row, filter in filter.matches(row) },
    news: { row, _ in row.status.words })
}

extension Fact {
  /// A commitment of compute: a site, a programme, a contract.
  public static func commitment(_ slug: String) -> Fact { .row(.compute, .id(slug)) }
}

extension World {
  func row(ofCommitment slug: String) -> Commitment? {
    dataset.commitment(slug).flatMap(snapshot.commitment)
  }
}
