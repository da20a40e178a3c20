import Dataset

extension CountryProfile: Encodable {
  private struct CommitmentDocument: Encodable {
    let id: String
    let name: String
    let scope: ComputeScope
    let status: ComputeStatus
    let operatedBy: String?
    let customer: String?
    let accelerators: Int?
    let vendor: String?
    let chip: String
    let target: String?
    let sources: [String]

    enum CodingKeys: String, CodingKey {
      case id, name, scope, status, customer, accelerators, vendor, chip, target, sources
      case operatedBy = "operator"
    }
  }

  private struct ResidentDocument: Encodable {
    let id: String
    let name: String
    let layer: Layer
    let rounds: Int
    let undisclosed: Int
    let usdMillions: Double

    enum CodingKeys: String, CodingKey {
      case id, name, layer, rounds, undisclosed
      case usdMillions = "usd_m"
    }
  }

  /// The size of the country, and its sums by that size.
  private struct StatisticDocument: Encodable {
    let year: Int
    let population, gdp_eur_m: Double?
    let raised: MoneyScaleRecord
    let accelerators: ComputeScaleRecord
    let sources: [String]

    init(_ scale: CountryScale, _ profile: CountryProfile) {
      let dataset = profile.snapshot.dataset
      year = scale.year
      population = scale.statistic.population
      gdp_eur_m = scale.statistic.gdpMillions
      raised = MoneyScaleRecord(scale, usdMillions: profile.capital.usdMillions, in: dataset)
      accelerators = ComputeScaleRecord(
        scale, accelerators: profile.compute.accelerators, in: dataset)
      sources = dataset.slugs(scale.statistic.sources)
    }
  }

  private enum CodingKeys: String, CodingKey {
    case day = "as_of"
    case country, name, bloc, enforcement, ledger, authorities, compute, commitments, capital
    case companies, statistic, sources
  }

  /// The document of `moat country CODE --format json`.
  public func encode(to encoder: any Encoder) throws {
    let dataset = snapshot.dataset
    func slugs(_ sources: IDList<Source>) -> [String] {
      dataset.ids(sources).map { dataset.slug($0) }
    }
    var document = encoder.container(keyedBy: CodingKeys.self)
    try document.encode(snapshot.day, forKey: .day)
    try document.encode(dataset.code(country.id), forKey: .country)
    try document.encode(dataset.name(country.id), forKey: .name)
    try document.encode(country.bloc, forKey: .bloc)
    try document.encode(
      enforcement.map { StateEnforcementDocument($0, in: dataset) }, forKey: .enforcement)
    try document.encode(
      ledger.map { StepDocument($0, in: dataset) }, forKey: .ledger)
    try document.encode(
      authorities.map { AuthorityDocument($0, in: dataset) },
      forKey: .authorities)
    try compute.encode(to: document.superEncoder(forKey: .compute), dataset)
    try document.encode(
      commitments.map { row in
        CommitmentDocument(
          id: dataset.slug(row.id), name: dataset.string(row.name), scope: row.scope,
          status: row.status, operatedBy: row.operatedBy.map { dataset.slug($0) },
          customer: row.customer.map { dataset.slug($0) }, accelerators: row.accelerators,
          vendor: row.vendor.map { dataset.slug($0) }, chip: dataset.string(row.chip),
          target: row.target?.description, sources: slugs(row.sources))
      }, forKey: .commitments)
    try capital.encode(to: document.superEncoder(forKey: .capital), dataset)
    try document.encode(
      residents.map { resident in
        ResidentDocument(
          id: dataset.slug(resident.organisation), name: dataset.name(resident.organisation),
          layer: dataset[resident.organisation].layer, rounds: resident.raised.rounds.count,
          undisclosed: resident.raised.undisclosed, usdMillions: resident.raised.usdMillions)
      }, forKey: .companies)
    try document.encode(
      scale.map { StatisticDocument($0, self) }, forKey: .statistic)
    try document.encode(evidence.slugs(in: dataset), forKey: .sources)
  }
}

/// A body named by a state in the documents of `country` and `plan`.
struct AuthorityDocument: Encodable {
  let name: String
  let english: String
  let acronym: String
  let website: String
  let role: AuthorityRole
  let date: String
  let legalBasis: String
  let note: String
  let confidence: Confidence
  let sources: [String]

  enum CodingKeys: String, CodingKey {
    case name, english, acronym, website, role, date, note, confidence, sources
    case legalBasis = "legal_basis"
  }

  init(_ row: Authority, in dataset: Dataset) {
    name = dataset.string(row.name)
    english = dataset.string(row.english)
    acronym = dataset.string(row.acronym)
    website = dataset.string(row.website)
    role = row.role
    date = row.date.description
    legalBasis = dataset.string(row.legalBasis)
    note = dataset.string(row.note)
    confidence = row.confidence
    sources = dataset.ids(row.sources).map { dataset.slug($0) }
  }
}

/// A row of a state's steps in the documents of `country` and `plan`.
struct StepDocument: Encodable {
  let date: String
  let step: EnforcementStepKind
  let status: EnforcementStatus
  let detail: String
  let confidence: Confidence
  let sources: [String]

  init(_ row: EnforcementStep, in dataset: Dataset) {
    date = row.date.description
    step = row.step
    status = row.status
    detail = dataset.string(row.detail)
    confidence = row.confidence
    sources = dataset.ids(row.sources).map { dataset.slug($0) }
  }
}
