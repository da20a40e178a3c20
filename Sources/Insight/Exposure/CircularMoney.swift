import Dataset

/// A kind of flow from an organisation to another.
public enum MoneyFlow: UInt8, Vocabulary, Comparable {
  /// Money as an investment or a loan: an investor funds a company.
  case funds
  /// Money for something bought: a customer or tenant pays a supplier, operator or landlord.
  case pays
  /// A sale to the company's own investor: the other side of `pays`, told only where the investor
  /// is the customer.
  case serves

  public static let words = ["funds", "pays", "serves"]

  /// In the order of the cases.
  public static func < (left: MoneyFlow, right: MoneyFlow) -> Bool {
    left.rawValue < right.rawValue
  }
}

/// One step of a circle of money.
public struct MoneyStep: Sendable {
  public let from: ID<Organisation>
  public let to: ID<Organisation>
  public let flow: MoneyFlow
  /// The disclosed amounts of funding by this investor, in millions of dollars; `nil` where no row
  /// discloses one. Rounds with others are not counted whole.
  public internal(set) var usdMillions: Double?
  /// The number of rounds the investor took part in without an amount of its own.
  public internal(set) var undisclosed = 0
  /// The accelerators bought or rented, where rows count them.
  public internal(set) var accelerators: Int?
  /// The date of the earliest row, also of those that a later row of the same thing replaced.
  public internal(set) var first: PartialDate
  /// The date of the latest row.
  public internal(set) var last: PartialDate
  /// True if every row is an announcement.
  public internal(set) var isAnnounced: Bool
  public internal(set) var evidence: Evidence
}

/// A circle in which money that an investor gives comes back to it.
///
/// It starts with a step of funding: NVIDIA funds Nscale, Nscale pays NVIDIA. In a circle of two the
/// investor may also be the customer: ASML funds Mistral, Mistral serves ASML.
public struct MoneyCircle: Sendable {
  /// The steps, each starting where the last ends.
  public let steps: [MoneyStep]
}

/// The circles of money known on a day: an investor who is also supplier, landlord or customer of a
/// company it funds, directly or over others.
///
/// Funding is taken from investments in rounds that raised money, and from `invests-in` and
/// `finances`. Contained rounds are included, since a share in a part is a share. Paying is taken
/// from `supplies`, `customer-of`, `hosts` and from commitments, whose customer pays the operator
/// and whose operator pays the maker of the chips. Paying backwards, from supplier to customer,
/// closes a circle only with the customer's own funding.
public struct CircularMoney: Sendable {
  let dataset: Dataset
  public let asOf: Day
  /// The options of counting; announced rows take part only where asked for.
  public let options: ExposureOptions
  /// The circles: shorter first, then by the ids along them.
  public private(set) var circles: [MoneyCircle]

  /// The circles of a snapshot with at most `length` steps.
  public init(
    of snapshot: Snapshot, upTo length: Int = 3, _ options: ExposureOptions = ExposureOptions()
  ) {
    dataset = snapshot.dataset
    asOf = snapshot.day
    self.options = options
    let steps = MoneySteps(snapshot, options)
    let members = steps.organisations.map { (id: $0, slug: snapshot.dataset.slug($0)) }
      .sorted { $0.slug < $1.slug }.map(\.id)
    let place = Dictionary(uniqueKeysWithValues: members.enumerated().map { ($1, $0) })
    let graph = KindedGraph<MoneyFlow>(
      nodeCount: members.count,
      edges: steps.found.keys.compactMap { key in
        guard let from = place[key.from], let to = place[key.to] else { return nil }
        return KindedGraph<MoneyFlow>.Edge(from: from, to: to, kind: key.flow)
      })
    let found = graph.cycles(upTo: length) { kinds in
      kinds.contains(.funds) && kinds.contains { $0 != .funds }
        && (!kinds.contains(.serves) || kinds.count == 2)
    }
    circles = found.compactMap { circle in
      guard let start = circle.firstIndex(where: { $0.kind == .funds }) else { return nil }
      let turned = circle[start...] + circle[..<start]
      return MoneyCircle(
        steps: turned.compactMap { edge in
          steps.step(
            MoneySteps.Key(from: members[edge.from], to: members[edge.to], flow: edge.kind))
        })
    }
  }
}

/// The steps that rows tell of, one for each pair and flow.
private struct MoneySteps {
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

extension CircularMoney {
  /// The same of the circles in which some organisation has a part (the filter).
  public func only(_ isWanted: (ID<Organisation>) -> Bool) -> CircularMoney {
    var money = self
    money.circles = circles.filter { $0.steps.contains { isWanted($0.from) } }
    return money
  }
}

extension CircularMoney: JSONConvertible {
  /// The circles, each a list of steps.
  public var json: JSON {
    [
      "as_of": asOf,
      "circles": circles.map { circle in
        circle.steps.map { step -> JSON in
          [
            "from": dataset.slug(step.from), "to": dataset.slug(step.to), "flow": step.flow,
            "usd_m": step.usdMillions, "undisclosed": step.undisclosed,
            "accelerators": step.accelerators, "first": step.first, "last": step.last,
            "announced": step.isAnnounced, "sources": step.evidence.slugs(in: dataset),
          ]
        }
      },
    ]
  }
}
