import Dataset

/// The facts of a country on a day: its enforcement of the AI Act, its compute and its companies.
public struct CountryProfile: Sendable {
  /// A company at home in the country.
  public struct Resident: Sendable {
    public let organisation: ID<Organisation>
    /// The money it raised; empty where no round is known.
    public let raised: CapitalTally
  }

  public let snapshot: Snapshot
  public let country: Country
  /// Its way to enforcing the Act; `nil` outside Europe, and outside the Union where there is no row.
  public let enforcement: StateEnforcement?
  /// Every row of its steps known by the day, the earliest first.
  public private(set) var ledger: [EnforcementStep]
  public private(set) var authorities: [Authority]
  /// The compute that stands there, by the rules of `Compute.totals`.
  public let compute: ComputeTally
  /// The unit that compute was asked for in.
  public let unit: ComputeUnit
  /// Every commitment sited there that is not cancelled: firm sites by accelerators, then the others.
  public private(set) var commitments: [Commitment]
  /// The money its companies raised, by the rules of `Capital.totals`.
  public let capital: CapitalTally
  /// Its size; `nil` where no statistic is known.
  public let scale: CountryScale?
  /// The organisations at home there: those that raised most first, then by id.
  public private(set) var residents: [Resident]

  /// - Parameter unit: The unit that compute is asked for in.
  public init(
    _ id: ID<Country>, in snapshot: Snapshot, unit: ComputeUnit = .accelerators
  ) {
    let dataset = snapshot.dataset
    self.snapshot = snapshot
    self.unit = unit
    country = dataset[id]
    scale = dataset.scale(of: id, on: snapshot.day)
    let enforcement = EnforcementReport(snapshot)[id]
    self.enforcement = enforcement
    authorities = enforcement?.authorities ?? []
    ledger = EnforcementStepKind.allCases.flatMap { snapshot.history(of: id, $0) }
      .enumerated().map { (known: dataset.known($1), date: $1.date, place: $0, row: $1) }
      .sorted { ($0.known, $0.date, $0.place) < ($1.known, $1.date, $1.place) }.map(\.row)
    compute =
      Compute.totals(of: snapshot, by: .country, unit: unit).groups.first {
        $0.key == .country(id)
      }?.tally
      ?? ComputeTally()
    commitments = CountryProfile.commitments(in: id, snapshot)
    capital =
      Capital.totals(of: snapshot, by: .country).groups.first { $0.key == .country(id) }?.tally
      ?? CapitalTally()
    var raised: [ID<Organisation>: CapitalTally] = [:]
    for group in Capital.totals(of: snapshot, by: .company).groups {
      if case .organisation(let company) = group.key { raised[company] = group.tally }
    }
    residents = dataset.organisations.filter { $0.country == id }
      .map { organisation in
        (
          slug: dataset.slug(organisation.id),
          resident: Resident(
            organisation: organisation.id, raised: raised[organisation.id] ?? CapitalTally())
        )
      }
      .sorted { left, right in
        let (first, second) = (left.resident.raised, right.resident.raised)
        if first.usdMillions != second.usdMillions { return first.usdMillions > second.usdMillions }
        if first.rounds.count != second.rounds.count {
          return first.rounds.count > second.rounds.count
        }
        return left.slug < right.slug
      }.map(\.resident)
  }

  private static func commitments(in country: ID<Country>, _ snapshot: Snapshot) -> [Commitment] {
    func rank(_ row: Commitment) -> Int {
      row.scope == .site ? (row.status.isFirm ? 0 : 1) : 2
    }
    return snapshot.compute.filter { $0.country == country && $0.status != .cancelled }
      .map { (slug: snapshot.dataset.slug($0.id), row: $0) }
      .sorted { left, right in
        let (first, second) = (rank(left.row), rank(right.row))
        if first != second { return first < second }
        let (one, two) = (left.row.accelerators ?? -1, right.row.accelerators ?? -1)
        return one == two ? left.slug < right.slug : one > two
      }.map(\.row)
  }

  /// The same with the rows of its lists that pass a filter. The sums and the standing of the state stay
  /// those of the whole country.
  public func only(_ filter: CompiledFilter) -> CountryProfile {
    var profile = self
    profile.ledger = ledger.filter(filter.matches)
    profile.authorities = authorities.filter(filter.matches)
    profile.commitments = commitments.filter(filter.matches)
    profile.residents = residents.filter { filter.matches(snapshot.dataset[$0.organisation]) }
    return profile
  }

  public var evidence: Evidence {
    let dataset = snapshot.dataset
    var evidence = Evidence()
    for row in ledger { evidence.add(row.origin, dataset.ids(row.sources)) }
    for row in authorities { evidence.add(row.origin, dataset.ids(row.sources)) }
    for row in commitments { evidence.add(row.origin, dataset.ids(row.sources)) }
    return evidence
  }
}
