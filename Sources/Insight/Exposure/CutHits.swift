import Dataset

/// The sites that a cut hits, the firm apart from those that are only announced.
///
/// The rule: an announced site is never part of a loss unless it is asked for, and is never left
/// unsaid. Each state has its own sum, over the rows that stand in its list. A site is *sure* to be hit
/// where a part of its compute or its custom surely goes, and else *possible*: no row names its maker,
/// its customer or its place.
///
/// Example: of the sites due in 2026 eleven firm sites are NVIDIA's. Sixteen announced sites name no
/// maker. Cutting NVIDIA's deliveries hits the eleven, and possibly the sixteen.
public struct CutHits: Sendable {
  /// The sites of a state.
  public struct Part: Sendable {
    /// The sites that are surely hit, then the possible; of each the largest first. Rows with the
    /// power of a campus stand among them.
    public let rows: [CutReport.Site]
    public let sure: SitesSum
    public let possible: SitesSum

    /// True if no site of the state is hit.
    public var isEmpty: Bool { rows.isEmpty }
  }

  public let firm: Part
  public let announced: Part
  /// The rows with the power of a campus of which something is left, in any unit: with them the megawatts of
  /// what is hit and of what is left are those of everything firm.
  public let campusesLeft: [CutReport.Site]

  /// The sites hit by a scenario whose loss was told as of the same day.
  init(of report: CutReport, in snapshot: Snapshot) {
    var options = report.options
    // In megawatts the rows of campuses are sites too, and the share of a site is the same in any unit.
    options.unit = .mw
    let counted = Announced.counted
    let own =
      report.options.unit == .mw
      ? report : CutReport(of: snapshot, cutting: report.scenario, options)
    let known = Set(report.sites.map(\.id))
    let firm = Sites(snapshot, .beside, .everything)
    func isCampus(_ site: CutReport.Site) -> Bool {
      snapshot.commitment(site.id).map { firm.firmRoles[$0] == .campus } ?? false
    }
    let campuses = own.sites.filter { !known.contains($0.id) && isCampus($0) }
    campusesLeft = (own.standing.keeping + own.standing.coming).filter(isCampus)
    options.announced = counted
    let all =
      report.options.announced == counted
      ? own : CutReport(of: snapshot, cutting: report.scenario, options)
    func isAnnounced(_ site: CutReport.Site) -> Bool {
      snapshot.commitment(site.id)?.status == .announced
    }
    self.firm = Part(
      (report.sites + campuses).filter { !isAnnounced($0) }, report.options.unit, snapshot)
    announced = Part(all.sites.filter(isAnnounced), report.options.unit, snapshot)
  }
}

extension CutHits.Part {
  fileprivate init(_ found: [CutReport.Site], _ unit: ComputeUnit, _ snapshot: Snapshot) {
    let dataset = snapshot.dataset
    func size(of site: Commitment) -> Double {
      let told =
        switch unit {
        case .accelerators: site.accelerators.map(Double.init)
        case .h100e: dataset.equivalents(of: site)?.lowerBound
        case .mw: site.megawatts
        }
      return told ?? -1
    }
    let sites = found.compactMap { hit in snapshot.commitment(hit.id).map { (hit: hit, row: $0) } }
      .map { (hit: $0.hit, row: $0.row, size: size(of: $0.row), slug: dataset.slug($0.hit.id)) }
      .sorted { left, right in
        if left.hit.isSure != right.hit.isSure { return left.hit.isSure }
        return left.size == right.size ? left.slug < right.slug : left.size > right.size
      }
    rows = sites.map(\.hit)
    let roles = CampusRoles(sites.map(\.row), in: dataset)
    var (sure, possible) = (SitesSum(), SitesSum())
    for site in sites {
      if site.hit.isSure {
        sure.add(site.row, roles[site.row])
      } else {
        possible.add(site.row, roles[site.row])
      }
    }
    self.sure = sure
    self.possible = possible
  }
}

extension CutReport.Site {
  /// True if some of its compute or its custom is surely lost.
  public var isSure: Bool { lost.documented > 0 || custom.documented > 0 }
}
