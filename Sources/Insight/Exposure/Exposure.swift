import Dataset

/// The dependency of every organisation on a target, along its paths, as of a day.
///
/// Each share is an interval, documented to possible. `DependencyGraph.shares(fixing:)` gives the
/// rules for open parts; `FactGraph.compute`, `.customers` and `.capital` define the dimensions.
/// There is no score over the dimensions; each has its own unit.
public struct Exposure: Sendable {
  /// The way by which an organisation gets to the target.
  public enum Reach: String, CaseIterable, Sendable, JSONConvertible {
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
  /// Everyone of whom something is said in this dimension, the target left out: whoever has a known
  /// share before the others, then by what is at stake, size (the larger first) and id.
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
    heads = GroupHeads(snapshot, options)
    places = Dictionary(uniqueKeysWithValues: found.indices.map { (found[$0].id, $0) })
  }

  /// One organisation's exposure; unknown where nothing is said of it.
  public subscript(id: ID<Organisation>) -> OrganisationExposure {
    let head = heads[id]
    if let place = places[head] { return organisations[place] }
    // A member of the target's group, or what it buys, depends on it wholly.
    if case .organisation(let target) = target, heads[target] == head, id != target {
      return OrganisationExposure(
        id: head, known: .all, share: .all, isUnknown: false, reach: .direct, amount: 0,
        mostAmount: 0, atStake: nil, uncounted: 0, open: [], through: [], unsized: [], paths: [],
        rest: 0, hasMorePaths: false)
    }
    return OrganisationExposure(
      id: head, known: nil, share: .unknown, isUnknown: true, reach: .none, amount: 0,
      mostAmount: 0,
      atStake: nil, uncounted: 0, open: [], through: [], unsized: [], paths: [], rest: 0,
      hasMorePaths: false)
  }

  /// The known before those known by relations alone. Then what is at stake by its least and its greatest
  /// end, the size, the largest first, and the id.
  private static func ordered(_ found: [OrganisationExposure], _ dataset: Dataset)
    -> [OrganisationExposure]
  {
    found.map { (found: $0, slug: dataset.slug($0.id)) }.sorted { left, right in
      let (first, second) = (left.found, right.found)
      if (first.known == nil) != (second.known == nil) { return second.known == nil }
      if let one = first.atStake, let other = second.atStake, one != other {
        return one.lowerBound == other.lowerBound
          ? one.upperBound > other.upperBound : one.lowerBound > other.lowerBound
      }
      if first.amount != second.amount { return first.amount > second.amount }
      return left.slug < right.slug
    }.map(\.found)
  }
}

/// The way to the target in a word, as lists print it and filters ask for it.
public enum ExposurePathWord: UInt8, Vocabulary {
  /// Through nobody else.
  case direct
  /// Through others alone.
  case indirect
  /// It may depend, and no row names the way.
  case unnamed
  /// It does not depend.
  case none

  public static let words = ["direct", "indirect", "unnamed", "none"]
}

extension OrganisationExposure {
  /// The way to the target: whoever is exposed has one.
  public var pathWord: ExposurePathWord {
    guard share.possible > 0 || (known?.possible ?? 0) > 0 else { return .none }
    switch reach {
    case .direct: return .direct
    case .indirect: return .indirect
    case .none: return .unnamed
    }
  }

  /// Everyone that a way told leads through, and who it rents from where no share is known.
  func intermediaries(to target: ID<Organisation>?) -> Set<ID<Organisation>> {
    let via = paths.flatMap(\.via).compactMap { step -> ID<Organisation>? in
      if case .organisation(let id) = step { id } else { nil }
    }
    return Set(via + through).subtracting([id, target].compactMap(\.self))
  }
}

/// The exposure of an organisation: what is known of it, and the bounds where everything open varies.
public struct OrganisationExposure: Sendable {
  /// The organisation (the head of its group, where groups are folded).
  public let id: ID<Organisation>
  /// The share among its commitments that have a size. An interval where a commitment does not name
  /// its maker (customer, country, investor), `nil` where none does.
  public let known: ShareInterval?
  /// The share of what it has that reaches the target, at least and at most.
  public let share: ShareInterval
  /// True if nothing at all is known: 0 to 1, and to be called unknown, not exposed.
  public let isUnknown: Bool
  /// True if it depends by itself, only through others, or not at all.
  public let reach: Exposure.Reach
  /// The size of what has a size: compute in the unit asked for, or millions of dollars in the
  /// dimension capital. Where a size is open between two ends, the least.
  public let amount: Double
  /// The same with the greatest ends.
  public let mostAmount: Double
  /// The size times the known share; `nil` where nothing is known.
  public let atStake: ClosedRange<Double>?
  /// The number of its dependencies without a size.
  public let uncounted: Int
  /// The facts that open the bounds, those that open them most first.
  public let open: [OpenDependency]
  /// The operators and hosts it rents from and the makers that supply it, where no share is known; by id.
  public let through: [ID<Organisation>]
  /// The commitments or rounds without a size among what it has.
  public let unsized: [ID<Commitment>]
  /// The largest paths to the target, largest first.
  public let paths: [ExposurePath]
  /// The part of the documented share that no single path told proves.
  public let rest: Double
  /// True if there are more paths than are told.
  public let hasMorePaths: Bool
}
