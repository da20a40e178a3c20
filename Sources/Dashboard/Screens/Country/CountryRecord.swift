import Dataset
import Insight

/// A country as data: everything its page shows.
struct CountryRecord: Encodable, Sendable {
  struct Step: Encodable, Sendable {
    let step, status: String
    let date, due: String?
    let days_late: Int?
    let detail: String
    let history: [Entry]
    let sources: [String]
  }

  struct Entry: Encodable, Sendable {
    let date, status, detail: String
  }

  struct Body: Encodable, Sendable {
    let authority, role, date, legal_basis, confidence, note: String
    let sources: [String]
  }

  struct Site: Encodable, Sendable {
    let id, name, scope, status: String
    let accelerators: Int?
    let sources: [String]
    let `operator`, customer, vendor, chip, target: String?
    let mw: Double?
  }

  struct Company: Encodable, Sendable {
    let id, name, layer: String
    let sources: [String]
  }

  let as_of: Day
  let country, name, bloc: String
  let full: Bool
  let possible: Bool
  let missing: [String]
  let days_late: Int?
  let steps: [Step]
  let authorities: [Body]
  let compute: [Site]
  let organisations: [Company]

  init(_ country: ID<Country>, _ state: StateEnforcement?, _ tables: CountryTables, _ world: World)
  {
    let dataset = world.dataset
    let row = dataset[country]
    as_of = world.day
    self.country = dataset.code(country)
    name = dataset.string(row.name)
    bloc = row.bloc.word
    full = row.bloc == .eu && state?.isFull == true
    possible = row.bloc == .eu && state?.standing == .possible
    missing = row.bloc == .eu ? state?.missing.map(\.word) ?? [] : []
    days_late = state?.daysLate
    steps = (state?.cells ?? []).map { cell in
      Step(
        step: cell.step.word, status: cell.status.word, date: cell.row?.date.description,
        due: cell.deadline?.description, days_late: cell.timeliness?.daysLate,
        detail: cell.row.map { dataset.string($0.detail) } ?? "",
        history: cell.history.map {
          Entry(
            date: $0.date.description, status: $0.status.word, detail: dataset.string($0.detail))
        },
        sources: cell.evidence(in: dataset).slugs(in: dataset))
    }
    authorities = world.snapshot.authorities.filter { $0.country == country }.map {
      Body(
        authority: dataset.string($0.name), role: $0.role.word, date: $0.date.description,
        legal_basis: dataset.string($0.legalBasis), confidence: $0.confidence.word,
        note: dataset.string($0.note), sources: dataset.ids($0.sources).map { dataset.slug($0) })
    }
    compute = world.snapshot.compute.filter { $0.country == country }.map {
      Site(
        id: dataset.slug($0.id), name: dataset.string($0.name), scope: $0.scope.word,
        status: $0.status.word, accelerators: $0.accelerators,
        sources: dataset.ids($0.sources).map { dataset.slug($0) },
        operator: $0.operatedBy.map { dataset.slug($0) },
        customer: $0.customer.map { dataset.slug($0) }, vendor: $0.vendor.map { dataset.slug($0) },
        chip: $0.chip.isEmpty ? nil : dataset.string($0.chip), target: $0.target?.description,
        mw: $0.megawatts)
    }
    organisations = dataset.organisations.filter { $0.country == country }.map {
      Company(
        id: dataset.slug($0.id), name: dataset.string($0.name), layer: $0.layer.word,
        sources: dataset.ids($0.sources).map { dataset.slug($0) })
    }
  }
}
