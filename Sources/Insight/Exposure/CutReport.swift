import Dataset

/// The loss if organisations, commitments or places stop (`Scenario`, `CutPeriod`). They stop
/// wholly, in part, in what is not delivered yet, or in what is due in some years.
///
/// Each part that an organisation plays is told apart, since they do not add up:
/// - `accelerators`: of chips made with it, of sites it operates or lets. A commitment loses the
///   share of it that reaches what is cut, times the percentage (linear, as `DependencyGraph.lost`).
///   Each site is lost once, under its operator.
/// - `custom`: accelerators that lose their customer. Documented where the row names it. Possible
///   also those without a named customer of operators that a relation says it rents from.
/// - `capital`: millions of dollars of rounds it took part in: its known amount, or 0 to the rest.
/// - `tenants`: who rents compute that is lost.
///
/// Example: Nscale has 12,600 accelerators of NVIDIA rented by Microsoft and 4,600 without a named
/// customer. Cutting Microsoft by half costs no accelerators and 6,300 their customer. Possibly it
/// costs none more: the row, not a relation, says what Microsoft rents. Cutting NVIDIA costs all
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

  /// A site that loses its compute or its customer, surely or possibly.
  public struct Site: Sendable {
    public let id: ID<Commitment>
    /// The share of its compute that is lost.
    public let lost: ShareInterval
    /// The share of it that loses its customer.
    public let custom: ShareInterval
  }

  /// Somebody whose chips are in use, and what is lost of them.
  public struct Maker: Sendable {
    public let id: ID<Organisation>
    /// The accelerators made, and what is lost of them.
    public let made: CutLoss
  }

  let snapshot: Snapshot
  var dataset: Dataset { snapshot.dataset }
  public let scenario: Scenario
  public let options: ExposureOptions
  /// The compute lost, in the unit asked for.
  public let accelerators: CutBreakdown
  /// The compute that loses its customer.
  public let custom: CutBreakdown
  /// Accelerators lost by the makers of chips that are cut, or cannot do without what is: the greatest
  /// loss first, then by id. A maker whose buyer stops loses none of his own.
  public let makers: [Maker]
  /// Millions of dollars lost.
  public let capital: CutBreakdown
  /// The tenants of lost compute: the greatest loss first, then by id.
  public let tenants: [Tenant]
  /// The sites hit: sure losses first, of each the largest, then by id.
  public let sites: [Site]
  /// The sites of what is cut that a period passes over, since nobody says when they are due.
  public let undated: UndatedSites
  /// The compute that is left, running and to come.
  public let standing: CutStanding

  /// The loss by a scenario as of a day.
  public init(
    of snapshot: Snapshot, cutting scenario: Scenario,
    _ options: ExposureOptions = ExposureOptions()
  ) {
    self.snapshot = snapshot
    self.scenario = scenario
    self.options = options
    let sites = SiteFacts(snapshot, options)
    let cut = SiteCut(CutShares(snapshot, scenario, sites, options), sites, snapshot)
    accelerators = cut.accelerators
    tenants = cut.tenants
    makers = cut.makers
    var passedOver = cut.passedOver
    let heads = GroupHeads(snapshot, options)
    let organisations = scenario.cuts.compactMap { cut -> OrganisationCut? in
      guard case .organisation(let id) = cut.target else { return nil }
      return OrganisationCut(head: heads[id], cut: cut)
    }
    var left: [ID<Commitment>: ShareInterval] = [:]
    if organisations.isEmpty {
      custom = CutTally(snapshot.dataset).breakdown
      capital = CutTally(snapshot.dataset).breakdown
    } else {
      custom = Self.custom(of: organisations, sites, snapshot, &passedOver, &left)
      capital = Self.capital(of: organisations, heads, snapshot, options)
    }
    self.sites = Self.hit(cut.lost, left, sites, snapshot)
    standing = CutStanding(sites, cut.lost, left, snapshot.dataset)
    undated = sites.sites.reduce(into: UndatedSites()) { undated, site in
      undated.add(sites.size(of: site.id).told, passedOver[site.id] ?? .none)
    }
  }

  /// The sites hit with those that are only announced; found when asked for.
  public var hits: CutHits { CutHits(of: self, in: snapshot) }

  /// An organisation that is cut, as customer and as investor.
  private struct OrganisationCut {
    let head: ID<Organisation>
    let cut: ScenarioCut
  }

  private static func custom(
    of organisations: [OrganisationCut], _ sites: SiteFacts, _ snapshot: Snapshot,
    _ passedOver: inout [ID<Commitment>: ShareInterval],
    _ left: inout [ID<Commitment>: ShareInterval]
  ) -> CutBreakdown {
    var tally = CutTally(snapshot.dataset)
    let related = organisations.map { sites.landlordsByRelation(of: $0.head) }
    for site in sites.sites {
      let operatedBy = sites.operatedBy(site)
      var lost: [ShareInterval] = []
      var passed = [passedOver[site.id] ?? .none]
      for (organisation, related) in zip(organisations, related) {
        let isNamed = sites.tenant(of: site) == organisation.head
        let isOpen = site.customer == nil && operatedBy.map { related.contains($0) } ?? false
        let share: ShareInterval = isNamed ? .all : isOpen ? .unknown : .none
        lost.append(organisation.cut.taken(of: share, at: site))
        passed.append(organisation.cut.passedOver(of: share, at: site))
      }
      passedOver[site.id] = Scenario.together(passed)
      let share = Scenario.together(lost)
      left[site.id] = share
      tally.add(
        sites.size(of: site.id).told, share, company: operatedBy,
        country: site.country, customer: sites.tenant(of: site), year: site.yearKey)
    }
    return tally.breakdown
  }

  private static func hit(
    _ lost: [ID<Commitment>: ShareInterval], _ left: [ID<Commitment>: ShareInterval],
    _ sites: SiteFacts, _ snapshot: Snapshot
  ) -> [Site] {
    let hit = sites.sites.compactMap { row -> (site: Site, order: (Int, Double), slug: String)? in
      let site = Site(id: row.id, lost: lost[row.id] ?? .none, custom: left[row.id] ?? .none)
      guard site.lost.possible > 0 || site.custom.possible > 0 else { return nil }
      let share = max(site.lost.documented, site.custom.documented)
      let size = sites.size(of: row.id).told?.lowerBound ?? 0
      return (site, (share > 0 ? 1 : 0, share * size), snapshot.dataset.slug(row.id))
    }
    return hit.sorted { left, right in
      left.order == right.order ? left.slug < right.slug : left.order > right.order
    }.map(\.site)
  }

  private static func capital(
    of organisations: [OrganisationCut], _ heads: GroupHeads, _ snapshot: Snapshot,
    _ options: ExposureOptions
  ) -> CutBreakdown {
    let dataset = snapshot.dataset
    var tally = CutTally(dataset)
    for round in snapshot.rounds where ChokepointReport.counts(round, snapshot, options) {
      let company = heads[round.company]
      let dollars = dataset.dollars(round)?.millions
      let split = RoundSplit(of: round, dollars, snapshot.investments(in: round.id), snapshot)
      let lost = organisations.map { organisation -> ShareInterval in
        // Money of a closed round has been delivered.
        guard organisation.cut.period == .everything else { return .none }
        return organisation.cut.taken(
          of: split.share(of: dollars) { heads[$0] == organisation.head })
      }
      tally.add(
        dollars.map { $0...$0 }, Scenario.together(lost), company: company,
        country: dataset[company].country, year: .year(round.date.year))
    }
    return tally.breakdown
  }
}

