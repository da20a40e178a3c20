import Synchronization

/// A value that is worked out when it is first asked for, and kept. The value must always be the
/// same, so that nobody can tell when that was.
final class Once<Value: Sendable>: Sendable {
  private let known = Mutex<Value?>(nil)

  func value(_ make: () -> Value) -> Value {
    if let value = known.withLock({ $0 }) { return value }
    let value = make()
    known.withLock { $0 = value }
    return value
  }
}
