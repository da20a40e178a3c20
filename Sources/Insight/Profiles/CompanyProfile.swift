import Dataset

public struct CompanyRound: Sendable {
  public let round: Round
  /// True if its money is counted.
  public let standing: RoundStanding
  /// The amount in millions of dollars; `nil` where it was not disclosed.
  public let dollars: Dollars?
  /// The parts taken, leads first, then in the order of the file.
  public let investments: [Investment]
}

public struct CommitmentHistory: Sendable {
  public let commitment: Commitment
  /// Every row known by the day, the earliest first.
  public let history: [Commitment]
}

/// The facts of an organisation on a day: the page of a company.
public struct CompanyProfile: Sendable {
  public let snapshot: Snapshot
  public let organisation: Organisation
  /// The money it raised, and its value.
  public let capital: CompanyCapital
  public let rounds: [CompanyRound]
  /// The compute it operates, the largest first.
  public let operated: [CommitmentHistory]
  /// The compute of others that it rents.
  public let rented: [CommitmentHistory]
  /// The compute of others that has its chips.
  public let supplied: [CommitmentHistory]
  /// The relations that stand, either way, the latest first.
  public let relations: [Relation]
  public let models: [Model]
  public let signatures: [Signatory]
  public let milestones: [Milestone]
  /// The claims about it: those whose metric or figure names its id, or whose words name it.
  public let claims: [Claim]
  /// The investments it made; `nil` where it took part in no round.
  public let investor: InvestorProfile?

  /// Reads the facts as of the snapshot's day. With `folding` the rows of everyone in its group count
  /// as its own; valuations stay its own.
  public init(_ id: ID<Organisation>, in snapshot: Snapshot, folding: Folding = .none) {
    let dataset = snapshot.dataset
    let own =
      folding == .none ? Set([id]) : Set(GroupHeads(dataset, .groups).members(of: id, in: dataset))
    self.snapshot = snapshot
    organisation = dataset[id]
    capital = Capital.of(id, in: snapshot, folding: folding)
    rounds = CompanyProfile.rounds(of: own, snapshot)
    let sites = CompanyProfile.histories(snapshot) { row in
      [row.operatedBy, row.customer, row.vendor].contains { $0.map(own.contains) ?? false }
    }
    func isOwn(_ id: ID<Organisation>?) -> Bool { id.map(own.contains) ?? false }
    operated = sites.filter { isOwn($0.commitment.operatedBy) }
    rented = sites.filter { isOwn($0.commitment.customer) && !isOwn($0.commitment.operatedBy) }
    supplied = sites.filter { isOwn($0.commitment.vendor) && !isOwn($0.commitment.operatedBy) }
    relations = snapshot.relations.filter { own.contains($0.from) || own.contains($0.to) }
      .latestFirst(\.date)
    models = snapshot.models.filter { own.contains($0.developer) }.latestFirst(\.date)
    signatures = snapshot.signatories.filter { own.contains($0.organisation) }.latestFirst(\.date)
    let mentions = Mentions(of: own, in: dataset)
    milestones = snapshot.milestones.filter(mentions.concern).latestFirst(\.date)
    claims = dataset.claims.filter(mentions.concern)
    let portfolio = InvestorProfile(id, in: snapshot, folding: folding)
    investor = portfolio.holdings.isEmpty && portfolio.others.isEmpty ? nil : portfolio
  }

  /// The rows that the page shows and the sources they name.
  public var evidence: Evidence {
    let dataset = snapshot.dataset
    var evidence = Evidence(organisation.origin, dataset.ids(organisation.sources))
    for entry in rounds {
      evidence.add(entry.round.origin, dataset.ids(entry.round.sources))
      for row in entry.investments { evidence.add(row.origin, dataset.ids(row.sources)) }
    }
    for point in capital.valuations {
      if case .valuation(let row) = point.origin {
        evidence.add(row.origin, dataset.ids(row.sources))
      }
    }
    for entry in operated + rented {
      for row in entry.history { evidence.add(row.origin, dataset.ids(row.sources)) }
    }
    for row in relations { evidence.add(row.origin, dataset.ids(row.sources)) }
    for row in models { evidence.add(row.origin, dataset.ids(row.sources)) }
    for row in signatures { evidence.add(row.origin, dataset.ids(row.sources)) }
    for row in milestones { evidence.add(row.origin, dataset.ids(row.sources)) }
    return evidence
  }

  private static func rounds(of own: Set<ID<Organisation>>, _ snapshot: Snapshot)
    -> [CompanyRound]
  {
    snapshot.rounds.filter { own.contains($0.company) }.latestFirst(\.date).map { round in
      let investments = snapshot.investments(in: round.id)
      return CompanyRound(
        round: round, standing: snapshot.standing(of: round),
        dollars: snapshot.dataset.dollars(round),
        investments: investments.filter { $0.role == .lead }
          + investments.filter { $0.role != .lead })
    }
  }

  /// The commitments that `isWanted`, the most accelerators first, unknown numbers last.
  private static func histories(_ snapshot: Snapshot, where isWanted: (Commitment) -> Bool)
    -> [CommitmentHistory]
  {
    snapshot.compute.filter(isWanted).map { row in
      (
        slug: snapshot.dataset.slug(row.id),
        entry: CommitmentHistory(commitment: row, history: snapshot.history(of: row.id))
      )
    }.sorted { left, right in
      let first = left.entry.commitment.accelerators ?? -1
      let second = right.entry.commitment.accelerators ?? -1
      return first == second ? left.slug < right.slug : first > second
    }.map(\.entry)
  }
}
