/// Rows of a table picked by number, in order: a list of them costs four bytes a row, not the rows.
public struct Rows<Row: Sendable>: RandomAccessCollection, Sendable {
  // Read by every list of the modules above, which would else call through the type of the row.
  @usableFromInline let base: [Row]
  @usableFromInline let picked: [Int32]

  @usableFromInline init(_ base: [Row], _ picked: [Int32]) {
    self.base = base
    self.picked = picked
  }

  /// All rows of an array.
  public init(_ rows: [Row]) { self.init(rows, rows.indices.map { Int32($0) }) }

  @inlinable public var startIndex: Int { 0 }
  @inlinable public var endIndex: Int { picked.count }
  @inlinable public subscript(position: Int) -> Row { base[Int(picked[position])] }

  /// The rows that pass, in the same order.
  @inlinable public func only(_ passes: (Row) -> Bool) -> Rows {
    Rows(base, picked.filter { passes(base[Int($0)]) })
  }

  /// The rows at some places, in that order.
  @inlinable public func at(_ places: [Int32]) -> Rows {
    Rows(base, places.map { picked[Int($0)] })
  }

  /// The rows at a range of places.
  public func part(_ places: Range<Int>) -> Rows { Rows(base, Array(picked[places])) }

  /// These rows, then other rows of the same array.
  public func followed(by others: Rows) -> Rows { Rows(base, picked + others.picked) }

  /// The same rows, in the order in which a list of all rows has their numbers.
  public func inOrder(of numbers: [Int32]) -> Rows {
    var isPicked = [Bool](repeating: false, count: base.count)
    for row in picked { isPicked[Int(row)] = true }
    return Rows(base, numbers.filter { isPicked[Int($0)] })
  }

  /// The rows in ascending order of a key. The key is made once for each row; equals keep their order.
  @inlinable public func sorted<Key: Comparable>(by key: (Row) -> Key) -> Rows {
    var keyed = picked.enumerated().map { place, row in
      (key: key(base[Int(row)]), place: Int32(place), row: row)
    }
    keyed.sort { $0.key == $1.key ? $0.place < $1.place : $0.key < $1.key }
    return Rows(base, keyed.map(\.row))
  }
}

/// The dataset as it was known on a day. It never changes; an object for the same reason as the
/// dataset.
///
/// A row counts from the day that `PartialDate.known(revised:published:)` finds. In a ledger the
/// latest row of an id stands, and the rows before it are its history. Of two rows that count from
/// one day, the more precisely dated is the later; of two alike, the lower in the file.
public final class Snapshot: Sendable {
  public let dataset: Dataset
  public let day: Day

  /// The rounds known, each with its latest row.
  public let rounds: Rows<Round>
  /// The commitments known, each with its latest row.
  public let compute: Rows<Commitment>
  /// The milestones known, each with its latest row.
  public let milestones: Rows<Milestone>
  /// The steps known, the latest for each state and step.
  public let enforcement: Rows<EnforcementStep>
  /// The parts taken in the rounds known.
  public let investments: Rows<Investment>
  public let valuations: Rows<Valuation>
  /// The relations known that have not ended; of several rows of a pair, kind and part the latest.
  public let relations: Rows<Relation>
  public let authorities: Rows<Authority>
  public let models: Rows<Model>
  /// The answers to voluntary instruments known.
  public let signatories: Rows<Signatory>

  private let latestRounds: [Int32]
  private let latestCompute: [Int32]
  private let latestMilestones: [Int32]

  init(dataset: Dataset, day: Day) {
    self.dataset = dataset
    self.day = day
    let limit = Int32(clamping: day.number)
    let known = dataset.known
    func picked<Row>(_ rows: [Row], _ known: [Int32]) -> Rows<Row> {
      Rows(rows, known.indices.lazy.filter { known[$0] <= limit }.map { Int32($0) })
    }
    // Where every id is known, as on most days, both lists are the same memory.
    func standing(_ latest: [Int32]) -> [Int32] {
      latest.contains { $0 < 0 } ? latest.filter { $0 >= 0 } : latest
    }

    latestRounds = Snapshot.latest(
      dataset.rounds, known.rounds, dataset.ledgers.rounds, dataset.registry[.rounds].count,
      limit)
    latestCompute = Snapshot.latest(
      dataset.compute, known.compute, dataset.ledgers.compute, dataset.registry[.compute].count,
      limit)
    latestMilestones = Snapshot.latest(
      dataset.milestones, known.milestones, dataset.ledgers.milestones,
      dataset.registry[.milestones].count, limit)
    rounds = Rows(dataset.rounds, standing(latestRounds))
    compute = Rows(dataset.compute, standing(latestCompute))
    milestones = Rows(dataset.milestones, standing(latestMilestones))
    enforcement = Rows(
      dataset.enforcement,
      dataset.enforcementBySteps.indices.compactMap { group in
        Snapshot.latest(
          dataset.enforcementBySteps[group], dataset.enforcement, known.enforcement, limit)
      })
    let latestRounds = latestRounds
    investments = Rows(
      dataset.investments,
      dataset.investments.indices
        .filter { latestRounds[Int(dataset.investments[$0].round.index)] >= 0 }.map { Int32($0) })
    valuations = picked(dataset.valuations, known.valuations)
    authorities = picked(dataset.authorities, known.authorities)
    models = picked(dataset.models, known.models)
    signatories = picked(dataset.signatories, known.signatories)
    relations = Rows(
      dataset.relations,
      Snapshot.latestBonds(dataset.relations, known.relations, limit)
        .filter { dataset.relations[Int($0)].status != .ended })
  }

