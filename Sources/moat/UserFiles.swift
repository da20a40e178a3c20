import Dashboard
import Dataset
import Glibc

/// The user's files, in the folders of the XDG Base Directory Specification 0.8: settings and named
/// filters in `$XDG_CONFIG_HOME/moat`, memory in `$XDG_STATE_HOME/moat`.
///
/// None has to be there, and none has to be writable: nothing is kept then. An unreadable file is
/// reported, and left as it is; only regular files are opened, so that nothing waits for a pipe.
/// Files are the user's alone when they are made. Deliberate changes, such as to the watchlist, are
/// made under a lock to the file as it stands: several dashboards may be open.
struct UserFiles {
  /// A file and the folder it lies in.
  enum File: String, CaseIterable {
    case config, filters, scenarios, mappings
    case session, history, watchlist, visit, entries
    /// The fingerprints of the rows that were there at the end of the last visit.
    case rows

    fileprivate var isSetting: Bool {
      [.config, .filters, .scenarios, .mappings].contains(self)
    }
    /// True if a user writes in it too.
    fileprivate var isOwn: Bool { isSetting || self == .watchlist }
  }

  private let configFolder: String?
  private let stateFolder: String?

  init() {
    configFolder = UserFiles.folder("XDG_CONFIG_HOME", otherwise: ".config")
    stateFolder = UserFiles.folder("XDG_STATE_HOME", otherwise: ".local/state")
  }

  /// A relative path in the variable is to be ignored, says the specification.
  private static func folder(_ variable: String, otherwise: String) -> String? {
    if let named = Standard.environment(variable), named.hasPrefix("/") { return named + "/moat" }
    // A home that is not there is nobody's, and not for us to make.
    guard let home = Standard.environment("HOME"), home.hasPrefix("/"), access(home, X_OK) == 0
    else { return nil }
    return "\(home)/\(otherwise)/moat"
  }

  /// The path of a file; `nil` where there is no home.
  func path(_ file: File) -> String? {
    (file.isSetting ? configFolder : stateFolder).map { "\($0)/\(file.rawValue)" }
  }

  private enum Content {
    case absent
    case text(String)
    case unreadable(String)
  }

  /// The text of a file; `nil` where it is not there or cannot be read.
  func read(_ file: File) -> String? {
    if case .text(let text) = content(file) { text } else { nil }
  }

  /// The text of a file as it stands, empty where it is not there; `nil` where it cannot be read.
  func standing(_ file: File) -> String? {
    switch content(file) {
    case .absent: ""
    case .text(let text): text
    case .unreadable: nil
    }
  }

