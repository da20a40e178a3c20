import Dataset

struct RelationRecord: Encodable {
  let from: String
  let to: String
  let kind: RelationKind
  let date: String
  let status: RelationStatus
  let part: SuppliedPart?
  let note: String
  let sources: [String]

  init(_ row: Relation, _ dataset: Dataset) {
    from = dataset.slug(row.from)
    to = dataset.slug(row.to)
    kind = row.kind
    date = row.date.description
    status = row.status
    part = row.part
    note = dataset.string(row.note)
    sources = dataset.slugs(row.sources)
  }
}

struct ModelRecord: Encodable {
  let id: String
  let name: String
  let developer: String
  let baseDeveloper: String?
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
    case baseDeveloper = "base_developer"
    case parametersBillions = "parameters_b"
    case trainedOn = "trained_on"
    case hostedInEU = "hosted_in_eu"
  }

  init(_ row: Model, _ dataset: Dataset) {
    id = dataset.slug(row.id)
    name = dataset.string(row.name)
    developer = dataset.slug(row.developer)
    baseDeveloper = row.baseDeveloper.map { dataset.slug($0) }
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
