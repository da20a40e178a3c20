import Dataset

struct RowSet: Sendable {
  var organisations: Members<Organisation>
  var rounds: Members<Round>
  var commitments: Members<Commitment>
  var milestones: Members<Milestone>
  var claims: Members<Claim>
  var sources: Members<Source>
  var models: Members<Model>
}

extension RowSet {
  init(_ dataset: Dataset) {
    organisations = Members(capacity: dataset.organisations.count)
    rounds = Members(capacity: dataset.rounds.count)
    commitments = Members(capacity: dataset.compute.count)
    milestones = Members(capacity: dataset.milestones.count)
    claims = Members(capacity: dataset.claims.count)
    sources = Members(capacity: dataset.sources.count)
    models = Members(capacity: dataset.models.count)
  }

  /// Adds the rows whose id is wanted, and says whether there were any. Where `slug` is given, the
  /// large tables are asked for it and not searched.
  mutating func insert(
    _ dataset: Dataset, where isWanted: (String) -> Bool, quickly slug: String?
  ) -> Bool {
    var found = false
    func add<Row>(_ ids: [ID<Row>], to set: inout Members<Row>) {
      for id in ids { set.insert(id) }
      if !ids.isEmpty { found = true }
    }
    func wanted<Row>(_ ids: some Sequence<ID<Row>>, _ slug: (ID<Row>) -> String) -> [ID<Row>] {
      ids.filter { isWanted(slug($0)) }
    }
    add(wanted(dataset.organisations.lazy.map(\.id), dataset.slug), to: &organisations)
    add(
      slug.map { dataset.round($0).map { [$0] } ?? [] }
        ?? wanted(dataset.rounds.lazy.map(\.id), dataset.slug), to: &rounds)
    add(wanted(dataset.compute.lazy.map(\.id), dataset.slug), to: &commitments)
    add(wanted(dataset.milestones.lazy.map(\.id), dataset.slug), to: &milestones)
    add(wanted(dataset.claims.lazy.map(\.id), dataset.slug), to: &claims)
    add(
      slug.map { dataset.source($0).map { [$0] } ?? [] }
        ?? wanted(dataset.sources.lazy.map(\.id), dataset.slug), to: &sources)
    add(wanted(dataset.models.lazy.map(\.id), dataset.slug), to: &models)
    return found
  }
}
