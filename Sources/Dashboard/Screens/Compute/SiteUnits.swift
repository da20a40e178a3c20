import Charts
import Dataset
import Insight

// A list of sites in the unit that its screen is read in: the unit's column stands right after the
// accelerators, and of equally firm sites the largest in the unit comes first.
extension SiteList {
  /// The columns with that of a unit.
  static func columns(
    _ columns: [Column<Commitment>], in unit: ComputeUnit
  ) -> [Column<Commitment>] {
    guard let column = column(of: unit),
      let place = columns.firstIndex(where: { $0.id == "accelerators" })
    else { return columns }
    return columns[...place] + [column] + columns[(place + 1)...].filter { $0.id != column.id }
  }

  /// Sites with firm sites first and the largest of each stage before the others. Those of unknown
  /// size keep their order behind them.
  static func ordered(
    _ sites: [Commitment], in unit: ComputeUnit, of dataset: Dataset
  ) -> [Commitment] {
    guard unit != .accelerators else { return sites }
    let keyed = sites.enumerated().map { place, site in
      (site: site, stage: stage(site), size: size(of: site, in: unit, dataset), place: place)
    }
    return keyed.sorted { left, right in
      if left.stage != right.stage { return left.stage < right.stage }
      return left.size == right.size ? left.place < right.place : left.size > right.size
    }.map(\.site)
  }

  /// The size that a site is ordered by; less than nothing where it is unknown.
  private static func size(
    of site: Commitment, in unit: ComputeUnit, _ dataset: Dataset
  ) -> Double {
    switch unit {
    case .accelerators: site.accelerators.map(Double.init) ?? -1
    case .h100e: dataset.equivalents(of: site)?.lowerBound ?? -1
    case .mw: site.megawatts ?? -1
    }
  }

  private static func column(of unit: ComputeUnit) -> Column<Commitment>? {
    switch unit {
    case .accelerators: nil
    case .h100e:
      Column(
        "h100e",
        .init(unit.title, alignment: .trailing, minimum: 16, maximum: 21, priority: 10)
      ) { site, world in world.dataset.equivalents(of: site).map(Interval.init) }
    case .mw:
      Column("mw", .init("MW", alignment: .trailing, minimum: 6, maximum: 8, priority: 10)) {
        site, _ in site.megawatts
      }
    }
  }
}
