import Canvas
import Dataset
import Glibc

/// The streams, the environment and the day of the system.
enum Standard {
  static var outputIsTerminal: Bool { isatty(STDOUT_FILENO) == 1 }

  /// True if standard output is a terminal that understands control sequences: its type is known
  /// and not `dumb`.
  static var takesSequences: Bool {
    outputIsTerminal && !["", "dumb", "unknown"].contains(environment("TERM") ?? "")
  }

  /// The command as it was typed, as a shell would read it again.
  static var command: String {
    (["moat"] + CommandLine.arguments.dropFirst().map(quoted)).joined(separator: " ")
  }

  private static func quoted(_ word: String) -> String {
    let isPlain = word.utf8.allSatisfy { byte in
      UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte || UInt8(ascii: "A")...UInt8(ascii: "Z") ~= byte
        || UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte || "-_./:=,@%+".utf8.contains(byte)
    }
    if isPlain, !word.isEmpty { return word }
    return "'"
      + word.split(separator: "'", omittingEmptySubsequences: false)
      .joined(separator: "'\\''") + "'"
  }

  static func environment(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }
  }

  static var today: Day {
    // Tests and pictures need a day that stays.
    if let fixed = environment("MOAT_TODAY"), let day = Day(fixed) { return day }
    var now = time(nil)
    var local = tm()
    localtime_r(&now, &local)
    return Day(
      year: Int(local.tm_year) + 1900, month: Int(local.tm_mon) + 1, day: Int(local.tm_mday))
      ?? Day(number: Int(now) / 86_400)
  }

  static var programPath: String? {
    var buffer = [CChar](repeating: 0, count: Int(PATH_MAX) + 1)
    let count = readlink("/proc/self/exe", &buffer, Int(PATH_MAX))
    guard count > 0 else { return nil }
    return String(decoding: buffer[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// Columns and rows to draw in where no option says: `COLUMNS` and `LINES`, the terminal, 100 columns.
  static var width: Int {
    if let text = environment("COLUMNS"), let columns = Int(text), columns > 0 { return columns }
    var size = winsize()
    if ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 {
      return Int(size.ws_col)
    }
    return 100
  }

  /// Rows of the terminal: `LINES`, the terminal, 24.
  static var height: Int {
    if let text = environment("LINES"), let lines = Int(text), lines > 0 { return lines }
    var size = winsize()
    if ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_row > 0 {
      return Int(size.ws_row)
    }
    return 24
  }

  /// True if the locale's characters are UTF-8: what `LC_ALL`, `LC_CTYPE` or `LANG` says, the first that is
  /// set. Where none is, the locale is POSIX and has ASCII.
  static var isUTF8: Bool {
    let named = ["LC_ALL", "LC_CTYPE", "LANG"].lazy.compactMap { environment($0) }
      .first { !$0.isEmpty }
    let name = (named ?? "").lowercased()
    return name.contains("utf-8") || name.contains("utf8")
  }

  /// Makes sure that the three standard streams are open. So no file of ours takes a stream's
  /// number and gets its text. Writing to a closed stream fails as before.
  static func holdStreams() {
    for stream in [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO] where fcntl(stream, F_GETFD) < 0 {
      _ = open("/dev/null", stream == STDIN_FILENO ? O_WRONLY : O_RDONLY)
    }
  }

  /// Says something on standard error: names of files, settings and filters are in it, whose control
  /// characters are shown and never sent.
  static func complain(_ text: String) {
    let visible = Visible.lines("moat: \(text)\n")
    try? write(isUTF8 ? visible : ASCII.lines(visible), to: STDERR_FILENO)
  }

  /// Writes all of a text; throws where the disk is full or the file would grow too large. A reader that is
  /// gone wants no more, and that is no error.
  ///
  /// - Parameter name: The name of the stream, for the message.
  static func write(
    _ text: String, to descriptor: Int32 = STDOUT_FILENO, named name: String = "standard output"
  ) throws {
    var text = text
    try text.withUTF8 { try write(UnsafeRawBufferPointer($0), to: descriptor, named: name) }
  }

  /// Writes all of some bytes.
  static func write(
    bytes: [UInt8], to descriptor: Int32 = STDOUT_FILENO, named name: String = "standard output"
  ) throws {
    try bytes.withUnsafeBytes { try write($0, to: descriptor, named: name) }
  }

  private static func write(
    _ bytes: UnsafeRawBufferPointer, to descriptor: Int32, named name: String
  ) throws {
    var sent = 0
    while sent < bytes.count {
      let count = Glibc.write(descriptor, bytes.baseAddress.map { $0 + sent }, bytes.count - sent)
      if count < 0 {
        if errno == EINTR { continue }
        if errno == EPIPE { return }
        if errno == EAGAIN {
          var wanted = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
          poll(&wanted, 1, -1)
          continue
        }
        let why = String(cString: strerror(errno)).lowercased()
        throw Failure.output("\(name): cannot be written: \(why)")
      }
      sent += count
    }
  }
}
