import Dataset
import Glibc

/// The package that `--against` names: a folder, or the package's own folder as it was in a revision of git.
struct OtherPackage {
  let name: String
  let folders: [String]

  /// - Parameters:
  ///   - name: what was named.
  ///   - folders: the packages that are compared with it.
  init(_ name: String, for folders: [String]) throws {
    if name.isEmpty { throw Failure.usage("--against takes a folder or a revision of git") }
    self.name = name
    self.folders = folders
  }

  /// Reads it, and tells what of it is lost: a row that is missing there would pass for a new row.
  func dataset(isForced: Bool) throws -> Dataset {
    let prefix = "--against \(name): "
    if access(name + "/datapackage.json", F_OK) == 0 {
      let dataset = try OtherPackage.read([name], name)
      try LossNotice(dataset, prefix: prefix).report(isForced: isForced)
      return dataset
    }
    guard let commits = try commits() else {
      throw Failure.noInput(
        "--against \(name): neither a folder that holds a datapackage.json nor a revision that git knows "
          + "in \(folders.joined(separator: ", ")); such as data-of-last-week, HEAD~1 or v0.1.0")
    }
    let temporary = try ScratchFolder()
    defer { temporary.remove() }
    var copies: [String] = []
    for (place, (folder, commit)) in zip(folders, commits).enumerated() {
      let copy = "\(temporary.path)/\(place)"
      try Revision(folder: folder, commit: commit, name: name).write(to: copy)
      copies.append(copy)
    }
    let dataset = try OtherPackage.read(copies, name)
    try LossNotice(dataset, prefix: prefix, copies: copies).report(isForced: isForced)
    return dataset
  }

  private static func read(_ folders: [String], _ name: String) throws -> Dataset {
    do {
      return try Dataset(folders: folders)
    } catch {
      let message = "--against \(name): \(error.description)"
      switch error {
      case .unreadable, .noPackage: throw Failure.noInput(message)
      case .badDescriptor: throw Failure.badData(message)
      }
    }
  }

  /// The commit that the name means in each folder; `nil` where one of them knows none.
  private func commits() throws -> [String]? {
    // A text that begins with a dash is an option of git. A colon names a file of a revision.
    let isPlain =
      name.utf8.allSatisfy { $0 > 32 && $0 != 127 } && !name.hasPrefix("-") && !name.contains(":")
    guard isPlain else { return nil }
    guard Programs.exists("git") else {
      throw Failure.noInput(
        "--against \(name): no such folder, and to read a revision git has to be installed")
    }
    var commits: [String] = []
    for folder in folders {
      let words = [
        "git", "-C", folder, "rev-parse", "--verify", "--quiet", "--end-of-options",
        name + "^{commit}",
      ]
      guard let bytes = Programs.output(of: words, most: 200) else { return nil }
      let commit = String(decoding: bytes, as: UTF8.self).filter { $0.isHexDigit }
      guard commit.count >= 40 else { return nil }
      commits.append(commit)
    }
    return commits
  }
}

/// A package's folder as it was in a commit.
private struct Revision {
  let folder: String
  let commit: String
  let name: String

  /// No table of a package that somebody keeps in git is longer.
  private static let mostBytes = 1 << 30

  /// Writes the descriptor and the tables that it names to a folder of our own. The objects are read as
  /// they lie in git: no filter, hook or shell has a part in it.
  func write(to copy: String) throws {
    mkdir(copy, 0o700)
    try put("datapackage.json", to: copy)
    let descriptor: PackageDescriptor
    do {
      descriptor = try PackageDescriptor(folder: copy)
    } catch {
      throw Failure.badData("--against \(name): \(error.description)")
    }
    for resource in descriptor.resources where TableName(resource.name) != nil {
      try put(resource.path, to: copy)
    }
  }

  private func put(_ path: String, to copy: String) throws {
    let words = ["git", "-C", folder, "cat-file", "blob", "\(commit):./\(path)"]
    guard let bytes = Programs.output(of: words, most: Revision.mostBytes) else {
      throw Failure.noInput("--against \(name): \(folder) has no \(path) in that revision")
    }
    var place = copy
    for part in path.split(separator: "/").dropLast() {
      place += "/\(part)"
      mkdir(place, 0o700)
    }
    let descriptor = open(
      "\(copy)/\(path)", O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else { throw failure() }
    defer { close(descriptor) }
    var written = 0
    while written < bytes.count {
      let count = bytes.withUnsafeBytes { buffer in
        Glibc.write(descriptor, buffer.baseAddress.map { $0 + written }, bytes.count - written)
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw failure() }
      written += count
    }
  }

  private func failure() -> Failure {
    .output("--against \(name): \(String(cString: strerror(errno)).lowercased())")
  }
}
