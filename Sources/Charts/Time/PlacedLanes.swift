import Synchronization

/// The lanes of a timeline as they were placed lately: a key that moves the selection changes a lane or two, and the
/// others stay as they are.
final class PlacedLanes: Sendable {
  /// Everything but the events that the places depend on.
  struct Key: Hashable, Sendable {
    let lane: TimelineLayout.Lane
    let days: ClosedRange<Int>
    /// The selected event, where it is one of the lane.
    let selected: Int?
    let hasWholeLabels: Bool
  }

  private let known = Mutex<[Key: [TimelineLayout.Item]]>([:])
  private static let limit = 64

  func items(_ key: Key, _ place: () -> [TimelineLayout.Item]) -> [TimelineLayout.Item] {
    if let items = known.withLock({ $0[key] }) { return items }
    let items = place()
    known.withLock {
      if $0.count >= PlacedLanes.limit { $0.removeAll(keepingCapacity: true) }
      $0[key] = items
    }
    return items
  }
}
