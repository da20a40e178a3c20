import Glibc

/// Shows a text that is longer than the terminal in the reader's pager.
enum Pager {
  /// The pager's command for the shell, found as git finds it: `$MOAT_PAGER`, `$PAGER`, `less`. `nil`
  /// where it is empty or `cat`, which means none, or the terminal is dumb.
  static var command: String? {
    guard (Standard.environment("TERM") ?? "dumb") != "dumb" else { return nil }
    let named = Standard.environment("MOAT_PAGER") ?? Standard.environment("PAGER")
    let command = named ?? (Programs.exists("less") ? "less" : "")
    return command.isEmpty || command == "cat" ? nil : command
  }

  /// True if a text has more lines than the terminal.
  static func isNeeded(for text: String) -> Bool {
    text.utf8.count { $0 == UInt8(ascii: "\n") } >= Standard.height
  }

  /// Writes a text to a pager and waits for its end; `false` where it cannot be started.
  ///
  /// Unless the variable `LESS` says otherwise, `less` is told to leave if all fits on a screen. It
  /// is also told to pass colours through and to leave its text on the screen.
  static func show(_ text: String, with command: String) -> Bool {
    var ends: [Int32] = [0, 0]
    guard pipe(&ends) == 0 else { return false }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    setenv("LESS", "FRX", 0)
    setenv("LV", "-c", 0)
    // Whoever quits the pager early closes the pipe; that is no error.
    signal(SIGPIPE, SIG_IGN)
    guard let child = Programs.start(["sh", "-c", command], input: ends[0]) else {
      close(ends[0])
      close(ends[1])
      return false
    }
    close(ends[0])
    // The keyboard's signals are the pager's.
    signal(SIGINT, SIG_IGN)
    signal(SIGQUIT, SIG_IGN)
    try? Standard.write(text, to: ends[1])
    close(ends[1])
    let status = Programs.wait(for: child)
    signal(SIGINT, SIG_DFL)
    signal(SIGQUIT, SIG_DFL)
    // The shell says 127 where there is no such program; the text is then still to be shown.
    return status != 127 << 8
  }
}
