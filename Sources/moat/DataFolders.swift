import Dashboard
import Dataset
import Glibc

/// Finds the data packages: those named, else `$MOAT_DATA`, else those of the settings, else `data` here.
/// Next come what was pulled, then the folder with the program or above it (a build folder lies inside its
/// checkout). Last are the shared data folders of the XDG specification.
struct DataFolders {
  let folders: [String]
  /// The folders that come before those in use, should a package come to lie there; only where none was named.
  private let awaited: [String]

  init(named: [String]) throws {
    try self.init(named: named, configured: UserFiles().checkedConfiguration())
  }

  /// - Parameter withOwn: True if the user's own facts are laid over the packages they belong to.
  init(named: [String], configured: Configuration, withOwn: Bool = true) throws {
    let found: [String]
    var awaited: [String] = []
    if !named.isEmpty {
      found = try named.map(DataFolders.expanded)
    } else if let variable = Standard.environment("MOAT_DATA"), !variable.isEmpty {
      found = variable.split(separator: ":").map(String.init)
    } else if !configured.data.isEmpty {
      found = configured.data
    } else {
      let candidates = DataFolders.candidates
      guard let place = candidates.firstIndex(where: DataFolders.holdsPackage) else {
        throw DataFolders.missing
      }
      found = [candidates[place]]
      awaited = candidates[..<place].filter { DataFolders.comeAndGo.contains($0) }
    }
    self.awaited = awaited
    folders = withOwn ? OwnFacts(configured: configured.facts).laid(over: found) : found
  }

  private static var missing: Failure {
    .noInput("no data package was found; name a folder that holds a datapackage.json with --data")
  }

  /// The packages as they lie now; `nil` where none is found.
  static func standing(named: [String]) -> DataFolders? {
    try? DataFolders(named: named, configured: UserFiles().configuration())
  }

  func dataset() throws(DatasetError) -> Dataset { try Dataset(folders: folders) }

  /// Everything that decides what is read: the packages' folders, the files, the folders in between, and the
  /// folders where a package would be taken instead.
  ///
  /// - Parameters:
  ///   - packages: The packages that were read, for the files of their tables.
  ///   - missing: A file that could not be read.
  func paths(of packages: [Dataset.Package], missing: String?) -> [String] {
    var paths = (awaited + folders).flatMap { [$0, $0 + "/datapackage.json"] }
    paths += [missing].compactMap(\.self)
    for package in packages {
      for file in package.files.values {
        var path = package.folder
        for part in file.split(separator: "/") {
          path += "/" + part
          paths.append(path)
        }
      }
    }
    return paths
  }

  func load() throws -> Dataset {
    do {
      return try dataset()
    } catch {
      switch error {
      case .unreadable, .noPackage: throw Failure.noInput(error.description)
      case .badDescriptor: throw Failure.badData(error.description)
      }
    }
  }

  /// A folder as it was named, with the home for a `~` that no shell replaced.
  private static func expanded(_ folder: String) throws -> String {
    if folder.isEmpty { throw Failure.usage("--data takes a folder, not an empty name") }
    guard folder == "~" || folder.hasPrefix("~/") else { return folder }
    guard let home = Standard.environment("HOME"), !home.isEmpty else {
      throw Failure.usage("--data \(folder): ~ is the home folder, and HOME is not set")
    }
    return home + folder.dropFirst()
  }

  /// The folders that packages come to and go from while a program runs.
  private static var comeAndGo: [String] { ["data"] + [Pulled.folder].compactMap(\.self) }

  private static var candidates: [String] {
    var result = comeAndGo
    // Where the system does not tell the path of the program, the shared folders are searched all the same.
    var parts = (Standard.programPath ?? "").split(separator: "/").dropLast()
    while !parts.isEmpty {
      let folder = "/" + parts.joined(separator: "/")
      result.append(folder + "/data")
      result.append(folder + "/share/moat/data")
      parts = parts.dropLast()
    }
    let shared = Standard.environment("XDG_DATA_DIRS").flatMap { $0.isEmpty ? nil : $0 }
    return result
      + (shared ?? "/usr/local/share:/usr/share").split(separator: ":")
      .filter { $0.hasPrefix("/") }.map { "\($0)/moat/data" }
  }

  private static func holdsPackage(_ folder: String) -> Bool {
    access(folder + "/datapackage.json", R_OK) == 0
  }
}

extension DatasetError {
  /// The file that could not be read; `nil` where none was named.
  var path: String? {
    switch self {
    case .unreadable(let path, _), .badDescriptor(let path, _): path
    case .noPackage: nil
    }
  }

  var problem: Problem {
    let message =
      switch self {
      case .unreadable(_, let reason): "cannot be read: \(reason)"
      case .badDescriptor(_, let reason): reason
      case .noPackage: description
      }
    return Problem(file: path ?? "data", line: 1, column: 1, severity: .error, message: message)
  }
}
