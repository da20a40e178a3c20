import Dataset

/// Something on the time axis: what, when, and whether it happened or is planned.
public struct TimelineEvent: Sendable {
  /// The lanes.
  public enum Kind: String, CaseIterable, Sendable, Encodable {
    case regulation, round, valuation, compute, enforcement
  }

  /// The row it comes from: its place in the dataset's table of that name.
  public enum Row: Hashable, Sendable {
    /// A row of milestones.
    case milestone(Int)
    /// A row of rounds.
    case round(Int)
    /// The valuation that a row of rounds gives.
    case postMoney(Int)
    /// A row of valuations.
    case valuation(Int)
    /// A row of compute.
    case commitment(Int)
    /// A row of enforcement.
    case step(Int)
  }

  /// Whether it happened.
  public enum Nature: String, Sendable, Encodable {
    /// It happened, or the row tells of its day.
    case happened
    /// It is set for this date.
    case planned
    /// It was set for this date, which was since replaced; drawn hollow.
    case former
    /// It was proposed for this date, which does not stand yet.
    case proposed
    /// It was called off.
    case dropped
  }

  /// Where it comes from.
  public let row: Row
  /// Where it stands on the axis.
  public let date: PartialDate
  /// Whether it happened.
  public let nature: Nature
  /// Of a date that replaced another: the one first given. Of a former date: the one that stands.
  public let other: PartialDate?
  /// Of something planned or done: whether it came in time.
  public let timeliness: Timeliness?
  /// Who yields where labels collide: 0...100, the greater stays.
  public let priority: UInt8

  /// The lane.
  public var kind: Kind {
    switch row {
    case .milestone: .regulation
    case .round: .round
    case .postMoney, .valuation: .valuation
    case .commitment: .compute
    case .step: .enforcement
    }
  }

  /// How far the date moved: from the one first given to the one that stands.
  public var slip: Slip? {
    guard let other else { return nil }
    return nature == .former ? Slip(from: date, to: other) : Slip(from: other, to: date)
  }

  init(
    _ row: Row, _ date: PartialDate, _ nature: Nature = .happened, other: PartialDate? = nil,
    timeliness: Timeliness? = nil, priority: Int
  ) {
    self.row = row
    self.date = date
    self.nature = nature
    self.other = other
    self.timeliness = timeliness
    self.priority = UInt8(max(0, min(100, priority)))
  }
}

/// By which day a row is placed on the axis.
public enum TimelineBasis: String, CaseIterable, Sendable, Encodable {
  /// "True then": by the day the thing happened or is to happen, with plans and former plans.
  case happened
  /// "Known then": every row by the day it became known.
  case known
}
