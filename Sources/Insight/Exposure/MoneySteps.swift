import Dataset

/// The steps that rows tell of, one for each pair and flow.
struct MoneySteps {
  struct Key: Hashable {
    let from: ID<Organisation>
    let to: ID<Organisation>
    let flow: MoneyFlow
  }

  private(set) var found: [Key: MoneyStep] = [:]
  private var rows: [Key: [FactRow]] = [:]
  private let dataset: Dataset
  private let heads: GroupHeads

  var organisations: Set<ID<Organisation>> {
    Set(found.keys.map(\.from)).union(found.keys.map(\.to))
  }

  init(_ snapshot: Snapshot, _ options: ExposureOptions) {
    dataset = snapshot.dataset
    heads = GroupHeads(snapshot, options)
    let takesAnnounced = options.announced == .counted
    for round in snapshot.rounds {
      let standing = snapshot.standing(of: round)
      let isAnnounced = standing == .announced
      switch standing {
      case .notRaised, .withdrawn: continue
      case .announced where !takesAnnounced: continue
      case .announced, .counted, .contained: break
      }
      for investment in snapshot.investments(in: round.id) {
        let dollars = dataset.dollars(investment, in: round)?.millions
        let rows = [FactRow(investment)]
        change(investment.investor, round.company, .funds, [round.date], isAnnounced, rows) {
          step in
          if let dollars {
            step.usdMillions = (step.usdMillions ?? 0) + dollars
          } else {
            step.undisclosed += 1
          }
        }
      }
    }
    let sites = SiteFacts(snapshot, options)
    let beginnings = Beginnings(snapshot, options)
    for relation in sites.relations { add(relation, since: beginnings.first(of: relation)) }
    for site in sites.sites { add(site, sites, beginnings) }
  }

  /// A step with what it rests on; gathered only for those that are part of a circle.
  func step(_ key: Key) -> MoneyStep? {
    guard var step = found[key] else { return nil }
    step.evidence = Evidence(rows[key] ?? [], dataset)
    return step
  }

  private mutating func add(_ relation: Relation, since first: Relation) {
    let (from, to) = (relation.from, relation.to)
    let rows = [FactRow(first), FactRow(relation)]
    let isAnnounced = relation.status == .announced
    func add(_ steps: inout MoneySteps, _ flows: [(ID<Organisation>, ID<Organisation>, MoneyFlow)])
    {
      for (from, to, flow) in flows {
        let dates = [first.date, relation.date]
        steps.change(from, to, flow, dates, isAnnounced, rows) { _ in }
      }
    }
    switch relation.kind {
    case .investsIn, .finances: add(&self, [(from, to, .funds)])
    case .supplies, .hosts: add(&self, [(to, from, .pays), (from, to, .serves)])
    case .customerOf: add(&self, [(from, to, .pays), (to, from, .serves)])
    case .owns, .partnersWith, .regulates, .buildsOn: break
    }
  }

  private mutating func add(_ site: Commitment, _ sites: SiteFacts, _ beginnings: Beginnings) {
    let isAnnounced = site.status == .announced
    let links = [
      (
        sites.tenant(of: site), sites.operatedBy(site),
        beginnings.first(of: site) { ($0.customer, $0.operatedBy) }
      ),
      (
        sites.operatedBy(site), sites.vendor(of: site),
        beginnings.first(of: site) { ($0.operatedBy, $0.vendor) }
      ),
    ]
    for case (.some(let buyer), .some(let seller), let first) in links {
      let (dates, rows) = ([first.date, site.date], [FactRow(first), FactRow(site)])
      for (from, to, flow) in [(buyer, seller, MoneyFlow.pays), (seller, buyer, .serves)] {
        change(from, to, flow, dates, isAnnounced, rows) { step in
          if let count = site.accelerators { step.accelerators = (step.accelerators ?? 0) + count }
          step.bought = step.bought ?? SizeSum()
          step.bought?.add(sites.size(of: site.id).told)
        }
      }
    }
  }

  private mutating func change(
    _ from: ID<Organisation>, _ to: ID<Organisation>, _ flow: MoneyFlow, _ dates: [PartialDate],
    _ isAnnounced: Bool, _ facts: [FactRow], _ body: (inout MoneyStep) -> Void
  ) {
    let key = Key(from: heads[from], to: heads[to], flow: flow)
    guard key.from != key.to, let first = dates.min(), let last = dates.max() else { return }
    var step =
      found[key]
      ?? MoneyStep(
        from: key.from, to: key.to, flow: flow, first: first, last: last, isAnnounced: true,
        evidence: Evidence())
    step.first = min(step.first, first)
    step.last = max(step.last, last)
    step.isAnnounced = step.isAnnounced && isAnnounced
    body(&step)
    found[key] = step
    rows[key, default: []] += facts
  }
}
