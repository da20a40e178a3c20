import Dataset

/// Something on the time axis: what, when, and whether it happened or is planned.
public struct TimelineEvent: Sendable {
  public enum Kind: String, CaseIterable, Sendable, JSONConvertible {
    case regulation, round, valuation, compute, enforcement
  }

  /// The row it comes from: its place in the dataset's table of that name.
  public enum Row: Hashable, Sendable {
    case milestone(Int)
    case round(Int)
    /// The valuation that a row of rounds gives.
    case postMoney(Int)
    case valuation(Int)
    case commitment(Int)
    case step(Int)
  }

  public enum Nature: String, CaseIterable, Sendable, JSONConvertible {
    /// It happened, or the row tells of its day.
    case happened
    /// It is set for this date.
    case planned
    /// It was set for this date, which was since replaced; drawn hollow.
    case former
    /// It was proposed for this date, which does not stand yet.
    case proposed
    case dropped
  }

  public let row: Row
  /// The date as it was written: of the row, or the date that the row sets.
  public let date: PartialDate
  /// The day in the order and on the axis.
  ///
  /// For the row's own day it is the day from which the row counts. For a date that it sets, the
  /// last day of that date.
  public let day: Day
  public let nature: Nature
  /// The date first given, for a date that replaced another; the standing date, for a former date.
  public let other: PartialDate?
  /// Of something planned or done: whether it came in time.
  public let timeliness: Timeliness?
  /// The priority where labels collide: 0...100, the greater stays.
  public let priority: UInt8

  public var kind: Kind {
    switch row {
    case .milestone: .regulation
    case .round: .round
    case .postMoney, .valuation: .valuation
    case .commitment: .compute
    case .step: .enforcement
    }
  }

  /// The distance of the standing date from the date first given.
  public var slip: Slip? {
    guard let other else { return nil }
    return nature == .former ? Slip(from: date, to: other) : Slip(from: other, to: date)
  }

  /// Makes an event; without a day it stands at the last day of its date.
  init(
    _ row: Row, _ date: PartialDate, day: Day? = nil, _ nature: Nature = .happened,
    other: PartialDate? = nil, timeliness: Timeliness? = nil, priority: Int
  ) {
    self.row = row
    self.date = date
    self.day = day ?? date.lastDay
    self.nature = nature
    self.other = other
    self.timeliness = timeliness
    self.priority = UInt8(max(0, min(100, priority)))
  }
}

/// By which day a row is placed on the axis.
public enum TimelineBasis: String, CaseIterable, Sendable, JSONConvertible {
  /// "True then": by the day the thing happened or is to happen, with plans and former plans.
  case happened
  /// "Known then": every row by the day it became known.
  case known
}
