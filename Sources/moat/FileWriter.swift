import Dataset
import Glibc

/// Writes files: whole or not at all.
///
/// The rule for every file that Moat writes:
/// - The text goes to a new file in the same folder. That takes the place when all of it is on the
///   disk. A failure leaves the old file as it was and nothing next to it.
/// - A symbolic link is followed, also a link that leads nowhere yet; the link stays.
/// - A file that is there keeps its mode, and a file that may not be written is not replaced.
/// - A device, a pipe or a terminal is written to: a file renamed onto `/dev/null` would take its place.
/// - A file of the package that is read is never written.
enum FileWriter {
  /// Writes a text.
  ///
  /// - Parameters:
  ///   - files: The files that must not be written.
  ///   - mode: The mode of a file that is not there yet.
  static func write(
    _ text: String, to path: String, sparing files: FileIdentities = FileIdentities(),
    mode: mode_t = 0o644
  ) throws {
    try write(to: path, sparing: files, mode: mode) { try $0(text) }
  }

  /// Writes what comes in pieces, so that a long text is never whole in memory.
  static func write(
    to path: String, sparing files: FileIdentities = FileIdentities(), mode: mode_t = 0o644,
    _ pieces: ((String) throws -> Void) throws -> Void
  ) throws {
    try write(to: path, sparing: files, mode: mode) { descriptor in
      try pieces { try Standard.write($0, to: descriptor, named: path) }
    }
  }

  /// Writes bytes that are no text.
  static func write(
    bytes: [UInt8], to path: String, sparing files: FileIdentities = FileIdentities()
  ) throws {
    try write(to: path, sparing: files, mode: 0o644) {
      try Standard.write(bytes: bytes, to: $0, named: path)
    }
  }

  private static func write(
    to path: String, sparing files: FileIdentities, mode: mode_t,
    content: (Int32) throws -> Void
  ) throws {
    var status = stat()
    let exists = stat(path, &status) == 0
    if exists, files.contains(status) {
      throw Failure.cannotCreate(
        "\(path): is a file of the package that is read; name another file")
    }
    if exists, status.st_mode & S_IFMT == S_IFDIR {
      throw Failure.cannotCreate("\(path): is a folder; name a file in it")
    }
    if exists, status.st_mode & S_IFMT != S_IFREG || path.hasPrefix("/dev/") {
      return try writeInPlace(content, to: path)
    }
    guard let target = target(of: path) else {
      throw Failure.cannotCreate("\(path): too many symbolic links")
    }
    guard !exists || access(target, W_OK) == 0 else {
      throw Failure.cannotCreate("\(path): \(reason())")
    }
    try replace(
      target, with: content, mode: exists ? status.st_mode & 0o7777 : nil, newMode: mode, path)
  }

  /// The folder of a name without a folder; `nil` where it cannot be told.
  static var folder: String? {
    guard let path = getcwd(nil, 0) else { return nil }
    defer { free(path) }
    return String(cString: path)
  }

  /// - Parameters:
  ///   - mode: The mode to keep; `nil` for a file that is new.
  ///   - name: The file as it was named.
  private static func replace(
    _ target: String, with content: (Int32) throws -> Void, mode: mode_t?,
    newMode: mode_t, _ name: String
  ) throws {
    let folder = target.lastIndex(of: "/").map { target[...$0] } ?? ""
    let temporary = "\(folder).moat-\(getpid()).part"
    // Until it has its mode nobody else may look in.
    let descriptor = open(
      temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode == nil ? newMode : 0o600)
    guard descriptor >= 0 else { throw Failure.cannotCreate("\(name): \(reason())") }
    do {
      try content(descriptor)
      guard mode.map({ fchmod(descriptor, $0) == 0 }) ?? true, fsync(descriptor) == 0,
        close(descriptor) == 0
      else { throw Failure.output("\(name): cannot be written: \(reason())") }
    } catch {
      unlink(temporary)
      throw error
    }
    guard rename(temporary, target) == 0 else {
      let why = reason()
      unlink(temporary)
      throw Failure.cannotCreate("\(name): \(why)")
    }
  }

  private static func writeInPlace(
    _ content: (Int32) throws -> Void, to path: String
  ) throws {
    let descriptor = open(path, O_WRONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw Failure.cannotCreate("\(path): \(reason())") }
    defer { close(descriptor) }
    try content(descriptor)
  }

  /// The file that a path leads to, through links; `nil` where they go round.
  private static func target(of path: String) -> String? {
    var path = path
    for _ in 0..<40 {
      var buffer = [CChar](repeating: 0, count: Int(PATH_MAX) + 1)
      let count = readlink(path, &buffer, Int(PATH_MAX))
      guard count >= 0 else { return path }
      let link = String(decoding: buffer[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self)
      let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
      path = link.hasPrefix("/") ? link : folder + link
    }
    return nil
  }

  private static func reason() -> String { String(cString: strerror(errno)).lowercased() }
}

/// Files by device and number: the same file whatever links and paths lead to it.
struct FileIdentities {
  private struct Identity: Hashable {
    let device: UInt
    let number: UInt

    init(_ status: stat) {
      device = UInt(status.st_dev)
      number = UInt(status.st_ino)
    }
  }

  private var identities: Set<Identity> = []

  init() {}

  /// The files of the packages that a dataset was read from.
  init(_ dataset: Dataset) {
    for path in dataset.packages.flatMap(\.paths) {
      var status = stat()
      if stat(path, &status) == 0 { identities.insert(Identity(status)) }
    }
  }

  /// True if a file is among them.
  func contains(_ status: stat) -> Bool { identities.contains(Identity(status)) }
}
