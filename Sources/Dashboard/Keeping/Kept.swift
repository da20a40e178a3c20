/// What the dashboard keeps beyond one sitting, beside the watchlist and the session.
public struct Kept: Hashable, Sendable {
  /// Filters under names.
  public internal(set) var filters: SavedFilters
  /// Filters that were used, the latest last.
  public internal(set) var history: [String]

  /// Keeps no more lines than one would ever go back through.
  private static let longestHistory = 200

  /// What was kept; nothing unless given.
  public init(filters: SavedFilters = SavedFilters(), history: [String] = []) {
    self.filters = filters
    self.history = history
  }

  /// What was kept as texts: `name = filter` a line, and one used filter a line.
  public init(filters: String, history: String) {
    self.filters = SavedFilters(text: filters)
    self.history = history.split(whereSeparator: \.isNewline).suffix(Kept.longestHistory)
      .map(String.init)
  }

  /// The filters used, one a line.
  public var historyText: String { history.map { $0 + "\n" }.joined() }

  /// Notes that a filter was used; one that was used before moves to the end.
  mutating func used(_ filter: String) {
    guard !filter.isEmpty else { return }
    history.removeAll { $0 == filter }
    history.append(filter)
    history.removeFirst(max(0, history.count - Kept.longestHistory))
  }
}
