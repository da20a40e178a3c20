import Dataset

/// How far a date was put off (or brought forward, where negative).
///
/// Between two whole days it is told in whole months and in days; otherwise only in the unit that both
/// dates have, and not at all where the less precise date may mean the other.
public struct Slip: Hashable, Sendable {
  /// Whole calendar months from the one to the other, towards zero.
  public let months: Int
  /// Days from the one to the other, where both dates are whole.
  public let days: Int?

  /// From an earlier plan to a later one; `nil` where the two may be the same.
  public init?(from old: PartialDate, to new: PartialDate) {
    guard old != new else { return nil }
    let precision = min(old.precision.rawValue, new.precision.rawValue)
    switch precision {
    case PartialDate.Precision.day.rawValue:
      days = new.lastDay - old.lastDay
      months = Slip.wholeMonths(from: old.lastDay, to: new.lastDay)
    case PartialDate.Precision.month.rawValue:
      days = nil
      months = (new.year - old.year) * 12 + (new.month ?? 0) - (old.month ?? 0)
    default:
      days = nil
      months = (new.year - old.year) * 12
    }
    if days == nil, months == 0 { return nil }
  }

  /// Whole months between two days, towards zero: 2 August 2026 to 2 December 2027 is 16.
  public static func wholeMonths(from start: Day, to end: Day) -> Int {
    if end < start { return -wholeMonths(from: end, to: start) }
    let (first, last) = (start.civil, end.civil)
    let months = (last.year - first.year) * 12 + last.month - first.month
    return start.adding(months: months) > end ? months - 1 : months
  }
}
