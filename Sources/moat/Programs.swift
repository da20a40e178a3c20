import Glibc

/// Runs other programs: the editor, the browser, the pager.
enum Programs {
  /// Runs a program and waits; arguments are passed as they are, no shell reads them.
  @discardableResult
  static func run(_ words: [String]) -> Bool {
    guard let child = start(words) else { return false }
    return wait(for: child) == 0
  }

  /// Starts a program, with its standard input from a descriptor if one is given.
  static func start(_ words: [String], input: Int32? = nil) -> pid_t? {
    guard let name = words.first else { return nil }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    if let input { posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO) }
    var arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) }
    arguments.append(nil)
    defer { for argument in arguments { free(argument) } }
    var child: pid_t = 0
    // What Moat ignores is its own affair: another program must die of it as it always does.
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var usual = sigset_t()
    sigemptyset(&usual)
    sigaddset(&usual, SIGXFSZ)
    sigaddset(&usual, SIGPIPE)
    posix_spawnattr_setsigdefault(&attributes, &usual)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF))
    guard posix_spawnp(&child, name, &actions, &attributes, &arguments, environ) == 0 else {
      return nil
    }
    return child
  }

  /// Waits for the end of a program; its status as `waitpid` gives it.
  static func wait(for child: pid_t) -> Int32 {
    var status: Int32 = 0
    while waitpid(child, &status, 0) < 0, errno == EINTR {}
    return status
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
