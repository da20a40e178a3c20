import Dataset

/// A round in the documents of `company` and `layer`.
struct RoundRecord: Encodable {
  let id: String
  let company: String
  let date: String
  let series: String
  let instrument: Instrument
  let status: RoundStatus
  let counted: Bool
  let partOf: String?
  let usdMillions: Double?
  let converted: Bool?
  let postMoneyUSDMillions: Double?
  let confidence: Confidence
  let note: String
  let investors: [InvestorRecord]
  let sources: [String]

  enum CodingKeys: String, CodingKey {
    case id, company, date, series, instrument, status, counted, converted, confidence, note
    case investors, sources
    case partOf = "part_of"
    case usdMillions = "usd_m"
    case postMoneyUSDMillions = "post_money_usd_m"
  }

  init(_ entry: CompanyRound, _ dataset: Dataset) {
    let round = entry.round
    id = dataset.slug(round.id)
    company = dataset.slug(round.company)
    date = round.date.description
    series = dataset.string(round.series)
    instrument = round.instrument
    status = round.status
    counted = entry.standing == .counted
    partOf = round.partOf.map { dataset.slug($0) }
    usdMillions = entry.dollars?.millions
    converted = entry.dollars?.isConverted
    postMoneyUSDMillions = dataset.postMoneyDollars(round)?.millions
    confidence = round.confidence
    note = dataset.string(round.note)
    investors = entry.investments.map { InvestorRecord($0, dataset) }
    sources = dataset.slugs(round.sources)
  }
}

/// An investor's part in a round.
struct InvestorRecord: Encodable {
  let id: String
  let name: String
  let role: InvestorRole

  init(_ row: Investment, _ dataset: Dataset) {
    id = dataset.slug(row.investor)
    name = dataset.name(row.investor)
    role = row.role
  }
}

/// A value of a company.
struct ValuationRecord: Encodable {
  let date: String
  let usdMillions: Double?
  let millions: Double
  let currency: Currency
  let basis: ValuationBasis
  let standing: ValuationPoint.Standing
  let confidence: Confidence
  let sources: [String]

  enum CodingKeys: String, CodingKey {
    case date, currency, basis, standing, confidence, sources
    case usdMillions = "usd_m"
    case millions = "value_m"
  }

  init(_ point: ValuationPoint, _ dataset: Dataset) {
    date = point.date.description
    usdMillions = point.dollars?.millions
    millions = point.value.millions
    currency = point.value.currency
    basis = point.basis
    standing = point.standing
    confidence = point.confidence
    sources = dataset.slugs(point.sources)
  }
}

/// A commitment with what the ledger said of it before.
struct CommitmentRecord: Encodable {
  /// One row of the ledger.
  struct Row: Encodable {
    let date: String
    let status: ComputeStatus
    let accelerators: Int?
    let target: String?

    init(_ row: Commitment) {
      date = row.date.description
      status = row.status
      accelerators = row.accelerators
      target = row.target?.description
    }
  }

  let id: String
  let name: String
  let scope: ComputeScope
  let status: ComputeStatus
  let operatedBy: String?
  let customer: String?
  let country: String
  let city: String
  let accelerators: Int?
  let vendor: String?
  let chip: String
  let megawatts: Double?
  let target: String?
  let confidence: Confidence
  let note: String
  let history: [Row]
  let sources: [String]

  enum CodingKeys: String, CodingKey {
    case id, name, scope, status, customer, country, city, accelerators, vendor, chip, target
    case confidence, note, history, sources
    case operatedBy = "operator"
    case megawatts = "mw"
  }

  init(_ entry: CommitmentHistory, _ dataset: Dataset) {
    let row = entry.commitment
    id = dataset.slug(row.id)
    name = dataset.string(row.name)
    scope = row.scope
    status = row.status
    operatedBy = row.operatedBy.map { dataset.slug($0) }
    customer = row.customer.map { dataset.slug($0) }
    country = dataset.code(row.country)
    city = dataset.string(row.city)
    accelerators = row.accelerators
    vendor = row.vendor.map { dataset.slug($0) }
    chip = dataset.string(row.chip)
    megawatts = row.megawatts
    target = row.target?.description
    confidence = row.confidence
    note = dataset.string(row.note)
    history = entry.history.map(Row.init)
    sources = dataset.slugs(row.sources)
  }
}

/// A relation.
struct RelationRecord: Encodable {
  let from: String
  let to: String
  let kind: RelationKind
  let date: String
  let status: RelationStatus
  let note: String
  let sources: [String]

  init(_ row: Relation, _ dataset: Dataset) {
    from = dataset.slug(row.from)
    to = dataset.slug(row.to)
    kind = row.kind
    date = row.date.description
    status = row.status
    note = dataset.string(row.note)
    sources = dataset.slugs(row.sources)
  }
}

/// A model.
struct ModelRecord: Encodable {
  let id: String
  let name: String
  let developer: String
  let date: String
  let weights: Weights
  let licence: String
  let parametersBillions: Double?
  let modality: Modality
  let trainedOn: String?
  let hostedInEU: [String]
  let sources: [String]

  enum CodingKeys: String, CodingKey {
    case id, name, developer, date, weights, licence, modality, sources
    case parametersBillions = "parameters_b"
    case trainedOn = "trained_on"
    case hostedInEU = "hosted_in_eu"
  }

  init(_ row: Model, _ dataset: Dataset) {
    id = dataset.slug(row.id)
    name = dataset.string(row.name)
    developer = dataset.slug(row.developer)
    date = row.date.description
    weights = row.weights
    licence = dataset.string(row.licence)
    parametersBillions = row.parametersBillions
    modality = row.modality
    trainedOn = row.trainedOn.map { dataset.slug($0) }
    hostedInEU = dataset.ids(row.hostedBy).map { dataset.slug($0) }
    sources = dataset.slugs(row.sources)
  }
}

/// An answer to a voluntary instrument.
struct SignatureRecord: Encodable {
  let organisation: String
  let instrument: String
  let date: String
  let status: SignatureStatus
  let sources: [String]

  init(_ row: Signatory, _ dataset: Dataset) {
    organisation = dataset.slug(row.organisation)
    instrument = dataset.slug(row.instrument)
    date = row.date.description
    status = row.status
    sources = dataset.slugs(row.sources)
  }
}

extension Dataset {
  /// The ids of a row's sources as the file has them.
  func slugs(_ sources: IDList<Source>) -> [String] { ids(sources).map { slug($0) } }
}
