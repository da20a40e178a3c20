/// Days laid on cells: the column of a day, the day of a column, and the ticks.
///
///     2025   Apr    Jul    Oct    2026   Apr
public struct TimeScale: Hashable, Sendable {
  public struct Tick: Hashable, Sendable {
    public let day: Int
    /// The column of the day, 0 being the scale's first.
    public let x: Int
    /// The label; empty where its room is taken.
    public let label: String
    /// True if a larger unit begins here: a year among months, a month among days.
    public let isMajor: Bool
  }

  /// The days shown, both ends included.
  public let days: ClosedRange<Int>
  public let columns: Int

  /// A scale of `columns` columns over `days`. Days are kept within some ten thousand years of
  /// 1970, so that no sum overflows.
  public init(days: ClosedRange<Int>, columns: Int) {
    let limit = 4_000_000
    let low = min(max(days.lowerBound, -limit), limit)
    let high = min(max(days.upperBound, low), limit)
    self.days = low...high
    self.columns = max(0, columns)
  }

  /// The number of days the scale covers; at least 1.
  public var span: Int { days.upperBound - days.lowerBound + 1 }

  /// The column in which a day begins; outside 0..<columns for a day that is not shown.
  public func x(of day: Int) -> Int {
    let day = min(max(day, -8_000_000), 8_000_000)
    return CivilDate.floorDivide((day - days.lowerBound) * columns, span)
  }

  /// The column at which a day begins; its whole part is the day's column.
  public func position(of day: Int) -> Double {
    let day = min(max(day, -8_000_000), 8_000_000)
    return Double(day - days.lowerBound) * Double(columns) / Double(span)
  }

  /// The first day that begins in a column or after it.
  public func day(at x: Int) -> Int {
    guard columns > 0 else { return days.lowerBound }
    let x = min(max(x, 0), columns)
    return days.lowerBound + (x * span + columns - 1) / columns
  }

  /// The ticks of the finest unit whose labels do not touch.
  ///
  /// Among days the month's name stands at its first day; among months the year at January. The
  /// first label is a full date (`14 Mar 2026`, `Mar 25`) where there is room. `gap` is the least
  /// number of blank columns between two labels.
  public func ticks(gap: Int = 3) -> [Tick] {
    guard columns > 0 else { return [] }
    for unit in Unit.allCases {
      // Cheap bound first: a unit with more ticks than columns need not be laid out.
      guard span / unit.days <= columns else { continue }
      let ticks = ticks(of: unit)
      if fits(ticks, gap: gap) { return expandingFirst(ticks, unit: unit, gap: gap) }
    }
    return []
  }

  private func ticks(of unit: Unit) -> [Tick] {
    unit.starts(in: days).map { day in
      let date = CivilDate(dayNumber: day)
      return Tick(
        day: day,
        x: x(of: day),
        label: unit.label(date),
        isMajor: unit.isMajor(date)
      )
    }
  }

  private func fits(_ ticks: [Tick], gap: Int) -> Bool {
    zip(ticks, ticks.dropFirst()).allSatisfy { left, right in
      left.x + left.label.count + gap <= right.x
    }
  }

  /// Writes the first label in full, at the cost of the labels after it where nothing else tells
  /// the year. Drops a last label that would leave the scale.
  private func expandingFirst(_ ticks: [Tick], unit: Unit, gap: Int) -> [Tick] {
    var ticks = ticks
    if let last = ticks.last, last.x + last.label.count > columns {
      ticks[ticks.count - 1] = last.relabelled("")
    }
    guard let first = ticks.first, !first.label.isEmpty else { return ticks }
    let next = ticks.dropFirst().first { !$0.label.isEmpty }?.x ?? columns + gap
    let labels = unit.fullLabels(CivilDate(dayNumber: first.day))
    let ends = labels.map { first.x + $0.count }
    guard let index = ends.firstIndex(where: { $0 + gap <= next }) ?? ends.indices.last,
      ends[index] <= columns
    else { return ticks }
    return [first.relabelled(labels[index])]
      + ticks.dropFirst().map { $0.x < ends[index] + gap ? $0.relabelled("") : $0 }
  }
}

extension TimeScale.Tick {
  fileprivate func relabelled(_ label: String) -> TimeScale.Tick {
    TimeScale.Tick(day: day, x: x, label: label, isMajor: isMajor)
  }
}
