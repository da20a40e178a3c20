import Dataset

/// A country or a jurisdiction.
public enum Territory: Hashable, Sendable {
  /// One country.
  case country(ID<Country>)
  /// Every country under one law.
  case jurisdiction(Jurisdiction)

  /// The same as the target of an exposure.
  var exposureTarget: ExposureTarget {
    switch self {
    case .country(let id): .country(id)
    case .jurisdiction(let jurisdiction): .jurisdiction(jurisdiction)
    }
  }
}

/// What a cut takes away.
///
/// A place has two readings, and both take more than the word says at first: `NO` takes the sites that
/// stand in Norway, whoever owns them; `home:NO` takes whoever is at home there, wherever their sites
/// stand. A site of the country `EU` may stand in any European place, so it is taken possibly.
public enum CutTarget: Hashable, Sendable {
  /// One organisation, in all the parts it plays.
  case organisation(ID<Organisation>)
  /// One commitment.
  case commitment(ID<Commitment>)
  /// What stands in a place.
  case standing(in: Territory)
  /// Who is at home in a place, by `organisations.country`: as maker of chips or upstream of him, as
  /// operator, as landlord. Tenants at home there take no accelerators with them.
  case home(in: Territory)

  /// The word before a place that asks for those who are at home there.
  public static let homePrefix = "home:"

  /// What the target of an exposure means as a cut; a place is what stands there.
  public init(_ target: ExposureTarget) {
    switch target {
    case .organisation(let id): self = .organisation(id)
    case .commitment(let id): self = .commitment(id)
    case .country(let id): self = .standing(in: .country(id))
    case .jurisdiction(let jurisdiction): self = .standing(in: .jurisdiction(jurisdiction))
    }
  }

  /// The cut that takes whoever an exposure in compute is measured to: of a place those at home there.
  public init(suppliersOf target: ExposureTarget) {
    switch CutTarget(target) {
    case .standing(let territory): self = .home(in: territory)
    case let other: self = other
    }
  }

  /// The name on the command line and in JSON: an id, `NO`, `home:NO`.
  public func slug(in dataset: Dataset) -> String {
    switch self {
    case .organisation(let id): dataset.slug(id)
    case .commitment(let id): dataset.slug(id)
    case .standing(let territory): territory.exposureTarget.slug(in: dataset)
    case .home(let territory): Self.homePrefix + territory.exposureTarget.slug(in: dataset)
    }
  }
}
