/// A calendar day in the proleptic Gregorian calendar, as whole days since 1970-01-01.
///
/// Conversions follow Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms" (2013),
/// `days_from_civil` and `civil_from_days`.
public struct Day: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// Days since 1970-01-01; negative before it.
  public let number: Int

  /// The day of a row that is not read yet.
  static let unread = Day(number: 0)

  /// The day that is `number` days after 1970-01-01.
  public init(number: Int) {
    self.number = number
  }

  /// The day of a year (any), month (1...12) and day of the month; `nil` where no such day exists.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...12).contains(month), day >= 1, day <= Day.length(ofMonth: month, year: year) else {
      return nil
    }
    self.init(unchecked: year, month, day)
  }

  init(unchecked year: Int, _ month: Int, _ day: Int) {
    let shifted = month <= 2 ? year - 1 : year
    let era = (shifted >= 0 ? shifted : shifted - 399) / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    number = era * 146_097 + dayOfEra - 719_468
  }

  /// A whole ISO 8601 calendar date (`2026-03-21`); `nil` for anything else, a partial date included.
  public init?(_ text: some StringProtocol) {
    guard let date = PartialDate(text), date.precision == .day else { return nil }
    self = date.lastDay
  }

  /// Year, month (1...12) and day of the month.
  public var civil: (year: Int, month: Int, day: Int) {
    let shifted = number + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let marchMonth = (5 * dayOfYear + 2) / 153
    let month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return (year, month, dayOfYear - (153 * marchMonth + 2) / 5 + 1)
  }

  /// The calendar quarter, 1...4.
  public var quarter: Int { (civil.month + 2) / 3 }

  /// The same day of the month `months` later (earlier if negative), or that month's last day.
  public func adding(months: Int) -> Day {
    let (year, month, day) = civil
    let total = year * 12 + month - 1 + months
    let newYear = total >= 0 ? total / 12 : (total - 11) / 12
    let newMonth = total - newYear * 12 + 1
    return Day(
      unchecked: newYear, newMonth, min(day, Day.length(ofMonth: newMonth, year: newYear)))
  }

  /// The day `days` later (earlier if negative).
  public func adding(days: Int) -> Day { Day(number: number + days) }

  public static func length(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// ISO 8601: `2026-03-21`.
  public var description: String {
    let (year, month, day) = civil
    return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
  }

  /// Earlier days come first.
  public static func < (left: Day, right: Day) -> Bool { left.number < right.number }

  public static func - (left: Day, right: Day) -> Int { left.number - right.number }
}

func padded(_ number: Int, _ width: Int) -> String {
  let digits = String(number)
  return String(repeating: "0", count: max(0, width - digits.count)) + digits
}
