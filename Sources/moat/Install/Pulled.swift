import Dataset
import Glibc

/// The data that `moat pull` fetched: the package in use, the package before it, and where it came
/// from.
///
/// A package is put in place whole by a change of names. The package before stays until the next
/// pull, and `--undo` changes the two.
enum Pulled {
  /// The package's folder; `nil` where there is no home.
  static var folder: String? { Standard.dataHome.map { $0 + "/moat/data" } }

  /// The package before it.
  static var former: String? { Standard.dataHome.map { $0 + "/moat/data.before" } }

  private static var note: String? { Standard.dataHome.map { $0 + "/moat/pulled" } }

  /// Where the package was fetched from last; `nil` where none was.
  static var source: String? {
    guard let note, let bytes = try? PackageCopy.bytes(of: note) else { return nil }
    let line = String(decoding: bytes, as: UTF8.self).prefix { $0 != "\n" }
    return line.isEmpty ? nil : String(line)
  }

  static func remember(_ source: String) throws {
    guard let note else { return }
    try FileWriter.write(source + "\n", to: note, mode: 0o600)
  }

  /// Puts a package in the place of the package in use, which is kept.
  static func place(_ staged: String) throws {
    guard let folder, let former else { throw homeless }
    let hasOne = isThere(folder)
    if hasOne {
      ScratchFolder.remove(former)
      guard rename(folder, former) == 0 else { throw failure(folder) }
    }
    guard rename(staged, folder) == 0 else {
      let problem = failure(folder)
      if hasOne { rename(former, folder) }
      throw problem
    }
  }

  /// Changes the package in use for the package before it. Before the first pull there was none: what
  /// that pull fetched is put aside, and the package that is found without it is in use again.
  static func undo() throws {
    guard let folder, let former else { throw homeless }
    guard isThere(former) else {
      guard isThere(folder), source != nil else {
        throw Failure.noInput(
          "\(former): no earlier package is kept; there is nothing to go back to")
      }
      guard rename(folder, former) == 0 else { throw failure(folder) }
      return
    }
    let aside = folder + ".\(getpid())"
    let hasOne = isThere(folder)
    if hasOne, rename(folder, aside) != 0 { throw failure(folder) }
    guard rename(former, folder) == 0 else {
      let problem = failure(folder)
      if hasOne { rename(aside, folder) }
      throw problem
    }
    if hasOne, rename(aside, former) != 0 { throw failure(former) }
  }

  static var homeless: Failure {
    .noInput("there is no home folder, and so no place for data; set HOME or XDG_DATA_HOME")
  }

  private static func isThere(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0
  }

  private static func failure(_ path: String) -> Failure {
    .cannotCreate("\(path): \(String(cString: strerror(errno)).lowercased())")
  }
}
