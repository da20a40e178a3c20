/// What stands in the files of the packages and is not among the facts.
///
/// A row with an error is left out, and so is the later of two rows of one key. A table is unread where its
/// header does not say what its columns are, where it has no header, or where none of its rows could be used.
public struct Losses: Hashable, Sendable {
  /// A file and the rows of it that are left out.
  public struct File: Hashable, Sendable {
    /// The file's path as it was opened.
    public let path: String
    /// How many of its rows are left out; of a table that is unread, those that could be told apart.
    public let rows: Int
    /// Whether nothing of it is among the facts.
    public let isUnread: Bool
  }

  /// The files of which something is left out, in the order in which they are read.
  public private(set) var files: [File] = []

  /// Nothing is left out.
  public init() {}

  /// Whether everything in the files is among the facts.
  public var isEmpty: Bool { files.isEmpty }
  /// How many rows are left out of tables that are read.
  public var rows: Int { files.reduce(0) { $0 + ($1.isUnread ? 0 : $1.rows) } }
  /// The paths of the tables of which nothing is among the facts.
  public var tables: [String] { files.filter(\.isUnread).map(\.path) }

  /// Notes how much of a file is left out, if anything is.
  mutating func note(_ path: String, rows: Int, isUnread: Bool) {
    if rows > 0 || isUnread { files.append(File(path: path, rows: rows, isUnread: isUnread)) }
  }
}
