import Dataset

extension EnforcementReport: Encodable {
  private enum CodingKeys: String, CodingKey {
    case day = "as_of"
    case basis, full, possible, states
    case threeDesignations = "three_designations"
  }

  /// The document of `moat enforcement --format json`.
  public func encode(to encoder: any Encoder) throws {
    let dataset = snapshot.dataset
    func codes(_ states: [StateEnforcement]) -> [String] { states.map { dataset.code($0.country) } }
    var document = encoder.container(keyedBy: CodingKeys.self)
    try document.encode(day, forKey: .day)
    try document.encode(basis, forKey: .basis)
    try document.encode(codes(full), forKey: .full)
    try document.encode(codes(possible), forKey: .possible)
    try document.encode(codes(designated), forKey: .threeDesignations)
    try document.encode(states.map { StateEnforcementDocument($0, in: dataset) }, forKey: .states)
  }
}

/// A state in the documents of `enforcement` and `country`.
struct StateEnforcementDocument: Encodable {
  let country: String
  let bloc: Bloc
  let full: Bool
  let possible: Bool
  let fullSince: Day?
  let bill: EnforcementStatus
  let law: EnforcementStatus
  let marketSurveillance: EnforcementStatus
  let notifying: EnforcementStatus
  let singlePointOfContact: EnforcementStatus
  let penalties: EnforcementStatus
  let fundamentalRights: EnforcementStatus
  let sandbox: EnforcementStatus
  let missing: [EnforcementStepKind]
  let daysLate: Int?
  let sources: [String]

  enum CodingKeys: String, CodingKey {
    case country, bloc, full, possible, bill, law, notifying, penalties, sandbox, missing, sources
    case fullSince = "full_since"
    case marketSurveillance = "market_surveillance"
    case singlePointOfContact = "single_point_of_contact"
    case fundamentalRights = "fundamental_rights"
    case daysLate = "days_late"
  }

  init(_ state: StateEnforcement, in dataset: Dataset) {
    country = dataset.code(state.country)
    bloc = state.bloc
    full = state.isFull && state.bloc == .eu
    possible = state.standing == .possible && state.bloc == .eu
    fullSince = state.fullSince
    bill = state[.bill].status
    law = state[.law].status
    marketSurveillance = state[.marketSurveillance].status
    notifying = state[.notifying].status
    singlePointOfContact = state[.singlePointOfContact].status
    penalties = state[.penalties].status
    fundamentalRights = state[.fundamentalRights].status
    sandbox = state[.sandbox].status
    missing = state.missing
    daysLate = state.daysLate
    sources = state.evidence(in: dataset).slugs(in: dataset)
  }
}
