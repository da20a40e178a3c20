import Dataset

/// Facts that the patterns of the review ask for, found once for all of them.
struct ReviewFacts: Sendable {
  let snapshot: Snapshot
  let heads: GroupHeads
  /// The states that have full enforcement authority, or possibly have it.
  private let deciding: Set<ID<Country>>
  /// The commitments that stand, by operator.
  private let sites: [ID<Organisation>: [Commitment]]
  /// The rows of investments, by investor.
  private let tickets: [ID<Organisation>: [Investment]]

  var dataset: Dataset { snapshot.dataset }
  /// The day of the review.
  var day: Day { snapshot.day }

  init(_ snapshot: Snapshot) {
    self.snapshot = snapshot
    heads = GroupHeads(snapshot.dataset, .groups)
    let report = EnforcementReport(snapshot)
    deciding = Set((report.full + report.possible).map(\.country))
    var sites: [ID<Organisation>: [Commitment]] = [:]
    for row in snapshot.compute {
      if let id = row.operatedBy { sites[id, default: []].append(row) }
    }
    self.sites = sites
    tickets = Dictionary(grouping: snapshot.investments, by: \.investor)
  }

  /// The commitments that an organisation operates, as they stand.
  func sites(of operatedBy: ID<Organisation>) -> [Commitment] { sites[operatedBy] ?? [] }

  func tickets(of investor: ID<Organisation>) -> [Investment] { tickets[investor] ?? [] }

  /// How many days ago something was known.
  func age(_ row: some DatedRecord) -> Int { day - dataset.known(row) }

  // MARK: Findings

  /// A finding about a row.
  func finding<Row: Record>(
    _ row: Row, _ column: String, _ title: String, _ wrong: String, with others: [Origin] = [],
    stake: Stake? = nil
  ) -> ReviewFinding {
    ReviewFinding(
      title: title, wrong: wrong, rows: [row.origin] + others.filter { $0 != row.origin },
      key: dataset.key(of: row), column: column,
      stake: stake ?? (row as? Relation).map { self.stake(of: $0) }
        ?? self.stake(of: row as any Record))
  }

  // MARK: Stakes

  /// The figures that rest on a row: none where a newer row of the same thing stands. None rest on
  /// a relation either, which repeats what rows of other tables say.
  func stake(of record: any Record) -> Stake {
    switch record {
    case let row as Commitment:
      guard snapshot.commitment(row.id)?.origin == row.origin else { return Stake() }
      return stake(of: row)
    case let row as Round:
      guard snapshot.round(row.id)?.origin == row.origin else { return Stake() }
      return stake(of: row)
    case let row as Valuation:
      return dataset.dollars(row).map { Stake(.valuation, $0.millions) } ?? Stake()
    case let row as EnforcementStep:
      let standing = snapshot.history(of: row.country, row.step).last
      let counts = EnforcementDefinition.parts.contains(row.step) && deciding.contains(row.country)
      return counts && standing?.origin == row.origin ? Stake(.states, 1) : Stake()
    case let row as Investment:
      guard let round = snapshot.round(row.round), snapshot.standing(of: round) == .counted,
        let dollars = dataset.dollars(row, in: round)
      else { return Stake() }
      return Stake(.dollars, dollars.millions)
    default: return Stake()
    }
  }

  /// The figures that a row of a ledger holds, whether it stands or not.
  func size(of record: any Record) -> Stake {
    switch record {
    case let row as Commitment: stake(of: row)
    case let row as Round: stake(of: row)
    default: Stake()
    }
  }

  /// The size of a commitment, in the totals or apart from them.
  func stake(of row: Commitment) -> Stake {
    var stake = Stake()
    if row.status == .cancelled || row.status == .paused { return stake }
    let counts = row.scope == .site && row.status.isFirm
    stake[counts ? .accelerators : .announcedAccelerators] = Double(row.accelerators ?? 0)
    stake[counts ? .megawatts : .announcedMegawatts] = row.megawatts ?? 0
    return stake
  }

  /// The money of a round, in the totals or apart from them.
  func stake(of row: Round) -> Stake {
    guard let dollars = dataset.dollars(row)?.millions else { return Stake() }
    return switch snapshot.standing(of: row) {
    case .counted: Stake(.dollars, dollars)
    // A plan of spending stands in no figure, and next to none.
    case .contained, .withdrawn, .notRaised(.plan): Stake()
    case .announced, .notRaised: Stake(.announcedDollars, dollars)
    }
  }

  /// The compute or the money that a relation tells of, as other tables have it.
  func stake(of row: Relation) -> Stake {
    var stake = Stake()
    switch row.kind {
    case .customerOf, .hosts:
      let (operatedBy, customer) = row.kind == .hosts ? (row.from, row.to) : (row.to, row.from)
      for site in sites(of: operatedBy) where site.customer == customer {
        stake += self.stake(of: site)
      }
    case .supplies:
      for site in sites(of: row.to) where site.vendor == row.from { stake += self.stake(of: site) }
    case .investsIn, .finances, .owns:
      for ticket in tickets(of: row.from) {
        guard let round = snapshot.round(ticket.round), round.company == row.to else { continue }
        stake += self.stake(of: ticket)
      }
    case .partnersWith, .regulates, .buildsOn: break
    }
    return stake
  }

  /// The whole of each unit, that parts are held against.
  var totals: Stake {
    var totals = Stake()
    for row in snapshot.compute { totals += stake(of: row) }
    for row in snapshot.rounds { totals += stake(of: row) }
    var prices: [ID<Organisation>: Double] = [:]
    for row in snapshot.valuations {
      if let dollars = dataset.dollars(row) { prices[row.company] = dollars.millions }
    }
    totals[.valuation] = prices.values.sorted().reduce(0, +)
    totals[.states] = Double(dataset.countries.count { $0.bloc == .eu })
    return totals
  }
}
