import Glibc

/// Tells when a file of the data folders was saved, through inotify (Linux): no polling, no timers.
final class FolderWatch {
  /// Becomes readable when something changed; -1 where watching is not possible.
  let descriptor: Int32

  init(folders: [String]) {
    descriptor = inotify_init1(Int32(IN_CLOEXEC) | Int32(IN_NONBLOCK))
    guard descriptor >= 0 else { return }
    // Editors write in place or rename a new file onto the old one; both end in one of these.
    let saved = UInt32(IN_CLOSE_WRITE) | UInt32(IN_MOVED_TO)
    for folder in folders { inotify_add_watch(descriptor, folder, saved) }
  }

  deinit {
    if descriptor >= 0 { close(descriptor) }
  }

  /// Takes what there is to take; `true` where a table or the descriptor was saved.
  func drain() -> Bool {
    var buffer = [UInt8](repeating: 0, count: 16_384)
    var changed = false
    while true {
      let count = read(descriptor, &buffer, buffer.count)
      guard count > 0 else { return changed }
      changed = changed || FolderWatch.names(in: buffer[..<count]).contains(where: isData)
    }
  }

  private func isData(_ name: String) -> Bool {
    name.hasSuffix(".csv") || name == "datapackage.json"
  }

  /// The names in a run of `struct inotify_event`: a header of 16 bytes whose last four tell how long
  /// the name is, zero-padded.
  private static func names(in bytes: ArraySlice<UInt8>) -> [String] {
    var names: [String] = []
    var at = bytes.startIndex
    while at + 16 <= bytes.endIndex {
      let length = (0..<4).reduce(0) { $0 | Int(bytes[at + 12 + $1]) << (8 * $1) }
      let end = min(at + 16 + length, bytes.endIndex)
      names.append(String(decoding: bytes[(at + 16)..<end].prefix { $0 != 0 }, as: UTF8.self))
      at = end
    }
    return names
  }
}
