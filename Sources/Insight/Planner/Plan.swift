import Dataset

public struct PlannedObligation: Sendable {
  public enum Part: String, CaseIterable, Sendable, JSONConvertible {
    /// Something the provider or deployer has to do.
    case duty
    /// The powers of authorities from then on.
    case power
    /// Guidance, standards, codes, sandboxes: what makes complying easier.
    case help
  }

  /// The date as the law stands on the day.
  public let obligation: Obligation
  public let part: Part

  /// True if it came into force by the day.
  public var applies: Bool { obligation.status == .inForce }
}

/// The power of the competent authorities to impose a fine.
public enum FiningPower: Hashable, Sendable {
  case yes(since: PartialDate)
  /// The missing parts were legislated and not seen to have effect.
  case possibly
  /// They cannot: no authority, or no penalties in force.
  case no
  /// The Act does not bind there.
  case outsideTheUnion

  public var word: String {
    switch self {
    case .yes: "yes"
    case .possibly: "possibly"
    case .no: "no"
    case .outsideTheUnion: "outside-the-union"
    }
  }
}

/// The duties of a deployer of a system in a country, with dates, authorities and available
/// compute: facts with sources, no legal advice.
public struct Plan: Sendable {
  public struct Question: Hashable, Sendable {
    public let kind: SystemKind
    public let country: ID<Country>
    /// The least and greatest number of months that the conformity assessment takes.
    public let assessmentMonths: ClosedRange<Int>

    /// A question; six to twelve months is what practitioners reckon with.
    public init(
      kind: SystemKind, country: ID<Country>, assessmentMonths: ClosedRange<Int> = 6...12
    ) {
      self.kind = kind
      self.country = country
      self.assessmentMonths = assessmentMonths
    }
  }

  /// The last day on which an assessment of some length can start.
  public struct Start: Hashable, Sendable {
    public let months: Int
    public let day: Day
    public let daysLeft: Int
  }

  /// Something that should have been there by the day.
  public enum Late: Sendable {
    /// The last day to start an assessment of so many months has passed.
    case start(Start)
    /// The law set a day and nothing shows that it was kept.
    case obligation(Obligation, days: Int)
    /// The state has not done what was due.
    case state(EnforcementStepKind, days: Int)
  }

  /// That it informs and does not advise.
  public static let note =
    "Facts with their sources, as known on the day; no legal advice. What a system is under the Act "
    + "is for its provider to judge."

  public let snapshot: Snapshot
  public let question: Question
  /// The dates that concern it as the law stands: the duty itself first, the others by date.
  public let obligations: [PlannedObligation]
  /// The rules of the Act, article by article.
  public let rules: [PlannedRule]
  /// The last days to start, for the shortest and the longest assessment. Empty where none is needed
  /// or no date stands.
  public let starts: [Start]
  /// The parts that are late, the longest first.
  public let late: [Late]
  /// The state on its way to enforcing the Act; `nil` where nothing is known.
  public let state: StateEnforcement?
  /// The bodies of the state that would act, by role; empty for a model, which the Commission supervises.
  public let authorities: [Authority]
  /// The power to fine on the day. `penalties` tells the scope: a regime may cover a part of the
  /// Act.
  public let finingPower: FiningPower
  /// The part of the Act that fines are limited to; `nil` where the state's regime names no such
  /// part.
  public var fineableOnly: String? {
    guard case .yes = finingPower else { return nil }
    return penalties.flatMap { $0.coveredOnly(in: snapshot.dataset) }
  }
  /// The row on the state's penalties that stands; its detail tells what they cover.
  public var penalties: EnforcementStep? {
    question.kind == .generalPurpose ? nil : state?[.penalties].row
  }
  public let providers: [ComputeProvider]
  /// European companies of the infrastructure layer in whose group no site is known, by id.
  public let otherProviders: [ID<Organisation>]

  /// The duty that decides by when the system has to comply.
  public var duty: Obligation? {
    let first = obligations.first?.obligation
    return first.map { snapshot.dataset.slug($0.id) } == question.kind.dutyID ? first : nil
  }

