import Glibc

/// The signals a process lets through, as they were before a session.
struct SignalMask {
  private let earlier: sigset_t

  /// Keeps every signal back that can be kept back; faults of the program's own come through.
  static func hold() -> SignalMask {
    var all = sigset_t()
    sigfillset(&all)
    for fault in [SIGSEGV, SIGBUS, SIGILL, SIGFPE, SIGTRAP] { sigdelset(&all, fault) }
    var earlier = sigset_t()
    sigprocmask(SIG_BLOCK, &all, &earlier)
    return SignalMask(earlier: earlier)
  }

  /// Lets through what came through before, and some signals whatever the parent wished.
  func release(_ wanted: [Int32]) {
    var mask = earlier
    for signal in wanted { sigdelset(&mask, signal) }
    sigprocmask(SIG_SETMASK, &mask, nil)
  }

  /// Lets through what came through before.
  func restore() {
    var mask = earlier
    sigprocmask(SIG_SETMASK, &mask, nil)
  }
}
