import Foundation
import Glibc

/// The built program, and what it answers.
enum Program {
  /// The built `moat`, next to the test bundle.
  static let path: String = {
    let bundle = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
    let candidates = [bundle, bundle.deletingLastPathComponent()].map {
      $0.appending(path: "moat").path
    }
    return candidates.first { FileManager.default.isExecutableFile(atPath: $0) } ?? "moat"
  }()

  /// The repository.
  static let repository = URL(filePath: Repository.folder)

  /// The frozen ledger that tests may name figures of.
  static let data = FrozenLedger.folder

  /// The output of a program and its end.
  struct Answer {
    let output: String
    let errors: String
    let code: Int32
  }

  /// The environment a test runs in: nothing of the user's.
  static let environment = [
    "LC_ALL": "C.UTF-8", "TZ": "UTC", "MOAT_TODAY": "2026-11-22", "MOAT_DATA": data,
    "PATH": "/usr/bin:/bin", "HOME": "/dev/null/home", "SWIFT_BACKTRACE": "enable=no",
  ].merging(instruments) { $1 }

  /// The settings of coverage and sanitizers, which programs that tests start must have too:
  /// `.ci/coverage` and `.ci/sanitize` set them.
  static let instruments = ProcessInfo.processInfo.environment.filter {
    ["LLVM_PROFILE_FILE", "ASAN_OPTIONS", "UBSAN_OPTIONS", "TSAN_OPTIONS"].contains($0.key)
  }

  /// Runs `moat` with its standard output in a file.
  static func moat(_ arguments: String...) throws -> Answer {
    try run(path, arguments, environment: environment)
  }

  /// Runs a program to its end. Its output goes to files and its end is asked of the system: a
  /// server that it leaves behind (tmux) would hold a pipe open for ever, and with it what
  /// Foundation's `Process` waits for.
  static func run(_ program: String, _ arguments: [String], environment: [String: String]? = nil)
    throws -> Answer
  {
    let folder = try TemporaryFolder()
    let (output, errors) = (folder.url.appending(path: "out"), folder.url.appending(path: "err"))
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    let writing = O_WRONLY | O_CREAT | O_TRUNC
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, output.path, writing, 0o600)
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, errors.path, writing, 0o600)
    // The threads of a test block signals, and what a thread starts would go on blocking them. A tmux
    // server that no signal reaches never ends.
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))
    let variables = environment ?? ProcessInfo.processInfo.environment
    let words = [program] + arguments
    let code = try CStrings.with(words) { words in
      try CStrings.with(variables.sorted { $0.key < $1.key }.map { "\($0)=\($1)" }) { variables in
        var child: pid_t = 0
        let failure = posix_spawnp(&child, program, &actions, &attributes, words, variables)
        guard failure == 0 else { throw NotStarted(program: program, code: failure) }
        var status: Int32 = 0
        while waitpid(child, &status, 0) < 0, errno == EINTR {}
        return status & 0x7F == 0 ? status >> 8 & 0xFF : -(status & 0x7F)
      }
    }
    return try withExtendedLifetime(folder) {
      Answer(
        output: String(decoding: try Data(contentsOf: output), as: UTF8.self),
        errors: String(decoding: try Data(contentsOf: errors), as: UTF8.self), code: code)
    }
  }

  /// A program that could not be started, with the system's reason.
  struct NotStarted: Error {
    let program: String
    let code: Int32
  }
}

/// Strings as C wants a list of them: pointers, the last of them null.
private enum CStrings {
  static func with<Result>(
    _ strings: [String], _ body: ([UnsafeMutablePointer<CChar>?]) throws -> Result
  ) rethrows -> Result {
    let pointers = strings.map { strdup($0) }
    defer { for pointer in pointers { free(pointer) } }
    return try body(pointers + [nil])
  }
}
