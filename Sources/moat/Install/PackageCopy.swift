import Dataset
import Glibc

/// Copies a data package from one folder to another: its descriptor and the files that it names, byte by byte.
struct PackageCopy {
  let folder: String
  /// The files, by their paths in the package; the descriptor comes last.
  let paths: [String]

  /// No table of a package is longer.
  private static let mostBytes = 1 << 30

  init(of folder: String) throws {
    let descriptor: PackageDescriptor
    do {
      descriptor = try PackageDescriptor(folder: folder)
    } catch {
      switch error {
      case .unreadable, .noPackage: throw Failure.noInput(error.description)
      case .badDescriptor: throw Failure.badData(error.description)
      }
    }
    self.folder = folder
    paths = descriptor.resources.map(\.path) + ["datapackage.json"]
    for path in paths {
      let parts = path.split(separator: "/", omittingEmptySubsequences: false)
      guard !path.isEmpty, !path.hasPrefix("/"), !parts.contains("..") else {
        throw Failure.badData(
          "\(folder)/datapackage.json: the path \(path) leads out of the package")
      }
    }
  }

  /// Writes all of it to a folder, which is made.
  func write(to target: String) throws {
    for path in paths {
      let bytes = try bytes(at: path)
      var place = target
      Folders.make(place)
      for part in path.split(separator: "/").dropLast() {
        place += "/\(part)"
        Folders.make(place)
      }
      try FileWriter.write(bytes: bytes, to: "\(target)/\(path)")
    }
  }

  /// The bytes of a file of the package, by its path inside.
  func bytes(at path: String) throws -> [UInt8] {
    try refuseLinks(above: path)
    return try PackageCopy.bytes(of: "\(folder)/\(path)")
  }

  /// Throws where a folder on the way to a file is a link: it may lead out of the package.
  private func refuseLinks(above path: String) throws {
    var place = folder
    for part in path.split(separator: "/").dropLast() {
      place += "/\(part)"
      var status = stat()
      if lstat(place, &status) == 0, status.st_mode & S_IFMT == S_IFLNK {
        throw Failure.badData("\(place): is a link; a package holds its own files")
      }
    }
  }

  /// The bytes of a regular file. A link is not followed, for a package from elsewhere may have it lead
  /// anywhere.
  static func bytes(of path: String) throws -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
    guard descriptor >= 0 else {
      throw Failure.noInput("\(path): \(String(cString: strerror(errno)).lowercased())")
    }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG,
      status.st_size <= mostBytes
    else { throw Failure.badData("\(path): is no regular file of at most a gigabyte") }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(Int(status.st_size))
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while bytes.count <= mostBytes {
      let count = read(descriptor, &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else {
        throw Failure.noInput("\(path): \(String(cString: strerror(errno)).lowercased())")
      }
      guard count > 0 else { break }
      bytes += buffer[..<count]
    }
    return bytes
  }
}

/// Makes folders.
enum Folders {
  /// Makes a folder with those above it, where they are not there.
  static func make(_ path: String) {
    var place = path.hasPrefix("/") ? "" : "."
    for part in path.split(separator: "/") {
      place += "/\(part)"
      mkdir(place, 0o755)
    }
  }
}
