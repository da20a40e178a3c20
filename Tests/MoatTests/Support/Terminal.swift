import Foundation
import Glibc
import Testing

/// The real program in a real terminal: a tmux server of its own, keys typed into it, the screen read.
///
/// The environment is pinned (locale, time zone, day, no configuration of the user's). So a test sees
/// the same on every machine.
final class Terminal {
  private let socket = "moat-\(UUID().uuidString.prefix(8))"
  private let home: TemporaryFolder
  /// The leader of the session that all that runs in the terminal belongs to.
  private var session: pid_t?
  /// The folder that the terminal starts in, the home of what runs in it.
  var folder: URL { home.url }

  /// Starts a shell command in a terminal of a size.
  init(
    _ command: String, width: Int = 120, height: Int = 40, term: String = "tmux-256color",
    environment: [String: String] = [:]
  ) throws {
    home = try TemporaryFolder(name: socket)
    let folder = home.path
    var variables = [
      "LC_ALL": "C.UTF-8", "TZ": "UTC", "TERM": term, "HOME": folder,
      "XDG_CONFIG_HOME": folder + "/config", "XDG_STATE_HOME": folder + "/state",
      "MOAT_TODAY": "2026-11-22", "MOAT_DATA": Program.data, "PATH": "/usr/bin:/bin",
      // A crash that is provoked need not be explained at length.
      "SWIFT_BACKTRACE": "enable=no",
    ]
    variables.merge(Program.instruments) { $1 }
    variables.merge(environment) { $1 }
    let assignments = variables.sorted { $0.key < $1.key }.map { "\($0)=\(Terminal.quoted($1))" }
    // The shell stays behind the program, so that what the program leaves behind can be seen.
    let line = "env -i \(assignments.joined(separator: " ")) sh -c \(Terminal.quoted(command))"
    try tmux(
      "new-session", "-d", "-c", folder, "-x", "\(width)", "-y", "\(height)",
      "\(line); echo \"[ended $?]\"; exec sh")
    try tmux("set-option", "-g", "status", "off")
    try tmux("set-option", "-s", "set-clipboard", "on")
    try tmux("resize-window", "-x", "\(width)", "-y", "\(height)")
    session = try pid_t(shellProcess())
  }

  /// Ends all that runs in the terminal. A program keeps its state as it ends, and would make a folder
  /// that is gone again.
  deinit {
    _ = try? run(["kill-server"])
    for round in 0..<1_000 {
      let left = processes
      guard !left.isEmpty else { return }
      if round > 500 { for process in left { kill(process, SIGKILL) } }
      usleep(10_000)
    }
  }

  /// The processes that run in the terminal. An ended process that nobody has asked for has no command
  /// line.
  private var processes: [pid_t] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
    return names.compactMap(pid_t.init).filter {
      getsid($0) == session
        && (try? Data(contentsOf: URL(filePath: "/proc/\($0)/cmdline")))?.isEmpty == false
    }
  }

  /// Types keys, by tmux's names: `Enter`, `Escape`, `Down`, `C-c`, or text.
  func type(_ keys: String...) throws {
    for key in keys { try tmux("send-keys", "--", key) }
  }

  /// Types a text as it is.
  func write(_ text: String) throws { try tmux("send-keys", "-l", "--", text) }

  /// The text of the screen, trailing blanks removed.
  func screen() throws -> String { try run(["capture-pane", "-p"]) }

  /// The text of the screen, with the escape sequences of its colours.
  func colouredScreen() throws -> String { try run(["capture-pane", "-p", "-e"]) }

  /// The text that a program has put on the clipboard (OSC 52), as the terminal took it.
  func clipboard() throws -> String { try run(["show-buffer"]) }

  /// Another size of window.
  func resize(width: Int, height: Int) throws {
    try tmux("resize-window", "-x", "\(width)", "-y", "\(height)")
  }

  /// Closes the window on whatever runs in it.
  func closeWindow() throws { try tmux("kill-session") }

  /// The process of the shell in the terminal.
  func shellProcess() throws -> String {
    try run(["display-message", "-p", "#{pane_pid}"]).trimmingCharacters(
      in: .whitespacesAndNewlines)
  }

  /// Writes a text over the screen, behind the back of what runs there.
  func scribble(_ text: String) throws {
    let device = try run(["display-message", "-p", "#{pane_tty}"])
      .trimmingCharacters(in: .whitespacesAndNewlines)
    try FileHandle(forWritingTo: URL(filePath: device)).write(contentsOf: Data(text.utf8))
  }

  /// Waits until the screen shows a text; fails with the screen otherwise.
  func wait(
    for text: String, seconds: Double = 20, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    try wait("\"\(text)\"", seconds, sourceLocation) { $0.contains(text) }
  }

  /// Waits until the screen no longer shows a text.
  func wait(
    without text: String, seconds: Double = 20, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    try wait("no \"\(text)\"", seconds, sourceLocation) { !$0.contains(text) }
  }

  private func wait(
    _ what: String, _ seconds: Double, _ location: SourceLocation, _ holds: (String) -> Bool
  ) throws {
    let deadline = Date(timeIntervalSinceNow: seconds)
    var last = ""
    while Date() < deadline {
      last = try screen()
      if holds(last) { return }
      Thread.sleep(forTimeInterval: 0.05)
    }
    Issue.record("the screen never showed \(what); it shows:\n\(last)", sourceLocation: location)
    throw NotShown()
  }

  /// The screen never came to show what was waited for.
  struct NotShown: Error {}

  private func tmux(_ words: String...) throws { _ = try run(words) }

  private func run(_ words: [String]) throws -> String {
    try Program.run("tmux", ["-L", socket, "-f", "/dev/null"] + words).output
  }

  private static func quoted(_ text: String) -> String {
    "'" + text.replacingOccurrences(of: "'", with: "'\\''") + "'"
  }
}
