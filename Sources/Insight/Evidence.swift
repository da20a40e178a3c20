import Dataset

/// What a figure rests on: the rows it was read from and the sources they name.
///
/// Both lists are in order of first appearance and hold nothing twice.
public struct Evidence: Hashable, Sendable {
  /// Where the rows stand.
  public private(set) var rows: [Origin] = []
  /// The sources of those rows.
  public private(set) var sources: [ID<Source>] = []

  /// Nothing yet.
  public init() {}

  /// A row and its sources.
  public init(_ origin: Origin, _ sources: [ID<Source>]) {
    add(origin, sources)
  }

  /// Adds a row and its sources.
  public mutating func add(_ origin: Origin, _ sources: [ID<Source>]) {
    if !rows.contains(origin) { rows.append(origin) }
    for source in sources where !self.sources.contains(source) { self.sources.append(source) }
  }

  /// Adds what another figure rests on.
  public mutating func add(_ other: Evidence) {
    for row in other.rows where !rows.contains(row) { rows.append(row) }
    for source in other.sources where !sources.contains(source) { sources.append(source) }
  }

  /// The ids of the sources as the file has them.
  public func slugs(in dataset: Dataset) -> [String] { sources.map { dataset.slug($0) } }
}
