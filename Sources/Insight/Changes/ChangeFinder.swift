import Dataset

/// Finds the rows that stand on the later day and did not on the earlier one.
struct ChangeFinder {
  let earlier: Snapshot
  let later: Snapshot

  /// The changes in a table, the latest first; of equals the row further down first.
  func changes(in table: TableName) -> [Change] {
    let changes: [(Change, UInt32)] =
      switch table {
      case .rounds:
        ledger(later.rounds, earlier.rounds, \.id) { .round($0, before: $1) }
      case .compute:
        ledger(later.compute, earlier.compute, \.id) {
          .commitment($0, before: $1)
        }
      case .milestones:
        ledger(later.milestones, earlier.milestones, \.id) {
          .milestone($0, before: $1)
        }
      case .enforcement:
        ledger(later.enforcement, earlier.enforcement, Step.init) {
          .step($0, before: $1)
        }
      case .relations:
        ledger(bonds(later), bonds(earlier), Bond.init) {
          .relation($0, before: $1)
        }
      case .valuations:
        ledger(later.valuations, earlier.valuations, \.origin) { row, _ in
          .valuation(row)
        }
      case .authorities:
        ledger(later.authorities, earlier.authorities, \.origin) { row, _ in
          .authority(row)
        }
      case .models:
        ledger(later.models, earlier.models, \.origin) { row, _ in .model(row) }
      case .signatories:
        ledger(later.signatories, earlier.signatories, \.origin) { row, _ in
          .signatory(row)
        }
      case .sources, .countries, .organisations, .investments, .claims, .exchangeRates, .places,
        .outlines:
        []
      }
    return changes.sorted { left, right in
      left.0.known == right.0.known ? left.1 > right.1 : left.0.known > right.0.known
    }.map(\.0)
  }

  private struct Step: Hashable {
    let country: ID<Country>
    let step: EnforcementStepKind

    init(_ row: EnforcementStep) {
      country = row.country
      step = row.step
    }
  }

  private struct Bond: Hashable {
    let from: ID<Organisation>
    let to: ID<Organisation>
    let kind: RelationKind

    init(_ row: Relation) {
      from = row.from
      to = row.to
      kind = row.kind
    }
  }

  /// The row that stands for each pair and kind, ended ones included: that a relation ended is news.
  private func bonds(_ snapshot: Snapshot) -> [Relation] {
    let rows = snapshot.dataset.relations
    var places: [Bond: [Int]] = [:]
    for (index, row) in rows.enumerated() where snapshot.knows(row) {
      places[Bond(row), default: []].append(index)
    }
    return places.values.compactMap { snapshot.dataset.ordered($0, of: rows).last }
      .sorted().map { rows[$0] }
  }

  private func ledger<Row: LedgerRow, Key: Hashable>(
    _ now: some Sequence<Row>, _ then: some Sequence<Row>, _ key: (Row) -> Key,
    _ fact: (Row, Row?) -> Change.Fact
  ) -> [(Change, UInt32)] {
    var before: [Key: Row] = [:]
    for row in then { before[key(row)] = row }
    var changes: [(Change, UInt32)] = []
    for row in now {
      let old = before[key(row)]
      if let old, old.origin == row.origin { continue }
      let change = Change(
        fact: fact(row, old), date: row.date, known: later.dataset.known(row))
      changes.append((change, row.origin.line))
    }
    return changes
  }
}
