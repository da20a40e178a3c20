import Glibc

/// The names of the files that views are exported to. A former file is never written over, nor a
/// file that holds another view: the next free number goes into the name.
struct ExportNames {
  /// The view that each file written in this session holds.
  private var views: [String: String] = [:]
  private static let most = 1_000

  /// The name of the file for a view, which is claimed by an empty file where there was none.
  mutating func name(for base: String, _ ending: String, of view: String) throws -> String {
    for number in 1...ExportNames.most {
      let name = number == 1 ? "\(base).\(ending)" : "\(base)-\(number).\(ending)"
      if views[name] == view { return name }
      if views[name] != nil { continue }
      let descriptor = open(name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
      if descriptor >= 0 {
        close(descriptor)
        views[name] = view
        return name
      }
      if errno != EEXIST {
        throw Failure.cannotCreate("\(name): \(String(cString: strerror(errno)).lowercased())")
      }
    }
    throw Failure.cannotCreate(
      "\(base).\(ending): there are \(ExportNames.most) such files already")
  }
}
