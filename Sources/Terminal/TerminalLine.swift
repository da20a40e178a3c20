import CNcurses
import Canvas
import Glibc

/// The connection to the terminal: descriptors of our own, so that redirections do not matter, and
/// the modes it had before.
final class TerminalLine {
  let input: Int32
  let output: Int32
  let modes: termios
  private let inputFile: UnsafeMutablePointer<FILE>
  private let outputFile: UnsafeMutablePointer<FILE>

  /// Connects to standard input and output if both are a terminal, else to the process's terminal.
  init() throws(TerminalError) {
    let isDirect = isatty(STDIN_FILENO) == 1 && isatty(STDOUT_FILENO) == 1
    let path = "/dev/tty"
    let input =
      isDirect ? fcntl(STDIN_FILENO, F_DUPFD_CLOEXEC, 3) : Glibc.open(path, O_RDONLY | O_CLOEXEC)
    guard input >= 0 else { throw .notATerminal }
    let output =
      isDirect ? fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, 3) : Glibc.open(path, O_WRONLY | O_CLOEXEC)
    var modes = termios()
    guard output >= 0, tcgetattr(input, &modes) == 0, let inputFile = fdopen(input, "r"),
      let outputFile = fdopen(output, "w")
    else {
      _ = Glibc.close(input)
      if output >= 0 { _ = Glibc.close(output) }
      throw .notATerminal
    }
    self.input = input
    self.output = output
    self.modes = modes
    self.inputFile = inputFile
    self.outputFile = outputFile
  }

  /// A variable of the environment; nil if it is not set.
  static func variable(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }
  }

  /// The cells of the terminal; nil if it does not say.
  var size: Size? {
    var window = winsize()
    guard ioctl(output, UInt(TIOCGWINSZ), &window) == 0, window.ws_row > 0, window.ws_col > 0
    else { return nil }
    return Size(width: Int(window.ws_col), height: Int(window.ws_row))
  }

  /// Opens ncurses on the line with the first type the terminal database knows.
  func openScreen(term: String) throws(TerminalError) -> OpaquePointer {
    // The window decides the size, not LINES and COLUMNS, which are stale after a resize.
    use_env(false)
    use_tioctl(true)
    let types = Capabilities.terminalTypes(
      term: term, colorterm: TerminalLine.variable("COLORTERM"))
    for type in types {
      guard let screen = newterm(type, outputFile, inputFile) else { continue }
      guard moat_capability("cup") != nil else {
        endwin()
        delscreen(screen)
        throw .cannotAddressCursor(term)
      }
      return screen
    }
    throw .unknownTerminalType(term)
  }

  func write(_ sequence: String) {
    fflush(outputFile)
    var bytes = Array(sequence.utf8)[...]
    while !bytes.isEmpty {
      let written = bytes.withUnsafeBytes { Glibc.write(output, $0.baseAddress, $0.count) }
      if written < 0 && errno != EINTR { return }
      bytes = bytes.dropFirst(max(0, written))
    }
  }

  /// Gives the terminal the modes it had before.
  func restore() {
    var saved = modes
    tcsetattr(input, TCSADRAIN, &saved)
  }

  func close() {
    fclose(inputFile)
    fclose(outputFile)
  }

  /// The sequence that undoes everything ncurses and the session have switched on, for a program
  /// that ends without them.
  func rescueSequence(isXtermLike: Bool, rows: Int) -> [UInt8] {
    var text = isXtermLike ? "\u{1B}[?1006;1000l\u{1B}[?2004l" : ""
    for name in ["rmkx", "cnorm", "op", "sgr0"] { text += capability(name) }
    let leave = capability("rmcup")
    if leave.isEmpty, let address = moat_cursor_address(Int32(rows - 1), 0) {
      text += TerminalLine.withoutPadding(String(cString: address)) + "\r\n"
    }
    return Array((text + leave + wholeScreen).utf8)
  }

  /// Makes the whole screen scroll again and leaves the cursor where it is: ncurses sets the region
  /// by the size it knows, which a resize may have made wrong.
  var wholeScreen: String {
    let (save, back) = (capability("sc"), capability("rc"))
    guard capability("csr").hasPrefix("\u{1B}["), !save.isEmpty, !back.isEmpty else { return "" }
    return save + "\u{1B}[r" + back
  }

  private func capability(_ name: String) -> String {
    moat_capability(name).map { TerminalLine.withoutPadding(String(cString: $0)) } ?? ""
  }

  /// A capability without the delays that terminals of paper and glass needed: `$<5/>`.
  static func withoutPadding(_ capability: String) -> String {
    var result = ""
    var rest = Substring(capability)
    while let start = rest.firstIndex(of: "$") {
      let after = rest.index(after: start)
      guard after < rest.endIndex, rest[after] == "<", let end = rest[after...].firstIndex(of: ">")
      else { break }
      result += rest[..<start]
      rest = rest[rest.index(after: end)...]
    }
    return result + rest
  }
}
