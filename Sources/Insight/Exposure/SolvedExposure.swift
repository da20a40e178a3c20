import Dataset

/// A fact graph with the shares that a question gives it.
struct SolvedExposure {
  let facts: FactGraph
  let shares: NodeShares
  private let targets: Set<Int>
  private let ends: Set<Int>
  private let snapshot: Snapshot
  private let owner: [ID<Organisation>?]
  private let head: ID<Organisation>?
  private let sites: SiteFacts?

  init(
    _ snapshot: Snapshot, _ target: ExposureTarget, _ dimension: ExposureDimension,
    _ options: ExposureOptions
  ) {
    self.snapshot = snapshot
    if case .organisation(let id) = target {
      head = GroupHeads(snapshot, options)[id]
    } else {
      head = nil
    }
    let sites = dimension == .capital ? nil : SiteFacts(snapshot, options)
    self.sites = sites
    facts = FactGraph.make(snapshot, sites, target, dimension, options)
    let values = TargetValues(target, dimension, in: facts, snapshot, sites, options)
      .values(in: facts)
    shares = facts.graph.shares(fixing: values)
    // Makers between are passed through on the way to a target upstream of them.
    let (nodes, asked) = (facts.nodes, head)
    let between = Set(
      values.keys.filter { node in
        guard let asked, case .maker(let id) = nodes[node] else { return false }
        return id != asked
      })
    ends = Set(values.keys).subtracting(between)
    targets = Set(values.filter { $0.value == .all }.keys).subtracting(between)
    let operators = Dictionary(
      (sites?.sites ?? []).compactMap { site in
        sites?.operatedBy(site).map { (site.id, $0) }
      }, uniquingKeysWith: { first, _ in first })
    owner = facts.nodes.map { node in
      if case .site(let id) = node { return operators[id] }
      return node.organisation
    }
  }

  /// Everyone who depends on something, in the order of the graph.
  func organisations(_ pathLimit: Int) -> [OrganisationExposure] {
    let finder = PathFinder(graph: facts.graph, targets: targets, ends: ends, shares: shares)
    let dependents = facts.graph.dependents(
      on: targets, ends: ends, owner: owner.map { $0.map { Int($0.index) } })
    let (direct, indirect) = (Set(dependents.direct), Set(dependents.indirect))
    return facts.nodes.indices.compactMap { node in
      guard case .organisation(let id) = facts.nodes[node], !ends.contains(node) else {
        return nil
      }
      let row = facts.graph.dependencies(of: node)
      if row.isEmpty { return nil }
      let found = finder.paths(from: node, limit: pathLimit)
      let reach: Exposure.Reach =
        direct.contains(node) ? .direct : indirect.contains(node) ? .indirect : .none
      let standing = StandingFacts(of: node, self, sites, snapshot)
      return OrganisationExposure(
        id: id, known: standing.known, share: shares[node],
        isUnknown: shares.isUnknown[node] && reach == .none,
        reach: reach,
        amount: standing.size.lowerBound, mostAmount: standing.size.upperBound,
        atStake: standing.atStake, uncounted: standing.uncounted, open: standing.open,
        through: standing.through, unsized: standing.unsized,
        paths: found.paths.map { told($0, of: id) }, rest: found.rest,
        hasMorePaths: found.isCut)
    }
  }

  private func told(_ path: DependencyPath, of start: ID<Organisation>) -> ExposurePath {
    var steps: [ExposurePath.Step] = []
    var evidence = Evidence()
    var last = start
    for (edge, node) in zip(path.edges, path.nodes.dropFirst()) {
      evidence.add(facts.evidence(of: edge, in: snapshot.dataset))
      if let owner = owner[node], owner != last {
        steps.append(.organisation(owner))
        last = owner
      }
      switch facts.nodes[node] {
      case .site(let id): steps.append(.commitment(id))
      case .round(let id): steps.append(.round(id))
      case .place(let id): steps.append(.country(id))
      default: break
      }
    }
    // A site of the target's own ends the way; where it is another's, the target is its landlord.
    if let head, let end = path.nodes.last, let owner = owner[end], owner != head {
      steps.append(.organisation(head))
    }
    let inner = path.nodes.dropFirst().dropLast()
    let isDirect = inner.allSatisfy { owner[$0] == nil || owner[$0] == start }
    return ExposurePath(
      via: steps, share: path.share, counted: path.counted, isDirect: isDirect, evidence: evidence)
  }
}

extension FactGraph {
  static func make(
    _ snapshot: Snapshot, _ sites: SiteFacts?, _ target: ExposureTarget,
    _ dimension: ExposureDimension, _ options: ExposureOptions
  ) -> FactGraph {
    let asked: ID<Organisation>? =
      if case .organisation(let id) = target {
        GroupHeads(snapshot, options)[id]
      } else { nil }
    switch (dimension, sites) {
    case (.compute, .some(let sites)):
      return compute(snapshot, sites, about: Set([asked].compactMap { $0 }))
    case (.location, .some(let sites)): return compute(snapshot, sites, byPlace: true)
    case (.customers, .some(let sites)): return customers(snapshot, sites)
    case (.capital, _), (_, .none): return capital(snapshot, options)
    }
  }
}
