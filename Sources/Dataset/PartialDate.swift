/// A date as precise as its source gave it: a year, a month or a day (ISO 8601 reduced precision).
///
/// It stays as it was written. Where an order is needed, it counts from its last day; from which day the
/// fact of a row counts says `known(revised:published:)`.
public struct PartialDate: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The known part of a date.
  public enum Precision: Int, Sendable {
    case year
    case month
    case day
  }

  // Year, month and day in one word; a zero month or day is not known.
  private let packed: Int32

  /// A date of the parts that are known; `nil` where no such date exists or a day lacks its month.
  public init?(year: Int, month: Int? = nil, day: Int? = nil) {
    guard (0...9999).contains(year) else { return nil }
    if let month {
      guard (1...12).contains(month) else { return nil }
      if let day {
        guard day >= 1, day <= Day.length(ofMonth: month, year: year) else { return nil }
      }
    } else if day != nil {
      return nil
    }
    packed = Int32(year << 9 | (month ?? 0) << 5 | (day ?? 0))
  }

  /// The date of a row that is not read yet.
  static let unread = PartialDate(Day.unread)

  public init(_ day: Day) {
    let (year, month, dayOfMonth) = day.civil
    packed = Int32(year << 9 | month << 5 | dayOfMonth)
  }

  /// Reads `2026`, `2026-03` or `2026-03-21`; `nil` for anything else.
  public init?(_ text: some StringProtocol) {
    let parsed = Array(text.utf8).withUnsafeBufferPointer { PartialDate(bytes: $0) }
    guard let parsed else { return nil }
    self = parsed
  }

  init?(bytes: UnsafeBufferPointer<UInt8>) {
    guard let base = bytes.baseAddress else { return nil }
    let length = bytes.count
    // Every byte that should be a digit and is not raises this beyond nine.
    var worst: UInt8 = 0
    func digit(_ index: Int) -> Int32 {
      let value = base[index] &- 48
      worst = max(worst, value)
      return Int32(value)
    }
    guard length == 4 || length == 7 || length == 10 else { return nil }
    let year = digit(0) &* 1000 &+ digit(1) &* 100 &+ digit(2) &* 10 &+ digit(3)
    var month: Int32 = 0
    var day: Int32 = 0
    let dash = UInt8(ascii: "-")
    if length >= 7 {
      month = digit(5) &* 10 &+ digit(6)
      guard base[4] == dash, (1...12).contains(month) else { return nil }
    }
    if length == 10 {
      day = digit(8) &* 10 &+ digit(9)
      guard base[7] == dash, day >= 1 else { return nil }
      if day > 28, Int(day) > Day.length(ofMonth: Int(month), year: Int(year)) { return nil }
    }
    guard worst <= 9 else { return nil }
    packed = year << 9 | month << 5 | day
  }

  public var year: Int { Int(packed >> 9) }

  /// The month, 1...12, where it is known.
  public var month: Int? { packed >> 5 & 15 == 0 ? nil : Int(packed >> 5 & 15) }

  /// The day of the month, where it is known.
  public var day: Int? { packed & 31 == 0 ? nil : Int(packed & 31) }

  public var precision: Precision { month == nil ? .year : day == nil ? .month : .day }

  /// The first day that the date may mean.
  public var firstDay: Day { Day(unchecked: year, month ?? 1, day ?? 1) }

  /// The last day that the date may mean.
  public var lastDay: Day {
    let month = month ?? 12
    return Day(unchecked: year, month, day ?? Day.length(ofMonth: month, year: year))
  }

  /// The day from which a fact of this date counts.
  ///
  /// A whole date counts from itself. A partial date counts from the earliest day within its span
  /// on which a source of the row was published. A source dated by month was published on its last
  /// day; a source dated by year tells no day. Without such a source, it counts from the last day
  /// of its span. In either case it counts from the day of the package's last revision, where that
  /// is earlier.
  public func known(revised: Day, published: some Sequence<PartialDate> = EmptyCollection()) -> Day
  {
    if precision == .day { return lastDay }
    let (first, last) = (firstDay, lastDay)
    var known = last
    for date in published where date.precision != .year {
      let day = date.lastDay
      if day >= first, day < known { known = day }
    }
    return min(known, max(revised, first))
  }

  /// As it was written: `2026`, `2026-03` or `2026-03-21`.
  public var description: String {
    var text = padded(year, 4)
    if let month { text += "-" + padded(month, 2) }
    if let day { text += "-" + padded(day, 2) }
    return text
  }

  /// By last day; of two that end on the same day the more precise is the later.
  public static func < (left: PartialDate, right: PartialDate) -> Bool {
    let (leftDay, rightDay) = (left.lastDay, right.lastDay)
    return leftDay == rightDay
      ? left.precision.rawValue < right.precision.rawValue : leftDay < rightDay
  }
}
