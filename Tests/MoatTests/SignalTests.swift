import Foundation
import Glibc
import Testing

@Suite("Every signal leaves the terminal as it was", .serialized)
struct SignalTests {
  /// Signals that end a program. The kernel's own (KILL, STOP) are left out, as are those that stop and
  /// those that mean nothing. Of the real-time signals there are the first, the last and one between.
  static let signals: [Int32] =
    (1...31).filter { ![9, 17, 18, 19, 20, 21, 22, 23, 28].contains($0) } + [34, 50, 64]

  @Test(arguments: signals)
  func atAnyMoment(_ signal: Int32) throws {
    for moment in [nil, UInt32.random(in: 0..<60_000)] {
      let terminal = try PseudoTerminal()
      let before = terminal.modes
      if let moment {
        usleep(moment)
      } else {
        #expect(terminal.wait { terminal.wrote("Overview") })
      }
      kill(terminal.process, signal)
      // An ignored signal ends with the next.
      if terminal.end(seconds: signal == SIGPIPE || signal == SIGXFSZ ? 0.3 : 20) == nil {
        kill(terminal.process, SIGTERM)
      }
      #expect(terminal.end() != nil, "\(signal) at \(moment ?? 0)")
      #expect(terminal.modes == before, "\(signal) at \(moment ?? 0)")
      #expect(terminal.leftOn == [], "\(signal) at \(moment ?? 0)")
    }
  }

  @Test func aResizeJustBeforeTheEndLeavesNoRegion() throws {
    let terminal = try PseudoTerminal()
    #expect(terminal.wait { terminal.wrote("Overview") })
    for height in [UInt16(40), 20, 50] {
      terminal.resize(width: 90, height: height)
      usleep(2_000)
    }
    kill(terminal.process, SIGTERM)
    #expect(terminal.end() != nil)
    #expect(terminal.leftOn == [])
  }

  @Test(arguments: [SIGTERM, SIGQUIT, SIGHUP])
  func whatTheParentKeepsBackIsHeard(_ signal: Int32) throws {
    let terminal = try PseudoTerminal(blocked: true)
    let before = terminal.modes
    #expect(terminal.wait { terminal.wrote("Overview") })
    terminal.pump(milliseconds: 200)
    let start = terminal.output.count
    terminal.resize(width: 60, height: 20)
    #expect(terminal.wait { terminal.output.count > start })
    kill(terminal.process, signal)
    #expect(terminal.end() != nil)
    #expect(terminal.modes == before)
    #expect(terminal.leftOn == [])
  }

  @Test func controlKeysAreBytes() throws {
    let terminal = try PseudoTerminal()
    let before = terminal.modes
    #expect(terminal.wait { terminal.wrote("Overview") })
    let start = terminal.output.count
    terminal.send("\u{13}3")
    #expect(terminal.wait { terminal.wrote("accelerators", behind: start) })
    terminal.send("\u{11}\u{1B}[200~\u{3}\u{1C}\u{1A}q\u{1B}[201~\u{1B}]11;rgb:q/q/q\u{1B}\\")
    terminal.send("\u{1C}")
    #expect(terminal.end().map { $0 & 0x7F } == SIGQUIT)
    #expect(terminal.modes == before)
    #expect(terminal.leftOn == [])
  }

  @Test(arguments: ["j", "2345678", "\u{1B}", "\u{1B}[<64;5;5M"])
  func aFloodIsDrawnAndEnds(_ flood: String) throws {
    for end in [SIGTERM, 0] {
      let terminal = try PseudoTerminal()
      #expect(terminal.wait { terminal.wrote("Overview") })
      terminal.send("2")
      terminal.pump(milliseconds: 200)
      let keys = Array(String(repeating: flood, count: 4_096 / flood.utf8.count).utf8)
      let start = terminal.output.count
      for _ in 0..<200 { terminal.offer(keys) }
      // At the end of a list `j` moves nothing, and so draws nothing.
      if flood.first != "j" && flood.first != "\u{1B}" {
        #expect(
          terminal.wait {
            terminal.offer(keys); return terminal.output.count > start
          })
      }
      if end == SIGTERM { kill(terminal.process, SIGTERM) } else { terminal.send("\u{3}") }
      var isOver = false
      for _ in 0..<2_000 where !isOver {
        terminal.offer(keys)
        isOver = terminal.end(seconds: 0.005) != nil
      }
      #expect(isOver)
      #expect(terminal.leftOn == [])
    }
  }
}
