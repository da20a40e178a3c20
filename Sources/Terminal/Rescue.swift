import Glibc
import Synchronization

/// Gives the terminal back when the program ends in a way nobody planned.
///
/// This is the only place with state for the whole process: a signal handler and `atexit` have
/// nothing else. While a session is open it holds a plan. Whoever takes the plan first carries it
/// out, so it happens once.
enum Rescue {
  /// The preparation for a signal handler: no allocation, no lock.
  struct Plan {
    let input: Int32
    let output: Int32
    /// Leaves the alternate screen, shows the cursor, and so on.
    let sequence: UnsafeMutableBufferPointer<UInt8>
    /// The modes the terminal had before.
    var modes: termios
  }

  /// Every signal that ends a program unless it is caught: because something is badly wrong, because it
  /// was told to dump, or because nobody took an interest. Those a session listens to or ignores are
  /// `SignalPipe`'s.
  static let fatalSignals =
    [
      SIGQUIT, SIGILL, SIGTRAP, SIGABRT, SIGBUS, SIGFPE, SIGSEGV, SIGSYS, SIGXCPU, SIGALRM,
      SIGVTALRM, SIGPROF, SIGUSR1, SIGUSR2, SIGIO, SIGSTKFLT, SIGPWR,
    ] + Array(firstRealTime...lastRealTime)

  /// The system's library keeps the two real-time signals before these for itself.
  private static let firstRealTime: Int32 = 34
  private static let lastRealTime: Int32 = 64

  /// Addresses of a ``Plan`` and of the earlier actions of all signals; 0 for none.
  private static let plan = Atomic<UInt>(0)
  private static let earlier = Atomic<UInt>(0)

  static var isArmed: Bool { plan.load(ordering: .acquiring) != 0 }

  /// Prepares the plan, in place of a former plan.
  static func arm(input: Int32, output: Int32, modes: termios, sequence: [UInt8]) {
    let bytes = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: max(1, sequence.count))
    let used = bytes[bytes.startIndex..<bytes.startIndex + sequence.count]
    _ = UnsafeMutableBufferPointer(rebasing: used).initialize(from: sequence)
    let new = UnsafeMutablePointer<Plan>.allocate(capacity: 1)
    new.initialize(
      to: Plan(
        input: input, output: output, sequence: UnsafeMutableBufferPointer(rebasing: used),
        modes: modes))
    release(exchange(UInt(bitPattern: new)))
  }

  /// Drops the plan: the terminal has been given back in order.
  static func disarm() {
    release(exchange(0))
  }

  private static func exchange(_ new: UInt) -> UnsafeMutablePointer<Plan>? {
    UnsafeMutablePointer(bitPattern: plan.exchange(new, ordering: .acquiringAndReleasing))
  }

  private static func release(_ old: UnsafeMutablePointer<Plan>?) {
    guard let old else { return }
    old.pointee.sequence.deallocate()
    old.deallocate()
  }

  /// Carries the plan out, if any. Safe in a signal handler: `write` and `tcsetattr` are
  /// (POSIX.1-2017, 2.4.3).
  static func run() {
    guard let taken = exchange(0) else { return }
    var offset = 0
    let bytes = taken.pointee.sequence
    while offset < bytes.count, let start = bytes.baseAddress {
      let written = write(taken.pointee.output, start + offset, bytes.count - offset)
      if written <= 0 { break }
      offset += written
    }
    _ = tcsetattr(taken.pointee.input, TCSANOW, &taken.pointee.modes)
  }

  /// Puts the plan before the end of the program by a crash or by `exit`. Only the first call does.
  static func guardProcess() {
    guard earlier.load(ordering: .acquiring) == 0 else { return }
    let saved = UnsafeMutablePointer<sigaction>.allocate(capacity: 65)
    saved.initialize(repeating: sigaction(), count: 65)
    earlier.store(UInt(bitPattern: saved), ordering: .releasing)
    provideSignalStack()
    for signal in fatalSignals { guardAgainst(signal, saving: saved + Int(signal)) }
    atexit { Rescue.run() }
  }

  /// Puts the plan before the end by SIGQUIT again, after the signal was used otherwise.
  static func guardQuit() {
    guardAgainst(SIGQUIT, saving: nil)
  }

  /// Takes a signal, unless the parent wished it to be ignored.
  private static func guardAgainst(_ signal: Int32, saving old: UnsafeMutablePointer<sigaction>?) {
    var current = sigaction()
    guard sigaction(signal, nil, &current) == 0, !current.isIgnored else { return }
    var action = sigaction()
    action.__sigaction_handler.sa_sigaction = rescueAndEnd
    action.sa_flags = SA_SIGINFO | SA_ONSTACK
    sigaction(signal, &action, old)
  }

  /// A stack of its own for the handlers: the crash may be that the stack is used up.
  private static func provideSignalStack() {
    var current = stack_t()
    guard sigaltstack(nil, &current) == 0, current.ss_flags & Int32(SS_DISABLE) != 0 else {
      return
    }
    let size = 64 * 1024
    var stack = stack_t()
    stack.ss_sp = UnsafeMutableRawPointer.allocate(byteCount: size, alignment: 16)
    stack.ss_size = size
    sigaltstack(&stack, nil)
  }

  /// Lets a signal have the action it had before, which may explain a crash.
  fileprivate static func restoreAction(of signal: Int32) {
    let saved = UnsafeMutablePointer<sigaction>(
      bitPattern: earlier.load(ordering: .acquiring))
    if let saved { sigaction(signal, saved + Int(signal), nil) }
  }
}

/// Gives the terminal back and lets the signal do what it would have done without us.
///
/// Only a fault of the program's own is explained by the action there was before. A signal that was sent,
/// Ctrl-\ among them, ends the program at once: nobody asked for questions in a terminal given back.
private func rescueAndEnd(
  _ signal: Int32, _ info: UnsafeMutablePointer<siginfo_t>?, _ context: UnsafeMutableRawPointer?
) {
  Rescue.run()
  let isFault =
    signal == SIGSEGV || signal == SIGBUS || signal == SIGILL || signal == SIGFPE
    || signal == SIGTRAP
  if isFault && (info?.pointee.si_code ?? 0) > 0 {
    Rescue.restoreAction(of: signal)
    // It happens again on return, now with its own address and registers for whoever looks at it.
    if signal != SIGTRAP { return }
  } else {
    var action = sigaction()
    sigaction(signal, &action, nil)
  }
  // It waits until we return.
  raise(signal)
}
