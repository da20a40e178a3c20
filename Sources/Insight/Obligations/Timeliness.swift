import Dataset

/// The punctuality of something due by a day.
///
/// A partial date may mean any of its days, so a deadline passes with its last day. A thing is late
/// only by the days that are certain.
public enum Timeliness: Hashable, Sendable {
  case ahead(days: Int)
  /// Done on this date, at least so many days after it was due; 0 in time.
  case done(on: PartialDate, daysLate: Int)
  /// Not done, and due so many days ago.
  case late(days: Int)
  /// Due so many days ago, after the last day that the facts reach: whether it was done is not known.
  case unverified(days: Int)

  /// Judges a deadline.
  ///
  /// - Parameters:
  ///   - deadline: when it is due.
  ///   - done: when it was done, if it was.
  ///   - day: the day of the question.
  ///   - reach: the last day of which the facts know.
  public init(deadline: PartialDate, done: PartialDate?, on day: Day, reach: Day) {
    let due = deadline.lastDay
    if let done {
      self = .done(on: done, daysLate: max(0, done.firstDay - due))
    } else if day <= due {
      self = .ahead(days: due - day)
    } else if due >= reach {
      self = .unverified(days: day - due)
    } else {
      self = .late(days: day - due)
    }
  }

  /// The days it came late, or is late still; 0 in time, `nil` where that is not decided.
  public var daysLate: Int? {
    switch self {
    case .done(_, let days), .late(let days): days
    case .ahead, .unverified: nil
    }
  }

  public var isOverdue: Bool {
    if case .late = self { return true }
    return false
  }
}

extension Dataset {
  /// The last day that the facts of a table reach: as its package says, else the day of the last
  /// revision.
  func lastDay(of table: TableName) -> Day { reach(of: table)?.lastDay ?? updated }
}
