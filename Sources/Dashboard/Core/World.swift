import Dataset
import Insight

/// What every screen looks at: the facts as of a day, through a filter.
public struct World: Sendable {
  /// The facts.
  public let dataset: Dataset
  /// The day the program runs on.
  public let today: Day
  /// The facts as known on the day one looks from.
  public let snapshot: Snapshot
  /// The filter that applies; an empty one lets everything pass.
  public let filter: Filter
  /// The filter, ready for testing rows.
  public let passes: CompiledFilter

  /// The day one looks from.
  public var day: Day { snapshot.day }

  /// Whether one looks from another day than today.
  public var isPast: Bool { day != today }

  /// The facts as of a day, through a filter.
  public init(dataset: Dataset, today: Day, day: Day? = nil, filter: Filter = .everything) {
    self.dataset = dataset
    self.today = today
    snapshot = dataset.asOf(day ?? today)
    self.filter = filter
    passes = (try? filter.compiled(for: snapshot)) ?? .everything
  }

  /// The same, seen from another day.
  public func seen(from day: Day) -> World {
    World(dataset: dataset, today: today, day: day, filter: filter)
  }

  /// The same, through another filter.
  public func through(_ filter: Filter) -> World {
    World(dataset: dataset, today: today, day: day, filter: filter)
  }
}
