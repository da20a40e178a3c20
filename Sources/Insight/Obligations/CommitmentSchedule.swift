import Dataset

/// The planned and former date of a commitment of compute, and its delay.
public struct CommitmentSchedule: Sendable {
  /// Every row known by the day, the earliest first; never empty.
  public let history: [Commitment]
  public let current: Commitment
  /// The date it is to run; `nil` where no row gave a day or it was cancelled.
  public let target: PartialDate?
  public let firstTarget: PartialDate?
  /// The date of the row with which it began to run, if it runs.
  public let runningSince: PartialDate?
  /// The timeliness by the last target given before it ran.
  ///
  /// `nil` where no row gave a target or where it was cancelled or paused. Also `nil` where it is
  /// no site (a programme, a bid, an option).
  public let timeliness: Timeliness?

  /// The distance of the target, or of the day it began to run, from the target first given.
  public var slip: Slip? {
    guard let firstTarget, let now = runningSince ?? target else { return nil }
    return Slip(from: firstTarget, to: now)
  }

  /// Targets that later rows replaced, oldest first, each once.
  public var formerTargets: [PartialDate] {
    var former: [PartialDate] = []
    for row in history {
      guard let date = row.target, date != target, !former.contains(date) else { continue }
      former.append(date)
    }
    return former
  }

  /// A commitment's rows in order, as known on a day; `nil` where there are none.
  init?(_ history: [Commitment], on day: Day, reach: Day) {
    guard let current = history.last else { return nil }
    self.history = history
    self.current = current
    let stopped = current.status.isWithdrawn
    let stated = history.last { $0.target != nil }?.target
    target = stopped ? nil : stated
    firstTarget = history.first { $0.target != nil }?.target
    let running = history.reversed().prefix { $0.status == .operational }
    runningSince = running.last?.date
    let planned = history.dropLast(running.count).last { $0.target != nil }?.target
    let done = running.last?.date
    timeliness =
      stopped || current.scope != .site
      ? nil
      : (done == nil ? stated : planned ?? stated).map { deadline in
        Timeliness(deadline: deadline, done: done, on: day, reach: reach)
      }
  }

  /// Every commitment known on a day, by id.
  public static func all(_ snapshot: Snapshot) -> [CommitmentSchedule] {
    let dataset = snapshot.dataset
    let reach = dataset.lastDay(of: .compute)
    return snapshot.histories(of: dataset.compute, by: \.id)
      .compactMap { rows in
        CommitmentSchedule(rows.map { dataset.compute[$0] }, on: snapshot.day, reach: reach)
      }
      .map { (slug: dataset.slug($0.current.id), schedule: $0) }
      .sorted { $0.slug < $1.slug }.map(\.schedule)
  }
}
