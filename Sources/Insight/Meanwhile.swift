import Dataset
import Glibc
import Synchronization

/// Work on a thread of its own: a thread of the runtime's may wait for others that wait too.
private final class Meanwhile: Sendable {
  private let work: @Sendable () -> Void

  private init(_ work: @escaping @Sendable () -> Void) { self.work = work }

  /// Starts a work; the thread to wait for, `nil` where the system gives none.
  static func start(_ work: @escaping @Sendable () -> Void) -> pthread_t? {
    var thread = pthread_t()
    let reference = Unmanaged.passRetained(Meanwhile(work))
    let code = pthread_create(
      &thread, nil,
      { argument in
        if let argument { Unmanaged<Meanwhile>.fromOpaque(argument).takeRetainedValue().work() }
        return nil
      }, reference.toOpaque())
    guard code == 0 else {
      reference.release()
      return nil
    }
    return thread
  }
}

/// The place where a thread leaves its answer.
private final class Answer<Value: Sendable>: Sendable {
  let value = Mutex<Value?>(nil)
}

extension Snapshot {
  /// The number of rounds from which on a second thread saves more than it costs.
  private static let many = 50_000

  /// Two answers that do not need each other. With very many rounds another thread works the second out meanwhile.
  public func both<First, Second: Sendable>(
    _ first: () -> First, _ second: @escaping @Sendable () -> Second
  ) -> (First, Second) {
    guard rounds.count > Snapshot.many else { return (first(), second()) }
    let answer = Answer<Second>()
    let thread = Meanwhile.start {
      let value = second()
      answer.value.withLock { $0 = value }
    }
    let value = first()
    if let thread { pthread_join(thread, nil) }
    return (value, answer.value.withLock { $0 } ?? second())
  }
}
