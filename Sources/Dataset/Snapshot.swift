/// Rows of a table picked by number, in order.
public struct Rows<Row: Sendable>: RandomAccessCollection, Sendable {
  private let base: [Row]
  private let picked: [Int32]

  init(_ base: [Row], _ picked: [Int32]) {
    self.base = base
    self.picked = picked
  }

  /// The first place.
  public var startIndex: Int { 0 }
  /// One past the last place.
  public var endIndex: Int { picked.count }
  /// The row at a place.
  public subscript(position: Int) -> Row { base[Int(picked[position])] }
}

/// The dataset as it was known on a day.
///
/// A row counts from the day it became known (`date`; a partial one from its last day). Of a ledger the
/// latest row of an id stands, with the rows before it as its history.
public struct Snapshot: Sendable {
  /// The facts.
  public let dataset: Dataset
  /// The day.
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
  /// The valuations known.
  public let valuations: Rows<Valuation>
  /// The relations known that have not ended; of several rows of a pair and kind the latest.
  public let relations: Rows<Relation>
  /// The authorities known.
  public let authorities: Rows<Authority>
  /// The models known.
  public let models: Rows<Model>
  /// The answers to voluntary instruments known.
  public let signatories: Rows<Signatory>

  private let knownRounds: [Int32]

  init(dataset: Dataset, day: Day) {
    self.dataset = dataset
    self.day = day
    let revised = dataset.updated
    func known(_ date: PartialDate) -> Bool { date.known(revised: revised) <= day }
    func picked<Row>(_ rows: [Row], _ date: (Row) -> PartialDate) -> Rows<Row> {
      Rows(rows, rows.indices.filter { known(date(rows[$0])) }.map { Int32($0) })
    }
    func latest<Row>(
      _ rows: [Row], groups: Int, _ group: (Row) -> Int, _ date: (Row) -> PartialDate
    )
      -> [Int32]
    {
      var last = [Int32](repeating: -1, count: groups)
      for (index, row) in rows.enumerated() where known(date(row)) {
        let place = group(row)
        let standing = last[place]
        if standing < 0 || date(rows[Int(standing)]) <= date(row) { last[place] = Int32(index) }
      }
      return last
    }
    func count(_ table: TableName) -> Int { dataset.interners[Int(table.rawValue)].texts.count }

    knownRounds = latest(dataset.rounds, groups: count(.rounds), { Int($0.id.index) }, \.date)
    rounds = Rows(dataset.rounds, knownRounds.filter { $0 >= 0 })
    compute = Rows(
      dataset.compute,
      latest(dataset.compute, groups: count(.compute), { Int($0.id.index) }, \.date)
        .filter { $0 >= 0 })
    milestones = Rows(
      dataset.milestones,
      latest(dataset.milestones, groups: count(.milestones), { Int($0.id.index) }, \.date)
        .filter { $0 >= 0 })
    let steps = EnforcementStepKind.allCases.count
    enforcement = Rows(
      dataset.enforcement,
      latest(
        dataset.enforcement, groups: count(.countries) * steps,
        { Int($0.country.index) * steps + Int($0.step.rawValue) }, \.date
      ).filter { $0 >= 0 })
    let knownRounds = knownRounds
    investments = Rows(
      dataset.investments,
      dataset.investments.indices
        .filter { knownRounds[Int(dataset.investments[$0].round.index)] >= 0 }.map { Int32($0) })
    valuations = picked(dataset.valuations, \.date)
    authorities = picked(dataset.authorities, \.date)
    models = picked(dataset.models, \.date)
    signatories = picked(dataset.signatories, \.date)
    relations = Snapshot.standing(dataset.relations, known)
  }

  /// Of the rows of a pair and kind the latest, where it has not ended.
  private static func standing(_ rows: [Relation], _ known: (PartialDate) -> Bool)
    -> Rows<Relation>
  {
    struct Bond: Hashable {
      let from: ID<Organisation>
      let to: ID<Organisation>
      let kind: RelationKind
    }
    var last: [Bond: Int32] = [:]
    for (index, row) in rows.enumerated() where known(row.date) {
      let bond = Bond(from: row.from, to: row.to, kind: row.kind)
      if let standing = last[bond], rows[Int(standing)].date > row.date { continue }
      last[bond] = Int32(index)
    }
    return Rows(rows, last.values.filter { rows[Int($0)].status != .ended }.sorted())
  }

  /// The latest row of a round, where it was known.
  public func round(_ id: ID<Round>) -> Round? {
    let index = knownRounds[Int(id.index)]
    return index < 0 ? nil : dataset.rounds[Int(index)]
  }

  /// The latest row of a commitment, where it was known.
  public func commitment(_ id: ID<Commitment>) -> Commitment? { history(of: id).last }

  /// The latest row of a milestone, where it was known.
  public func milestone(_ id: ID<Milestone>) -> Milestone? { history(of: id).last }

  /// Whether a round is contained in another one that was known by the day, and so must not be added.
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
    ordered(dataset.rounds.filter { $0.id == id }, \.date)
  }

  /// Every row of a commitment known by the day, the earliest first.
  public func history(of id: ID<Commitment>) -> [Commitment] {
    ordered(dataset.compute.filter { $0.id == id }, \.date)
  }

  /// Every row of a milestone known by the day, the earliest first.
  public func history(of id: ID<Milestone>) -> [Milestone] {
    ordered(dataset.milestones.filter { $0.id == id }, \.date)
  }

  /// Every row of a state's step known by the day, the earliest first.
  public func history(of country: ID<Country>, _ step: EnforcementStepKind) -> [EnforcementStep] {
    ordered(dataset.enforcement.filter { $0.country == country && $0.step == step }, \.date)
  }

  /// Whether a fact of a date was known by the day.
  public func knows(_ date: PartialDate) -> Bool { date.known(revised: dataset.updated) <= day }

  /// The day from which a fact of a date counts.
  public func known(_ date: PartialDate) -> Day { date.known(revised: dataset.updated) }

  private func ordered<Row>(_ rows: [Row], _ date: (Row) -> PartialDate) -> [Row] {
    rows.enumerated().filter { knows(date($0.element)) }
      .sorted { left, right in
        let (first, second) = (date(left.element), date(right.element))
        return first == second ? left.offset < right.offset : first < second
      }.map(\.element)
  }
}

extension Dataset {
  /// The dataset as it was known on a day.
  public func asOf(_ day: Day) -> Snapshot { Snapshot(dataset: self, day: day) }
}
