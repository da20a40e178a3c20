import Dataset
import Insight

extension World {
  /// What a fact is called.
  public func title(of fact: Fact) -> String {
    switch fact {
    case .organisation(let slug): dataset.organisation(slug).map(dataset.name) ?? slug
    case .country(let code): dataset.country(code).map(dataset.name) ?? code
    case .round(let slug):
      row(ofRound: slug).map { "\(dataset.name($0.company)) · \(dataset.string($0.series))" }
        ?? slug
    case .commitment(let slug): row(ofCommitment: slug).map { dataset.string($0.name) } ?? slug
    case .milestone(let slug): row(ofMilestone: slug).map { dataset.string($0.title) } ?? slug
    case .claim(let slug): row(ofClaim: slug).map { dataset.string($0.claim) } ?? slug
    case .source(let slug): row(ofSource: slug).map { dataset.string($0.title) } ?? slug
    case .model(let slug): row(ofModel: slug).map { dataset.string($0.name) } ?? slug
    case .layer(let layer): "Layer: \(layer.word)"
    case .step(let country, let step):
      "\(title(of: .country(country))) · \(step.words)"
    case .investment(let index):
      row(dataset.investments, index).map {
        "\(dataset.name($0.investor)) in \(title(of: .round(dataset.slug($0.round))))"
      } ?? "investment"
    case .valuation(let index):
      row(dataset.valuations, index).map { "\(dataset.name($0.company)) · valuation" }
        ?? "valuation"
    case .relation(let index):
      row(dataset.relations, index).map {
        "\(dataset.name($0.from)) \($0.kind.words) \(dataset.name($0.to))"
      } ?? "relation"
    case .authority(let index):
      row(dataset.authorities, index).map { dataset.string($0.name) } ?? "authority"
    case .signatory(let index):
      row(dataset.signatories, index).map { dataset.name($0.organisation) } ?? "signatory"
    case .sum(let title, _): title
    case .problem(let problem): problem.message
    }
  }

  /// The sources a fact rests on, each once, in the order of the rows.
  public func sources(of fact: Fact) -> [ID<Source>] {
    var seen: Set<ID<Source>> = []
    return rawSources(of: fact).filter { seen.insert($0).inserted }
  }

  private func rawSources(of fact: Fact) -> [ID<Source>] {
    switch fact {
    case .organisation(let slug):
      dataset.organisation(slug).map { dataset.ids(dataset[$0].sources) } ?? []
    case .country(let code): sources(ofCountry: code)
    case .layer, .problem: []
    case .round(let slug):
      (dataset.round(slug).map(snapshot.history(of:)) ?? []).reversed()
        .flatMap { dataset.ids($0.sources) }
    case .commitment(let slug):
      (dataset.commitment(slug).map(snapshot.history(of:)) ?? []).reversed()
        .flatMap { dataset.ids($0.sources) }
    case .milestone(let slug):
      (dataset.milestone(slug).map(snapshot.history(of:)) ?? []).reversed()
        .flatMap { dataset.ids($0.sources) }
    case .claim(let slug): check(ofClaim: slug)?.sources ?? []
    case .source(let slug): dataset.source(slug).map { [$0] } ?? []
    case .model(let slug): row(ofModel: slug).map { dataset.ids($0.sources) } ?? []
    case .step(let code, let step):
      (dataset.country(code).map { snapshot.history(of: $0, step) } ?? []).reversed()
        .flatMap { dataset.ids($0.sources) }
    case .investment(let index):
      row(dataset.investments, index).map { dataset.ids($0.sources) } ?? []
    case .valuation(let index):
      row(dataset.valuations, index).map { dataset.ids($0.sources) } ?? []
    case .relation(let index): row(dataset.relations, index).map { dataset.ids($0.sources) } ?? []
    case .authority(let index):
      row(dataset.authorities, index).map { dataset.ids($0.sources) } ?? []
    case .signatory(let index):
      row(dataset.signatories, index).map { dataset.ids($0.sources) } ?? []
    case .sum(_, let facts): facts.flatMap(rawSources)
    }
  }