  /// The latest row of a round, where it was known.
  public func round(_ id: ID<Round>) -> Round? { row(latestRounds, id.index, dataset.rounds) }

  /// The rounds of a company known, each with its latest row, in the order of the table.
  public func rounds(of company: ID<Organisation>) -> [Round] {
    dataset.roundsByCompany[Int32(company.index)].lazy
      .filter { self.latestRounds[Int(self.dataset.rounds[Int($0)].id.index)] == $0 }
      .map { self.dataset.rounds[Int($0)] }
      .sorted { $0.id.index < $1.id.index }
  }

  /// The latest row of a commitment, where it was known.
  public func commitment(_ id: ID<Commitment>) -> Commitment? {
    row(latestCompute, id.index, dataset.compute)
  }

  /// The latest row of a milestone, where it was known.
  public func milestone(_ id: ID<Milestone>) -> Milestone? {
    row(latestMilestones, id.index, dataset.milestones)
  }

  private func row<Row>(_ latest: [Int32], _ number: Int32, _ rows: [Row]) -> Row? {
    let index = latest[Int(number)]
    return index < 0 ? nil : rows[Int(index)]
  }

  /// True if a round known by the day contains this round, so that it must not be added.
  public func isContained(_ round: Round) -> Bool {
    round.partOf.map { self.round($0) != nil } ?? false
  }

  /// The parts taken in a round.
  public func investments(in round: ID<Round>) -> [Investment] {
    guard self.round(round) != nil else { return [] }
    return dataset.investmentsByRound[round.index].map { dataset.investments[Int($0)] }
  }

  /// Every row of a round known by the day, the earliest first.
  public func history(of id: ID<Round>) -> [Round] {
    history(dataset.ledgers.rounds.rows(of: id.index), dataset.rounds, dataset.known.rounds)
  }

  /// Every row of a commitment known by the day, the earliest first.
  public func history(of id: ID<Commitment>) -> [Commitment] {
    history(dataset.ledgers.compute.rows(of: id.index), dataset.compute, dataset.known.compute)
  }

  /// Every row of a milestone known by the day, the earliest first.
  public func history(of id: ID<Milestone>) -> [Milestone] {
    history(
      dataset.ledgers.milestones.rows(of: id.index), dataset.milestones,
      dataset.known.milestones)
  }

  /// Every row of a state's step known by the day, the earliest first.
  public func history(of country: ID<Country>, _ step: EnforcementStepKind) -> [EnforcementStep] {
    let group = EnforcementStepKind.place(country, step)
    return history(
      Array(dataset.enforcementBySteps[group]), dataset.enforcement, dataset.known.enforcement)
  }

  private func history<Row: DatedRow>(_ places: [Int32], _ rows: [Row], _ known: [Int32]) -> [Row] {
    places.filter { known[Int($0)] <= Int32(clamping: day.number) }
      .sorted { isLater(Int($1), than: Int($0), rows, known) }
      .map { rows[Int($0)] }
  }
}

extension Snapshot {
  /// For each id of a ledger the row that stands on a day, or -1.
  private static func latest<Row: DatedRow>(
    _ rows: [Row], _ known: [Int32], _ ledger: Ledger, _ ids: Int, _ limit: Int32
  ) -> [Int32] {
    var latest = [Int32](repeating: -1, count: ids)
    ledger.forEach(rows: rows.count) { row, number in
      guard known[row] <= limit else { return }
      let standing = Int(latest[number])
      if standing < 0 || isLater(row, than: standing, rows, known) {
        latest[number] = Int32(truncatingIfNeeded: row)
      }
    }
    return latest
  }

  /// The row of a ledger that stands on a day.
  private static func latest<Row: DatedRow>(
    _ places: ArraySlice<Int32>, _ rows: [Row], _ known: [Int32], _ limit: Int32
  ) -> Int32? {
    var latest: Int32?
    for row in places where known[Int(row)] <= limit {
      if let standing = latest, !isLater(Int(row), than: Int(standing), rows, known) { continue }
      latest = row
    }
    return latest
  }

  /// The latest row of each pair, kind and part of relation, in the order of the table.
  fileprivate static func latestBonds(_ rows: [Relation], _ known: [Int32], _ limit: Int32)
    -> [Int32]
  {
    struct Bond: Hashable {
      let from: ID<Organisation>
      let to: ID<Organisation>
      let kind: RelationKind
      let part: SuppliedPart?
    }
    var last: [Bond: Int32] = [:]
    for (index, row) in rows.enumerated() where known[index] <= limit {
      let bond = Bond(from: row.from, to: row.to, kind: row.kind, part: row.part)
      if let standing = last[bond], !isLater(index, than: Int(standing), rows, known) { continue }
      last[bond] = Int32(index)
    }
    return last.values.sorted()
  }

  /// The latest row of each pair, kind and part of relation known by the day, ended relations
  /// included.
  public var latestRelations: Rows<Relation> {
    let limit = Int32(clamping: day.number)
    return Rows(
      dataset.relations,
      Snapshot.latestBonds(dataset.relations, dataset.known.relations, limit))
  }
}

/// True if a row of a ledger comes after another row.
func isLater<Row: DatedRow>(
  _ row: Int, than other: Int, _ rows: [Row], _ known: [Int32]
) -> Bool {
  if known[row] != known[other] { return known[row] > known[other] }
  let (one, two) = (rows[row].date.precision.rawValue, rows[other].date.precision.rawValue)
  return one == two ? row > other : one > two
}

extension Dataset {
  /// The dataset as it was known on a day.
  public func asOf(_ day: Day) -> Snapshot { Snapshot(dataset: self, day: day) }
}
