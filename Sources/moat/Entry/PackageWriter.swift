import Dataset
import Glibc

/// Changes files of a data package: all of them or none.
///
/// The package is locked meanwhile. New files are written to a folder `.moat-entry` inside it. When all are
/// on the disk, a list of them is put there by a rename. From then on the change holds. Whoever writes next
/// puts in place what a program that was killed did not. Without the list the folder is swept away.
final class PackageWriter {
  let folder: String
  private let lock: Int32
  private let isNew: Bool
  private let before: (Step) throws -> Void

  /// A change of the disk; between any two of them a program can end.
  enum Step: Equatable {
    case makeJournal
    case store(String)
    case list
    case place(String)
    case sweep
  }

  /// Locks a folder, which is made where it is not there.
  ///
  /// - Parameter before: Called before each change of the disk, which is not made where it throws.
  init(_ folder: String, before: @escaping (Step) throws -> Void = { _ in }) throws {
    self.folder = folder
    self.before = before
    var made = ""
    var isNew = false
    for part in folder.split(separator: "/") {
      made += (made.isEmpty && !folder.hasPrefix("/") ? "" : "/") + part
      if mkdir(made, 0o700) == 0 { isNew = true }
    }
    self.isNew = isNew
    lock = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard lock >= 0 else { throw Failure.cannotCreate("\(folder): \(PackageWriter.reason())") }
    guard PackageWriter.locks(lock) else {
      close(lock)
      throw Failure.cannotCreate(
        "\(folder): another program writes to it; try again when it is done")
    }
    do {
      try finish()
    } catch {
      close(lock)
      throw error
    }
  }

  deinit {
    // Only where nothing was written into it.
    if isNew { rmdir(folder) }
    close(lock)
  }

  /// Waits five seconds at most.
  private static func locks(_ descriptor: Int32) -> Bool {
    for _ in 0..<250 {
      if flock(descriptor, LOCK_EX | LOCK_NB) == 0 { return true }
      if errno != EWOULDBLOCK, errno != EINTR { return true }
      usleep(20_000)
    }
    return false
  }

  private var journal: String { folder + "/.moat-entry" }

  /// The bytes of a file of the package; `nil` where it is not there.
  static func bytes(of path: String) throws -> [UInt8]? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else {
      if errno == ENOENT { return nil }
      throw Failure.noInput("\(path): cannot be read: \(reason())")
    }
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = read(descriptor, &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw Failure.noInput("\(path): cannot be read: \(reason())") }
      if count == 0 { return bytes }
      bytes += buffer[..<count]
    }
  }

  /// Puts files in place, by their paths inside the package.
  func write(_ files: [(path: String, bytes: [UInt8])]) throws {
    for file in files {
      let path = folder + "/" + file.path
      if access(path, F_OK) == 0, access(path, W_OK) != 0 {
        throw Failure.cannotCreate("\(path): \(PackageWriter.reason())")
      }
    }
    try before(.makeJournal)
    guard mkdir(journal, 0o700) == 0 else {
      throw Failure.cannotCreate("\(journal): \(PackageWriter.reason())")
    }
    var list = ""
    do {
      for (number, file) in files.enumerated() {
        try store(file.bytes, as: "\(number)")
        list += "\(number)\t\(file.path)\n"
      }
      try store(Array(list.utf8), as: "list.part")
      try before(.list)
      guard rename(journal + "/list.part", journal + "/list") == 0 else {
        throw Failure.output("\(journal)/list: \(PackageWriter.reason())")
      }
      sync(journal)
    } catch {
      sweep()
      throw error
    }
    try finish()
  }

  /// Writes a file of the journal and waits until it is on the disk.
  private func store(_ bytes: [UInt8], as name: String) throws {
    try before(.store(name))
    let path = "\(journal)/\(name)"
    let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw Failure.cannotCreate("\(path): \(PackageWriter.reason())") }
    var isClosed = false
    defer { if !isClosed { close(descriptor) } }
    try Standard.write(String(decoding: bytes, as: UTF8.self), to: descriptor, named: path)
    guard fsync(descriptor) == 0 else {
      throw Failure.output("\(path): cannot be written: \(PackageWriter.reason())")
    }
    isClosed = true
    guard close(descriptor) == 0 else {
      throw Failure.output("\(path): cannot be written: \(PackageWriter.reason())")
    }
  }

  /// Puts in place what the journal lists, and sweeps it away.
  private func finish() throws {
    guard let list = try PackageWriter.bytes(of: journal + "/list") else { return sweep() }
    for line in String(decoding: list, as: UTF8.self).split(separator: "\n") {
      let parts = line.split(separator: "\t", maxSplits: 1).map(String.init)
      guard parts.count == 2 else { continue }
      let (source, target) = ("\(journal)/\(parts[0])", resolved("\(folder)/\(parts[1])"))
      // A file that is not there any more is in its place.
      guard access(source, F_OK) == 0 else { continue }
      try before(.place(parts[1]))
      var status = stat()
      let mode = stat(target, &status) == 0 ? status.st_mode & 0o7777 : 0o644
      chmod(source, mode)
      if rename(source, target) == 0 { continue }
      guard errno == EXDEV, let bytes = try PackageWriter.bytes(of: source) else {
        throw Failure.output("\(target): cannot be put in place: \(PackageWriter.reason())")
      }
      try FileWriter.write(String(decoding: bytes, as: UTF8.self), to: target)
    }
    sync(folder)
    sweep()
  }

  /// The file that a link leads to.
  private func resolved(_ path: String) -> String {
    guard let real = realpath(path, nil) else { return path }
    defer { free(real) }
    return String(cString: real)
  }

  private func sync(_ folder: String) {
    let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    fsync(descriptor)
    close(descriptor)
  }

  private func sweep() {
    guard (try? before(.sweep)) != nil, let stream = opendir(journal) else { return }
    var names: [String] = []
    while let entry = readdir(stream) {
      names.append(
        withUnsafePointer(to: &entry.pointee.d_name) { name in
          name.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
        })
    }
    closedir(stream)
    // The list goes first: without it nothing counts.
    for name in ["list"] + names where name != "." && name != ".." {
      unlink("\(journal)/\(name)")
    }
    rmdir(journal)
  }

  private static func reason() -> String { String(cString: strerror(errno)).lowercased() }
}
