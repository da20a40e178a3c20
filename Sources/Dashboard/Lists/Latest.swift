import Synchronization

/// The value of the key that was asked for last. The value of a key must always be the same.
final class Latest<Key: Equatable & Sendable, Value: Sendable>: Sendable {
  private let kept = Mutex<(key: Key, value: Value)?>(nil)

  func value(_ key: Key, _ make: () -> Value) -> Value {
    if let value = kept.withLock({ $0?.key == key ? $0?.value : nil }) { return value }
    let value = make()
    kept.withLock { $0 = (key, value) }
    return value
  }
}
