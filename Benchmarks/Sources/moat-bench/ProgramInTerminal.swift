import Foundation
import Glibc

/// A program in a terminal of its own (a pseudoterminal), so that what it writes can be timed and counted.
final class ProgramInTerminal {
  private let master: Int32
  /// The process.
  let child: pid_t

  /// TIOCSPTLCK, TIOCGPTN and POSIX_SPAWN_SETSID, which Swift does not see.
  private static let setLock: UInt = 0x4004_5431
  private static let number: UInt = 0x8004_5430
  private static let newSession: Int16 = 0x80

  /// The program could not be started.
  struct NotStarted: Error, CustomStringConvertible {
    let description: String
  }

  /// Starts a program; it sees a terminal of a size and type, and a home with nothing in it.
  init(_ words: [String], width: Int, height: Int, term: String = "xterm-256color") throws {
    // As Linux does posix_openpt, unlockpt and ptsname (pts(4), ioctl_tty(2)).
    master = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
    var lock: Int32 = 0
    var number: UInt32 = 0
    guard master >= 0, ioctl(master, ProgramInTerminal.setLock, &lock) == 0,
      ioctl(master, ProgramInTerminal.number, &number) == 0
    else { throw NotStarted(description: "there is no pseudoterminal") }
    let slave = "/dev/pts/\(number)"
    var size = winsize()
    size.ws_col = UInt16(clamping: width)
    size.ws_row = UInt16(clamping: height)
    _ = ioctl(master, UInt(TIOCSWINSZ), &size)
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    // The first terminal that the leader of a session opens becomes its own.
    posix_spawn_file_actions_addopen(&actions, 0, slave, O_RDWR, 0)
    posix_spawn_file_actions_adddup2(&actions, 0, 1)
    posix_spawn_file_actions_adddup2(&actions, 0, 2)
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    posix_spawnattr_setflags(&attributes, ProgramInTerminal.newSession)
    var variables = ["TERM=\(term)", "LC_ALL=C.UTF-8", "TZ=UTC", "HOME=/nonexistent"]
    for name in ["PATH", "MOAT_TODAY", "MOAT_DATA"] {
      if let value = ProcessInfo.processInfo.environment[name] {
        variables.append("\(name)=\(value)")
      }
    }
    let arguments = words.map { strdup($0) } + [nil]
    let environment = variables.map { strdup($0) } + [nil]
    defer { for pointer in arguments + environment { free(pointer) } }
    var child: pid_t = 0
    let failure = posix_spawnp(&child, words[0], &actions, &attributes, arguments, environment)
    guard failure == 0 else {
      throw NotStarted(description: "\(words[0]): \(String(cString: strerror(failure)))")
    }
    self.child = child
  }

  deinit {
    kill(child, SIGTERM)
    // A program that still writes would wait for a reader, and this for the program.
    close(master)
    var status: Int32 = 0
    waitpid(child, &status, 0)
  }

  /// The effect of a key: the milliseconds until the last byte before the program fell silent, and the
  /// number of bytes.
  struct Answer {
    let milliseconds: Double
    /// The processor time that the program used, in milliseconds: what it takes on an idle machine.
    let processor: Double
    let bytes: Int
  }

  /// Sends a key and reads what comes until nothing has come for `silence` milliseconds, in which the program had
  /// nothing to do either: with a million rows it may work for longer before it answers.
  @discardableResult
  func press(_ key: String, silence: Int32 = 12) -> Answer {
    _ = read(silence: 0)
    let used = nanoseconds
    let start = ContinuousClock.now
    let bytes = Array(key.utf8)
    _ = write(master, bytes, bytes.count)
    var (end, count) = read(silence: silence)
    var known = nanoseconds
    while known > used {
      let more = read(silence: silence)
      if let later = more.end { end = later }
      count += more.count
      let now = nanoseconds
      if more.count == 0, now == known { break }
      known = now
    }
    let parts = start.duration(to: end ?? start).components
    return Answer(
      milliseconds: Double(parts.seconds) * 1000 + Double(parts.attoseconds) / 1e15,
      processor: Double(nanoseconds - used) / 1e6, bytes: count)
  }

  /// Reads until nothing has come for a while; when the last of it came, and how much it was.
  @discardableResult
  func read(silence: Int32) -> (end: ContinuousClock.Instant?, count: Int) {
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    var end: ContinuousClock.Instant?
    var total = 0
    while true {
      var waiting = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
      guard poll(&waiting, 1, silence) > 0 else { return (end, total) }
      let count = Glibc.read(master, &buffer, buffer.count)
      guard count > 0 else { return (end, total) }
      end = ContinuousClock.now
      total += count
    }
  }

  /// The processor time the program has used (the first figure of schedstat, proc_pid_schedstat).
  private var nanoseconds: Int {
    let text = (try? String(contentsOfFile: "/proc/\(child)/schedstat", encoding: .utf8)) ?? ""
    return text.split(separator: " ").first.flatMap { Int($0) } ?? 0
  }

  /// The most memory that the program has held, in kilobytes.
  var peakKilobytes: Int {
    let text = (try? String(contentsOfFile: "/proc/\(child)/status", encoding: .utf8)) ?? ""
    return text.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
      .flatMap { $0.split(whereSeparator: \.isWhitespace).dropFirst().first }
      .flatMap { Int($0) } ?? 0
  }

  /// How often the program has waited and how much processor time it has used, in clock ticks.
  var activity: (waits: Int, ticks: Int) {
    func text(_ name: String) -> String {
      (try? String(contentsOfFile: "/proc/\(child)/\(name)", encoding: .utf8)) ?? ""
    }
    let waits = text("status").split(separator: "\n")
      .first { $0.hasPrefix("voluntary_ctxt_switches:") }
      .flatMap { $0.split(whereSeparator: \.isWhitespace).last }.flatMap { Int($0) }
    let fields = text("stat").split(separator: " ")
    let ticks = fields.count > 14 ? (Int(fields[13]) ?? 0) + (Int(fields[14]) ?? 0) : 0
    return (waits ?? 0, ticks)
  }
}
