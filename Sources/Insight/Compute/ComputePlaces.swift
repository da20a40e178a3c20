import Dataset

/// The sites of one town, or of a country where the rows name no town.
public struct ComputePlace: Sendable {
  public struct Vendor: Sendable {
    /// The maker of the chips; `nil` where no row says.
    public let id: ID<Organisation>?
    public let accelerators: Int
    public let announced: Int
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
  /// The makers of the chips: most firm accelerators first, then most announced; an unknown maker
  /// last.
  public let vendors: [Vendor]

  public var reach: Int { tally.accelerators + tally.announced }
}

extension Compute {
  /// The sites known on a day by their place: first those that can be placed on a map, then the
  /// countries in which no town is named.
  ///
  /// Each part starts with the most firm accelerators, then the most announced, then by name. It
  /// counts as `totals` does: firm sites, with announced ones apart, without paused and cancelled
  /// rows.
  public static func places(
    of snapshot: Snapshot, where filter: CompiledFilter = .everything
  ) -> [ComputePlace] {
    let dataset = snapshot.dataset
    let sites = Sites(snapshot, .beside, filter)
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
      place(name, coordinates[name], rows[name] ?? [], sites, dataset)
    }.sorted { left, right in
      if (left.coordinate == nil) != (right.coordinate == nil) { return right.coordinate == nil }
      let (first, second) = (left.tally, right.tally)
      if first.accelerators != second.accelerators {
        return first.accelerators > second.accelerators
      }
      if first.announced != second.announced { return first.announced > second.announced }
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

  private static func place(
    _ name: PlaceName, _ coordinate: (Double, Double)?, _ rows: [Commitment], _ sites: Sites,
    _ dataset: Dataset
  ) -> ComputePlace {
    var tally = ComputeTally()
    var firm: [ID<Organisation>?: Int] = [:]
    var announced: [ID<Organisation>?: Int] = [:]
    for row in rows {
      if row.status.isFirm {
        tally.addFirm(row, sites.firmRoles[row])
        firm[row.vendor, default: 0] += row.accelerators ?? 0
      } else {
        tally.addAnnounced(row, sites.announcedRoles[row])
        announced[row.vendor, default: 0] += row.accelerators ?? 0
      }
    }
    let vendors = Set(firm.keys).union(announced.keys).map { id in
      ComputePlace.Vendor(id: id, accelerators: firm[id] ?? 0, announced: announced[id] ?? 0)
    }.sorted { left, right in
      if (left.id == nil) != (right.id == nil) { return right.id == nil }
      if left.accelerators != right.accelerators { return left.accelerators > right.accelerators }
      if left.announced != right.announced { return left.announced > right.announced }
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
