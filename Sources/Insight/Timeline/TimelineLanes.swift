import Dataset

/// The events of each table.
///
/// Priorities: a date that an article sets 90, other regulation 60; money and capacity by their
/// size, 20 and five for each doubling; a step that takes effect 55, others 30; a former plan ten
/// less than its replacement.
extension Timeline {
  /// Milestones by the day they happen: what happened, what stands, what is proposed, what was planned.
  static func milestones(_ snapshot: Snapshot) -> [TimelineEvent] {
    let dataset = snapshot.dataset
    let reach = dataset.lastDay(of: .milestones)
    return snapshot.histories(of: dataset.milestones, by: \.id).flatMap {
      places -> [TimelineEvent] in
      let history = places.map { dataset.milestones[$0] }
      guard let last = places.last,
        let obligation = Obligation(history, on: snapshot.day, reach: reach)
      else { return [] }
      return events(of: obligation, places: places, last: last, dataset)
    }
  }

  private static func events(
    of obligation: Obligation, places: [Int], last: Int, _ dataset: Dataset
  ) -> [TimelineEvent] {
    let weight = obligation.hasArticle ? 90 : 60
    var events: [TimelineEvent] = []
    var reported: [PartialDate] = []
    for (place, row) in zip(places, obligation.history) {
      if row.status == .withdrawn {
        events.append(
          TimelineEvent(
            .milestone(place), row.date, day: dataset.known(row), .dropped,
            priority: weight - 20))
      } else if Obligation.reports(row) || row.scheduled == nil || row.status == .inForce {
        let date = row.scheduled ?? row.date
        let isIt = row.origin == obligation.happened?.origin
        let isRemark = row.scheduled == nil && obligation.binding != nil && !isIt
        events.append(
          TimelineEvent(
            .milestone(place), date,
            day: row.scheduled?.known(revised: dataset.updated) ?? dataset.known(row),
            other: isIt ? moved(obligation, to: date) : nil,
            timeliness: isIt ? obligation.timeliness : nil,
            priority: isRemark ? weight - 40 : weight))
        reported.append(date)
      }
    }
    if let binding = obligation.binding, let date = obligation.scheduled,
      obligation.happened == nil, !reported.contains(date)
    {
      let place = places[obligation.history.lastIndex { $0.origin == binding.origin } ?? 0]
      events.append(
        TimelineEvent(
          .milestone(place), date, .planned, other: moved(obligation, to: date),
          timeliness: obligation.timeliness, priority: weight))
    } else if obligation.binding == nil, let date = obligation.scheduled, !reported.contains(date) {
      events.append(
        TimelineEvent(
          .milestone(last), date, .proposed, timeliness: obligation.timeliness,
          priority: weight - 10))
    }
    if obligation.proposal != nil, let date = obligation.proposal?.scheduled {
      events.append(
        TimelineEvent(
          .milestone(last), date, .proposed, other: obligation.scheduled, priority: weight - 10))
    }
    for former in obligation.formerDates where !reported.contains(former) {
      let place = obligation.history.firstIndex { $0.scheduled == former }.map { places[$0] }
      events.append(
        TimelineEvent(
          .milestone(place ?? last), former, .former, other: obligation.scheduled,
          priority: weight - 10))
    }
    return events
  }

  /// The date first planned, where it is not the standing date.
  private static func moved(_ obligation: Obligation, to date: PartialDate) -> PartialDate? {
    obligation.binding == nil || obligation.firstScheduled == date
      ? nil : obligation.firstScheduled
  }

  /// Every row of milestones by the day it became known.
  static func milestoneRows(_ snapshot: Snapshot) -> [TimelineEvent] {
    snapshot.dataset.milestones.enumerated().filter { snapshot.knows($0.element) }
      .map { index, row in
        TimelineEvent(
          .milestone(index), row.date, day: snapshot.dataset.known(row),
          row.status == .withdrawn ? .dropped : .happened,
          other: nil, priority: row.article.isEmpty ? 60 : 90)
      }
  }

  static func rounds(_ snapshot: Snapshot, since: Day?) -> [TimelineEvent] {
    let dataset = snapshot.dataset
    // The year settles most rows without counting days.
    let year = since?.civil.year ?? 0
    return dataset.rounds.indices
      .filter { dataset.rounds[$0].date.year >= year && snapshot.knows(dataset.rounds[$0]) }
      .map { index in
        let round = dataset.rounds[index]
        let nature: TimelineEvent.Nature =
          switch round.status {
          case .closed: .happened
          case .announced, .conditional: .planned
          case .withdrawn: .dropped
          }
        return TimelineEvent(
          .round(index), round.date, day: dataset.known(round), nature,
          priority: weight(dataset.dollars(round)?.millions)
            - (round.instrument.raisesMoney ? 0 : 20)
        )
      }
  }

