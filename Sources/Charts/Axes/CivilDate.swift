/// A day of the Gregorian calendar, to and from its day number (days since 1 January 1970).
///
/// The algorithms are `days_from_civil` and `civil_from_days` of Howard Hinnant, "chrono-Compatible
/// Low-Level Date Algorithms". Years start in March, so that the leap day is the last. 400 years
/// are an era of 146,097 days. Charts take days as numbers, since they know nothing of a dataset;
/// its `Day` counts from the same day.
public struct CivilDate: Hashable, Sendable {
  /// The year, 1 BC being 0.
  public let year: Int
  /// The month, 1...12.
  public let month: Int
  /// The day of the month, 1...31.
  public let day: Int

  /// A day by its parts. A day beyond the month's end counts into the next month, and a month
  /// beyond December into the next year.
  public init(year: Int, month: Int, day: Int) {
    self.init(dayNumber: Self.dayNumber(year: year, month: month, day: day))
  }

  public init(dayNumber: Int) {
    let shifted = dayNumber + 719_468
    let era = Self.floorDivide(shifted, 146_097)
    let dayOfEra = shifted - era * 146_097
    let leapDays = dayOfEra / 1_460 - dayOfEra / 36_524 + dayOfEra / 146_096
    let yearOfEra = (dayOfEra - leapDays) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let marchMonth = (5 * dayOfYear + 2) / 153
    month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
    day = dayOfYear - (153 * marchMonth + 2) / 5 + 1
    year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  }

  /// Days since 1 January 1970.
  public var dayNumber: Int { Self.dayNumber(year: year, month: month, day: day) }

  /// The day of the week, 0 for Monday to 6 for Sunday.
  public var weekday: Int {
    // 1 January 1970 was a Thursday.
    let days = dayNumber + 3
    return days - Self.floorDivide(days, 7) * 7
  }

  /// The months as three letters: `Jan` to `Dec`.
  public static let monthNames = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]

  public var monthName: String { Self.monthNames[month - 1] }

  /// The year as its last two digits, as in `Aug 25`.
  public var shortYear: String {
    let digits = year - Self.floorDivide(year, 100) * 100
    return digits < 10 ? "0\(digits)" : "\(digits)"
  }

  /// The day in full: `21 Nov 2026`.
  public var text: String { "\(day) \(monthName) \(year)" }

  /// The whole months between two days, negative where `end` is the earlier.
  ///
  /// The last day of a month counts as a whole month after any later day of an earlier month. So 31
  /// January to 28 February is a month.
  public static func wholeMonths(from start: Int, to end: Int) -> Int {
    guard start <= end else { return -wholeMonths(from: end, to: start) }
    let first = CivilDate(dayNumber: start)
    let last = CivilDate(dayNumber: end)
    let months = (last.year - first.year) * 12 + last.month - first.month
    let endsMonth = CivilDate(dayNumber: end + 1).day == 1
    return last.day >= first.day || endsMonth ? months : months - 1
  }

  static func dayNumber(year: Int, month: Int, day: Int) -> Int {
    let years = floorDivide(month - 1, 12)
    let month = month - years * 12
    let year = year + years - (month <= 2 ? 1 : 0)
    let era = floorDivide(year, 400)
    let yearOfEra = year - era * 400
    let marchMonth = month > 2 ? month - 3 : month + 9
    let dayOfYear = (153 * marchMonth + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }

  static func floorDivide(_ value: Int, _ divisor: Int) -> Int {
    let quotient = value / divisor
    return value % divisor < 0 ? quotient - 1 : quotient
  }
}
