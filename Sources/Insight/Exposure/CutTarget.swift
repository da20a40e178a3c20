import Dataset

public enum Territory: Hashable, Sendable {
  case country(ID<Country>)
  case jurisdiction(Jurisdiction)

  /// The same as the target of an exposure.
  var exposureTarget: ExposureTarget {
    switch self {
    case .country(let id): .country(id)
    case .jurisdiction(let jurisdiction): .jurisdiction(jurisdiction)
    }
  }
}

/// The target of a cut.
///
/// A place has two readings, and both take more than the word says at first. `NO` takes the sites
/// that stand in Norway, whoever owns them. `home:NO` takes every organisation at home there,
/// wherever its sites stand. A site of the country `EU` may stand in any European place, so it is
/// taken possibly.
public enum CutTarget: Hashable, Sendable {
  /// One organisation, in all the parts it plays.
  case organisation(ID<Organisation>)
  case commitment(ID<Commitment>)
  case standing(in: Territory)
  /// The organisations at home in a place, by `organisations.country`: as maker of chips or
  /// supplier of a maker, as operator, as landlord. Tenants at home there take no accelerators with
  /// them.
  case home(in: Territory)

  /// The word before a place that asks for those who are at home there.
  public static let homePrefix = "home:"

  /// The target of an exposure as a cut; a place means everything that stands there.
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
