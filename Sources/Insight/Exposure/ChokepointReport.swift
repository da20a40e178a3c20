import Dataset

/// The loss with an organisation, because no way leads around it.
public struct Chokepoint: Sendable {
  public let id: ID<Organisation>
  /// The commitments all of whose ways pass it: as maker of their chips or upstream of him, as
  /// operator, as landlord.
  public let commitments: [ID<Commitment>]
  /// The size of them in the unit asked for: documented.
  public let accelerators: Int
  /// The accelerators that may pass it, the documented included.
  ///
  /// It covers every maker that it supplies among others. It covers chips of unknown maker where it
  /// makes chips or supplies a maker.
  public let possible: Int
  /// The number of commitments without a count.
  public let uncounted: Int
  /// The other organisations all of whose compute passes it, by id.
  public let organisations: [ID<Organisation>]
  /// Those among them that rent from somebody else, by id.
  public let tenants: [ID<Organisation>]
  /// The suppliers of a maker; otherwise the makers of the chips of its commitments; by id.
  public let suppliers: [ID<Organisation>]
  /// The rounds in which it is the only investor named.
  public let rounds: [ID<Round>]
  /// Its own money among them in millions of dollars, documented: its tickets.
  public let usdMillions: Double
  /// The most of them that may be its money: those included of which no row says who gave them.
  public let possibleUSDMillions: Double
}

/// The chokepoints of the compute and the capital known on a day.
///
/// Money is the part of rounds that a cut of a lone named investor takes (`RoundSplit.share`): the
/// only maker named need not be the only maker there is.
///
/// An organisation is a chokepoint for everything without a way around it: the dominators of
/// `FactGraph.compute`, with all the parts that an organisation plays removed together
/// (`Chokepoints`). Organisations known through relations alone have compute that no row names, so
/// nobody is their chokepoint. The same holds for chips of an unnamed maker. Its accelerators are
/// what cutting it wholly takes, as an interval: a lone foundry takes all, of two makers of memory
/// either takes none to all (`SupplyChain`). Example: NVIDIA made the chips of Nscale's sites in
/// Portugal, which stand at Start Campus and are rented by Microsoft alone: NVIDIA, Nscale and
/// Start Campus each dominate them, Microsoft none.
public struct ChokepointReport: Sendable {
  let dataset: Dataset
  /// The organisations with a certain or possible loss: most accelerators first, then most possible
  /// accelerators, then organisations, dollars, id.
  public private(set) var chokepoints: [Chokepoint]

