import Dataset

/// The standing of a state's four parts of full enforcement authority.
public enum Standing: Int, Comparable, Sendable, CaseIterable {
  /// None of the four is more than talked of, or nothing is known.
  case none
  case proposed
  case partly
  /// Those that are missing were legislated but were not seen to have effect.
  case possible
  case full

  /// From the statuses of the four parts.
  init(_ parts: [(step: EnforcementStepKind, status: EnforcementStatus)]) {
    let missing = parts.filter { !EnforcementDefinition.holds($0.step, $0.status) }
    if missing.isEmpty {
      self = .full
    } else if missing.allSatisfy({ EnforcementDefinition.leavesOpen($0.status) }) {
      self = .possible
    } else if parts.contains(where: { $0.status.isEffective || $0.status == .partial }) {
      self = .partly
    } else if parts.contains(where: { $0.status == .proposed || $0.status == .adopted }) {
      self = .proposed
    } else {
      self = .none
    }
  }

  public static func < (left: Standing, right: Standing) -> Bool { left.rawValue < right.rawValue }
}

/// One step of one state as known on a day.
public struct EnforcementCell: Sendable {
  public let step: EnforcementStepKind
  /// Its rows known by the day, the earliest first.
  public let history: [EnforcementStep]
  /// The deadline; `nil` where the Act sets no day.
  public let deadline: PartialDate?
  /// The timeliness; `nil` where the Act sets no day.
  public let timeliness: Timeliness?
  /// The date of the row with which it took effect, if it has effect now: the first of the unbroken
  /// run of rows under which it holds.
  public let heldSince: PartialDate?

  public var row: EnforcementStep? { history.last }

  /// The date from which it stands as it does: the first of the unbroken run of rows under which it holds, else of
  /// those with its status.
  public var since: PartialDate? {
    heldSince ?? history.reversed().prefix { $0.status == status }.last?.date
  }

  /// The status; `none` where there is no row (ask `row` to tell the two apart).
  public var status: EnforcementStatus { row?.status ?? .none }

  /// True if the step is done; a part that holds counts towards full authority.
  public var holds: Bool { EnforcementDefinition.holds(step, status) }

  init(step: EnforcementStepKind, history: [EnforcementStep], snapshot: Snapshot) {
    self.step = step
    self.history = history
    deadline = EnforcementDefinition.deadline(of: step, in: snapshot)
    let run = history.reversed().prefix { EnforcementDefinition.holds(step, $0.status) }
    let since = run.last?.date
    heldSince = since
    timeliness = deadline.map {
      Timeliness(
        deadline: $0, done: since, on: snapshot.day,
        reach: snapshot.dataset.lastDay(of: .enforcement))
    }
  }

  public func evidence(in dataset: Dataset) -> Evidence {
    row.map { Evidence($0.origin, dataset.ids($0.sources)) } ?? Evidence()
  }
}

/// A state's way to enforcing the AI Act as known on a day.
public struct StateEnforcement: Sendable {
  public let country: ID<Country>
  /// Its legal area; outside the Union the Act does not bind, and the standing is for context.
  public let bloc: Bloc
  /// Every step, in the order of the vocabulary.
  public let cells: [EnforcementCell]
  /// The bodies named for it, in the order of the file.
  public let authorities: [Authority]
  public let standing: Standing
  /// The day from which it has been full without a break, if it is.
  public let fullSince: Day?

  public subscript(step: EnforcementStepKind) -> EnforcementCell { cells[Int(step.rawValue)] }

  public var isFull: Bool { standing == .full }

  public var missing: [EnforcementStepKind] {
    EnforcementDefinition.parts.filter { !self[$0].holds }
  }

  /// Days from 2 August 2025 to the day the last of the four parts held. While a part is missing
  /// they run to the day asked about.
  ///
  /// `nil` before that date and outside the Union.
  public var daysLate: Int? { daysLate(of: EnforcementDefinition.parts) }

  /// The same of a duty alone.
  public func daysLate(_ duty: EnforcementDuty) -> Int? { daysLate(of: duty.parts) }

  private func daysLate(of parts: [EnforcementStepKind]) -> Int? {
    guard bloc == .eu, !parts.isEmpty else { return nil }
    let days = parts.map { self[$0].timeliness?.daysLate }
    return days.contains(nil) ? nil : days.compactMap(\.self).max()
  }

  /// The parts of a duty that are due and missing.
  public func overdue(_ duty: EnforcementDuty) -> [EnforcementStepKind] {
    duty.parts.filter(isOverdue)
  }

  private func isOverdue(_ step: EnforcementStepKind) -> Bool {
    bloc == .eu && self[step].timeliness?.isOverdue ?? false
  }

  /// The parts that came last where it is full: the steps by which it gained its authority.
  public var gainedBy: [EnforcementStepKind] {
    guard isFull else { return [] }
    let dates = EnforcementDefinition.parts.map { (step: $0, day: self[$0].heldSince?.lastDay) }
    let last = dates.compactMap(\.day).max()
    return dates.filter { $0.day == last }.map(\.step)
  }

  /// True if one of the parts is due and missing.
  public var isOverdue: Bool { EnforcementDefinition.parts.contains(where: isOverdue) }

  public func authorities(_ role: AuthorityRole) -> [Authority] {
    authorities.filter { $0.role == role }
  }

  /// The rows that stand for the four parts, with their sources.
  public func evidence(in dataset: Dataset) -> Evidence {
    var evidence = Evidence()
    for part in EnforcementDefinition.parts { evidence.add(self[part].evidence(in: dataset)) }
    return evidence
  }
}
