import Glibc

/// Tells when a file of the data changed, through inotify (Linux): no polling, no timers.
///
/// The rule: whatever leads to a file of the data is watched, by name and in the folder it lies in. That is
/// the file, the folders above it up to the package's own, and what links among them lead to. Saving,
/// making, moving, deleting, linking and other permissions count. After each change the paths are followed
/// afresh, as they may lead elsewhere now.
final class FolderWatch {
  /// Becomes readable when something changed; -1 where watching is not possible.
  let descriptor: Int32
  /// The names that count in each folder watched, by watch.
  private var names: [Int32: Set<String>] = [:]
  private var paths: [String] = []
  /// The folders and names that lead to these paths, as the watches were set.
  private var traced: [String: Set<String>] = [:]

  /// Folders that are made all the while must not keep the caller for ever.
  private static let mostTries = 8

  init() {
    descriptor = inotify_init1(Int32(IN_CLOEXEC) | Int32(IN_NONBLOCK))
  }

  deinit {
    if descriptor >= 0 { close(descriptor) }
  }

  /// How much more than before leads to the paths that are followed.
  enum Growth { case none, names, folders }

  /// Watches these paths and no others.
  ///
  /// Called before they are read: a change in between is then told, not missed. A folder made while the watches are
  /// set would be missed, so they are set again until the paths lead where they led before.
  @discardableResult
  func follow(_ paths: [String]) -> Growth {
    guard descriptor >= 0 else { return .none }
    self.paths = paths
    let before = traced
    var watches = Set(names.keys)
    traced = FolderWatch.trace(paths)
    for _ in 0..<FolderWatch.mostTries {
      set(traced)
      watches.formUnion(names.keys)
      let now = FolderWatch.trace(paths)
      if now == traced { break }
      traced = now
    }
    for watch in watches.subtracting(names.keys) { inotify_rm_watch(descriptor, watch) }
    if !Set(traced.keys).isSubset(of: before.keys) { return .folders }
    let isSame = traced.allSatisfy { $1.isSubset(of: before[$0] ?? []) }
    return isSame ? .none : .names
  }

  /// Sets a watch on each of these folders.
  private func set(_ wanted: [String: Set<String>]) {
    names = [:]
    // Editors write in place or rename a new file onto the old file. The first of all events of a
    // folder that goes is its own.
    let mask =
      UInt32(IN_CLOSE_WRITE) | UInt32(IN_MOVED_TO) | UInt32(IN_MOVED_FROM) | UInt32(IN_CREATE)
      | UInt32(IN_DELETE) | UInt32(IN_ATTRIB) | UInt32(IN_DELETE_SELF) | UInt32(IN_MOVE_SELF)
    for (folder, files) in wanted {
      let watch = inotify_add_watch(descriptor, folder, mask | UInt32(IN_ONLYDIR))
      // Two paths may be the same folder.
      if watch >= 0 { names[watch, default: []].formUnion(files) }
    }
  }

  /// The folders and names that decide what these paths lead to.
  private static func trace(_ paths: [String]) -> [String: Set<String>] {
    Set(paths).reduce(into: [:]) { trace($1, into: &$0) }
  }

  /// Adds the folders and names that decide what a path leads to.
  private static func trace(_ path: String, into wanted: inout [String: Set<String>]) {
    var path = path
    // A ring of links ends too.
    for _ in 0..<40 {
      let (folder, name) = split(path)
      guard name != "." && name != ".." && !name.isEmpty else { return }
      wanted[folder, default: []].insert(name)
      if access(folder, F_OK) != 0 {
        // The folder is not there: it is what may come.
        path = folder
      } else if let target = link(path) {
        path = target.hasPrefix("/") ? target : folder + "/" + target
      } else {
        return
      }
    }
  }

  private static func split(_ path: String) -> (folder: String, name: String) {
    var path = Substring(path)
    while path.count > 1, path.last == "/" { path = path.dropLast() }
    guard let slash = path.lastIndex(of: "/") else { return (".", String(path)) }
    let folder = path[..<slash]
    return (folder.isEmpty ? "/" : String(folder), String(path[path.index(after: slash)...]))
  }

  private static func link(_ path: String) -> String? {
    var buffer = [UInt8](repeating: 0, count: Int(PATH_MAX))
    let count = buffer.withUnsafeMutableBytes { bytes in
      bytes.baseAddress.map { readlink(path, $0, bytes.count) } ?? 0
    }
    return count > 0 ? String(decoding: buffer[..<count], as: UTF8.self) : nil
  }

  /// Takes what there is to take; the names that lead to something else now, `nil` where none does.
  func drain() -> Set<String>? {
    var buffer = [UInt8](repeating: 0, count: 16_384)
    var changed: Set<String>?
    while true {
      let count = read(descriptor, &buffer, buffer.count)
      guard count > 0 else { return changed }
      for notice in FolderWatch.events(in: buffer[..<count]) where matters(notice) {
        changed = changed ?? []
        if !notice.name.isEmpty { changed?.insert(notice.name) }
      }
    }
  }

  private struct Notice {
    let watch: Int32
    let mask: UInt32
    /// Empty where the folder itself is meant.
    let name: String
  }

  private func matters(_ notice: Notice) -> Bool {
    if notice.mask & UInt32(IN_Q_OVERFLOW) != 0 { return true }
    guard let wanted = names[notice.watch] else { return false }
    if notice.name.isEmpty { return notice.mask & UInt32(IN_IGNORED) == 0 }
    guard wanted.contains(notice.name) else { return false }
    // A new file is worth reading when it is written. A new folder, link or name of a file at once.
    guard notice.mask & UInt32(IN_CREATE) != 0, notice.mask & UInt32(IN_ISDIR) == 0 else {
      return true
    }
    return paths.contains { path in
      let name = FolderWatch.split(path).name
      var status = stat()
      guard name == notice.name, lstat(path, &status) == 0 else { return name != notice.name }
      return status.st_mode & S_IFMT != S_IFREG || status.st_nlink > 1
    }
  }

  /// A run of `struct inotify_event`: the watch, the mask, a cookie, the length of the name, and the name
  /// padded with zeros.
  private static func events(in bytes: ArraySlice<UInt8>) -> [Notice] {
    var events: [Notice] = []
    var at = bytes.startIndex
    func number(_ offset: Int) -> UInt32 {
      (0..<4).reduce(UInt32(0)) { $0 | UInt32(bytes[at + offset + $1]) << (8 * UInt32($1)) }
    }
    while at + 16 <= bytes.endIndex {
      let end = min(at + 16 + Int(number(12)), bytes.endIndex)
      let name = String(decoding: bytes[(at + 16)..<end].prefix { $0 != 0 }, as: UTF8.self)
      events.append(
        Notice(watch: Int32(bitPattern: number(0)), mask: number(4), name: name))
      at = end
    }
    return events
  }
}
