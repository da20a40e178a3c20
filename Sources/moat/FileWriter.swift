import Glibc

/// Writes whole files or nothing: to a temporary file beside the place, then renamed onto it.
enum FileWriter {
  static func write(_ text: String, to path: String) throws {
    var status = stat()
    // A device, a pipe or a terminal is written to; a file renamed onto /dev/null would take its place.
    if stat(path, &status) == 0, status.st_mode & S_IFMT != S_IFREG {
      return try writeInPlace(text, to: path)
    }
    let temporary = "\(path).\(getpid()).part"
    let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw Failure.cannotCreate("\(path): \(reason())") }
    do {
      try Standard.write(text, to: descriptor)
      guard fsync(descriptor) == 0, close(descriptor) == 0 else {
        throw Failure.output("\(path): \(reason())")
      }
    } catch {
      unlink(temporary)
      throw error
    }
    guard rename(temporary, path) == 0 else {
      let why = reason()
      unlink(temporary)
      throw Failure.cannotCreate("\(path): \(why)")
    }
  }

  /// The folder that a name without one is written in; `nil` where it cannot be told.
  static var folder: String? {
    guard let path = getcwd(nil, 0) else { return nil }
    defer { free(path) }
    return String(cString: path)
  }

  private static func writeInPlace(_ text: String, to path: String) throws {
    let descriptor = open(path, O_WRONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw Failure.cannotCreate("\(path): \(reason())") }
    defer { close(descriptor) }
    try Standard.write(text, to: descriptor)
  }

  private static func reason() -> String { String(cString: strerror(errno)).lowercased() }
}
