import Dataset
import Insight

extension ReachGraph {
  /// The amounts between nodes, summed as they come.
  struct Flows {
    private var amounts: [Pair: ClosedRange<Double>?] = [:]

    /// Adds an amount; `nil` where no row says how much.
    mutating func add(_ from: Node, _ to: Node, _ amount: ClosedRange<Double>?) {
      guard from != to else { return }
      let pair = Pair(from: from, to: to)
      amounts[pair] = .some(ReachGraph.sum(amounts[pair] ?? nil, amount))
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

  /// The sum of two amounts, as far as rows tell them.
  static func sum(
    _ first: ClosedRange<Double>?, _ second: ClosedRange<Double>?
  ) -> ClosedRange<Double>? {
    guard let first, let second else { return first ?? second }
    return (first.lowerBound + second.lowerBound)...(first.upperBound + second.upperBound)
  }

  /// The amount from which a line is drawn heavy: ten thousand chips, or the power that feeds as many.
  var heavy: Double {
    switch (dimension, unit) {
    case (.capital, _): 1_000
    case (_, .accelerators), (_, .h100e): 10_000
    case (_, .mw): 20
    }
  }

  /// The tiers and the figures in a sentence.
  var caption: String {
    switch dimension {
    case .compute: "Suppliers, makers, operators and tenants of compute; \(figures)"
    case .customers: "Tenants and their operators, by the tenants' home; \(figures)"
    case .capital: "Investors and companies, by the investors' home, as far as amounts are told"
    case .location: "The law that sites stand under, by operator and tenant; \(figures)"
    }
  }

  /// The unit of the figures, and what they leave out.
  private var figures: String {
    "figures are \(unit.title)" + (leftOut > 0 ? ", \(unit.leftOut(leftOut)) left out" : "")
  }

  /// The meaning of the lines.
  var legend: String {
    let amount = dimension == .capital ? "$1 bn" : "\(unit.figure(heavy)) \(unit.title)"
    return "heavy line: \(amount) or more   dashed: no row says how much   amber: possible"
  }

  /// The graph of a dimension of what a filter lets through.
  ///
  /// - Parameter asked: The target, which stands by itself where it is a country.
  static func graph(
    of world: World, _ dimension: ExposureDimension, _ scope: Scope, asked: ExposureTarget,
    _ options: ExposureOptions
  ) -> ReachGraph {
    let homes = Homes(world, asked, options)
    return switch dimension {
    case .compute: ReachGraph(of: world, scope, options)
    case .customers: ReachGraph(tenantsOf: world, scope, homes, options)
    case .capital: ReachGraph(moneyOf: world, scope, homes, options)
    case .location: ReachGraph(lawOf: world, scope, homes, options)
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

  private mutating func add(_ node: Node, tier: Int, _ amount: ClosedRange<Double>?) {
    if tiers[node] == nil { tiers[node] = tier }
    add(node, amount)
  }

  /// Who rents whose capacity, by the homes of the tenants.
  private init(
    tenantsOf world: World, _ scope: Scope, _ homes: Homes, _ options: ExposureOptions
  ) {
    self.init(.customers, scope, options.unit)
    let announced = options.announced == .counted
    var flows = Flows()
    let sites = sized(of: world, options).compactMap { site, size in
      site.operatedBy.map { (site: site, size: size, runner: homes.heads[$0]) }
    }
    let rented = sites.compactMap { site, size, runner in
      site.customer.map { (size: size, runner: runner, customer: homes.heads[$0]) }
    }.filter { $0.customer != $0.runner }
    // Whoever rents and lets stands where he lets, with what he lets, whichever row comes first.
    for (size, runner, _) in rented {
      add(.organisation(runner), tier: ReachGraph.dependents, size)
    }
    for (size, runner, customer) in rented {
      let (home, tenant) = (homes.home(of: customer), Node.organisation(customer))
      if tiers[tenant] != ReachGraph.dependents { add(tenant, tier: 1, size) }
      add(home, tier: 0, size)
      flows.add(home, tenant, size)
      flows.add(tenant, .organisation(runner), size)
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
  private init(
    moneyOf world: World, _ scope: Scope, _ homes: Homes, _ options: ExposureOptions
  ) {
    self.init(.capital, scope, options.unit)
    let announced = options.announced == .counted
    func millions(_ dollars: Dollars?) -> ClosedRange<Double>? {
      dollars.map { $0.millions.rounded()...$0.millions.rounded() }
    }
    let (snapshot, dataset) = (world.snapshot, world.dataset)
    var flows = Flows()
    let rounds = snapshot.rounds.filter { round in
      let standing = snapshot.standing(of: round)
      return world.passes.matches(round)
        && (standing == .counted || (announced && standing == .announced))
    }
    // A company that invests stands among companies, with what it raised, whichever row comes first.
    for round in rounds {
      let raised = millions(dataset.dollars(round))
      add(
        .organisation(homes.heads[round.company]), tier: ReachGraph.dependents, raised)
    }
    for round in rounds {
      let company = Node.organisation(homes.heads[round.company])
      let raised = millions(dataset.dollars(round))
      let investments = snapshot.investments(in: round.id)
      if investments.isEmpty {
        add(.unknownVendor, tier: 1, nil)
        flows.add(.unknownVendor, company, raised)
      }
      for investment in investments {
        let investor = homes.heads[investment.investor]
        let amount = millions(dataset.dollars(investment, in: round))
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
  private init(lawOf world: World, _ scope: Scope, _ homes: Homes, _ options: ExposureOptions) {
    self.init(.location, scope, options.unit)
    var flows = Flows()
    let sites = sized(of: world, options).compactMap { site, size in
      site.operatedBy.map { (site: site, size: size, runner: homes.heads[$0]) }
    }
    // An operator that rents too stands among operators, with what it operates.
    for (_, size, runner) in sites {
      add(.organisation(runner), tier: ReachGraph.dependents, size)
    }
    for (site, size, runner) in sites {
      let law = Node.jurisdiction(world.dataset.jurisdiction(of: site.country))
      let (country, node) = (Node.country(site.country), Node.organisation(runner))
      add(law, tier: 0, size)
      add(country, tier: 1, size)
      flows.add(law, country, size)
      flows.add(country, node, size)
      if let customer = site.customer.map({ homes.heads[$0] }), customer != runner {
        let tenant = Node.organisation(customer)
        if tiers[tenant] != ReachGraph.dependents { add(tenant, tier: 3, size) }
        flows.add(node, tenant, size)
      }
    }
    finish(flows, world.dataset)
  }
}

extension Jurisdiction {
  /// The name as the graph writes it.
  var title: String {
    self == .other ? "elsewhere" : self == .unstated ? "place unstated" : word
  }
}
