import Dataset
import Glibc
import Synchronization

/// Reads the data aside, so that keys go on meanwhile, and tells the event loop when it is there.
///
/// One reading goes on at a time. What changes while one goes on is read after it, and the result handed
/// over is always the last one.
final class DataReader: Sendable {
  typealias Outcome = Result<Dataset, DatasetError>

  private struct Progress {
    var isReading = false
    /// True if the files changed since the reading began.
    var isStale = false
    var outcome: Outcome?
  }

  /// Becomes readable when data was read; -1 where the system has no such thing.
  let descriptor = eventfd(0, Int32(EFD_CLOEXEC) | Int32(EFD_NONBLOCK))
  private let progress = Mutex(Progress())
  private let read: @Sendable () -> Outcome

  /// A reader of packages.
  convenience init(_ folders: DataFolders) {
    self.init {
      do throws(DatasetError) { return .success(try folders.dataset()) } catch {
        return .failure(error)
      }
    }
  }

  /// A reader by another way.
  init(_ read: @escaping @Sendable () -> Outcome) { self.read = read }

  deinit {
    if descriptor >= 0 { close(descriptor) }
  }

  /// True while a reading goes on.
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
    var count: UInt64 = 0
    _ = Glibc.read(descriptor, &count, MemoryLayout<UInt64>.size)
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
    var one: UInt64 = 1
    _ = write(descriptor, &one, MemoryLayout<UInt64>.size)
  }
}
