import Dataset

/// A date of the law or of policy as known on a day, with its earlier plan, pending proposal and
/// delay.
///
/// The ledger keeps plans and proposals apart by status. A row that is `scheduled`, `postponed` or
/// `in-force` sets the date. A row that is `proposed` or `agreed` would change it and has not yet.
/// So on 1 March 2026 the rules on Annex III stand at 2 August 2026, with 2 December 2027 proposed.
public struct Obligation: Sendable {
  /// Every row known by the day, the earliest first; never empty.
  public let history: [Milestone]
  public let current: Milestone
  /// The row that sets the date; `nil` where the ledger holds proposals and agreements alone.
  public let binding: Milestone?
  /// A later row that would change the date, if such a row is pending.
  public let proposal: Milestone?
  /// The row with which it happened, if it did: it came into force, or the row tells of a proposal made
  /// or an agreement reached that day.
  public let happened: Milestone?
  /// The date as the law stands; `nil` where no date stands or it was withdrawn.
  public let scheduled: PartialDate?
  /// The date first planned for it.
  public let firstScheduled: PartialDate?
  /// The timeliness by the last date planned before it happened.
  ///
  /// A date that was merely proposed binds nobody: once it passes, nothing tells if it was kept.
  /// `nil` where it was withdrawn or never had a date.
  public let timeliness: Timeliness?

  public var id: ID<Milestone> { current.id }
  /// The row whose title names the obligation: the first that set the date in question.
  ///
  /// Rows after it may tell of something else on the way ("guidelines still a draft"), of another
  /// date.
  public var named: Milestone {
    let date = scheduled ?? firstScheduled
    return history.first { Obligation.setsDate($0.status) && $0.scheduled == date } ?? binding
      ?? current
  }
  public var status: MilestoneStatus { current.status }
  /// The date it is judged by while it has not happened: the standing date, else the first set.
  public var due: PartialDate? {
    happened == nil ? scheduled ?? (binding == nil ? nil : firstScheduled) : nil
  }
  /// The distance of the standing date from the first planned. `nil` where it did not move or was
  /// never more than proposed.
  public var slip: Slip? {
    guard binding != nil, let firstScheduled, let scheduled else { return nil }
    return Slip(from: firstScheduled, to: scheduled)
  }
  /// The distance by which the proposal would move the standing date.
  public var proposedSlip: Slip? {
    guard let scheduled, let proposed = proposal?.scheduled else { return nil }
    return Slip(from: scheduled, to: proposed)
  }
  /// Dates that rows gave and later rows replaced, oldest first, each once.
  public var formerDates: [PartialDate] {
    var former: [PartialDate] = []
    for row in history {
      guard let date = row.scheduled, date != scheduled, !former.contains(date) else { continue }
      if row.date == proposal?.date || Obligation.reports(row) { continue }
      if row.status == .proposed || row.status == .agreed { continue }
      former.append(date)
    }
    return former
  }
  /// True if an article of an act sets it.
  public var hasArticle: Bool { !current.article.isEmpty }

  public func evidence(in dataset: Dataset) -> Evidence {
    var evidence = Evidence()
    for row in history { evidence.add(row.origin, dataset.ids(row.sources)) }
    return evidence
  }

  /// A milestone's rows in order, as known on a day; `nil` where there are none.
  init?(_ history: [Milestone], on day: Day, reach: Day) {
    guard let first = history.first, let current = history.last else { return nil }
    self.history = history
    self.current = current
    let last = history.lastIndex { Obligation.setsDate($0.status) }
    let run = history.reversed().prefix { $0.status == .inForce }
    let done = run.last ?? (Obligation.reports(current) ? current : nil)
    let planned = history.filter { Obligation.plans($0) && $0.scheduled != nil }
    binding = last.map { history[$0] }
    happened = done
    firstScheduled = planned.first?.scheduled ?? done?.scheduled ?? first.scheduled
    if let done {
      scheduled = done.scheduled ?? done.date
    } else if current.status == .withdrawn || (current.scheduled == nil && last != nil) {
      scheduled = nil
    } else {
      scheduled = (binding ?? current).scheduled
    }
    if let last, done == nil, current.status != .withdrawn, let pending = current.scheduled,
      last < history.count - 1, pending != history[last].scheduled
    {
      proposal = current
    } else {
      proposal = nil
    }
    let deadline = done == nil ? scheduled : planned.last?.scheduled ?? scheduled
    let judged = (deadline ?? (last == nil ? nil : firstScheduled)).map {
      Timeliness(deadline: $0, done: done.map { $0.scheduled ?? $0.date }, on: day, reach: reach)
    }
    switch (current.status, judged) {
    case (.withdrawn, _): timeliness = nil
    case (_, .late(let days)) where last == nil: timeliness = .unverified(days: days)
    default: timeliness = judged
    }
  }

  /// True if a row plans a date that is to be kept.
  static func plans(_ row: Milestone) -> Bool {
    row.status == .scheduled || row.status == .postponed
  }

  /// True if a row of this status sets the date, rather than proposing a date.
  static func setsDate(_ status: MilestoneStatus) -> Bool {
    status == .scheduled || status == .postponed || status == .inForce
  }

  /// True if a row reports something that has happened: its own date is not before the date it
  /// gives. (A proposal made that day, an agreement reached.)
  static func reports(_ row: Milestone) -> Bool {
    guard let scheduled = row.scheduled else { return false }
    switch row.status {
    case .inForce: return true
    case .proposed, .agreed: return row.date.lastDay >= scheduled.lastDay
    case .scheduled, .postponed, .withdrawn: return false
    }
  }
}
