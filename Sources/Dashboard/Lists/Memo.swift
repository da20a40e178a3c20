import Synchronization

/// Values by a key, each worked out when it is first asked for and kept. The value of a key must
/// always be the same.
final class Memo<Key: Hashable & Sendable, Value: Sendable>: Sendable {
  private let known = Mutex<[Key: Value]>([:])
  private let limit: Int

  /// No values yet, and never more than a limit.
  init(limit: Int = .max) { self.limit = limit }

  func value(_ key: Key, _ make: () -> Value) -> Value {
    if let value = known.withLock({ $0[key] }) { return value }
    let value = make()
    known.withLock {
      // Rows asked for again were seen lately; a long list must not keep all of its rows.
      if $0.count >= limit { $0.removeAll(keepingCapacity: true) }
      $0[key] = value
    }
    return value
  }
}
