import Dataset

/// The loss if an organisation, a commitment or a place stops, wholly or in part (`CutTarget`).
///
/// Each part that an organisation plays is told apart, since they do not add up:
/// - `accelerators`: of chips made with it, of sites it operates or lets. A commitment loses the
///   share of it that reaches what is cut, times the percentage (linear, as `DependencyGraph.lost`).
/// - `custom`: accelerators that lose their customer. Documented where the row names it; possible
///   also those without a named customer of operators that a relation says it rents from.
/// - `capital`: millions of dollars of rounds it took part in: its known amount, or 0 to the rest.
/// - `tenants`: who rents compute that is lost.
///
/// Example: Nscale has 12,600 accelerators of NVIDIA rented by Microsoft and 4,600 without a named
/// customer. Cutting Microsoft by half costs no accelerators and 6,300 their customer, possibly
/// none more, since the row, not a relation, says what Microsoft rents. Cutting NVIDIA costs all
/// 17,200, and Microsoft, as tenant, 12,600.
public struct CutReport: Sendable {
  /// Somebody who rents, and what he loses.
  public struct Tenant: Sendable {
    public let id: ID<Organisation>
    /// The share of his compute that is lost.
    public let share: ShareInterval
    /// The accelerators he rents, and what is lost of them.
    public let rented: CutLoss
  }

  /// Somebody whose chips are in use, and what is lost of them.
  public struct Maker: Sendable {
    public let id: ID<Organisation>
    /// The accelerators made, and what is lost of them.
    public let made: CutLoss
  }

  let dataset: Dataset
  public let asOf: Day
  public let target: CutTarget
  /// The part that is cut, 0...1.
  public let fraction: Double
  public let options: ExposureOptions
  public let accelerators: CutBreakdown
  public let custom: CutBreakdown
  /// Accelerators lost by the makers of chips that are cut, or cannot do without what is: the greatest
  /// loss first, then by id. A maker whose buyer stops loses none of his own.
  public let makers: [Maker]
  /// Millions of dollars lost.
  public let capital: CutBreakdown
  /// The tenants of lost compute: the greatest loss first, then by id.
  public let tenants: [Tenant]

  /// The loss by a cut as of a day.
  ///
  /// - Precondition: `fraction` is inside 0...1.
  public init(
    of snapshot: Snapshot, cutting target: CutTarget, by fraction: Double = 1,
    _ options: ExposureOptions = ExposureOptions()
  ) {
    precondition((0...1).contains(fraction), "a cut takes between nothing and all")
    dataset = snapshot.dataset
    asOf = snapshot.day
    self.target = target
    self.fraction = fraction
    self.options = options
    let sites = SiteFacts(snapshot, options)
    let solved = CutShares(snapshot, target, sites, options)
    let cut = SiteCut(solved, sites, fraction, snapshot)
    accelerators = cut.accelerators
    tenants = cut.tenants
    makers = cut.makers
    if case .organisation(let id) = target {
      let head = GroupHeads(snapshot.dataset, options.folding)[id]
      custom = Self.custom(of: head, fraction, sites, snapshot)
      capital = Self.capital(of: head, fraction, snapshot, options)
    } else {
      custom = CutTally(snapshot.dataset).breakdown
      capital = CutTally(snapshot.dataset).breakdown
    }
  }

  private static func custom(
    of head: ID<Organisation>, _ fraction: Double, _ sites: SiteFacts, _ snapshot: Snapshot
  ) -> CutBreakdown {
    var tally = CutTally(snapshot.dataset)
    var named: Set<ID<Organisation>> = []
    var related: Set<ID<Organisation>> = []
    for site in sites.sites where sites.tenant(of: site) == head {
      if let operatedBy = sites.operatedBy(site) { named.insert(operatedBy) }
    }
    for relation in sites.relations where relation.kind == .customerOf {
      let (tenant, operatedBy) = sites.ends(relation)
      if tenant == head && !named.contains(operatedBy) { related.insert(operatedBy) }
    }
    for site in sites.sites {
      let operatedBy = sites.operatedBy(site)
      let isOpen = site.customer == nil && operatedBy.map { related.contains($0) } ?? false
      let share = ShareInterval(
        documented: sites.tenant(of: site) == head ? fraction : 0,
        possible: sites.tenant(of: site) == head || isOpen ? fraction : 0)
      tally.add(
        site.accelerators.map(Double.init), share, company: operatedBy, country: site.country)
    }
    return tally.breakdown
  }

