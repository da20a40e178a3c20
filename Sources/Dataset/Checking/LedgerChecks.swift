extension Findings {
  /// A status that goes backwards: in a ledger a thing moves on, and where it does not, somebody should
  /// see whether a row is misdated.
  mutating func checkLedgers() {
    let dataset = dataset
    checkLedger(
      dataset.rounds, dataset.ledgers.rounds, dataset.known.rounds, \.status, RoundStatus.follows)
    checkLedger(
      dataset.compute, dataset.ledgers.compute, dataset.known.compute, \.status,
      ComputeStatus.follows)
    checkLedger(
      dataset.milestones, dataset.ledgers.milestones, dataset.known.milestones, \.status,
      MilestoneStatus.follows)
    for group in dataset.enforcementBySteps.indices {
      checkHistory(
        Array(dataset.enforcementBySteps[group]), dataset.enforcement, dataset.known.enforcement,
        \.status, EnforcementStatus.follows)
    }
  }

  private mutating func checkLedger<Row: DatedRow, Status: Vocabulary>(
    _ rows: [Row], _ ledger: Ledger, _ known: [Int32], _ status: (Row) -> Status,
    _ follows: (_ earlier: Earlier<Status>, _ now: Status) -> Bool
  ) {
    for number in ledger.repeatedNumbers {
      checkHistory(ledger.rows(of: number), rows, known, status, follows)
    }
  }

  private mutating func checkHistory<Row: DatedRow, Status: Vocabulary>(
    _ places: [Int32], _ rows: [Row], _ known: [Int32], _ status: (Row) -> Status,
    _ follows: (_ earlier: Earlier<Status>, _ now: Status) -> Bool
  ) {
    guard places.count > 1 else { return }
    var earlier: Earlier<Status>?
    for place in places.sorted(by: { isLater(Int($1), than: Int($0), rows, known) }) {
      let row = rows[Int(place)]
      let now = status(row)
      if let earlier, !follows(earlier, now) {
        note(
          .warning, row, "status",
          "found \(now.word) after \(earlier.last.word) in the row before")
      }
      earlier = Earlier(last: now, before: earlier)
    }
  }
}

/// The state of a thing before a row, as far as the next row may depend on it: a history of a
/// hundred thousand rows is gone through once.
struct Earlier<Status: Vocabulary> {
  /// The status of the row before.
  let last: Status
  /// Where it stood before it was paused; `nil` where it never did.
  let stood: Status?

  init(last: Status, before: Earlier?) {
    self.last = last
    stood = (last as? ComputeStatus) == .paused ? before?.stood : last
  }
}

extension RoundStatus {
  /// Money that came has come, unless it is taken back; a round that was given up stays so.
  static func follows(_ earlier: Earlier<RoundStatus>, _ now: RoundStatus) -> Bool {
    switch earlier.last {
    case .closed: now == .closed || now == .withdrawn
    case .withdrawn: now == .withdrawn
    default: true
    }
  }
}

extension ComputeStatus {
  /// True if a commitment may go on to a status.
  ///
  /// Plans become contracts, sites and machines. Any of them may be paused or cancelled. After a
  /// pause it goes on where it stood; a cancelled commitment may be announced again.
  static func follows(_ earlier: Earlier<ComputeStatus>, _ now: ComputeStatus) -> Bool {
    if now == .paused || now == .cancelled || earlier.last == .cancelled { return true }
    guard let stood = earlier.stood, stood != .cancelled else { return true }
    return now.rawValue >= stood.rawValue
  }
}

extension MilestoneStatus {
  /// True if a milestone may go on to a status.
  ///
  /// A date that stands may be proposed again and postponed. A milestone in force stays so unless
  /// it is postponed or withdrawn, and a withdrawn milestone does not come back.
  static func follows(_ earlier: Earlier<MilestoneStatus>, _ now: MilestoneStatus) -> Bool {
    switch earlier.last {
    case .inForce: now == .inForce || now == .postponed || now == .withdrawn
    case .withdrawn: now == .withdrawn
    case .agreed: now != .proposed
    default: true
    }
  }
}

extension EnforcementStatus {
  /// A bill may fall. An act adopted or in effect does not turn into a proposal or into nothing.
  static func follows(_ earlier: Earlier<EnforcementStatus>, _ now: EnforcementStatus) -> Bool {
    switch earlier.last {
    case .adopted: now != .proposed && now != .none
    case .inForce, .designated, .operational:
      now != .proposed && now != .adopted && now != .none
    default: true
    }
  }
}

extension Findings {
  /// Checks for facts dated after the last revision of their package.
  mutating func checkDates() {
    check(dataset.rounds) { $0.date }
    check(dataset.valuations) { $0.date }
    check(dataset.compute) { $0.date }
    check(dataset.relations) { $0.date }
    check(dataset.authorities) { $0.date }
    check(dataset.enforcement) { $0.date }
    check(dataset.milestones) { $0.date }
    check(dataset.models) { $0.date }
    check(dataset.signatories) { $0.date }
    check(dataset.exchangeRates) { PartialDate($0.day) }
    check(dataset.sources, "published") { $0.published }
    check(dataset.organisations, "founded") { $0.founded }
  }

  private mutating func check<Row: TableRow>(
    _ rows: [Row], _ column: String = "date", _ date: (Row) -> PartialDate?
  ) {
    for row in rows {
      guard let date = date(row) else { continue }
      let package = dataset.packages[Int(row.origin.package)]
      guard date.firstDay > package.updated else { continue }
      note(
        .error, row, column,
        "found \(date), which is after \(package.updated), the day the package was last revised; "
          + "correct it, or \"updated\" in datapackage.json")
    }
  }
}
