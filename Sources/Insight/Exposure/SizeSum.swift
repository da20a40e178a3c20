import Dataset

/// A sum of sizes in a unit of compute, with the number of sites that it leaves out.
///
/// The rule of every sum in a unit: a site adds what its rows tell, at least and at most. The two differ
/// where chips of several speeds are named. A site of which they tell nothing is counted apart.
public struct SizeSum: Hashable, Sendable {
  public private(set) var size: ClosedRange<Double> = 0...0
  /// The sites of unknown size.
  public private(set) var unsized = 0

  public init() {}

  /// A sum that is known exactly.
  public init(_ size: Double, unsized: Int = 0) {
    self.init(size...size, unsized: unsized)
  }

  public init(_ size: ClosedRange<Double>, unsized: Int = 0) {
    self.size = size
    self.unsized = unsized
  }

  /// Adds a site; `nil` where no row tells its size.
  public mutating func add(_ told: ClosedRange<Double>?) {
    guard let told else {
      unsized += 1
      return
    }
    size = (size.lowerBound + told.lowerBound)...(size.upperBound + told.upperBound)
  }

  /// Takes off what was added twice.
  public mutating func take(_ twice: ClosedRange<Double>) {
    let low = max(0, size.lowerBound - twice.lowerBound)
    size = low...max(low, size.upperBound - twice.upperBound)
  }

  public mutating func add(_ other: SizeSum) {
    add(other.size)
    unsized += other.unsized
  }

  /// The share of a part of this sum, at least and at most.
  ///
  /// The rest is open apart from the part: the part is least where it is small and the rest great.
  public func share(of part: ClosedRange<Double>) -> ClosedRange<Double>? {
    let rest = rest(without: part)
    func share(_ part: Double, _ rest: Double) -> Double? {
      part + rest > 0 ? min(1, part / (part + rest)) : nil
    }
    guard let least = share(part.lowerBound, rest.upperBound) ?? share(part.upperBound, 0),
      let most = share(part.upperBound, rest.lowerBound)
    else { return nil }
    return min(least, most)...max(least, most)
  }

  /// The size without a part of it.
  public func rest(without part: ClosedRange<Double>) -> ClosedRange<Double> {
    let least = max(0, size.lowerBound - part.lowerBound)
    return least...max(least, size.upperBound - part.upperBound)
  }
}

/// A site with what its rows tell of its size in a unit.
public struct SizedSite: Sendable {
  public let site: Commitment
  /// `nil` where no row tells it, or the row of its campus does for all of it.
  public let size: ClosedRange<Double>?
  /// True if its power stands in the row of its campus.
  public let isInsideCampus: Bool

  /// The sites with an operator that a filter lets through.
  ///
  /// Rows that only carry the power of a campus are sites in megawatts alone.
  public static func all(
    in snapshot: Snapshot, _ options: ExposureOptions, where filter: CompiledFilter = .everything
  ) -> [SizedSite] {
    let sites = Sites(snapshot, options.announced, filter)
    let heads = GroupHeads(snapshot, options)
    let sizes = SiteSizes(options.unit, snapshot.dataset, heads, sites.firmRoles)
    return sites.firm.compactMap { site in
      guard site.operatedBy != nil, options.unit == .mw || site.accelerators != 0 else {
        return nil
      }
      let isInside = options.unit == .mw && sites.firmRoles[site] == .tranche
      return SizedSite(
        site: site, size: isInside ? nil : sizes.size(of: site).told, isInsideCampus: isInside)
    }
  }
}

extension ClosedRange<Double> {
  /// The least and the most, as JSON tells them.
  var ends: [Double] { [lowerBound, upperBound] }
}