extension SiteFacts {
  /// The operators that a relation alone says somebody rents from.
  fileprivate func landlordsByRelation(of head: ID<Organisation>) -> Set<ID<Organisation>> {
    let named = Set(sites.filter { tenant(of: $0) == head }.compactMap { operatedBy($0) })
    let related = relations.compactMap { relation -> ID<Organisation>? in
      guard relation.kind == .customerOf, ends(relation).from == head else { return nil }
      return ends(relation).to
    }
    return Set(related).subtracting(named)
  }
}

extension Commitment {
  /// The key of the year it is to run: `operational` for what runs.
  var yearKey: GroupKey {
    status == .operational ? .status(.operational) : target.map { .year($0.year) } ?? .unknown
  }
}

/// The loss of sites by a cut, and of those who rent them.
private struct SiteCut {
  let accelerators: CutBreakdown
  let tenants: [CutReport.Tenant]
  let makers: [CutReport.Maker]
  let lost: [ID<Commitment>: ShareInterval]
  /// The shares of sites that a period passes over, for want of a date.
  let passedOver: [ID<Commitment>: ShareInterval]

  init(_ solved: CutShares, _ sites: SiteFacts, _ snapshot: Snapshot) {
    var tally = CutTally(snapshot.dataset)
    var rented: [ID<Organisation>: CutLoss] = [:]
    var made: [ID<Organisation>: CutLoss] = [:]
    var passedOver: [ID<Commitment>: ShareInterval] = [:]
    var lost: [ID<Commitment>: ShareInterval] = [:]
    for site in sites.sites {
      let size = sites.size(of: site.id).told
      let share = solved.lost(.site(site.id))
      lost[site.id] = share
      tally.add(
        size, share, company: sites.operatedBy(site), country: site.country,
        customer: sites.tenant(of: site), year: site.yearKey)
      passedOver[site.id] = solved.passedOver(at: site)
      if let tenant = sites.tenant(of: site) {
        rented[tenant, default: CutLoss()].add(size, share)
      }
      if let maker = sites.vendor(of: site) {
        made[maker, default: CutLoss()].add(size, solved.lost(madeBy: maker, at: site))
      }
    }
    func ordered<Row>(
      _ losses: [ID<Organisation>: CutLoss], _ row: (ID<Organisation>, CutLoss) -> Row
    )
      -> [Row]
    {
      losses.map { (id: $0, loss: $1, slug: snapshot.dataset.slug($0)) }.sorted { left, right in
        let (first, second) = (left.loss, right.loss)
        if first.documented != second.documented { return first.documented > second.documented }
        if first.possible != second.possible { return first.possible > second.possible }
        return left.slug < right.slug
      }.map { row($0.id, $0.loss) }
    }
    makers = ordered(made.filter { !$0.value.isNothing }) { CutReport.Maker(id: $0, made: $1) }
    accelerators = tally.breakdown
    self.passedOver = passedOver
    self.lost = lost
    for relation in sites.relations where relation.kind == .customerOf {
      let tenant = sites.ends(relation).from
      if rented[tenant] == nil { rented[tenant] = CutLoss() }
    }
    tenants = ordered(rented.filter { solved.touches($0, losing: $1) }) { id, loss in
      CutReport.Tenant(id: id, share: solved.lost(.organisation(id)), rented: loss)
    }
  }
}
