import Dataset

/// The last established value of a company, and what is said of it since.
///
/// The list of all of them answers who is worth the most and how sure that is. A company of which only talks
/// are known has no value, and stands after those that have.
public struct CompanyValue: Sendable {
  public let company: ID<Organisation>
  /// The value that is taken, where somebody paid it or a market set it.
  public let taken: ValuationPoint?
  /// The latest figure of talks, or of a round that has not closed, that is later than the value.
  public let open: ValuationPoint?
  /// Other figures of the date of the value.
  public let conflicting: [ValuationPoint]
  /// The number of all figures known.
  public let count: Int

  /// The companies of which a value is known, the most valued first.
  public static func all(
    in snapshot: Snapshot, where filter: CompiledFilter = .everything
  ) -> [CompanyValue] {
    let dataset = snapshot.dataset
    var seen: Set<ID<Organisation>> = []
    let named =
      snapshot.rounds.filter { $0.postMoney != nil }.map(\.company)
      + snapshot.valuations.map(\.company)
    return named.filter { seen.insert($0).inserted }
      .filter { filter.matches(dataset[$0]) }
      .compactMap { CompanyValue(Capital.of($0, in: snapshot), in: dataset) }
      .sorted { left, right in
        let (one, other) = (left.millions, right.millions)
        if one != other { return one ?? -1 > other ?? -1 }
        let (first, second) = (left.open?.dollars?.millions, right.open?.dollars?.millions)
        if first != second { return first ?? -1 > second ?? -1 }
        return dataset.slug(left.company) < dataset.slug(right.company)
      }
  }

  /// The value in millions of dollars.
  public var millions: Double? { taken?.dollars?.millions }

  init?(_ capital: CompanyCapital, in dataset: Dataset) {
    guard !capital.valuations.isEmpty else { return nil }
    company = capital.company
    taken = capital.last?.taken
    conflicting = capital.last?.conflicting ?? []
    count = capital.valuations.count
    let since = capital.last.map { $0.taken.day(in: dataset) }
    open = capital.valuations.last { point in
      point.standing != .established && since.map { point.day(in: dataset) >= $0 } ?? true
    }
  }
}
