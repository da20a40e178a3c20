import Dataset

/// A row that is known from a date on.
protocol LedgerRow {
  var date: PartialDate { get }
  var origin: Origin { get }
}

extension Round: LedgerRow {}
extension Valuation: LedgerRow {}
extension Commitment: LedgerRow {}
extension Relation: LedgerRow {}
extension Authority: LedgerRow {}
extension EnforcementStep: LedgerRow {}
extension Milestone: LedgerRow {}
extension Model: LedgerRow {}
extension Signatory: LedgerRow {}

extension Dataset {
  /// The day from which a row is known.
  func known(_ row: some LedgerRow) -> Day { known(row.date, in: row.origin) }

  /// The places of some rows of a table in the order in which a ledger goes: by the day from which they are
  /// known; of one day the more precise date later, of two alike the one further down.
  func ordered<Row: LedgerRow>(_ places: [Int], of rows: [Row]) -> [Int] {
    places.map { (place: $0, known: known(rows[$0]), precision: rows[$0].date.precision.rawValue) }
      .sorted { ($0.known, $0.precision, $0.place) < ($1.known, $1.precision, $1.place) }
      .map(\.place)
  }
}

extension Snapshot {
  /// Whether a row is known on the day.
  func knows(_ row: some LedgerRow) -> Bool { dataset.known(row) <= day }
}

/// The rows of a ledger known on a day, by id: places in the table, each group in the order of the ledger.
struct Ledger {
  /// The groups, in the order in which their ids first appear.
  let groups: [[Int]]

  init<Row: LedgerRow>(_ rows: [Row], id: (Row) -> Int32, _ snapshot: Snapshot) {
    var places: [Int32: Int] = [:]
    var groups: [[Int]] = []
    for (index, row) in rows.enumerated() where snapshot.knows(row) {
      let place = places[id(row)] ?? groups.count
      if place == groups.count {
        groups.append([])
        places[id(row)] = place
      }
      groups[place].append(index)
    }
    self.groups = groups.map { snapshot.dataset.ordered($0, of: rows) }
  }
}
