import Dashboard
import Glibc
import Synchronization

/// Lays a picture out aside at more effort, so that no key waits for it, and tells the event loop when
/// it is done.
///
/// One picture is laid out at a time. The state takes it only where nothing happened meanwhile.
final class PictureRefiner: Sendable {
  private struct Progress {
    var isBusy = false
    var done: Action?
  }

  /// Becomes readable when a picture is done; -1 where the system has no pipe left.
  let descriptor: Int32
  private let writing: Int32
  private let progress = Mutex(Progress())

  init() {
    var ends: [Int32] = [-1, -1]
    if pipe(&ends) == 0 {
      for end in ends {
        _ = fcntl(end, F_SETFD, FD_CLOEXEC)
        _ = fcntl(end, F_SETFL, O_NONBLOCK)
      }
    }
    (descriptor, writing) = (ends[0], ends[1])
  }

  deinit {
    for end in [descriptor, writing] where end >= 0 { close(end) }
  }

  /// Begins with the picture on the screen, where there is a better one to be made.
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
      var byte: UInt8 = 1
      _ = write(writing, &byte, 1)
    }
  }

  /// Takes the picture that was done last; `nil` where there is none.
  func take() -> Action? {
    var bytes = [UInt8](repeating: 0, count: 64)
    while read(descriptor, &bytes, bytes.count) > 0 {}
    return progress.withLock { progress in
      defer { progress.done = nil }
      return progress.done
    }
  }
}
