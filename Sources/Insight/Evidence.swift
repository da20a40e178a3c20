import Dataset

/// The rows and sources that a figure was read from.
///
/// Both lists are in order of first appearance and hold nothing twice.
public struct Evidence: Hashable, Sendable {
  public private(set) var rows: [Origin] = []
  public private(set) var sources: [ID<Source>] = []
  /// The same as sets once there are many, so that a figure of many rows costs no more a row.
  private var knownRows: Set<Origin> = []
  private var knownSources: Set<ID<Source>> = []

  /// The number of rows or sources up to which a plain search pays.
  private static let few = 16

  public init() {}

  public init(_ origin: Origin, _ sources: [ID<Source>]) {
    add(origin, sources)
  }

  public mutating func add(_ origin: Origin, _ sources: [ID<Source>]) {
    Evidence.add(origin, to: &rows, knowing: &knownRows)
    for source in sources { Evidence.add(source, to: &self.sources, knowing: &knownSources) }
  }

  public mutating func add(_ other: Evidence) {
    for row in other.rows { Evidence.add(row, to: &rows, knowing: &knownRows) }
    for source in other.sources {
      Evidence.add(source, to: &sources, knowing: &knownSources)
    }
  }

  private static func add<Entry: Hashable>(
    _ entry: Entry, to list: inout [Entry], knowing known: inout Set<Entry>
  ) {
    if list.count < few {
      if !list.contains(entry) { list.append(entry) }
      return
    }
    if known.isEmpty { known = Set(list) }
    if known.insert(entry).inserted { list.append(entry) }
  }

  /// True if both name the same rows and sources in the same order.
  public static func == (left: Evidence, right: Evidence) -> Bool {
    left.rows == right.rows && left.sources == right.sources
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(rows)
    hasher.combine(sources)
  }

  /// The ids of the sources as the file has them.
  public func slugs(in dataset: Dataset) -> [String] { sources.map { dataset.slug($0) } }
}
