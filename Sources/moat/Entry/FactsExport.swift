import Capture
import Dashboard
import Dataset
import Glibc

/// The user's own facts for others: as a package to be laid over theirs, or as a patch of the
/// package below.
struct FactsExport {
  private let own: PackageDescriptor
  private let ownFolder: String
  private let below: String

  init(data: [String]) throws {
    let settings = try UserFiles().checkedConfiguration()
    guard let folder = OwnFacts(configured: settings.facts).folder,
      access(folder + "/datapackage.json", R_OK) == 0
    else {
      throw Failure.noInput("there are no facts of your own yet; moat add enters a fact")
    }
    let folders = try DataFolders(
      named: data, configured: settings, withOwn: false
    ).folders
    do {
      own = try PackageDescriptor(folder: folder)
    } catch {
      throw Failure.badData(error.description)
    }
    ownFolder = folder
    below = folders.first ?? ""
  }

  /// Writes the package to a folder that holds none.
  func write(to folder: String) throws {
    let paths = own.resources.map(\.path) + ["datapackage.json"]
    for path in paths where access("\(folder)/\(path)", F_OK) == 0 {
      throw Failure.cannotCreate(
        "\(folder)/\(path): is there already, and export replaces nothing; name another folder")
    }
    if mkdir(folder, 0o755) != 0, errno != EEXIST {
      throw Failure.cannotCreate("\(folder): \(String(cString: strerror(errno)).lowercased())")
    }
    for path in paths {
      guard let bytes = try PackageWriter.bytes(of: "\(ownFolder)/\(path)") else { continue }
      var parent = folder
      for part in path.split(separator: "/").dropLast() {
        parent += "/" + part
        mkdir(parent, 0o755)
      }
      try FileWriter.write(String(decoding: bytes, as: UTF8.self), to: "\(folder)/\(path)")
    }
    try Standard.write(
      "\(folder): the facts of your own, to be laid over \(own.over ?? "a package")\n")
  }

  /// Writes a patch for the package below; `-` is standard output.
  func writePatch(to file: String) throws {
    var patch = ""
    var count = 0
    do {
      let base = try PackageDescriptor(folder: below)
      for kind in EntryKind.all {
        guard let mine = own.resources.first(where: { $0.name == kind.table.word }),
          let bytes = try PackageWriter.bytes(of: "\(ownFolder)/\(mine.path)")
        else { continue }
        let rows = try EntryRow.rows(of: kind.table, in: CSVText(bytes))
        guard !rows.isEmpty else { continue }
        guard let theirs = base.resources.first(where: { $0.name == kind.table.word }),
          let standing = try PackageWriter.bytes(of: "\(below)/\(theirs.path)")
        else { throw Failure.badData("\(below): has no table \(kind.table.word)") }
        let text = try TableText(
          adding: rows, of: kind.table, to: standing, named: "\(below)/\(theirs.path)")
        patch += Patch.adding(
          from: String(decoding: standing, as: UTF8.self),
          to: String(decoding: text.bytes, as: UTF8.self), path: "\(prefix)\(theirs.path)")
        count += rows.count
      }
      patch += Patch.changing(
        from: String(decoding: base.bytes, as: UTF8.self),
        to: String(decoding: base.revised(on: own.updated), as: UTF8.self),
        path: "\(prefix)datapackage.json")
    } catch let error as DatasetError {
      throw Failure.badData(error.description)
    } catch let error as EntryFault {
      throw Failure.badData(error.description)
    } catch let error as CSVText.Fault {
      throw Failure.badData("\(ownFolder): line \(error.line): \(error.message)")
    }
    if file == "-" { return try Standard.write(patch) }
    try FileWriter.write(patch, to: file)
    try Standard.write("\(file): \(counted(count, "row")); git apply \(file) enters them\n")
  }

  /// The folder of the package from the top of its repository, with a slash behind it.
  private var prefix: String {
    guard let real = realpath(below, nil) else { return "" }
    defer { free(real) }
    let parts = String(cString: real).split(separator: "/").map(String.init)
    for count in stride(from: parts.count, through: 1, by: -1) {
      let top = "/" + parts.prefix(count).joined(separator: "/")
      guard access(top + "/.git", F_OK) == 0 else { continue }
      return parts.dropFirst(count).map { $0 + "/" }.joined()
    }
    return (parts.last ?? "data") + "/"
  }
}