  /// What is known of a country's steps and authorities rests on these.
  private func sources(ofCountry code: String) -> [ID<Source>] {
    guard let country = dataset.country(code) else { return [] }
    return snapshot.enforcement.filter { $0.country == country }.flatMap { dataset.ids($0.sources) }
      + snapshot.authorities.filter { $0.country == country }.flatMap { dataset.ids($0.sources) }
  }

  /// Where the row of a fact stands, where it is one row: the latest of a ledger.
  public func origin(of fact: Fact) -> Origin? {
    switch fact {
    case .organisation(let slug): dataset.organisation(slug).map { dataset[$0].origin }
    case .country(let code): dataset.country(code).map { dataset[$0].origin }
    case .round(let slug): row(ofRound: slug)?.origin
    case .commitment(let slug): row(ofCommitment: slug)?.origin
    case .milestone(let slug): row(ofMilestone: slug)?.origin
    case .claim(let slug): row(ofClaim: slug)?.origin
    case .source(let slug): row(ofSource: slug)?.origin
    case .model(let slug): row(ofModel: slug)?.origin
    case .step(let code, let step):
      dataset.country(code).flatMap { snapshot.history(of: $0, step).last?.origin }
    case .investment(let index): row(dataset.investments, index)?.origin
    case .valuation(let index): row(dataset.valuations, index)?.origin
    case .relation(let index): row(dataset.relations, index)?.origin
    case .authority(let index): row(dataset.authorities, index)?.origin
    case .signatory(let index): row(dataset.signatories, index)?.origin
    case .layer, .sum, .problem: nil
    }
  }

  /// The page that opening a fact leads to.
  public func page(of fact: Fact) -> Page? {
    switch fact {
    case .organisation(let slug):
      dataset.organisation(slug).map { isInvestorOnly($0) ? .investor(slug) : .company(slug) }
    case .country(let code): dataset.country(code) == nil ? nil : .country(code)
    case .layer(let layer): .layer(layer)
    case .sum(_, let facts): facts.count == 1 ? page(of: facts[0]) : nil
    case .problem: nil
    case .round, .commitment, .milestone, .claim, .source, .model, .step, .investment, .valuation,
      .relation, .authority, .signatory:
      .fact(fact)
    }
  }

  /// Whether all that the ledger says of an organisation is what it invested in.
  func isInvestorOnly(_ id: ID<Organisation>) -> Bool {
    snapshot.investments.contains { $0.investor == id }
      && !snapshot.rounds.contains { $0.company == id }
      && !snapshot.compute.contains { $0.operatedBy == id || $0.customer == id || $0.vendor == id }
      && !snapshot.models.contains { $0.developer == id }
  }

  // MARK: Rows

  func row(ofRound slug: String) -> Round? {
    dataset.round(slug).flatMap(snapshot.round)
  }

  func row(ofCommitment slug: String) -> Commitment? {
    dataset.commitment(slug).flatMap(snapshot.commitment)
  }

  func row(ofMilestone slug: String) -> Milestone? {
    dataset.milestone(slug).flatMap(snapshot.milestone)
  }

  func row(ofClaim slug: String) -> Claim? {
    dataset.claims.first { dataset.slug($0.id) == slug }
  }

  func row(ofSource slug: String) -> Source? {
    dataset.source(slug).map { dataset[$0] }
  }

  func row(ofModel slug: String) -> Model? {
    dataset.models.first { dataset.slug($0.id) == slug }
  }

  func row<Row>(_ rows: [Row], _ index: Int) -> Row? {
    rows.indices.contains(index) ? rows[index] : nil
  }
}

extension Vocabulary {
  /// The word as it is read aloud: `market surveillance`.
  var words: String { String(word.map { $0 == "-" ? " " : $0 }) }
}
