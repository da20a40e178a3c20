import Glibc

/// Runs other programs: the editor, the browser, the pager.
enum Programs {
  /// Runs a program and waits; arguments are passed as they are, no shell reads them.
  @discardableResult
  static func run(_ words: [String], silenced: Bool = false) -> Bool {
    guard let name = words.first else { return false }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    if silenced {
      for stream in [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO] {
        posix_spawn_file_actions_addopen(&actions, stream, "/dev/null", O_RDWR, 0)
      }
    }
    var arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) }
    arguments.append(nil)
    defer { for argument in arguments { free(argument) } }
    var child: pid_t = 0
    guard posix_spawnp(&child, name, &actions, nil, &arguments, environ) == 0 else { return false }
    var status: Int32 = 0
    while waitpid(child, &status, 0) < 0, errno == EINTR {}
    return status == 0
  }

  /// Whether a program can be found on the path.
  static func exists(_ name: String) -> Bool {
    if name.contains("/") { return access(name, X_OK) == 0 }
    return (Standard.environment("PATH") ?? "").split(separator: ":")
      .contains { access("\($0)/\(name)", X_OK) == 0 }
  }

  /// The words of `$EDITOR` (or `$VISUAL`), to open a file at a line.
  static func editor(path: String, line: Int) -> [String]? {
    let named = Standard.environment("VISUAL") ?? Standard.environment("EDITOR") ?? ""
    var words = named.split(separator: " ").map(String.init)
    if words.isEmpty {
      guard let found = ["nano", "vim", "vi"].first(where: exists) else { return nil }
      words = [found]
    }
    return words + ["+\(line)", path]
  }

  /// What opens an address: `$BROWSER` or `xdg-open`.
  static var browser: [String]? {
    if let named = Standard.environment("BROWSER"), !named.isEmpty {
      return named.split(separator: " ").map(String.init)
    }
    return exists("xdg-open") ? ["xdg-open"] : nil
  }
}
