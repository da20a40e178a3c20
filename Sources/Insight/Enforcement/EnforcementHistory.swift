import Dataset

/// The number of states with full enforcement authority over time, up to a day.
public struct EnforcementHistory: Sendable {
  /// A day on which something changed, and what holds from it on.
  public struct Point: Hashable, Sendable {
    public let day: Day
    /// The members that are full, by code.
    public let full: [ID<Country>]
    /// The members that may be, by code.
    public let possible: [ID<Country>]
  }

  /// The points, ascending; before the first no state is full or possible.
  public let points: [Point]

  /// Follows the ledger from its first row to the snapshot's day, as each day knew it.
  public init(_ snapshot: Snapshot, basis: TimelineBasis = .happened) {
    let dataset = snapshot.dataset
    let ledger = EnforcementLedger(dataset, basis: basis)
    let members = dataset.countries.filter { $0.bloc == .eu }
      .sorted { dataset.code($0.id) < dataset.code($1.id) }.map(\.id)
    let days = Set(members.flatMap { ledger.days(of: $0) }).filter { $0 <= snapshot.day }.sorted()
    var points: [Point] = []
    for day in days {
      let standings = members.map { ledger.standing($0, day) }
      func of(_ wanted: Standing) -> [ID<Country>] {
        zip(members, standings).filter { $0.1 == wanted }.map(\.0)
      }
      let point = Point(day: day, full: of(.full), possible: of(.possible))
      let before = points.last ?? Point(day: day, full: [], possible: [])
      if point.full != before.full || point.possible != before.possible { points.append(point) }
    }
    self.points = points
  }
}
