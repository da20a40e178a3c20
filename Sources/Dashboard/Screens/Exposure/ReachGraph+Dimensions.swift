import Dataset
import Insight

extension ReachGraph {
  /// The amounts between nodes, summed as they come.
  struct Flows {
    private var amounts: [Pair: Int?] = [:]

    /// Adds an amount; `nil` where no row says how much.
    mutating func add(_ from: Node, _ to: Node, _ amount: Int?) {
      guard from != to else { return }
      let pair = Pair(from: from, to: to)
      guard let known = amounts[pair] else {
        amounts[pair] = .some(amount)
        return
      }
      amounts[pair] = known.map { $0 + (amount ?? 0) } ?? amount
    }

    var edges: [Edge] {
      amounts.map { Edge(from: $0.key.from, to: $0.key.to, amount: $0.value) }
    }
  }

  /// The names of the tiers, from those depended on to those who depend.
  var tierNames: [String] {
    switch dimension {
    case .compute:
      ["lithography, foundry, memory", "chips", "operators", "models, research", "customers"]
    case .customers: ["home of the tenants", "tenants", "operators"]
    case .capital: ["home of the investors", "investors", "companies"]
    case .location: ["law of the sites", "countries", "operators", "tenants"]
    }
  }

  /// The same in a word, for a narrow column.
  var tierWords: [String] {
    switch dimension {
    case .compute: ["suppliers", "chips", "operators", "models", "customers"]
    case .customers: ["home", "tenants", "operators"]
    case .capital: ["home", "investors", "companies"]
    case .location: ["law", "countries", "operators", "tenants"]
    }
  }

  /// The tier of those whose exposure is told; what stands before it is what they depend on.
  static let dependents = 2

  /// The amount from which a line is drawn heavy.
  var heavy: Int { dimension == .capital ? 1_000 : 10_000 }

  /// The tiers and the figures in a sentence.
  var caption: String {
    switch dimension {
    case .compute: "Who supplies, operates and rents; figures are accelerators"
    case .customers: "Who rents from whom, by the home of the tenants; figures are accelerators"
    case .capital:
      "Whose money is in whom, by the home of the investors, as far as amounts are told"
    case .location: "Under whose law the sites stand; figures are accelerators"
    }
  }

  /// The meaning of the lines.
  var legend: String {
    let amount = dimension == .capital ? "$1 bn" : "10,000 accelerators"
    return "heavy line: \(amount) or more   dashed: no row says how many   amber: possible"
  }

  /// The graph of a dimension of what a filter lets through.
  ///
  /// - Parameter asked: The target, which stands by itself where it is a country.
  static func graph(
    of world: World, _ dimension: ExposureDimension, _ scope: Scope, asked: ExposureTarget,
    _ options: ExposureOptions
  ) -> ReachGraph {
    let announced = options.announced == .counted
    let homes = Homes(world, asked, options)
    return switch dimension {
    case .compute: ReachGraph(of: world, scope, options)
    case .customers: ReachGraph(tenantsOf: world, scope, homes, announced)
    case .capital: ReachGraph(moneyOf: world, scope, homes, announced)
    case .location: ReachGraph(lawOf: world, scope, homes, announced)
    }
  }

  /// The homes of organisations as nodes, and the groups they belong to.
  struct Homes {
    let heads: GroupHeads
    private let dataset: Dataset
    private let own: ID<Country>?

    init(_ world: World, _ asked: ExposureTarget, _ options: ExposureOptions) {
      dataset = world.dataset
      heads = GroupHeads(world.snapshot, options)
      if case .country(let id) = asked { own = id } else { own = nil }
    }

    /// The node of a country: its own where it is asked for, else its jurisdiction's.
    func node(of country: ID<Country>?) -> Node {
      guard let country else { return .unknownVendor }
      return country == own ? .country(country) : .jurisdiction(dataset.jurisdiction(of: country))
    }

    func home(of id: ID<Organisation>) -> Node { node(of: dataset[id].country) }
  }

  private static func sites(of world: World, _ announced: Bool) -> [Commitment] {
    world.snapshot.compute.filter { site in
      site.scope == .site && site.operatedBy != nil && site.accelerators != 0
        && (site.status.isFirm || (announced && site.status == .announced))
        && world.passes.matches(site)
    }
  }

  private mutating func add(_ node: Node, tier: Int, _ amount: Int?) {
    if tiers[node] == nil { tiers[node] = tier }
    weights[node, default: 0] += amount ?? 0
  }

