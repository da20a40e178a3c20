import Dataset
import Glibc

/// The place of the user's own facts: the folder that the settings name, else `$XDG_DATA_HOME/moat/facts`, or
/// `~/.local/share/moat/facts`, by the XDG Base Directory Specification 0.8.
///
/// They are laid over the package that they were entered for, by its name, and over no other: their
/// ids mean nothing elsewhere.
struct OwnFacts {
  /// The folder; `nil` where there is no home.
  let folder: String?

  /// - Parameter configured: The folder that the settings name.
  init(configured: String?) {
    folder = configured ?? Standard.dataHome.map { $0 + "/moat/facts" }
  }

  /// The folders with that of the user's own facts behind them, where it belongs there.
  func laid(over folders: [String]) -> [String] {
    guard let folder, access(folder + "/datapackage.json", R_OK) == 0, let base = folders.first,
      !folders.contains(where: { OwnFacts.isSame($0, folder) }),
      let own = try? PackageDescriptor(folder: folder),
      let below = try? PackageDescriptor(folder: base), own.over == nil || own.over == below.name
    else { return folders }
    return folders + [folder]
  }

  /// True if two paths lead to one folder.
  static func isSame(_ left: String, _ right: String) -> Bool {
    var (first, second) = (stat(), stat())
    return stat(left, &first) == 0 && stat(right, &second) == 0 && first.st_ino == second.st_ino
      && first.st_dev == second.st_dev
  }
}

extension Standard {
  /// The folder of the user's data; `nil` where there is no home.
  static var dataHome: String? {
    if let named = environment("XDG_DATA_HOME"), named.hasPrefix("/") { return named }
    guard let home = environment("HOME"), home.hasPrefix("/"), access(home, X_OK) == 0 else {
      return nil
    }
    return home + "/.local/share"
  }
}