  static func valuations(_ snapshot: Snapshot) -> [TimelineEvent] {
    let dataset = snapshot.dataset
    var events: [TimelineEvent] = []
    for (index, round) in dataset.rounds.enumerated()
    where round.postMoneyMillions != nil && round.status != .withdrawn
      && snapshot.knows(round)
    {
      let weight = weight(dataset.postMoneyDollars(round)?.millions) - 10
      events.append(
        TimelineEvent(
          .postMoney(index), round.date, day: dataset.known(round), priority: weight))
    }
    for (index, row) in dataset.valuations.enumerated() where snapshot.knows(row) {
      let weight = weight(dataset.dollars(row)?.millions) - (row.basis == .talks ? 25 : 15)
      events.append(
        TimelineEvent(
          .valuation(index), row.date, day: dataset.known(row),
          row.basis == .talks ? .proposed : .happened,
          priority: weight))
    }
    return events
  }

  /// Commitments: each change of status by its day, and the target while it does not run.
  static func compute(_ snapshot: Snapshot) -> [TimelineEvent] {
    let dataset = snapshot.dataset
    let reach = dataset.lastDay(of: .compute)
    var events: [TimelineEvent] = []
    for places in snapshot.histories(of: dataset.compute, by: \.id) {
      let history = places.map { dataset.compute[$0] }
      guard let schedule = CommitmentSchedule(history, on: snapshot.day, reach: reach) else {
        continue
      }
      var before: ComputeStatus?
      for (place, row) in zip(places, history) where row.status != before {
        before = row.status
        events.append(
          TimelineEvent(
            .commitment(place), row.date, day: dataset.known(row),
            row.status == .cancelled ? .dropped : .happened,
            timeliness: row.date == schedule.runningSince ? schedule.timeliness : nil,
            priority: weight(row)))
      }
      guard let last = places.last, schedule.runningSince == nil else { continue }
      if let target = schedule.target {
        events.append(
          TimelineEvent(
            .commitment(last), target, .planned,
            other: schedule.firstTarget == target ? nil : schedule.firstTarget,
            timeliness: schedule.timeliness, priority: weight(schedule.current)))
      }
      for former in schedule.formerTargets {
        let place = history.firstIndex { $0.target == former }.map { places[$0] } ?? last
        events.append(
          TimelineEvent(
            .commitment(place), former, .former, other: schedule.target,
            priority: weight(schedule.current) - 10))
      }
    }
    return events
  }

  /// Every row of compute by the day it became known.
  static func computeRows(_ snapshot: Snapshot) -> [TimelineEvent] {
    snapshot.dataset.compute.enumerated().filter { snapshot.knows($0.element) }
      .map { index, row in
        TimelineEvent(
          .commitment(index), row.date, day: snapshot.dataset.known(row),
          row.status == .cancelled ? .dropped : .happened,
          priority: weight(row))
      }
  }

  /// The steps of the states that changed something: rows whose status differs from the row before.
  /// A first row that found nothing is no event.
  static func enforcement(_ snapshot: Snapshot) -> [TimelineEvent] {
    let dataset = snapshot.dataset
    let steps = Int32(EnforcementStepKind.allCases.count)
    let histories = snapshot.histories(of: dataset.enforcement) {
      $0.country.index * steps + Int32($0.step.rawValue)
    }
    var events: [TimelineEvent] = []
    for places in histories {
      var before = EnforcementStatus.none
      for place in places {
        let row = dataset.enforcement[place]
        defer { before = row.status }
        guard row.status != before else { continue }
        let holds = EnforcementDefinition.holds(row.step, row.status)
        let nature: TimelineEvent.Nature =
          holds || row.status != .none ? .happened : .dropped
        events.append(
          TimelineEvent(
            .step(place), row.date, day: dataset.known(row), nature, priority: holds ? 55 : 30))
      }
    }
    return events
  }

  private static func weight(_ row: Commitment) -> Int {
    weight(row.accelerators.map { Double($0) / 50 }) - (row.scope == .site ? 0 : 20)
  }

  /// 20, and five for each doubling of a size in millions.
  private static func weight(_ size: Double?) -> Int {
    guard let size, size >= 1, size.isFinite else { return 20 }
    return 20 + 5 * (Int(size.exponent) + 1)
  }
}
