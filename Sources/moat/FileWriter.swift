import Glibc

/// Writes whole files or nothing: to a temporary file beside the place, then renamed onto it.
enum FileWriter {
  static func write(_ text: String, to path: String) throws {
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

  private static func reason() -> String { String(cString: strerror(errno)).lowercased() }
}
