import Dataset

/// The dependency of every organisation on a target, along its paths, as of a day.
///
/// Each share is an interval, documented to possible. `DependencyGraph.shares(fixing:)` gives the
/// rules for open parts; `FactGraph.compute`, `.customers` and `.capital` define the dimensions.
/// There is no score over the dimensions; each has its own unit.
public struct Exposure: Sendable {
  /// The way by which an organisation gets to the target.
  public enum Reach: String, Sendable, Encodable {
    /// A way passes through nobody else.
    case direct
    /// Every way passes through somebody else.
    case indirect
    case none
  }

  let dataset: Dataset
  public let asOf: Day
  public let target: ExposureTarget
  public let dimension: ExposureDimension
  public let options: ExposureOptions
  /// Everyone of whom something is said in this dimension, the target left out: known before
  /// unknown, then by documented share, possible share, amount (the larger first) and id.
  public let organisations: [OrganisationExposure]

  private let heads: GroupHeads
  private let places: [ID<Organisation>: Int]

  /// The exposure of everyone to `target` in a dimension.
  ///
  /// Throws where the dimension cannot be asked of the target.
  public init(
    of snapshot: Snapshot, to target: ExposureTarget, in dimension: ExposureDimension,
    _ options: ExposureOptions = ExposureOptions()
  ) throws(ExposureProblem) {
    if let problem = target.problem(in: dimension) { throw problem }
    dataset = snapshot.dataset
    asOf = snapshot.day
    self.target = target
    self.dimension = dimension
    self.options = options
    let solved = SolvedExposure(snapshot, target, dimension, options)
    let found = Self.ordered(solved.organisations(options.pathLimit), snapshot.dataset)
    organisations = found
    heads = GroupHeads(snapshot.dataset, options.folding)
    places = Dictionary(uniqueKeysWithValues: found.indices.map { (found[$0].id, $0) })
  }

  /// One organisation's exposure; unknown where nothing is said of it.
  public subscript(id: ID<Organisation>) -> OrganisationExposure {
    let head = heads[id]
    if let place = places[head] { return organisations[place] }
    return OrganisationExposure(
      id: head, share: .unknown, isUnknown: true, reach: .none, amount: 0, countedShare: nil,
      uncounted: 0, paths: [], rest: 0, hasMorePaths: false)
  }

  private static func ordered(_ found: [OrganisationExposure], _ dataset: Dataset)
    -> [OrganisationExposure]
  {
    found.map { (found: $0, slug: dataset.slug($0.id)) }.sorted { left, right in
      let (first, second) = (left.found, right.found)
      if first.isUnknown != second.isUnknown { return second.isUnknown }
      if first.share.documented != second.share.documented {
        return first.share.documented > second.share.documented
      }
      if first.share.possible != second.share.possible {
        return first.share.possible > second.share.possible
      }
      if first.amount != second.amount { return first.amount > second.amount }
      return left.slug < right.slug
    }.map(\.found)
  }
}

public struct OrganisationExposure: Sendable {
  /// The organisation (the head of its group, where groups are folded).
  public let id: ID<Organisation>
  /// The share of what it has that reaches the target.
  public let share: ShareInterval
  /// True if nothing at all is known: 0 to 1, and to be called unknown, not exposed.
  public let isUnknown: Bool
  /// True if it depends by itself, only through others, or not at all.
  public let reach: Exposure.Reach
  /// The counted amount: accelerators, or millions of dollars in the dimension capital.
  public let amount: Double
  /// The share of what is counted alone, leaving out what has no size; `nil` if nothing is.
  public let countedShare: ShareInterval?
  /// The number of its dependencies without a size.
  public let uncounted: Int
  /// The largest paths to the target, largest first.
  public let paths: [ExposurePath]
  /// The part of the documented share that no single path told proves.
  public let rest: Double
  /// True if there are more paths than are told.
  public let hasMorePaths: Bool
}

/// A fact graph with the shares that a question gives it.
struct SolvedExposure {
  let facts: FactGraph
  let shares: NodeShares
  private let targets: Set<Int>
  private let ends: Set<Int>
  private let snapshot: Snapshot
  private let owner: [ID<Organisation>?]
  private let head: ID<Organisation>?

  init(
    _ snapshot: Snapshot, _ target: ExposureTarget, _ dimension: ExposureDimension,
    _ options: ExposureOptions
  ) {
    self.snapshot = snapshot
    if case .organisation(let id) = target {
      head = GroupHeads(snapshot.dataset, options.folding)[id]
    } else {
      head = nil
    }
    let sites = dimension == .capital ? nil : SiteFacts(snapshot, options)
    facts = FactGraph.make(snapshot, sites, target, dimension, options)
    let values = TargetValues(target, dimension, in: facts, snapshot, sites, options)
      .values(in: facts)
    shares = facts.graph.shares(fixing: values)
    ends = Set(values.keys)
    targets = Set(values.filter { $0.value == .all }.keys)
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
      var (amount, uncounted) = (0.0, 0)
      for edge in row {
        switch facts.graph.edges[edge].size {
        case .known(let size): amount += size
        case .unknown:
          if facts.graph.edges[edge].to.map({ facts.nodes[$0] }) != .unrecorded { uncounted += 1 }
        }
      }
      return OrganisationExposure(
        id: id, share: shares[node], isUnknown: shares.isUnknown[node],
        reach: direct.contains(node) ? .direct : indirect.contains(node) ? .indirect : .none,
        amount: amount, countedShare: facts.graph.shareOfKnownSizes(of: node, in: shares),
        uncounted: uncounted, paths: found.paths.map { told($0, of: id) }, rest: found.rest,
        hasMorePaths: found.isCut)
    }
  }

  /// The organisations from which a way leads to the target.
  var reaching: Set<ID<Organisation>> {
    let reaches = facts.graph.reaching(targets, through: { !ends.contains($0) })
    return Set(
      facts.nodes.indices.compactMap { node in
        guard case .organisation(let id) = facts.nodes[node], reaches[node] else { return nil }
        return ends.contains(node) ? nil : id
      })
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
        GroupHeads(snapshot.dataset, options.folding)[id]
      } else { nil }
    switch (dimension, sites) {
    case (.compute, .some(let sites)): return compute(snapshot, sites, about: asked)
    case (.location, .some(let sites)): return compute(snapshot, sites, byPlace: true)
    case (.customers, .some(let sites)): return customers(snapshot, sites)
    case (.capital, _), (_, .none): return capital(snapshot, options)
    }
  }
}
