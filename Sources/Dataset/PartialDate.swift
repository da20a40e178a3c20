/// A date as precise as its source gave it: a year, a month or a day (ISO 8601 reduced precision).
///
/// It stays as it was written. Where an order or a day is needed, it counts from its last day, so that
/// nothing is shown as known before it certainly was.
public struct PartialDate: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// How much of a date is known.
  public enum Precision: Int, Sendable {
    /// Only the year.
    case year
    /// Year and month.
    case month
    /// The whole date.
    case day
  }

  // Year, month and day in one word; a zero month or day is one that is not known.
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

  /// A whole day.
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
    func number(_ range: Range<Int>) -> Int? {
      var value = 0
      for index in range {
        let digit = Int(bytes[index]) - 48
        guard (0...9).contains(digit) else { return nil }
        value = value * 10 + digit
      }
      return value
    }
    let dash = UInt8(ascii: "-")
    switch bytes.count {
    case 4:
      guard let year = number(0..<4) else { return nil }
      self.init(year: year)
    case 7:
      guard bytes[4] == dash, let year = number(0..<4), let month = number(5..<7) else {
        return nil
      }
      self.init(year: year, month: month)
    case 10:
      guard bytes[4] == dash, bytes[7] == dash, let year = number(0..<4),
        let month = number(5..<7), let day = number(8..<10)
      else { return nil }
      self.init(year: year, month: month, day: day)
    default: return nil
    }
  }

  /// The year.
  public var year: Int { Int(packed >> 9) }

  /// The month, 1...12, where it is known.
  public var month: Int? { packed >> 5 & 15 == 0 ? nil : Int(packed >> 5 & 15) }

  /// The day of the month, where it is known.
  public var day: Int? { packed & 31 == 0 ? nil : Int(packed & 31) }

  /// How much of the date is known.
  public var precision: Precision { month == nil ? .year : day == nil ? .month : .day }

  /// The first day that the date may mean.
  public var firstDay: Day { Day(unchecked: year, month ?? 1, day ?? 1) }

  /// The last day that the date may mean.
  public var lastDay: Day {
    let month = month ?? 12
    return Day(unchecked: year, month, day ?? Day.length(ofMonth: month, year: year))
  }

  /// The day from which a fact of this date is known: its last day, or the day on which the dataset
  /// was last revised where that is earlier (a row dated `2026` is known by then).
  public func known(revised: Day) -> Day {
    precision == .day ? lastDay : min(lastDay, max(revised, firstDay))
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
