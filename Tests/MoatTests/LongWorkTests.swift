import Dashboard
import Glibc
import Synchronization
import TestSupport
import Testing

@testable import moat

/// Work that goes on next to the event loop.
@Suite struct LongWorkTests {
  /// Work that ends when it is told to.
  private final class Gate: Sendable {
    private let isOpen = Mutex(false)

    func pass() { while !isOpen.withLock({ $0 }) { usleep(1_000) } }
    func open() { isOpen.withLock { $0 = true } }
  }

  private func isRung(_ work: LongWork<Int>, within milliseconds: Int32 = 20_000) -> Bool {
    var waited = pollfd(fd: work.descriptor, events: Int16(POLLIN), revents: 0)
    return poll(&waited, 1, milliseconds) == 1
  }

  @Test func anOutcomeIsTakenOnce() {
    let work = LongWork<Int>()
    let gate = Gate()
    work.begin { _ in
      gate.pass()
      return 7
    }
    #expect(work.take() == nil, "this thread goes on")
    gate.open()
    #expect(isRung(work))
    #expect(work.take() == 7)
    #expect(work.take() == nil)
  }

  @Test func workThatWasLeftComesToNothing() {
    let work = LongWork<Int>()
    let (gate, ended) = (Gate(), Gate())
    work.begin { isLeft in
      gate.pass()
      if isLeft() { ended.open() }
      return 7
    }
    work.leave()
    gate.open()
    ended.pass()
    #expect(!isRung(work, within: 50))
    #expect(work.take() == nil)
  }

  @Test func theLaterWorkIsWanted() {
    let work = LongWork<Int>()
    let gate = Gate()
    work.begin { isLeft in
      while !isLeft() { usleep(1_000) }
      gate.open()
      return 7
    }
    work.begin { isLeft in
      gate.pass()
      return isLeft() ? 0 : 8
    }
    #expect(isRung(work))
    #expect(work.take() == 8)
  }

  @Test func workThatIsHurriedComesToItsOutcome() {
    let work = LongWork<Int>()
    work.begin { isLeft in
      while !isLeft() { usleep(1_000) }
      return 7
    }
    work.hurry()
    #expect(isRung(work))
    #expect(work.take() == 7)
    work.begin { $0() ? 0 : 8 }
    #expect(isRung(work))
    #expect(work.take() == 8, "the next work has its time")
  }

  /// Files that nobody waits for any more are not begun, and the words say so.
  @Test func aScreenThatIsLeftIsNotWritten() throws {
    let world = World(dataset: try FrozenLedger.dataset(), today: try day("2026-11-22"))
    let export = ScreenExport(
      state: State(world: world, page: .capital), theme: .standard, names: ExportNames())
    let outcome = export.write(as: [.csv, .json], pane: nil) { true }
    #expect(outcome.message == .note("left; no file was written"))
  }
}
