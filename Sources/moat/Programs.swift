import Glibc

/// Runs other programs: the editor, the browser, the pager.
enum Programs {
  enum Ending: Equatable {
    /// It ended, with its exit code; 128 and the signal's number after a signal.
    case ended(Int32)
    case notStarted
    /// It stopped itself again and again, and is stopped still.
    case stopped(pid_t)
  }

  /// Runs a program and waits; arguments are passed as they are, no shell reads them.
  static func run(_ words: [String]) -> Ending {
    guard let child = start(words) else { return .notStarted }
    return ending(of: child)
  }

  /// Starts a program, with its standard streams from and to descriptors where they are given.
  ///
  /// It gets every signal as a program expects it: signals that this program ignores or keeps back
  /// are not handed on.
  static func start(
    _ words: [String], input: Int32? = nil, output: Int32? = nil, errors: Int32? = nil
  ) -> pid_t? {
    guard let name = words.first, !name.isEmpty else { return nil }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    if let input { posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO) }
    if let output { posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO) }
    if let errors { posix_spawn_file_actions_adddup2(&actions, errors, STDERR_FILENO) }
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var usual = sigset_t()
    sigemptyset(&usual)
    for signal in [SIGPIPE, SIGXFSZ] { sigaddset(&usual, signal) }
    posix_spawnattr_setsigdefault(&attributes, &usual)
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setflags(
      &attributes, Int16(POSIX_SPAWN_SETSIGDEF) | Int16(POSIX_SPAWN_SETSIGMASK))
    var arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) }
    arguments.append(nil)
    defer { for argument in arguments { free(argument) } }
    var child: pid_t = 0
    guard posix_spawnp(&child, name, &actions, &attributes, &arguments, environ) == 0 else {
      return nil
    }
    return child
  }

  /// Runs a program that reads nothing and says nothing on standard error, and gives what it wrote. `nil`
  /// where it cannot be started, fails, or writes more than it may.
  static func output(of words: [String], most: Int) -> [UInt8]? {
    var ends: [Int32] = [0, 0]
    let nothing = open("/dev/null", O_RDWR | O_CLOEXEC)
    defer { close(nothing) }
    guard nothing >= 0, pipe(&ends) == 0 else { return nil }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    let child = start(words, input: nothing, output: ends[1], errors: nothing)
    close(ends[1])
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while child != nil, bytes.count <= most {
      let count = read(ends[0], &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { break }
      bytes += buffer[..<count]
    }
    // A program that writes on finds nobody who reads.
    close(ends[0])
    guard let child, wait(for: child) == 0, bytes.count <= most else { return nil }
    return bytes
  }

  /// Waits for the end of a program; its status as `waitpid` gives it.
  static func wait(for child: pid_t) -> Int32 {
    var status: Int32 = 0
    while waitpid(child, &status, 0) < 0, errno == EINTR {}
    return status
  }

  /// So often a program that stops itself is told to go on before it is left alone.
  private static let mostStops = 3

  /// Waits for the end of a program that has the terminal. A program that stops itself is told to
  /// go on, for nobody else will. After repeated stops it is not waited for.
  private static func ending(of child: pid_t) -> Ending {
    var stops = 0
    while true {
      var status: Int32 = 0
      if waitpid(child, &status, WUNTRACED) < 0 {
        if errno == EINTR { continue }
        return .ended(127)
      }
      // As the macros of sys/wait.h read a status.
      guard status & 0xFF == 0x7F else {
        let signal = status & 0x7F
        return .ended(signal == 0 ? status >> 8 & 0xFF : 128 + signal)
      }
      stops += 1
      guard stops <= mostStops else { return .stopped(child) }
      kill(child, SIGCONT)
    }
  }

  /// True if a program can be found on the path.
  static func exists(_ name: String) -> Bool {
    if name.contains("/") { return access(name, X_OK) == 0 }
    return (Standard.environment("PATH") ?? "").split(separator: ":")
      .contains { access("\($0)/\(name)", X_OK) == 0 }
  }
}
