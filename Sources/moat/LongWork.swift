import Synchronization

/// Works something out aside, so that the terminal goes on meanwhile, and tells the event loop when it is done.
///
/// One work is wanted at a time. Work that was left runs on to its end, or until it asks, and comes to nothing: what
/// is shared is never half done.
final class LongWork<Outcome: Sendable>: Sendable {
  private struct Progress {
    /// The number of the work that is wanted; that of work that was left is lower.
    var wanted = 0
    /// True if it is to come to its end soon.
    var isHurried = false
    var outcome: Outcome?
  }

  private let bell = Bell()
  private let progress = Mutex(Progress())

  /// Becomes readable when the work is done; -1 where the system has no pipe left.
  var descriptor: Int32 { bell.descriptor }

  /// Begins a work in place of any that goes on.
  ///
  /// - Parameter work: is handed a question that it may ask: is it left, or to come to its end?
  func begin(_ work: @escaping @Sendable (_ isLeft: @Sendable () -> Bool) -> Outcome) {
    leave()
    let number = progress.withLock { $0.wanted }
    Task.detached(priority: .userInitiated) { [self] in
      let outcome = work { [self] in
        progress.withLock { $0.wanted != number || $0.isHurried }
      }
      let isWanted = progress.withLock { progress in
        guard progress.wanted == number else { return false }
        progress.outcome = outcome
        return true
      }
      if isWanted { bell.ring() }
    }
  }

  /// Takes the outcome; `nil` where there is none yet.
  func take() -> Outcome? {
    bell.silence()
    return progress.withLock { progress in
      defer { progress.outcome = nil }
      return progress.outcome
    }
  }

  /// Asks the work that goes on to come to its end; its outcome is taken as ever.
  func hurry() { progress.withLock { $0.isHurried = true } }

  /// Gives up the work that goes on.
  func leave() {
    bell.silence()
    progress.withLock { progress in
      progress.wanted += 1
      progress.isHurried = false
      progress.outcome = nil
    }
  }
}