  private static func capital(
    of head: ID<Organisation>, _ fraction: Double, _ snapshot: Snapshot,
    _ options: ExposureOptions
  ) -> CutBreakdown {
    let dataset = snapshot.dataset
    let heads = GroupHeads(dataset, options.folding)
    var tally = CutTally(dataset)
    for round in snapshot.rounds where ChokepointReport.counts(round, snapshot, options) {
      let company = heads[round.company]
      let dollars = dataset.dollars(round)?.millions
      let split = RoundSplit(of: round, dollars, snapshot.investments(in: round.id), snapshot)
      let share = split.share(of: dollars) { heads[$0] == head }
      tally.add(
        dollars,
        ShareInterval(
          documented: share.documented * fraction, possible: share.possible * fraction),
        company: company, country: dataset[company].country)
    }
    return tally.breakdown
  }
}

/// The share of everything that reaches what is cut.
private struct CutShares {
  let facts: FactGraph
  let shares: NodeShares
  private let reaching: Set<ID<Organisation>>
  /// True if the cut takes a place that a site may be a part of without a certain way there.
  private let isPlace: Bool

  init(
    _ snapshot: Snapshot, _ target: CutTarget, _ sites: SiteFacts, _ options: ExposureOptions
  ) {
    let solved: SolvedExposure
    switch target {
    case .organisation(let id):
      solved = SolvedExposure(snapshot, .organisation(id), .compute, options)
    case .commitment(let id):
      solved = SolvedExposure(snapshot, .commitment(id), .compute, options)
    case .standing(let territory):
      solved = SolvedExposure(snapshot, territory.exposureTarget, .location, options)
    case .home(let territory):
      let cut = HomeCut(snapshot, sites, territory)
      (facts, shares, isPlace) = (cut.facts, cut.shares, true)
      let reaches = facts.graph.reaching(cut.taken, through: { !cut.taken.contains($0) })
      reaching = Set(
        facts.nodes.indices.compactMap { node in
          guard case .organisation(let id) = cut.facts.nodes[node], reaches[node],
            !cut.taken.contains(node)
          else { return nil }
          return id
        })
      return
    }
    (facts, shares, reaching) = (solved.facts, solved.shares, solved.reaching)
    isPlace = if case .standing = target { true } else { false }
  }

  /// True if a tenant loses something of what is rented.
  func touches(_ tenant: ID<Organisation>, losing loss: CutLoss) -> Bool {
    reaching.contains(tenant) || (isPlace && !loss.isNothing)
  }
}

/// The loss of sites and of their tenants by a cut.
private struct SiteCut {
  let accelerators: CutBreakdown
  let tenants: [CutReport.Tenant]
  let makers: [CutReport.Maker]

  init(
    _ solved: CutShares, _ sites: SiteFacts, _ fraction: Double, _ snapshot: Snapshot
  ) {
    func lost(_ node: FactGraph.Node) -> ShareInterval {
      let share = solved.facts.index(of: node).map { solved.shares[$0] } ?? .none
      return ShareInterval(
        documented: share.documented * fraction, possible: share.possible * fraction)
    }
    var tally = CutTally(snapshot.dataset)
    var rented: [ID<Organisation>: CutLoss] = [:]
    var made: [ID<Organisation>: CutLoss] = [:]
    for site in sites.sites {
      let count = site.accelerators.map(Double.init)
      let share = lost(.site(site.id))
      tally.add(count, share, company: sites.operatedBy(site), country: site.country)
      if let tenant = sites.tenant(of: site) {
        rented[tenant, default: CutLoss()].add(count, share)
      }
      if let maker = sites.vendor(of: site) {
        made[maker, default: CutLoss()].add(count, lost(.maker(maker)))
      }
    }
    makers = made.filter { !$0.value.isNothing }
      .map { (CutReport.Maker(id: $0, made: $1), slug: snapshot.dataset.slug($0)) }
      .sorted { left, right in
        let (first, second) = (left.0.made, right.0.made)
        if first.documented != second.documented { return first.documented > second.documented }
        if first.possible != second.possible { return first.possible > second.possible }
        return left.slug < right.slug
      }.map(\.0)
    accelerators = tally.breakdown
    for relation in sites.relations where relation.kind == .customerOf {
      let tenant = sites.ends(relation).from
      if rented[tenant] == nil { rented[tenant] = CutLoss() }
    }
    tenants = rented.filter { id, loss in solved.touches(id, losing: loss) }
      .map { id, loss in
        (
          CutReport.Tenant(id: id, share: lost(.organisation(id)), rented: loss),
          slug: snapshot.dataset.slug(id)
        )
      }
      .sorted { left, right in
        let (first, second) = (left.0.rented, right.0.rented)
        if first.documented != second.documented { return first.documented > second.documented }
        if first.possible != second.possible { return first.possible > second.possible }
        return left.slug < right.slug
      }.map(\.0)
  }
}
