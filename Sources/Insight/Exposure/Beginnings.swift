import Dataset

/// The rows with which what still stands on a day began.
///
/// The latest row tells what holds, not since when: NVIDIA bought into Synthesia in 2023 and again
/// in 2026. A site that was contracted in 2025 gets a new date from each later row. The beginning
/// is the first of the rows that count without a break up to the day.
struct Beginnings {
  private struct Bond: Hashable {
    let from: ID<Organisation>
    let to: ID<Organisation>
    let kind: RelationKind
    let part: SuppliedPart?

    init(_ row: Relation) {
      (from, to, kind, part) = (row.from, row.to, row.kind, row.part)
    }
  }

  private let snapshot: Snapshot
  private let heads: GroupHeads
  private let announced: Announced
  private let bonds: [Bond: Relation]

  init(_ snapshot: Snapshot, _ options: ExposureOptions) {
    self.snapshot = snapshot
    announced = options.announced
    heads = GroupHeads(snapshot, options)
    let rows = snapshot.dataset.relations
    var bonds: [Bond: Relation] = [:]
    for places in snapshot.histories(of: rows, by: { Bond($0) }) {
      let history = places.map { rows[$0] }
      let first = Self.first(of: history) { row in
        row.status == .active || (options.announced == .counted && row.status == .announced)
      }
      if let first { bonds[Bond(first)] = first }
    }
    self.bonds = bonds
  }

  /// The row with which a relation began that stands on the day.
  func first(of relation: Relation) -> Relation { bonds[Bond(relation)] ?? relation }

  /// The row from which a commitment has had the same two parties as on the day.
  func first(
    of site: Commitment, between parties: (Commitment) -> (ID<Organisation>?, ID<Organisation>?)
  ) -> Commitment {
    let wanted = folded(parties(site))
    let first = Self.first(of: snapshot.history(of: site.id)) { row in
      let counts = row.status.isFirm || (announced == .counted && row.status == .announced)
      return counts && folded(parties(row)) == wanted
    }
    return first ?? site
  }

  private func folded(
    _ parties: (ID<Organisation>?, ID<Organisation>?)
  ) -> [ID<Organisation>?] {
    [parties.0.map { heads[$0] }, parties.1.map { heads[$0] }]
  }

  /// The first of the last rows that count, the earliest row coming first.
  private static func first<Row>(of rows: [Row], where counts: (Row) -> Bool) -> Row? {
    rows.reversed().prefix { counts($0) }.last
  }
}
