/// The data kept beyond a session, apart from the watchlist and the session.
public struct Kept: Hashable, Sendable {
  public internal(set) var filters: SavedFilters
  /// Things to be taken away on Exposure, by name.
  public internal(set) var scenarios: SavedFilters
  public internal(set) var history: [String]

  /// The greatest number of lines, more than anyone goes back through.
  private static let longestHistory = 200

  public init(
    filters: SavedFilters = SavedFilters(), scenarios: SavedFilters = SavedFilters(),
    history: [String] = []
  ) {
    self.filters = filters
    self.scenarios = scenarios
    self.history = history
  }

  /// Reads kept texts: `name = filter` a line, `name = scenario` a line, and a used filter a line.
  public init(filters: String, scenarios: String = "", history: String) {
    self.filters = SavedFilters(text: filters)
    self.scenarios = SavedFilters(text: scenarios)
    self.history = Kept.lines(history)
  }

  /// The filters of a history; a line that is too long is left out.
  private static func lines(_ history: String) -> [String] {
    TextLines.of(history).filter { !$0.isEmpty && $0.utf8.count <= 4 * LineEditor.longest }
      .suffix(longestHistory)
  }

  public var historyText: String { history.map { $0 + "\n" }.joined() }

  /// A file's history with the filter used last behind what others used meanwhile.
  public func historyText(in text: String) -> String {
    guard let latest = history.last else { return text }
    var merged = Kept(filters: filters, history: Kept.lines(text))
    merged.used(latest)
    return merged.historyText
  }

  /// Notes that a filter was used; a filter used before moves to the end.
  mutating func used(_ filter: String) {
    guard !filter.isEmpty else { return }
    history.removeAll { $0 == filter }
    history.append(filter)
    history.removeFirst(max(0, history.count - Kept.longestHistory))
  }
}
