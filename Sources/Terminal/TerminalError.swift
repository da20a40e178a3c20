import Canvas

/// Why the terminal cannot be used, and what to do instead.
public enum TerminalError: Error, Hashable, Sendable {
  /// Input or output is not a terminal.
  case notATerminal
  /// `TERM` is not set.
  case noTerminalType
  /// The terminal database does not know the type that `TERM` names.
  case unknownTerminalType(String)
  /// The terminal has no cursor to place, as `TERM=dumb` says.
  case cannotAddressCursor(String)
  /// A session is open already; a process has one terminal.
  case alreadyOpen
  /// The system refused; the operation and its `errno`.
  case system(operation: String, code: Int32)
}

extension TerminalError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .notATerminal:
      "standard input and output are no terminal; run `moat overview` for the same as text"
    case .noTerminalType:
      "TERM is not set; set it to the type of your terminal, for example TERM=xterm-256color"
    case .unknownTerminalType(let name):
      "the terminal database has no type '\(Visible.text(name))'; "
        + "set TERM to a known terminal, for example TERM=xterm-256color, or install ncurses-term"
    case .cannotAddressCursor(let name):
      "a terminal of type '\(Visible.text(name))' cannot place its cursor; "
        + "run `moat overview` for the same as text"
    case .alreadyOpen:
      "the terminal is in use by this process already; close the session first"
    case .system(let operation, let code):
      "\(operation) failed with error \(code); run `moat overview` for the same as text"
    }
  }
}
