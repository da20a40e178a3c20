import Dataset

/// The sites of one town, or of a country where the rows name no town.
public struct ComputePlace: Sendable {
  public struct Vendor: Sendable {
    /// The maker of the chips; `nil` where no row says.
    public let id: ID<Organisation>?
    /// The sites whose chips it makes.
    public let tally: ComputeTally

    public var accelerators: Int { tally.accelerators }
    public var announced: Int { tally.announced }
  }

  /// The town; empty where the rows name none.
  public let city: String
  public let country: ID<Country>
  /// The coordinate in degrees north and east; `nil` where no town is named or its place is not
  /// known.
  public let coordinate: (latitude: Double, longitude: Double)?
  /// The sites with their latest rows, the most accelerators first.
  public let sites: [Commitment]
  public let tally: ComputeTally
  /// The makers of the chips: most firm compute first, then most announced; an unknown maker
  /// last.
  public let vendors: [Vendor]

  /// The firm and the announced compute in a unit, at least.
  public func reach(in unit: ComputeUnit) -> Double {
    tally.firm(in: unit).lowerBound + tally.announced(in: unit)
  }
}

extension Compute {
  /// The sites known on a day by their place: first those that can be placed on a map, then the
  /// countries in which no town is named.
  ///
  /// Each part starts with the most firm compute in the unit, then the most announced, then by
  /// name. It counts as `totals` does: firm sites, with announced sites apart, without paused and
  /// cancelled rows.
  public static func places(
    of snapshot: Snapshot, in unit: ComputeUnit = .accelerators,
    where filter: CompiledFilter = .everything
  ) -> [ComputePlace] {
    let dataset = snapshot.dataset
    let sites = Sites(snapshot, .beside, filter)
    let sizes = SiteSizes(unit, dataset, GroupHeads(dataset, .none), sites.firmRoles)
    var order: [PlaceName] = []
    var rows: [PlaceName: [Commitment]] = [:]
    for commitment in sites.firm + sites.announced {
      let name = PlaceName(dataset.string(commitment.city), commitment.country)
      if rows[name] == nil { order.append(name) }
      rows[name, default: []].append(commitment)
    }
    let coordinates = Dictionary(
      dataset.places.map {
        (PlaceName(dataset.string($0.city), $0.country), ($0.latitude, $0.longitude))
      }, uniquingKeysWith: { first, _ in first })
    return order.map { name in
      place(name, coordinates[name], rows[name] ?? [], sites, unit, sizes)
    }.sorted { left, right in
      if (left.coordinate == nil) != (right.coordinate == nil) { return right.coordinate == nil }
      if let isFirst = isMore(left.tally, right.tally, in: unit) { return isFirst }
      if left.city != right.city { return left.city < right.city }
      return dataset.code(left.country) < dataset.code(right.country)
    }
  }

  private struct PlaceName: Hashable {
    let city: String
    let country: ID<Country>

    init(_ city: String, _ country: ID<Country>) {
      self.city = city
      self.country = country
    }
  }

  /// True if the first has more firm compute, or as much and more announced; `nil` if both have as much.
  private static func isMore(
    _ first: ComputeTally, _ second: ComputeTally, in unit: ComputeUnit
  ) -> Bool? {
    let (left, right) = (first.firm(in: unit).lowerBound, second.firm(in: unit).lowerBound)
    if left != right { return left > right }
    let (beside, other) = (first.announced(in: unit), second.announced(in: unit))
    return beside == other ? nil : beside > other
  }

  private static func place(
    _ name: PlaceName, _ coordinate: (Double, Double)?, _ rows: [Commitment], _ sites: Sites,
    _ unit: ComputeUnit, _ sizes: SiteSizes
  ) -> ComputePlace {
    var tally = ComputeTally()
    var made: [ID<Organisation>?: ComputeTally] = [:]
    func add(_ row: Commitment, to tally: inout ComputeTally) {
      let isFirm = row.status.isFirm
      let role = isFirm ? sites.firmRoles[row] : sites.announcedRoles[row]
      if isFirm { tally.addFirm(row, role) } else { tally.addAnnounced(row, role) }
      if unit == .h100e, role != .campus {
        tally.add(equivalents: sizes.size(of: row).told, of: row, isFirm: isFirm)
      }
    }
    for row in rows {
      add(row, to: &tally)
      add(row, to: &made[row.vendor, default: ComputeTally()])
    }
    let vendors = made.map { ComputePlace.Vendor(id: $0.key, tally: $0.value) }
      .sorted { left, right in
        if (left.id == nil) != (right.id == nil) { return right.id == nil }
        if let isFirst = isMore(left.tally, right.tally, in: unit) { return isFirst }
        return (left.id.map { $0.index } ?? -1) < (right.id.map { $0.index } ?? -1)
      }
    return ComputePlace(
      city: name.city, country: name.country,
      coordinate: coordinate.map { (latitude: $0.0, longitude: $0.1) },
      sites: rows.sorted { left, right in
        let (first, second) = (left.accelerators ?? -1, right.accelerators ?? -1)
        return first == second ? left.id < right.id : first > second
      }, tally: tally, vendors: vendors)
  }
}
