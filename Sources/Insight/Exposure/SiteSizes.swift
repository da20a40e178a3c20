import Dataset

/// The most that a site of unknown size holds, by its power.
public struct PowerBound: Hashable, Sendable {
  /// The greatest size in the unit asked for, not rounded.
  public let most: Double
  /// The power that bounds it.
  public let megawatts: Double
  /// The chip that draws least for what it counts for.
  public let chip: ID<Chip>
}

/// The size of a site, and what is known of it where no row says.
public struct SiteSize: Hashable, Sendable {
  /// The weight of the site in its users' compute.
  let weight: DependencyGraph.Size
  /// The bound by power, where it is what is known.
  public let bound: PowerBound?

  /// The least and the greatest of a size that rows tell; `nil` where they tell none.
  public var told: ClosedRange<Double>? {
    switch weight {
    case .known(let size): size...size
    case .between(let least, let most) where bound == nil: least...most
    case .between, .unknown, .whole: nil
    }
  }
}

/// The sizes of sites in a unit.
///
/// - *Accelerators*: the number of the row. A site without a number and with megawatts holds at most
///   what they can feed: MW over the rated power of the least hungry chip that it may hold.
/// - *H100-equivalents*: the number times the dense BF16 speed of the named chip over an H100's; of
///   several chips named, from the least to the greatest. Without a number, a chip or its speed the
///   size is unknown, and bounded by power likewise.
/// - *Megawatts*: as stated. Rows with accelerators in the city of a campus row of the same operator
///   weigh nothing. They are inside the power of that row.
///
/// A site may hold the chips it names, whatever their year. Where none of these has a rated power,
/// it may hold its maker's. Where those have none or nobody is named, it may hold any. Of those
/// last two, chips count that were sold from five years before the row to its year. If its target's
/// year is later, that ends the span. Nobody builds a hall of older chips. Rated power alone
/// bounds, so that it holds whatever the cooling takes.
struct SiteSizes {
  private let unit: ComputeUnit
  private let dataset: Dataset
  private let heads: GroupHeads
  private let roles: CampusRoles

  init(_ unit: ComputeUnit, _ dataset: Dataset, _ heads: GroupHeads, _ roles: CampusRoles) {
    self.unit = unit
    self.dataset = dataset
    self.heads = heads
    self.roles = roles
  }

  func size(of site: Commitment) -> SiteSize {
    switch unit {
    case .accelerators:
      if let count = site.accelerators { return told(Double(count)...Double(count)) }
    case .h100e:
      if let equivalents = dataset.equivalents(of: site) { return told(equivalents) }
    case .mw:
      if roles[site] == .tranche { return told(0...0) }
      guard let power = site.megawatts, power > 0 else {
        return SiteSize(weight: .unknown, bound: nil)
      }
      return told(power...power)
    }
    guard let bound = bound(of: site) else { return SiteSize(weight: .unknown, bound: nil) }
    return SiteSize(weight: .between(0, bound.most), bound: bound)
  }

  private func told(_ size: ClosedRange<Double>) -> SiteSize {
    let isExact = size.lowerBound == size.upperBound
    return SiteSize(
      weight: isExact ? .known(size.lowerBound) : .between(size.lowerBound, size.upperBound),
      bound: nil)
  }

  /// The bound that the power of a site's own row gives.
  private func bound(of site: Commitment) -> PowerBound? {
    guard let megawatts = site.megawatts, megawatts > 0, megawatts.isFinite else { return nil }
    for chips in candidates(of: site) {
      let densities = chips.compactMap { chip -> (chip: ID<Chip>, value: Double)? in
        density(of: chip).map { (chip.id, $0) }
      }
      let densest = densities.max { left, right in
        if left.value != right.value { return left.value < right.value }
        return dataset.slug(left.chip) > dataset.slug(right.chip)
      }
      guard let densest else { continue }
      let most = megawatts * 1e6 * densest.value
      guard most.isFinite, most > 0 else { return nil }
      return PowerBound(most: most, megawatts: megawatts, chip: densest.chip)
    }
    return nil
  }

  /// The size that a watt of a chip feeds. `nil` where its power, or its speed where that counts, is
  /// not known.
  private func density(of chip: Chip) -> Double? {
    guard let watts = chip.watts, watts > 0 else { return nil }
    switch unit {
    case .accelerators: return 1 / watts
    case .h100e:
      guard let speed = chip.bf16Teraflops, speed > 0 else { return nil }
      return speed / ComputeUnit.teraflopsOfH100 / watts
    case .mw: return nil
    }
  }

  /// The chips that a site may hold, step by step: each step stands where the step before tells
  /// nothing.
  private func candidates(of site: Commitment) -> [[Chip]] {
    let year = site.date.year
    let last = max(year, site.target?.year ?? year)
    let recent = dataset.chips.filter { chip in
      chip.year.map { (year - 5...last).contains($0) } ?? false
    }
    let maker = site.vendor.map { heads[$0] }
    return [
      dataset.ids(site.chips).map { dataset[$0] },
      maker.map { maker in recent.filter { heads[$0.vendor] == maker } } ?? [],
      recent,
    ]
  }
}

extension Dataset {
  /// The H100-equivalents of a site; `nil` where a number, a chip or a speed is missing.
  public func equivalents(of site: Commitment) -> ClosedRange<Double>? {
    guard let count = site.accelerators else { return nil }
    if count == 0 { return 0...0 }
    let speeds = ids(site.chips).map { self[$0].bf16Teraflops }
    let known = speeds.compactMap { $0 }.filter { $0 > 0 }
    guard known.count == speeds.count, let least = known.min(), let most = known.max() else {
      return nil
    }
    let scale = Double(count) / ComputeUnit.teraflopsOfH100
    return (least * scale)...(most * scale)
  }
}
