import Dataset

/// The part of the firm compute, in a unit, made by a maker or by those at home in a place.
public struct UnitShare: Sendable {
  /// The part among the sites with a size; those of an unnamed maker are open.
  public let share: ShareInterval
  /// The size of all of them, at least and at most.
  public let whole: ClosedRange<Double>

  /// The share of what a filter lets through; `nil` where nothing has a size or is the target's.
  public init?(
    madeBy target: ExposureTarget, in snapshot: Snapshot, _ options: ExposureOptions,
    where filter: CompiledFilter = .everything
  ) {
    let dataset = snapshot.dataset
    let heads = GroupHeads(snapshot, options)
    let sites = Sites(snapshot, options.announced, filter)
    let sizes = SiteSizes(options.unit, dataset, heads, sites.firmRoles)
    let places: TerritoryShares? =
      switch target {
      case .organisation, .commitment: nil
      case .country(let id): TerritoryShares(.country(id), in: dataset)
      case .jurisdiction(let asked): TerritoryShares(.jurisdiction(asked), in: dataset)
      }
    func made(_ vendor: ID<Organisation>) -> ShareInterval {
      if case .organisation(let id) = target { return heads[vendor] == heads[id] ? .all : .none }
      return places?.home(of: vendor) ?? .none
    }
    let parts = sites.firm.compactMap { site -> WeightedMean.Part? in
      guard let told = sizes.size(of: site).told else { return nil }
      return WeightedMean.Part(
        least: told.lowerBound, most: told.upperBound,
        share: site.vendor.map { made($0) } ?? .unknown)
    }
    guard let share = WeightedMean.bounds(of: parts), share.documented > 0 else { return nil }
    self.share = share
    let least = parts.reduce(0) { $0 + $1.least }
    whole = least...max(least, parts.reduce(0) { $0 + $1.most })
  }
}
