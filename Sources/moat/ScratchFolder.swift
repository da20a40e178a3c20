import Glibc

/// A folder of our own, gone when it is not needed any more.
struct ScratchFolder {
  let path: String

  init() throws {
    let base = Standard.environment("TMPDIR").flatMap { $0.hasPrefix("/") ? $0 : nil } ?? "/tmp"
    var template = Array("\(base)/moat-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else {
      throw Failure.cannotCreate(
        "a folder in \(base) cannot be made: \(String(cString: strerror(errno)).lowercased()); "
          + "set TMPDIR to a folder that can be written")
    }
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// Removes it with all that is in it; of a link the link alone.
  func remove() { ScratchFolder.remove(path) }

  /// A link to a folder is taken away and never followed: what it leads to is somebody's.
  static func remove(_ path: String) {
    var status = stat()
    guard lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR, let folder = opendir(path)
    else {
      unlink(path)
      return
    }
    while let entry = readdir(folder) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != ".", name != ".." { remove("\(path)/\(name)") }
    }
    closedir(folder)
    rmdir(path)
  }
}
