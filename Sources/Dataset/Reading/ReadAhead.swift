import Glibc

/// A thread that reads and scans a file, at most a few blocks ahead of the maker of rows.
///
/// A block belongs to one of the two at a time. It changes hands under the lock, which also makes
/// its bytes visible to the other. The starter takes blocks until there are no more.
final class ReadAhead: @unchecked Sendable {
  private static let blocks = 6

  private let lock: UnsafeMutablePointer<pthread_mutex_t>
  private let changed: UnsafeMutablePointer<pthread_cond_t>
  private var stream: RecordStream
  private var empty: [RecordBlock]
  private var filled: [RecordBlock] = []
  private var lent: RecordBlock?
  private var outcome: Result<Void, DatasetError>?

  /// Starts it on the records that a stream has left; `nil` where the system gives no thread.
  init?(_ stream: RecordStream, width: Int) {
    self.stream = stream
    empty = (0..<ReadAhead.blocks).map { _ in RecordBlock(width: width) }
    lock = .allocate(capacity: 1)
    changed = .allocate(capacity: 1)
    pthread_mutex_init(lock, nil)
    pthread_cond_init(changed, nil)
    var thread = pthread_t()
    let reference = Unmanaged.passRetained(self)
    let code = pthread_create(
      &thread, nil,
      { argument in
        if let argument { Unmanaged<ReadAhead>.fromOpaque(argument).takeRetainedValue().run() }
        return nil
      }, reference.toOpaque())
    guard code == 0 else {
      reference.release()
      return nil
    }
    pthread_detach(thread)
  }

  deinit {
    pthread_mutex_destroy(lock)
    pthread_cond_destroy(changed)
    lock.deallocate()
    changed.deallocate()
  }

  /// The next block, valid until the following call; `nil` after the last.
  func next() throws(DatasetError) -> RecordBlock? {
    let outcome: Result<Void, DatasetError>? = exclusively {
      if let lent { empty.append(lent) }
      lent = nil
      pthread_cond_signal(changed)
      while filled.isEmpty, self.outcome == nil { pthread_cond_wait(changed, lock) }
      if filled.isEmpty { return self.outcome }
      lent = filled.removeFirst()
      return nil
    }
    try outcome?.get()
    return lent
  }

  private func run() {
    var outcome: Result<Void, DatasetError> = .success(())
    do throws(DatasetError) {
      while true {
        let block = exclusively {
          while empty.isEmpty { pthread_cond_wait(changed, lock) }
          return empty.removeLast()
        }
        guard try stream.fill(block) else { break }
        exclusively {
          filled.append(block)
          pthread_cond_signal(changed)
        }
      }
    } catch {
      outcome = .failure(error)
    }
    exclusively {
      self.outcome = outcome
      pthread_cond_signal(changed)
    }
  }

  private func exclusively<Value>(_ body: () -> Value) -> Value {
    pthread_mutex_lock(lock)
    defer { pthread_mutex_unlock(lock) }
    return body()
  }
}
