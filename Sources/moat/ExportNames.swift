import Glibc

/// Writes views to files in the current folder. A former file is never written over, nor a file that
/// holds another view or was changed since: the next free number goes into the name.
struct ExportNames {
  /// A file as this session left it.
  private struct Written {
    let view: String
    let stamp: Stamp?
  }

  /// The files written in this session.
  private var written: [String: Written] = [:]
  private static let most = 1_000

  /// Writes what comes in pieces under the name of its view; the name that it has come to.
  mutating func write(
    as base: String, _ ending: String, of view: String,
    _ pieces: ((String) throws -> Void) throws -> Void
  ) throws -> String {
    let (name, isNew) = try claim(base, ending, of: view)
    do {
      try FileWriter.write(to: name, pieces)
    } catch {
      if isNew { unlink(name) }
      throw error
    }
    written[name] = Written(view: view, stamp: Stamp(name))
    return name
  }

  /// The first name that is this view's as it was left, or free. A free name is claimed by an empty
  /// file.
  private func claim(
    _ base: String, _ ending: String, of view: String
  ) throws -> (name: String, isNew: Bool) {
    for number in 1...ExportNames.most {
      let name = number == 1 ? "\(base).\(ending)" : "\(base)-\(number).\(ending)"
      if let mine = written[name], mine.view == view, let stamp = mine.stamp,
        stamp == Stamp(name)
      {
        return (name, false)
      }
      let descriptor = open(name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
      if descriptor >= 0 {
        close(descriptor)
        return (name, true)
      }
      if errno != EEXIST {
        throw Failure.cannotCreate("\(name): \(String(cString: strerror(errno)).lowercased())")
      }
    }
    throw Failure.cannotCreate(
      "\(base).\(ending): there are \(ExportNames.most) such files already")
  }

  /// Tells a file, and what was last written to it, from every other.
  private struct Stamp: Equatable {
    private let numbers: [Int]

    /// `nil` where there is no regular file of the name itself.
    init?(_ name: String) {
      var status = stat()
      guard lstat(name, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
      numbers = [
        Int(truncatingIfNeeded: status.st_dev), Int(truncatingIfNeeded: status.st_ino),
        Int(status.st_size), status.st_mtim.tv_sec, status.st_mtim.tv_nsec,
      ]
    }
  }
}