  private func content(_ file: File) -> Content {
    guard let path = path(file) else { return .absent }
    // Without O_NONBLOCK, opening a pipe would wait for somebody to write to it.
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)
    guard descriptor >= 0 else {
      return errno == ENOENT || errno == ENOTDIR ? .absent : .unreadable(UserFiles.reason())
    }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { return .unreadable(UserFiles.reason()) }
    guard status.st_mode & S_IFMT == S_IFREG else { return .unreadable("it is no regular file") }
    guard status.st_size <= UserFiles.mostBytes else { return .unreadable("it is over 4 MB") }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 16_384)
    while bytes.count < UserFiles.mostBytes {
      let count = Glibc.read(descriptor, &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { return .unreadable(UserFiles.reason()) }
      guard count > 0 else { break }
      bytes += buffer[..<count]
    }
    if let text = String(validating: bytes, as: UTF8.self) { return .text(text) }
    // Memory is written again; a text of the user is not to be lost for a wrong byte.
    return file.isOwn ? .unreadable("it is no UTF-8 text") : .absent
  }

  private static func reason() -> String { String(cString: strerror(errno)).lowercased() }

  /// Nobody writes more than this by hand.
  private static let mostBytes = 1 << 22

  /// Makes the folders to a file, and gives its path; `nil` where there is no home.
  func makeFolder(of file: File) -> String? {
    guard let path = path(file) else { return nil }
    var folder = ""
    for part in path.split(separator: "/").dropLast() {
      folder += "/\(part)"
      mkdir(folder, 0o700)
    }
    return path
  }

  /// Writes a file whole, with the folders to it; true if it is kept.
  @discardableResult
  func write(_ text: String, to file: File) -> Bool {
    change(file) { _ in text } == nil
  }

  /// Changes a file as it stands, with the folders to it; why it is not kept, or `nil` where it is.
  ///
  /// Nobody else who does the same comes in between: the folder is locked meanwhile.
  func change(_ file: File, _ changed: (String) -> String) -> String? {
    guard let path = makeFolder(of: file) else { return "there is no home folder, and so no file" }
    let folder = path.split(separator: "/").dropLast().reduce("") { "\($0)/\($1)" }
    let lock = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    defer { if lock >= 0 { close(lock) } }
    if lock >= 0, !UserFiles.locks(lock) { return "\(path): another program holds its folder" }
    let text: String
    var isNew = false
    switch content(file) {
    case .absent: (text, isNew) = ("", access(path, F_OK) != 0)
    case .text(let standing): text = standing
    case .unreadable(let reason): return "\(path): \(reason)"
    }
    let after = changed(text)
    if !isNew, after == text { return nil }
    do {
      try FileWriter.write(after, to: path, mode: 0o600)
      return nil
    } catch {
      return "\(error)"
    }
  }

  /// Waits a second at most: a program that is stopped must not stop others.
  private static func locks(_ descriptor: Int32) -> Bool {
    for _ in 0..<50 {
      if flock(descriptor, LOCK_EX | LOCK_NB) == 0 { return true }
      // A file system without locks has none to wait for.
      if errno != EWOULDBLOCK, errno != EINTR { return true }
      usleep(20_000)
    }
    return false
  }

  /// The settings; what is wrong with them is among their problems.
  func configuration() -> Configuration {
    guard let path = path(.config) else { return Configuration() }
    switch content(.config) {
    case .absent: return Configuration()
    case .text(let text):
      return Configuration(text: text, path: path, home: Standard.environment("HOME") ?? "")
    case .unreadable(let reason):
      return Configuration(
        unreadable: problem(.error, path, "the settings cannot be read: \(reason)"))
    }
  }

  /// The path of a file that is there and cannot be read, and the reason.
  func fault(of file: File) -> String? {
    guard let path = path(file), case .unreadable(let reason) = content(file) else { return nil }
    return "\(path): cannot be read: \(reason)"
  }

  /// The problems of the files that are not the settings.
  ///
  /// The rows of the last visit are long, and read only when they are asked for.
  var problems: [Problem] {
    File.allCases.compactMap { file in
      guard file != .config, file != .rows, let path = path(file),
        case .unreadable(let reason) = content(file)
      else { return nil }
      return problem(.warning, path, "cannot be read, and is left as it is: \(reason)")
    }
  }

  private func problem(_ severity: Problem.Severity, _ path: String, _ message: String) -> Problem {
    Problem(file: path, line: 1, column: 1, severity: severity, message: message)
  }

  /// The settings of a command that answers and ends: it must not answer under wrong settings, so a
  /// mistake in them is an error.
  func checkedConfiguration() throws -> Configuration {
    let configuration = configuration()
    let mistakes = configuration.problems.filter { $0.severity == .error }
    guard mistakes.isEmpty else {
      throw Failure.settings(mistakes.map(\.description).joined(separator: "\n"))
    }
    return configuration
  }

  func kept() -> Kept {
    Kept(
      filters: read(.filters) ?? "", scenarios: read(.scenarios) ?? "",
      history: read(.history) ?? "")
  }

  func watchlist() -> Watchlist { Watchlist(text: read(.watchlist) ?? "") }
}
