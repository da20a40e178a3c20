/// The content of the packages' files that is not among the facts.
///
/// A row with an error is left out, and so is the later of two rows of a key. A table is unread
/// where it has no header or the header does not name its columns. It is also unread where none of
/// its rows could be used.
public struct Losses: Hashable, Sendable {
  /// A file and the rows of it that are left out.
  public struct File: Hashable, Sendable {
    public let path: String
    /// The number of its rows left out; for an unread table, those that could be told apart.
    public let rows: Int
    public let isUnread: Bool
  }

  /// The files of which something is left out, in the order in which they are read.
  public private(set) var files: [File] = []

  public init() {}

  /// True if everything in the files is among the facts.
  public var isEmpty: Bool { files.isEmpty }
  /// The number of rows left out of the tables that are read.
  public var rows: Int { files.reduce(0) { $0 + ($1.isUnread ? 0 : $1.rows) } }
  /// The paths of the tables of which nothing is among the facts.
  public var tables: [String] { files.filter(\.isUnread).map(\.path) }

  /// Notes how much of a file is left out, if anything is.
  mutating func note(_ path: String, rows: Int, isUnread: Bool) {
    if rows > 0 || isUnread { files.append(File(path: path, rows: rows, isUnread: isUnread)) }
  }
}
