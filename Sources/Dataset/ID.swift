/// The id of a row of a table: a small number in place of the slug.
///
/// `Dataset.slug(_:)` gives the slug. Numbers are of one dataset only and must not be kept beyond it.
public struct ID<Row>: Hashable, Comparable, Sendable {
  /// The number, from 0, in the order of first appearance.
  public let index: Int32

  @usableFromInline init(_ index: Int32) {
    self.index = index
  }

  /// The id of no row, as in a row that is not read yet.
  static var unread: ID { ID(-1) }

  public static func < (left: ID, right: ID) -> Bool { left.index < right.index }
}

/// Several ids of a table, kept in the dataset's lists.
public struct IDList<Row>: Hashable, Sendable {
  @usableFromInline let start: UInt32
  @usableFromInline let count: UInt32

  static var empty: IDList { IDList(start: 0, count: 0) }
}

/// The place of a row in its file, to show it, edit it and report on it.
public struct Origin: Hashable, Sendable {
  public let table: TableName
  /// The index of the row's package among those laid over each other, from 0.
  public let package: UInt8
  /// The line its record starts on, from 1.
  public let line: UInt32

  /// The place of a row that is not read yet.
  static let unread = Origin(table: .sources, package: 0, line: 0)
}
