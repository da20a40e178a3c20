import Dataset

extension EnforcementComparison: Encodable {
  private struct ChangeDocument: Encodable {
    let country: String
    let step: EnforcementStepKind
    let before: EnforcementStatus
    let after: EnforcementStatus
    let date: String?
    let sources: [String]

    init(_ change: Change, in dataset: Dataset) {
      country = dataset.code(change.country)
      step = change.step
      before = change.before?.status ?? .none
      after = change.after?.status ?? .none
      date = change.after?.date.description
      sources = change.after.map { dataset.ids($0.sources).map { dataset.slug($0) } } ?? []
    }
  }

  private enum CodingKeys: String, CodingKey {
    case from, to, basis, gained, lost, changes
    case fullBefore = "full_before"
    case full
    case becamePossible = "became_possible"
  }

  /// The document of `moat enforcement --since DAY --format json`.
  ///
  /// It has the members full on either day, those that gained or lost full authority between them,
  /// those that may have it by now, and every step whose status differs.
  public func encode(to encoder: any Encoder) throws {
    let dataset = later.snapshot.dataset
    func codes(_ states: [ID<Country>]) -> [String] { states.map { dataset.code($0) } }
    var document = encoder.container(keyedBy: CodingKeys.self)
    try document.encode(from, forKey: .from)
    try document.encode(to, forKey: .to)
    try document.encode(later.basis, forKey: .basis)
    try document.encode(codes(earlier.full.map(\.country)), forKey: .fullBefore)
    try document.encode(codes(later.full.map(\.country)), forKey: .full)
    try document.encode(codes(becameFull), forKey: .gained)
    try document.encode(codes(ceasedFull), forKey: .lost)
    try document.encode(codes(becamePossible), forKey: .becamePossible)
    try document.encode(
      changes.map { ChangeDocument($0, in: dataset) }, forKey: .changes)
  }
}
