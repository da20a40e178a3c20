import Capture
import Dashboard
import FoundationEssentials
import Glibc

/// The last entries, kept in `entries` in the state folder, a JSON object a line. Each can be taken
/// back, the last first.
///
/// Rows made on the way to an entry belong to it: entries of one group are taken back together,
/// and all of them or none.
struct EntryLog {
  /// An entry: the package, and the records by the paths of their files.
  private struct Item: Codable {
    let folder: String
    let records: [String: [String]]
    var group: String?
  }

  /// The rows that were taken back.
  struct Undone {
    let folder: String
    let rows: Int
    /// The number of entries they were made by.
    let entries: Int

    /// The rows in words: `3 rows taken back, with what was made on the way`.
    var words: String {
      "\(counted(rows, "row")) taken back"
        + (entries > 1 ? ", with what was made on the way" : "")
    }
  }

  private static let most = 100
  private let files = UserFiles()

  /// Notes an entry.
  func note(_ folder: String, _ records: [String: [String]], group: String? = nil) {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    guard let folder = EntryLog.absolute(folder),
      let data = try? encoder.encode(Item(folder: folder, records: records, group: group))
    else { return }
    let line = String(decoding: data, as: UTF8.self)
    _ = files.change(.entries) { text in
      let lines = text.split(separator: "\n").suffix(EntryLog.most - 1).map(String.init)
      return (lines + [line]).map { $0 + "\n" }.joined()
    }
  }

  /// Takes the last entry back, with what was made on the way to it.
  func undo() throws -> Undone {
    let lines = (files.read(.entries) ?? "").split(separator: "\n")
    guard let line = lines.last else {
      throw Failure.noInput("nothing was entered that could be taken back")
    }
    guard let last = EntryLog.item(line) else {
      throw Failure.badData("\(files.path(.entries) ?? "entries"): the last line cannot be read")
    }
    let before = lines.dropLast().reversed().map(EntryLog.item).prefix { item in
      item?.group != nil && item?.group == last.group && item?.folder == last.folder
    }
    let items = [last] + before.compactMap(\.self)
    let writer = try PackageWriter(last.folder)
    var records: [String: [String]] = [:]
    for item in items { records.merge(item.records) { $0 + $1 } }
    var changed: [(path: String, bytes: [UInt8])] = []
    for (path, records) in records.sorted(by: { $0.key < $1.key }) {
      let file = "\(last.folder)/\(path)"
      guard let standing = try PackageWriter.bytes(of: file),
        let left = TableText.removing(records, from: standing)
      else {
        throw Failure.badData(
          "\(file): the rows of the last entry were changed since; correct the file itself")
      }
      changed.append((path, left))
    }
    try writer.write(changed)
    _ = files.change(.entries) { text in
      text.split(separator: "\n").dropLast(items.count).map { $0 + "\n" }.joined()
    }
    return Undone(
      folder: last.folder, rows: records.values.reduce(0) { $0 + $1.count }, entries: items.count)
  }

  private static func item(_ line: Substring) -> Item? {
    try? JSONDecoder().decode(Item.self, from: Data(line.utf8))
  }

  private static func absolute(_ folder: String) -> String? {
    guard let path = realpath(folder, nil) else { return nil }
    defer { free(path) }
    return String(cString: path)
  }
}
