import Glibc
import Synchronization

/// Turns signals into something `poll` can wait for: a handler writes each into a pipe.
final class SignalPipe {
  let readEnd: Int32
  private let writeEnd: Int32
  private var earlier: [(signal: Int32, action: sigaction)] = []

  private static let signals = [SIGINT, SIGTERM, SIGHUP, SIGTSTP, SIGCONT, SIGWINCH]
  /// The signals that a failed write tells by its error too.
  private static let ignored = [SIGPIPE, SIGXFSZ]

  /// Signals that wait to be read and mean the end. The third in a row ends a program that does not
  /// listen any more.
  private static let unread = Atomic<Int>(0)
  private static let target = Atomic<Int32>(-1)

  /// Opens the pipe and routes the signals into it. A signal that the parent told us to ignore
  /// (`nohup`, a shell without job control) stays ignored.
  init() throws(TerminalError) {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { throw .system(operation: "pipe", code: errno) }
    for end in ends {
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
    }
    (readEnd, writeEnd) = (ends[0], ends[1])
    SignalPipe.unread.store(0, ordering: .relaxed)
    SignalPipe.target.store(writeEnd, ordering: .releasing)
    for signal in SignalPipe.signals {
      var old = sigaction()
      sigaction(signal, nil, &old)
      let mayBeIgnored = signal == SIGHUP || signal == SIGTSTP
      if mayBeIgnored && old.isIgnored { continue }
      earlier.append((signal, old))
      route(signal)
    }
    for signal in SignalPipe.ignored {
      var old = sigaction()
      var action = sigaction()
      action.__sigaction_handler.sa_handler = SIG_IGN
      sigaction(signal, &action, &old)
      earlier.append((signal, old))
    }
  }

  /// Signals that must reach the session: a parent that keeps signals from itself hands that on, and
  /// then no resize would ever be seen.
  static var wanted: [Int32] { signals + [SIGQUIT] }

  /// The signals since the last call, in the order they came.
  func drain() -> [Int32] {
    var bytes = [UInt8](repeating: 0, count: 64)
    var signals: [Int32] = []
    while true {
      let count = read(readEnd, &bytes, bytes.count)
      guard count > 0 else { break }
      signals += bytes[..<count].map(Int32.init)
    }
    SignalPipe.unread.store(0, ordering: .relaxed)
    return signals
  }

  /// Lets a signal have the action it had before us.
  func release(_ signal: Int32) {
    if var saved = earlier.first(where: { $0.signal == signal })?.action {
      sigaction(signal, &saved, nil)
    }
  }

  func route(_ signal: Int32) {
    var action = sigaction()
    action.__sigaction_handler.sa_handler = noteSignal
    action.sa_flags = Int32(SA_RESTART)
    sigaction(signal, &action, nil)
  }

  /// True if a signal is routed into the pipe, rather than ignored as the parent wished.
  func isRouted(_ signal: Int32) -> Bool { earlier.contains { $0.signal == signal } }

  func close() {
    for (signal, _) in earlier { release(signal) }
    earlier = []
    SignalPipe.target.store(-1, ordering: .releasing)
    _ = Glibc.close(readEnd)
    _ = Glibc.close(writeEnd)
  }

  fileprivate static func note(_ signal: Int32) {
    let savedError = errno
    var byte = UInt8(truncatingIfNeeded: signal)
    _ = write(target.load(ordering: .acquiring), &byte, 1)
    if signal == SIGINT || signal == SIGTERM || signal == SIGHUP {
      let (_, count) = unread.add(1, ordering: .relaxed)
      if count >= 3 {
        Rescue.run()
        var action = sigaction()
        sigaction(signal, &action, nil)
        raise(signal)
      }
    }
    errno = savedError
  }
}

private func noteSignal(_ signal: Int32) {
  SignalPipe.note(signal)
}

extension sigaction {
  /// True if the signal is ignored; `SIG_IGN` is the address 1.
  var isIgnored: Bool {
    unsafeBitCast(__sigaction_handler.sa_handler, to: Int.self) == 1
  }
}
