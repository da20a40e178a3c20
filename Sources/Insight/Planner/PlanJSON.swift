import Dataset

extension Plan: Encodable {
  private struct ObligationDocument: Encodable {
    let id: String
    let title: String
    let part: PlannedObligation.Part
    let article: String
    let date: String?
    let firstDate: String?
    let proposed: String?
    let status: MilestoneStatus
    let applies: Bool
    let daysLeft: Int?
    let daysLate: Int?
    let note: String
    let sources: [String]

    enum CodingKeys: String, CodingKey {
      case id, title, part, article, date, proposed, status, applies, note, sources
      case firstDate = "first_date"
      case daysLeft = "days_left"
      case daysLate = "days_late"
    }

    init(_ item: PlannedObligation, in dataset: Dataset) {
      let obligation = item.obligation
      id = dataset.slug(obligation.id)
      title = dataset.string(obligation.named.title)
      part = item.part
      article = dataset.string(obligation.current.article)
      date = obligation.scheduled?.description
      firstDate = obligation.firstScheduled?.description
      proposed = obligation.proposal?.scheduled?.description
      status = obligation.status
      applies = item.applies
      // A date known in part names no day to count to.
      if case .ahead(let days) = obligation.timeliness, obligation.due?.precision == .day {
        daysLeft = days
      } else {
        daysLeft = nil
      }
      daysLate = obligation.timeliness?.daysLate
      note = dataset.string(obligation.current.note)
      sources = obligation.evidence(in: dataset).slugs(in: dataset)
    }
  }

  private struct StartDocument: Encodable {
    let months: Int
    let day: Day
    let daysLeft: Int

    enum CodingKeys: String, CodingKey {
      case months, day
      case daysLeft = "days_left"
    }
  }

  private struct LateDocument: Encodable {
    let what: String
    let id: String
    let days: Int

    init(_ late: Late, in dataset: Dataset) {
      switch late {
      case .start(let start):
        (what, id, days) = ("start", "\(start.months) months", -start.daysLeft)
      case .obligation(let obligation, let late):
        (what, id, days) = ("obligation", dataset.slug(obligation.id), late)
      case .state(let step, let late): (what, id, days) = ("state", step.word, late)
      }
    }
  }

  private struct ProviderDocument: Encodable {
    let id: String
    let name: String
    let owner: String
    let ownerHome: Jurisdiction?
    let sites: [SiteDocument]
    let chips: [String]
    let nvidia: AcceleratorShare
    let tenants: [String]
    let sources: [String]

    enum CodingKeys: String, CodingKey {
      case id, name, owner, sites, chips, nvidia, tenants, sources
      case ownerHome = "owner_home"
    }

    init(_ provider: ComputeProvider, in dataset: Dataset) {
      id = dataset.slug(provider.organisation)
      name = dataset.name(provider.organisation)
      owner = dataset.slug(provider.owner)
      ownerHome = provider.ownerHome
      sites = provider.sites.map {
        SiteDocument(
          jurisdiction: $0.jurisdiction, running: $0.running, firm: $0.firm, unknown: $0.unknown,
          announced: $0.announced, announcedUnknown: $0.announcedUnknown)
      }
      chips = provider.chips
      nvidia = provider.nvidia
      tenants = provider.tenants.map { dataset.slug($0) }
      sources = provider.evidence.slugs(in: dataset)
    }
  }

  private struct SiteDocument: Encodable {
    let jurisdiction: Jurisdiction
    let running: Int
    let firm: Int
    let unknown: Int
    let announced: Int
    let announcedUnknown: Int

    enum CodingKeys: String, CodingKey {
      case jurisdiction, running, firm, unknown, announced
      case announcedUnknown = "announced_unknown"
    }
  }

  private enum CodingKeys: String, CodingKey {
    case day = "as_of"
    case assessmentMonths = "assessment_months"
    case latestStart = "latest_start"
    case canFine = "can_fine"
    case canFineSince = "can_fine_since"
    case canFineOnly = "can_fine_only"
    case otherProviders = "other_providers"
    case penalties
    case kind, country, obligations, rules, deadline, late, state, authorities, providers, note
  }

  /// The document of `moat plan --format json`.
  public func encode(to encoder: any Encoder) throws {
    let dataset = snapshot.dataset
    let months = question.assessmentMonths
    var document = encoder.container(keyedBy: CodingKeys.self)
    try document.encode(snapshot.day, forKey: .day)
    try document.encode(question.kind, forKey: .kind)
    try document.encode(dataset.code(question.country), forKey: .country)
    try document.encode([months.lowerBound, months.upperBound], forKey: .assessmentMonths)
    try document.encode(duty?.scheduled?.description, forKey: .deadline)
    try document.encode(
      starts.map { StartDocument(months: $0.months, day: $0.day, daysLeft: $0.daysLeft) },
      forKey: .latestStart)
    try document.encode(
      obligations.map { ObligationDocument($0, in: dataset) }, forKey: .obligations)
    try document.encode(rules.map { RuleRecord($0, in: dataset) }, forKey: .rules)
    try document.encode(late.map { LateDocument($0, in: dataset) }, forKey: .late)
    try document.encode(state.map { StateEnforcementDocument($0, in: dataset) }, forKey: .state)
    try document.encode(
      authorities.map { AuthorityDocument($0, in: dataset) }, forKey: .authorities)
    try document.encode(finingPower.word, forKey: .canFine)
    if case .yes(let since) = finingPower {
      try document.encode(since.description, forKey: .canFineSince)
      try document.encodeIfPresent(fineableOnly, forKey: .canFineOnly)
    }
    try document.encode(
      penalties.map { StepDocument($0, in: dataset) }, forKey: .penalties)
    try document.encode(
      providers.map { ProviderDocument($0, in: dataset) }, forKey: .providers)
    try document.encode(otherProviders.map { dataset.slug($0) }, forKey: .otherProviders)
    try document.encode(Plan.note, forKey: .note)
  }
}
