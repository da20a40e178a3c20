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
    news: { row, _ in row.status.words },
    more: { row, world, details in
      if let words = row.useWords(in: world.dataset) { details.add("who may use it", words) }
    })
}

/// Who may rent or use a site.
///
/// The rule: the customer column says who rents it. Where the ledger names nobody for a firm site, list and page
/// say so plainly, and lead to the note and the sources.
extension Commitment {
  /// True for a firm site for which the ledger names no tenant.
  var isOfUnsaidUse: Bool { scope == .site && status.isFirm && customer == nil }

  /// The sentence on its page where no tenant is named; `nil` where there is nothing to say.
  func useWords(in dataset: Dataset) -> String? {
    guard isOfUnsaidUse else { return nil }
    return dataset.string(note).isEmpty
      ? "the ledger does not say who may rent; o opens the source"
      : "no tenant is named; the note has what is known of its use, o opens the source"
  }
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
