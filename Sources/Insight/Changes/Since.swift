import Dataset

/// The earlier of two days, as it is written: a date, how long ago, or the last visit.
public enum Since: Hashable, Sendable {
  case day(Day)
  /// So many days before the day shown.
  case days(Int)
  /// So many months before the day shown.
  case months(Int)
  case lastVisit

  /// Words that say what can be written.
  public static let examples = "2026-03-21, 7d, 2w, 3m, 1y, yesterday or last-visit"

  /// Reads `2026-03-21`, `2026-03`, `2026`, `7d`, `2w`, `3m`, `1y`, `today`, `yesterday` or `last-visit`;
  /// `nil` for anything else.
  public init?(_ text: some StringProtocol) {
    let word = text.lowercased()
    switch word {
    case "today": self = .days(0)
    case "yesterday": self = .days(1)
    case "last-visit": self = .lastVisit
    default:
      if let date = PartialDate(word) {
        self = .day(date.lastDay)
        return
      }
      // A sign is no number of days ago.
      guard let unit = word.last, word.first?.isNumber == true, let number = Int(word.dropLast()),
        number <= Since.most
      else { return nil }
      switch unit {
      case "d": self = .days(number)
      case "w": self = .days(number * 7)
      case "m": self = .months(number)
      case "y" where number <= Since.most / 12: self = .months(number * 12)
      default: return nil
      }
    }
  }

  /// No ledger reaches further back.
  private static let most = 9_999

  /// The day meant; `nil` for the last visit where there was none.
  ///
  /// - Parameters:
  ///   - shown: the day shown, that days ago are counted from.
  ///   - lastVisit: the day of the last visit.
  public func day(before shown: Day, lastVisit: Day?) -> Day? {
    switch self {
    case .day(let day): day
    case .days(let count): shown.adding(days: -count)
    case .months(let count): shown.adding(months: -count)
    case .lastVisit: lastVisit
    }
  }
}
