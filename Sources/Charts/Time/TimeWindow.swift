/// The days in view of a time axis, and how keys change them: from decades down to a week.
public struct TimeWindow: Hashable, Sendable {
  public let days: ClosedRange<Int>

  public init(days: ClosedRange<Int>) {
    self.days = days
  }

  /// The window of a span in days with a day in its middle.
  public init(around day: Int, span: Int) {
    let span = max(1, min(span, 4_000_000))
    let day = min(max(day, -4_000_000), 4_000_000)
    days = day - span / 2...day - span / 2 + span - 1
  }

  public var span: Int { days.upperBound - days.lowerBound + 1 }

  /// The window moved just far enough that a day is in view, a tenth of the span from the edge.
  public func revealing(_ day: Int) -> TimeWindow {
    let margin = span / 10
    if day < days.lowerBound + margin { return moved(by: day - margin - days.lowerBound) }
    if day > days.upperBound - margin { return moved(by: day + margin - days.upperBound) }
    return self
  }

  private func moved(by count: Int) -> TimeWindow {
    TimeWindow(days: days.lowerBound + count...days.upperBound + count)
  }
}
