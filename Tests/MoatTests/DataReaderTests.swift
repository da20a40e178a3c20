import Dataset
import Glibc
import Synchronization
import Testing

@testable import moat

/// Reading the data again next to the event loop.
@Suite struct DataReaderTests {
  /// A reading that ends when it is told to.
  private final class Gate: Sendable {
    private let count = Mutex(0)
    private let semaphore = Mutex<[Bool]>([])
    var readings: Int { count.withLock { $0 } }

    func read() -> DataReader.Outcome {
      count.withLock { $0 += 1 }
      while semaphore.withLock({ $0.isEmpty }) { usleep(1_000) }
      semaphore.withLock { _ = $0.removeLast() }
      return .failure(.noPackage)
    }

    func open() { semaphore.withLock { $0.append(true) } }
  }

  private func wait(for reader: DataReader) -> Bool {
    var waited = pollfd(fd: reader.descriptor, events: Int16(POLLIN), revents: 0)
    return poll(&waited, 1, 20_000) == 1
  }

  @Test func keysGoOnWhileItReads() throws {
    let gate = Gate()
    let reader = DataReader { gate.read() }
    reader.start()
    #expect(reader.isReading, "and this thread goes on")
    #expect(reader.take() == nil)
    gate.open()
    #expect(wait(for: reader))
    #expect(reader.take() != nil)
    #expect(reader.take() == nil, "a result is taken once")
    #expect(!reader.isReading)
  }

  /// A change while it reads is read after it, once.
  @Test func aChangeMeanwhileIsReadToo() throws {
    let gate = Gate()
    let reader = DataReader { gate.read() }
    reader.start()
    while gate.readings == 0 { usleep(1_000) }
    for _ in 0..<5 { reader.start() }
    gate.open()
    gate.open()
    #expect(wait(for: reader))
    #expect(gate.readings == 2)
    #expect(reader.take() != nil)
  }
}
