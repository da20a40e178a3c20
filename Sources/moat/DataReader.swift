import Dataset
import Glibc
import Synchronization

/// Reads the data aside, so that keys go on meanwhile, and tells the event loop when it is there.
///
/// One reading goes on at a time. Changes during a reading are read after it, and the result handed
/// over is always the last.
final class DataReader: Sendable {
  typealias Outcome = Result<Dataset, DatasetError>

  private struct Progress {
    var isReading = false
    var isStale = false
    var outcome: Outcome?
  }

  /// Becomes readable when data was read; -1 where the system has no pipe left.
  let descriptor: Int32
  private let writing: Int32
  private let progress = Mutex(Progress())
  private let read: @Sendable () -> Outcome

  convenience init(_ folders: DataFolders) {
    self.init {
      do throws(DatasetError) { return .success(try folders.dataset()) } catch {
        return .failure(error)
      }
    }
  }

  init(_ read: @escaping @Sendable () -> Outcome) {
    self.read = read
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

  var isReading: Bool { progress.withLock { $0.isReading } }

  /// Begins to read, or reads once more when the reading that goes on has ended.
  func start() {
    let begins = progress.withLock { progress in
      if progress.isReading {
        progress.isStale = true
        return false
      }
      progress.isReading = true
      return true
    }
    if begins { Task.detached(priority: .userInitiated) { [self] in work() } }
  }

  /// Takes what was read last; `nil` where there is nothing new.
  func take() -> Outcome? {
    var bytes = [UInt8](repeating: 0, count: 64)
    while Glibc.read(descriptor, &bytes, bytes.count) > 0 {}
    return progress.withLock { progress in
      defer { progress.outcome = nil }
      return progress.outcome
    }
  }

  private func work() {
    while true {
      let outcome = read()
      let isDone = progress.withLock { progress in
        if progress.isStale {
          progress.isStale = false
          return false
        }
        progress.isReading = false
        progress.outcome = outcome
        return true
      }
      if isDone { break }
    }
    var byte: UInt8 = 1
    _ = write(writing, &byte, 1)
  }
}
