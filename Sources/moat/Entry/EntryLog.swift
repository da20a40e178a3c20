import Capture
import FoundationEssentials
import Glibc

/// The last entries, kept in `entries` in the state folder, a JSON object a line, so that each can
/// be taken back, the last first.
struct EntryLog {
  /// An entry: the package, and the records by the paths of their files.
  private struct Item: Codable {
    let folder: String
    let records: [String: [String]]
  }

  private static let most = 100
  private let files = UserFiles()

  /// Notes an entry.
  func note(_ folder: String, _ records: [String: [String]]) {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    guard let folder = EntryLog.absolute(folder),
      let data = try? encoder.encode(Item(folder: folder, records: records))
    else { return }
    let line = String(decoding: data, as: UTF8.self)
    _ = files.change(.entries) { text in
      let lines = text.split(separator: "\n").suffix(EntryLog.most - 1).map(String.init)
      return (lines + [line]).map { $0 + "\n" }.joined()
    }
  }

  /// Takes the last entry back; gives its folder and how many rows it had.
  func undo() throws -> (folder: String, rows: Int) {
    let lines = (files.read(.entries) ?? "").split(separator: "\n")
    guard let last = lines.last else {
      throw Failure.noInput("nothing was entered that could be taken back")
    }
    guard let item = try? JSONDecoder().decode(Item.self, from: Data(last.utf8)) else {
      throw Failure.badData("\(files.path(.entries) ?? "entries"): the last line cannot be read")
    }
    let writer = try PackageWriter(item.folder)
    var changed: [(path: String, bytes: [UInt8])] = []
    for (path, records) in item.records.sorted(by: { $0.key < $1.key }) {
      let file = "\(item.folder)/\(path)"
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
      text.split(separator: "\n").dropLast().map { $0 + "\n" }.joined()
    }
    return (item.folder, item.records.values.reduce(0) { $0 + $1.count })
  }

  private static func absolute(_ folder: String) -> String? {
    guard let path = realpath(folder, nil) else { return nil }
    defer { free(path) }
    return String(cString: path)
  }
}
