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
    self.history = Kept.lines(history)
  }

  /// The filters of a history; one that is longer than a line can be is left out.
  private static func lines(_ history: String) -> [String] {
    TextLines.of(history).filter { !$0.isEmpty && $0.utf8.count <= 4 * LineEditor.longest }
      .suffix(longestHistory)
  }

  /// The filters used, one a line.
  public var historyText: String { history.map { $0 + "\n" }.joined() }

  /// A file's history with the filter used last behind what others used meanwhile.
  public func historyText(in text: String) -> String {
    guard let latest = history.last else { return text }
    var merged = Kept(filters: filters, history: Kept.lines(text))
    merged.used(latest)
    return merged.historyText
  }

  /// Notes that a filter was used; one that was used before moves to the end.
  mutating func used(_ filter: String) {
    guard !filter.isEmpty else { return }
    history.removeAll { $0 == filter }
    history.append(filter)
    history.removeFirst(max(0, history.count - Kept.longestHistory))
  }
}
