/// The days in view of a time axis, and how keys change them: from decades down to a week.
public struct TimeWindow: Hashable, Sendable {
  public let days: ClosedRange<Int>

  /// The spans zooming steps through, in days: a week to half a century.
  public static let spans = [7, 14, 31, 62, 92, 183, 366, 731, 1_096, 1_827, 3_653, 7_305, 18_263]

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

  /// The window a step of the zoom nearer or farther, with `anchor` staying where it is in view;
  /// the same window at either end.
  public func zoomed(in isNearer: Bool, around anchor: Int) -> TimeWindow {
    let next =
      isNearer
      ? Self.spans.last { $0 < span } : Self.spans.first { $0 > span }
    guard let next else { return self }
    let anchor = min(max(anchor, days.lowerBound), days.upperBound)
    let before = (anchor - days.lowerBound) * next / span
    return TimeWindow(days: anchor - before...anchor - before + next - 1)
  }

  /// The window moved by a quarter of its span, or by whole quarters: negative is earlier.
  public func panned(byQuarters quarters: Int) -> TimeWindow {
    moved(by: max(1, span / 4) * min(max(quarters, -1_000), 1_000))
  }

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
