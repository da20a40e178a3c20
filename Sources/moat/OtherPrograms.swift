import Dashboard
import Glibc
import Terminal

/// The programs that the dashboard hands its terminal to: the browser and the editor.
enum OtherPrograms {
  /// Opens the address of a page in the browser.
  static func open(_ url: String, on terminal: TerminalSession) -> State.Message {
    guard Browser.isPage(url) else { return .failure("this is no address of a page: \(url)") }
    let commands = Browser.commands(
      for: url, environment: Standard.environment, exists: Programs.exists)
    guard let first = commands.first else { return .note(url) }
    let opened = terminal.withSuspended { commands.contains { Programs.run($0) == .ended(0) } }
    if opened { return .note("opened \(url)") }
    return .failure(
      "\(commands.count == 1 ? first[0] : "every command of BROWSER") failed; the page is \(url)")
  }

  /// Opens a file that is there in the editor, at a line.
  static func edit(_ path: String, _ line: Int, on terminal: TerminalSession) -> State.Message? {
    if access(path, F_OK) != 0 { return .failure("\(path) is not there any more") }
    return startEditor(path, line, on: terminal)
  }

  /// Opens a file in the editor, at a line; says why where it cannot.
  static func startEditor(
    _ path: String, _ line: Int, on terminal: TerminalSession
  ) -> State.Message? {
    let words: [String]
    do {
      words = try Editor.words(
        path: path, line: line, environment: Standard.environment, exists: Programs.exists)
    } catch {
      switch error {
      case .none: return .failure("set EDITOR to edit \(path) at line \(line)")
      case .quotes(let variable, let value):
        return .failure("a quote is not closed in \(variable): \(value)")
      }
    }
    switch terminal.withSuspended({ Programs.run(words) }) {
    case .ended(0): return nil
    case .ended, .notStarted: return .failure("\(words[0]) failed; the row is \(path):\(line)")
    case .stopped(let process):
      return .failure("\(words[0]) is stopped, process \(process); the row is \(path):\(line)")
    }
  }
}