  public init(of snapshot: Snapshot, _ options: ExposureOptions = ExposureOptions()) {
    dataset = snapshot.dataset
    let sites = SiteFacts(snapshot, options)
    let facts = FactGraph.compute(snapshot, sites)
    let chain = SupplyChain(sites, snapshot.dataset)
    let losses = SupplierLosses(facts, sites, chain, snapshot.dataset)
    let dominated = Self.dominated(facts, sites, losses, snapshot)
    let funded = Self.soleFunding(snapshot, options)
    let slugs = Dictionary(
      uniqueKeysWithValues: Set(dominated.keys).union(funded.keys).union(losses.makers)
        .map { ($0, snapshot.dataset.slug($0)) })
    let tenants = Set(sites.sites.compactMap { sites.tenant(of: $0) })
    let rows = Dictionary(
      sites.sites.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let found = slugs.keys.map { id in
      let lost = dominated[id] ?? Dominated()
      let funding = funded[id] ?? Funding()
      let organisations = lost.organisations.filter { $0 != id }
      let sizes = lost.commitments.map { sites.size(of: $0).told }
      return Chokepoint(
        id: id, commitments: lost.commitments,
        accelerators: Int(nearest: sizes.reduce(0) { $0 + ($1?.lowerBound ?? 0) }),
        possible: Int(nearest: losses.possible(with: id, beside: lost.commitments)),
        uncounted: sizes.count { $0 == nil }, organisations: organisations,
        tenants: organisations.filter { tenants.contains($0) },
        suppliers: losses.suppliers(of: id, lost.commitments.compactMap { rows[$0] }),
        rounds: funding.rounds, usdMillions: funding.documented,
        possibleUSDMillions: funding.possible)
    }
    chokepoints = found.filter { !$0.isEmpty }.sorted { left, right in
      if left.accelerators != right.accelerators { return left.accelerators > right.accelerators }
      if left.possible != right.possible { return left.possible > right.possible }
      if left.organisations.count != right.organisations.count {
        return left.organisations.count > right.organisations.count
      }
      if left.usdMillions != right.usdMillions { return left.usdMillions > right.usdMillions }
      if left.possibleUSDMillions != right.possibleUSDMillions {
        return left.possibleUSDMillions > right.possibleUSDMillions
      }
      return slugs[left.id, default: ""] < slugs[right.id, default: ""]
    }
  }

  private struct Dominated {
    var commitments: [ID<Commitment>] = []
    var organisations: [ID<Organisation>] = []
  }

  private static func dominated(
    _ facts: FactGraph, _ sites: SiteFacts, _ losses: SupplierLosses, _ snapshot: Snapshot
  ) -> [ID<Organisation>: Dominated] {
    var owners: [ID<Commitment>: [ID<Organisation>]] = sites.landlords
    for site in sites.sites {
      if let operatedBy = sites.operatedBy(site) { owners[site.id, default: []].append(operatedBy) }
    }
    let labels = facts.nodes.map { node -> [Int] in
      if case .site(let id) = node { return owners[id, default: []].map { Int($0.index) } }
      if case .maker(let id) = node { return losses.certain(of: id).map { Int($0.index) } }
      return node.organisation.map { [Int($0.index)] } ?? []
    }
    let makers = facts.nodes.indices.filter {
      if case .maker = facts.nodes[$0] { true } else { false }
    }
    let found = Chokepoints(graph: facts.graph, labels: labels, sources: Set(makers))
    var dominated: [ID<Organisation>: Dominated] = [:]
    for (index, node) in facts.nodes.enumerated() {
      for label in found.labels[index] ?? [] {
        let id = snapshot.dataset.organisations[label].id
        switch node {
        case .site(let site): dominated[id, default: Dominated()].commitments.append(site)
        case .organisation(let other) where !facts.graph.dependencies(of: index).isEmpty:
          dominated[id, default: Dominated()].organisations.append(other)
        default: break
        }
      }
    }
    return dominated
  }

  private static func soleFunding(_ snapshot: Snapshot, _ options: ExposureOptions)
    -> [ID<Organisation>: Funding]
  {
    let heads = GroupHeads(snapshot, options)
    var funded: [ID<Organisation>: Funding] = [:]
    for round in snapshot.rounds where counts(round, snapshot, options) {
      let investments = snapshot.investments(in: round.id)
      let investors = Set(investments.map { heads[$0.investor] })
      guard let only = investors.first, investors.count == 1 else { continue }
      let dollars = snapshot.dataset.dollars(round)?.millions
      let split = RoundSplit(of: round, dollars, investments, snapshot)
      let share = split.share(of: dollars) { heads[$0] == only }
      var loss = CutLoss()
      loss.add(dollars, share)
      funded[only, default: Funding()].add(round.id, loss)
    }
    return funded
  }

  /// The rounds that name a single investor, and what of them is that investor's.
  private struct Funding {
    var rounds: [ID<Round>] = []
    var documented = 0.0
    var possible = 0.0

    mutating func add(_ round: ID<Round>, _ loss: CutLoss) {
      rounds.append(round)
      documented += loss.documented
      possible += loss.possible
    }
  }

  /// True if the money of a round counts.
  static func counts(_ round: Round, _ snapshot: Snapshot, _ options: ExposureOptions) -> Bool {
    switch snapshot.standing(of: round) {
    case .counted: true
    case .announced: options.announced == .counted
    case .contained, .notRaised, .withdrawn: false
    }
  }
}

extension Chokepoint {
  fileprivate var isEmpty: Bool {
    commitments.isEmpty && organisations.isEmpty && rounds.isEmpty && possible == 0
  }

  fileprivate func json(_ dataset: Dataset) -> JSON {
    [
      "id": dataset.slug(id), "accelerators": accelerators, "possible": possible,
      "uncounted": uncounted, "commitments": commitments.map { dataset.slug($0) },
      "organisations": organisations.map { dataset.slug($0) },
      "tenants": tenants.map { dataset.slug($0) }, "suppliers": suppliers.map { dataset.slug($0) },
      "rounds": rounds.map { dataset.slug($0) }, "usd_m": usdMillions,
      "usd_m_possible": possibleUSDMillions,
    ]
  }
}

extension ChokepointReport {
  /// The same of some organisations alone (the filter).
  public func only(_ isWanted: (ID<Organisation>) -> Bool) -> ChokepointReport {
    var report = self
    report.chokepoints = chokepoints.filter { isWanted($0.id) }
    return report
  }
}

extension ChokepointReport: JSONConvertible {
  /// The chokepoints, each with `id`, `accelerators` and `organisations`.
  public var json: JSON { chokepoints.map { $0.json(dataset) }.json }
}
