/// The events of a lane in the order in which they choose their places. Their days are stored
/// together, so that the many out of view cost next to nothing.
struct LaneEvents: Sendable {
  /// Event indices, the highest priority first, then by day.
  let ranked: [Int]
  /// Of each, in the same order: the day, and the first and last day it touches.
  private let days: [Int32]
  private let firsts: [Int32]
  private let lasts: [Int32]

  init(ranked: [Int], of events: [Timeline.Event]) {
    self.ranked = ranked
    days = ranked.map { Self.clamped(events[$0].day) }
    firsts = ranked.map { Self.clamped(events[$0].days.lowerBound) }
    lasts = ranked.map { Self.clamped(events[$0].days.upperBound) }
  }

  /// The ranks of the events that touch a range of days, in order.
  func ranks(in range: ClosedRange<Int>) -> [Int] {
    let low = Self.clamped(range.lowerBound)
    let high = Self.clamped(range.upperBound)
    return ranked.indices.filter { firsts[$0] <= high && lasts[$0] >= low }
  }

  func day(ofRank rank: Int) -> Int { Int(days[rank]) }

  private static func clamped(_ day: Int) -> Int32 { Int32(clamping: day) }
}
