import Foundation
import Glibc

/// The real program in a pseudoterminal of its own: raw bytes in and out, and the modes it leaves.
final class PseudoTerminal {
  /// The folder that is the program's home, there as long as the program may write to it.
  private let home: TemporaryFolder
  /// The output of the program so far.
  private(set) var output: [UInt8] = []
  let process: pid_t
  private let master: Int32
  private let slave: Int32
  private var status: Int32?

  /// Starts `moat` with some arguments; `blocked` keeps every signal back, as some parents do.
  init(
    _ arguments: [String] = ["--fresh"], environment: [String: String] = [:],
    width: UInt16 = 100, height: UInt16 = 30, home: TemporaryFolder? = nil,
    blocked: Bool = false
  ) throws {
    self.home = try home ?? TemporaryFolder()
    master = open("/dev/ptmx", O_RDWR | O_NOCTTY)
    // The requests of asm/ioctls.h, which no module has: to unlock the other end and to number it.
    var (locked, number): (Int32, Int32) = (0, 0)
    guard master >= 0, ioctl(master, 0x4004_5431, &locked) == 0,
      ioctl(master, 0x8004_5430, &number) == 0
    else { throw Refused() }
    let name = "/dev/pts/\(number)"
    slave = open(name, O_RDWR | O_NOCTTY)
    var size = winsize(ws_row: height, ws_col: width, ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(slave, UInt(TIOCSWINSZ), &size)
    _ = fcntl(master, F_SETFL, O_NONBLOCK)
    for descriptor in [master, slave] { _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC) }
    var variables = Program.environment
    variables["TERM"] = "xterm-256color"
    variables["HOME"] = self.home.path
    variables.merge(environment) { $1 }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    // Opened by the leader of a session, the terminal becomes its own.
    posix_spawn_file_actions_addopen(&actions, 0, name, O_RDWR, 0)
    posix_spawn_file_actions_adddup2(&actions, 0, 1)
    posix_spawn_file_actions_adddup2(&actions, 0, 2)
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var all = sigset_t()
    sigfillset(&all)
    posix_spawnattr_setsigdefault(&attributes, &all)
    var mask = sigset_t()
    if blocked { sigfillset(&mask) } else { sigemptyset(&mask) }
    posix_spawnattr_setsigmask(&attributes, &mask)
    // The first number is POSIX_SPAWN_SETSID, which no module has.
    posix_spawnattr_setflags(
      &attributes, Int16(0x80 | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK))
    var words = ([Program.path] + arguments).map { strdup($0) }
    words.append(nil)
    var strings = variables.map { strdup("\($0)=\($1)") }
    strings.append(nil)
    defer { (words + strings).forEach { free($0) } }
    var child: pid_t = 0
    guard posix_spawn(&child, Program.path, &actions, &attributes, &words, &strings) == 0 else {
      throw Refused()
    }
    process = child
  }

  deinit {
    if status == nil {
      kill(process, SIGKILL)
      var status: Int32 = 0
      waitpid(process, &status, 0)
    }
    close(master)
    close(slave)
  }

  /// The system refused a terminal.
  struct Refused: Error {}

  /// The settings of the terminal: the flags and the control characters.
  var modes: [UInt8] {
    var modes = termios()
    tcgetattr(slave, &modes)
    return withUnsafeBytes(of: &modes) { Array($0.prefix(17 + 19)) }
  }

  /// Types bytes.
  func send(_ text: String) { send(Array(text.utf8)) }

  /// Types bytes, reading meanwhile so that neither side waits for the other.
  func send(_ bytes: [UInt8]) {
    var rest = bytes[...]
    let deadline = Date(timeIntervalSinceNow: 20)
    while !rest.isEmpty, Date() < deadline {
      let count = rest.withUnsafeBytes { write(master, $0.baseAddress, $0.count) }
      rest = rest.dropFirst(max(0, count))
      pump(milliseconds: count > 0 ? 0 : 5)
    }
  }

  /// Types as much as the terminal takes at once.
  func offer(_ bytes: [UInt8]) {
    _ = bytes.withUnsafeBytes { write(master, $0.baseAddress, $0.count) }
    pump(milliseconds: 0)
  }

  /// Reads what there is, waiting so long for the first of it; how many bytes.
  @discardableResult
  func pump(milliseconds: Int32) -> Int {
    var got = 0
    var wait = milliseconds
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      var watched = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
      guard poll(&watched, 1, wait) > 0 else { return got }
      let count = read(master, &buffer, buffer.count)
      guard count > 0 else { return got }
      output += buffer[..<count]
      got += count
      wait = 0
    }
  }

  /// Reads until something holds; false where it does not in time.
  @discardableResult
  func wait(seconds: Double = 20, until holds: () -> Bool) -> Bool {
    let deadline = Date(timeIntervalSinceNow: seconds)
    while !holds() {
      guard Date() < deadline else { return false }
      pump(milliseconds: 20)
    }
    return true
  }

  /// True if the program wrote a text behind some bytes.
  func wrote(_ text: String, behind start: Int = 0) -> Bool {
    String(decoding: output[min(start, output.count)...], as: UTF8.self).contains(text)
  }

  /// Waits for the end; its status as `waitpid` gives it, nil where it goes on.
  func end(seconds: Double = 20) -> Int32? {
    _ = wait(seconds: seconds) {
      guard status == nil else { return true }
      var found: Int32 = 0
      if waitpid(process, &found, WNOHANG) == process { status = found }
      return status != nil
    }
    pump(milliseconds: 0)
    return status
  }

  /// The modes that the program left on: private modes, a hidden cursor, a scrolling region.
  var leftOn: [String] {
    let text = String(decoding: output, as: UTF8.self)
    var left: [String] = []
    for mode in ["1049", "2004", "1000", "1006"] {
      let on = text.ranges(of: "\u{1B}[?\(mode)h").last?.lowerBound
      let off = [text.ranges(of: "\u{1B}[?\(mode)l"), text.ranges(of: "\u{1B}[?1006;1000l")]
        .compactMap { $0.last?.lowerBound }.max()
      if let on, off.map({ $0 < on }) ?? true { left.append(mode) }
    }
    let hidden = text.ranges(of: "\u{1B}[?25l").last?.lowerBound
    let shown = text.ranges(of: "\u{1B}[?25h").last?.lowerBound
    if let hidden, shown.map({ $0 < hidden }) ?? true { left.append("cursor") }
    let region = text.ranges(of: /\u{1B}\[\d+;\d+r/).last?.lowerBound
    let whole = text.ranges(of: "\u{1B}[r").last?.lowerBound
    if let region, whole.map({ $0 < region }) ?? true { left.append("region") }
    return left
  }

  /// Another size of window.
  func resize(width: UInt16, height: UInt16) {
    var size = winsize(ws_row: height, ws_col: width, ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(master, UInt(TIOCSWINSZ), &size)
  }
}
