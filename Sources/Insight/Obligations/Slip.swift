import Dataset

/// The distance by which a date was put off (or brought forward, where negative).
///
/// A date that is only a month or a year is due on its last day, as for overdue dates: from 2024 to
/// July 2025 are seven months. There is none where the less precise date may mean the other.
public struct Slip: Hashable, Sendable {
  /// Whole calendar months between the dates, towards zero.
  public let months: Int
  /// Days between the dates; never 0.
  public let days: Int

  /// From an earlier plan to a later plan; `nil` where the two may be the same.
  public init?(from old: PartialDate, to new: PartialDate) {
    if old.firstDay <= new.lastDay, new.firstDay <= old.lastDay { return nil }
    days = new.lastDay - old.lastDay
    months = Slip.wholeMonths(from: old.lastDay, to: new.lastDay)
  }

  /// Whole months between two days, towards zero: 2 August 2026 to 2 December 2027 is 16.
  public static func wholeMonths(from start: Day, to end: Day) -> Int {
    if end < start { return -wholeMonths(from: end, to: start) }
    let (first, last) = (start.civil, end.civil)
    let months = (last.year - first.year) * 12 + last.month - first.month
    return start.adding(months: months) > end ? months - 1 : months
  }
}