  /// Who rents whose capacity, by the homes of the tenants.
  private init(tenantsOf world: World, _ scope: Scope, _ homes: Homes, _ announced: Bool) {
    self.init(.customers, scope)
    var flows = Flows()
    let sites = ReachGraph.sites(of: world, announced).compactMap { site in
      site.operatedBy.map { (site: site, runner: homes.heads[$0]) }
    }
    let rented = sites.compactMap { site, runner in
      site.customer.map { (site: site, runner: runner, customer: homes.heads[$0]) }
    }.filter { $0.customer != $0.runner }
    // Whoever rents and lets stands where he lets, with what he lets, whichever row comes first.
    for (site, runner, _) in rented {
      add(.organisation(runner), tier: ReachGraph.dependents, site.accelerators)
    }
    for (site, runner, customer) in rented {
      let (home, tenant) = (homes.home(of: customer), Node.organisation(customer))
      if tiers[tenant] != ReachGraph.dependents { add(tenant, tier: 1, site.accelerators) }
      add(home, tier: 0, site.accelerators)
      flows.add(home, tenant, site.accelerators)
      flows.add(tenant, .organisation(runner), site.accelerators)
    }
    for relation in world.snapshot.relations
    where relation.kind == .customerOf && world.passes.matches(relation)
      && (relation.status == .active || (announced && relation.status == .announced))
    {
      let (from, to) = (homes.heads[relation.from], homes.heads[relation.to])
      let (tenant, runner) = (Node.organisation(from), Node.organisation(to))
      // A sale that a site explains is told by the site; whoever rents and lets stands where he lets.
      guard from != to, tiers[runner] == nil || tiers[runner] == ReachGraph.dependents,
        tiers[tenant] == nil || tiers[tenant] == 1
      else { continue }
      add(runner, tier: ReachGraph.dependents, nil)
      add(tenant, tier: 1, nil)
      add(homes.home(of: from), tier: 0, nil)
      flows.add(homes.home(of: from), tenant, nil)
      flows.add(tenant, runner, nil)
    }
    finish(flows, world.dataset)
  }

  /// Who put money into whom, by the homes of the investors, in millions of dollars.
  ///
  /// An investor without an amount of its own has an edge without a number. So has a round that names
  /// nobody.
  private init(moneyOf world: World, _ scope: Scope, _ homes: Homes, _ announced: Bool) {
    self.init(.capital, scope)
    let (snapshot, dataset) = (world.snapshot, world.dataset)
    var flows = Flows()
    let rounds = snapshot.rounds.filter { round in
      let standing = snapshot.standing(of: round)
      return world.passes.matches(round)
        && (standing == .counted || (announced && standing == .announced))
    }
    // A company that invests stands among companies, with what it raised, whichever row comes first.
    for round in rounds {
      let raised = dataset.dollars(round).map { Int(nearest: $0.millions) }
      add(
        .organisation(homes.heads[round.company]), tier: ReachGraph.dependents, raised)
    }
    for round in rounds {
      let company = Node.organisation(homes.heads[round.company])
      let raised = dataset.dollars(round).map { Int(nearest: $0.millions) }
      let investments = snapshot.investments(in: round.id)
      if investments.isEmpty {
        add(.unknownVendor, tier: 1, nil)
        flows.add(.unknownVendor, company, raised)
      }
      for investment in investments {
        let investor = homes.heads[investment.investor]
        let amount = dataset.dollars(investment, in: round).map { Int(nearest: $0.millions) }
        let (node, home) = (Node.organisation(investor), homes.home(of: investor))
        if tiers[node] != ReachGraph.dependents {
          add(node, tier: 1, amount)
          add(home, tier: 0, amount)
          flows.add(home, node, amount)
        }
        flows.add(node, company, amount)
      }
    }
    finish(flows, dataset)
  }

  /// Under whose law the sites stand: the jurisdiction, the country, the operator, the tenant.
  private init(lawOf world: World, _ scope: Scope, _ homes: Homes, _ announced: Bool) {
    self.init(.location, scope)
    var flows = Flows()
    let sites = ReachGraph.sites(of: world, announced).compactMap { site in
      site.operatedBy.map { (site: site, runner: homes.heads[$0]) }
    }
    // An operator that rents too stands among operators, with what it operates.
    for (site, runner) in sites {
      add(.organisation(runner), tier: ReachGraph.dependents, site.accelerators)
    }
    for (site, runner) in sites {
      let law = Node.jurisdiction(world.dataset.jurisdiction(of: site.country))
      let (country, node) = (Node.country(site.country), Node.organisation(runner))
      add(law, tier: 0, site.accelerators)
      add(country, tier: 1, site.accelerators)
      flows.add(law, country, site.accelerators)
      flows.add(country, node, site.accelerators)
      if let customer = site.customer.map({ homes.heads[$0] }), customer != runner {
        let tenant = Node.organisation(customer)
        if tiers[tenant] != ReachGraph.dependents { add(tenant, tier: 3, site.accelerators) }
        flows.add(node, tenant, site.accelerators)
      }
    }
    finish(flows, world.dataset)
  }
}

extension Jurisdiction {
  /// The name as the graph writes it.
  var title: String {
    self == .other ? "elsewhere" : self == .unstated ? "EU, no state named" : word
  }
}
