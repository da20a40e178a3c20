import Dashboard
import Glibc

/// The files of the one who uses the program, in the folders of the XDG Base Directory Specification 0.8:
/// settings and named filters in `$XDG_CONFIG_HOME/moat`, what is remembered in `$XDG_STATE_HOME/moat`.
///
/// None has to be there, and none has to be writable: what cannot be kept is not kept.
struct UserFiles {
  /// A file and the folder it lies in.
  enum File: String {
    case config, filters
    case session, history, watchlist, visit

    fileprivate var isSetting: Bool { self == .config || self == .filters }
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

  /// Where a file lies; `nil` where there is no home.
  func path(_ file: File) -> String? {
    (file.isSetting ? configFolder : stateFolder).map { "\($0)/\(file.rawValue)" }
  }

  /// The text of a file; `nil` where it is not there or cannot be read.
  func read(_ file: File) -> String? {
    guard let path = path(file) else { return nil }
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 16_384)
    while bytes.count < UserFiles.mostBytes {
      let count = Glibc.read(descriptor, &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { break }
      bytes += buffer[..<count]
    }
    return String(decoding: bytes, as: UTF8.self)
  }

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

  /// Writes a file whole, with the folders to it; says whether it is kept.
  @discardableResult
  func write(_ text: String, to file: File) -> Bool {
    guard let path = makeFolder(of: file) else { return false }
    do {
      try FileWriter.write(text, to: path)
      return true
    } catch {
      return false
    }
  }

  /// The settings; what is wrong with them is among their problems.
  func configuration() -> Configuration {
    guard let path = path(.config), let text = read(.config) else { return Configuration() }
    return Configuration(text: text, path: path, home: Standard.environment("HOME") ?? "")
  }

  /// The settings of a command that answers and ends: it must not answer under other ones than were
  /// meant, so a mistake in them is an error.
  func checkedConfiguration() throws -> Configuration {
    let configuration = configuration()
    let mistakes = configuration.problems.filter { $0.severity == .error }
    guard mistakes.isEmpty else {
      throw Failure.settings(mistakes.map(\.description).joined(separator: "\n"))
    }
    return configuration
  }

  /// What the dashboard keeps.
  func kept() -> Kept {
    Kept(filters: read(.filters) ?? "", history: read(.history) ?? "")
  }

  /// What is watched.
  func watchlist() -> Watchlist { Watchlist(text: read(.watchlist) ?? "") }
}
