import Dataset
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

  private let bell = Bell()
  private let progress = Mutex(Progress())
  private let read: @Sendable () -> Outcome

  /// - Parameters:
  ///   - named: The folders that were named; where none was, they are searched for at each reading.
  ///   - folders: The folders to read where the search finds none.
  convenience init(named: [String], else folders: DataFolders) {
    self.init {
      let found = DataFolders.standing(named: named) ?? folders
      do throws(DatasetError) { return .success(try found.dataset()) } catch {
        return .failure(error)
      }
    }
  }

  init(_ read: @escaping @Sendable () -> Outcome) {
    self.read = read
  }

  /// Becomes readable when data was read; -1 where the system has no pipe left.
  var descriptor: Int32 { bell.descriptor }

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
    bell.silence()
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
    bell.ring()
  }
}
