import Dashboard
import Synchronization

/// Lays a picture out aside at more effort, so that no key waits for it. Tells the event loop when it
/// is done.
///
/// One picture is laid out at a time. The state takes it only where nothing happened meanwhile.
final class PictureRefiner: Sendable {
  private struct Progress {
    var isBusy = false
    var done: Action?
  }

  private let bell = Bell()
  private let progress = Mutex(Progress())

  /// Becomes readable when a picture is done; -1 where the system has no pipe left.
  var descriptor: Int32 { bell.descriptor }

  /// Begins with the picture on the screen, where a better picture can be made.
  func begin(_ state: State) {
    guard descriptor >= 0, !progress.withLock({ $0.isBusy }), let work = state.refinement else {
      return
    }
    let moment = state.moment
    progress.withLock { $0.isBusy = true }
    Task.detached(priority: .utility) { [self] in
      let screen = work()
      progress.withLock { progress in
        progress.isBusy = false
        progress.done = .refined(screen, moment: moment)
      }
      bell.ring()
    }
  }

  /// Takes the picture that was done last; `nil` where there is none.
  func take() -> Action? {
    bell.silence()
    return progress.withLock { progress in
      defer { progress.done = nil }
      return progress.done
    }
  }
}
