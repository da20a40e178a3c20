import Dataset

extension ChangeKind {
  /// The tables whose changes are told, in the order of the list of changes.
  static let all = [
    rounds, valuations, compute, relations, enforcement, authorities, milestones, models,
    signatories,
  ]

  private static let rounds = ChangeKind(
    .rounds, rows: \.rounds, key: \.id, title: { $1.title($0) }, subject: { $1.slug($0.company) },
    fields: [
      Field("series") { $1.string($0.series) },
      Field("instrument") { row, _ in row.instrument.word },
      Field("status") { row, _ in row.status.word },
      Field("amount") { $0.amount.map($1.words) },
      Field("post_money") { $0.postMoney.map($1.words) },
      Field("confidence") { row, _ in row.confidence.word },
    ])

  private static let valuations = ChangeKind(
    .valuations, rows: \.valuations, key: \.origin, title: { $1.title($0) },
    subject: { $1.slug($0.company) })

  private static let compute = ChangeKind(
    .compute, rows: \.compute, key: \.id, title: { $1.string($0.name) },
    subject: { $1.slug($0.id) },
    fields: [
      Field("name") { $1.string($0.name) },
      Field("scope") { row, _ in row.scope.word },
      Field("operator") { $0.operatedBy.map($1.name) },
      Field("customer") { $0.customer.map($1.name) },
      Field("accelerators") { row, _ in row.accelerators.map { Wording.number($0) } },
      Field("chip_vendor") { $0.vendor.map($1.name) },
      Field("chip") { $1.string($0.chip) },
      Field("mw") { row, _ in row.megawatts.map { Wording.number($0) } },
      Field("status") { row, _ in row.status.word },
      Field("target") { row, _ in row.target?.description },
      Field("confidence") { row, _ in row.confidence.word },
    ])

  private struct Bond: Hashable {
    let from: ID<Organisation>
    let to: ID<Organisation>
    let kind: RelationKind
    let part: SuppliedPart?
  }

  /// Ended relations included: the end of a relation is news.
  private static let relations = ChangeKind(
    .relations, rows: \.latestRelations,
    key: { Bond(from: $0.from, to: $0.to, kind: $0.kind, part: $0.part) },
    title: { $1.title($0) }, subject: { $1.slug($0.from) },
    fields: [Field("status") { row, _ in row.status.word }])

  private struct Step: Hashable {
    let country: ID<Country>
    let kind: EnforcementStepKind
  }

  private static let enforcement = ChangeKind(
    .enforcement, rows: \.enforcement, key: { Step(country: $0.country, kind: $0.step) },
    title: { $1.title($0) }, subject: { $1.code($0.country) },
    fields: [
      Field("status") { row, _ in row.status.word },
      Field("confidence") { row, _ in row.confidence.word },
    ])

  private static let authorities = ChangeKind(
    .authorities, rows: \.authorities, key: \.origin, title: { $1.title($0) },
    subject: { $1.code($0.country) })

  private static let milestones = ChangeKind(
    .milestones, rows: \.milestones, key: \.id, title: { $1.string($0.title) },
    subject: { $1.slug($0.id) },
    fields: [
      Field("title") { $1.string($0.title) },
      Field("scheduled") { row, _ in row.scheduled?.description },
      Field("status") { row, _ in row.status.word },
      Field("confidence") { row, _ in row.confidence.word },
    ])

  private static let models = ChangeKind(
    .models, rows: \.models, key: \.origin, title: { $1.title($0) },
    subject: { $1.slug($0.developer) })

  private static let signatories = ChangeKind(
    .signatories, rows: \.signatories, key: \.origin, title: { $1.title($0) },
    subject: { $1.slug($0.organisation) })
}
