import Dataset

extension World {
  /// The days that the ledger can speak of: from the first of its rows to five years after its last
  /// revision, since announcements reach about so far ahead.
  var spokenOf: ClosedRange<Day> {
    var first = dataset.updated
    func consider(_ date: PartialDate) { first = min(first, date.firstDay) }
    for row in dataset.rounds { consider(row.date) }
    for row in dataset.valuations { consider(row.date) }
    for row in dataset.compute { consider(row.date) }
    for row in dataset.enforcement { consider(row.date) }
    for row in dataset.milestones { consider(row.date) }
    return min(first, day)...max(dataset.updated.adding(months: 60), today, day)
  }

  enum Direction {
    case before, after
  }

  /// The nearest day before or after the day shown with an event in the ledger: a round, compute, a
  /// step of a state or a date of the law that took effect.
  func eventDay(_ direction: Direction) -> Day? {
    var best: Day?
    func consider(_ date: PartialDate) {
      guard date.precision == .day else { return }
      let candidate = date.lastDay
      switch direction {
      case .before:
        if candidate < day, best.map({ candidate > $0 }) ?? true { best = candidate }
      case .after:
        if candidate > day, candidate <= today, best.map({ candidate < $0 }) ?? true {
          best = candidate
        }
      }
    }
    for row in dataset.rounds { consider(row.date) }
    for row in dataset.compute { consider(row.date) }
    for row in dataset.enforcement { consider(row.date) }
    for row in dataset.milestones { consider(row.date) }
    return best
  }
}