  /// The last day on which an assessment of some months can start. `nil` where none is needed or no date
  /// stands.
  public func latestStart(months: Int) -> Start? {
    guard question.kind.isAssessed, let due = duty?.scheduled else { return nil }
    let latest = due.firstDay.adding(months: -months)
    return Start(months: months, day: latest, daysLeft: latest - snapshot.day)
  }

  public init(_ question: Question, in snapshot: Snapshot) {
    self.question = question
    self.snapshot = snapshot
    let law = LawReport(snapshot)
    obligations = Plan.obligations(of: question.kind, law)
    rules = PlannedRule.all(of: question.kind, law)
    let report = EnforcementReport(snapshot)
    let state = report[question.country]
    self.state = state
    let roles = question.kind.roles
    authorities = roles.flatMap { state?.authorities($0) ?? [] }
    finingPower = Plan.finingPower(question, state: state, law: law, in: snapshot)
    let starts = Plan.starts(question, law: law, on: snapshot.day)
    self.starts = starts
    late = Plan.late(starts, obligations, roles.isEmpty ? nil : state)
    providers = ComputeProvider.all(snapshot)
    otherProviders = ComputeProvider.withoutSites(snapshot, known: providers)
  }

  private static func obligations(of kind: SystemKind, _ law: LawReport) -> [PlannedObligation] {
    let found = kind.milestones.compactMap { id, part in
      law[id].map { PlannedObligation(obligation: $0, part: part) }
    }
    let isFirst = { (item: PlannedObligation) in
      law.snapshot.dataset.slug(item.obligation.id) == kind.dutyID
    }
    let others = found.enumerated().filter { !isFirst($0.element) }.sorted { left, right in
      switch (left.element.obligation.scheduled, right.element.obligation.scheduled) {
      case (let first?, let second?) where first != second: first < second
      case (_?, nil): true
      case (nil, _?): false
      default: left.offset < right.offset
      }
    }.map(\.element)
    return found.filter(isFirst) + others
  }

  private static func starts(_ question: Question, law: LawReport, on day: Day) -> [Start] {
    guard question.kind.isAssessed, let due = law[question.kind.dutyID]?.scheduled else {
      return []
    }
    let months = question.assessmentMonths
    return Set([months.lowerBound, months.upperBound]).sorted().map { months in
      let latest = due.firstDay.adding(months: -months)
      return Start(months: months, day: latest, daysLeft: latest - day)
    }
  }

  private static func late(
    _ starts: [Start], _ obligations: [PlannedObligation], _ state: StateEnforcement?
  ) -> [Late] {
    var late: [(days: Int, item: Late)] = []
    for start in starts where start.daysLeft < 0 {
      late.append((-start.daysLeft, .start(start)))
    }
    for item in obligations {
      if case .late(let days) = item.obligation.timeliness {
        late.append((days, .obligation(item.obligation, days: days)))
      }
    }
    if let state, state.bloc == .eu {
      for part in EnforcementDefinition.parts {
        if case .late(let days) = state[part].timeliness {
          late.append((days, .state(part, days: days)))
        }
      }
    }
    return late.enumerated().sorted { left, right in
      left.element.days == right.element.days
        ? left.offset < right.offset : left.element.days > right.element.days
    }.map(\.element.item)
  }

  private static func finingPower(
    _ question: Question, state: StateEnforcement?, law: LawReport, in snapshot: Snapshot
  ) -> FiningPower {
    guard snapshot.dataset[question.country].bloc == .eu else { return .outsideTheUnion }
    if question.kind == .generalPurpose {
      let power = law["ai-act-gpai-enforcement"]
      guard let power, power.status == .inForce, let since = power.scheduled else { return .no }
      return .yes(since: since)
    }
    guard let state else { return .no }
    let needed = [state[.marketSurveillance], state[.penalties]]
    if needed.allSatisfy(\.holds), let since = needed.compactMap(\.heldSince).max() {
      return .yes(since: since)
    }
    let isOpen = needed.allSatisfy { $0.holds || EnforcementDefinition.leavesOpen($0.status) }
    return isOpen ? .possibly : .no
  }
}
