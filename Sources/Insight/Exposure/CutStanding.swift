import Dataset

/// The compute that a cut leaves: what runs today and keeps running, and what is still to come.
///
/// The rule: a site keeps running where some of its compute is left, and surely so where some is left
/// whatever the open facts turn out to be. A site that only loses its customer keeps running.
public struct CutStanding: Sendable {
  /// The compute that runs today, and what of it is lost, in the unit of the report.
  public let running: CutLoss
  /// The number of the sites that run today.
  public let sites: Int
  /// The number of those that surely keep running.
  public let sure: Int
  /// The number of those that may.
  public let possible: Int
  /// The number of those that keep running, surely or possibly, and have no size in the unit.
  public let unsized: Int
  /// The sites that run today and of which something is left. The sure come first, then the largest.
  public let keeping: [CutReport.Site]
  /// The firm sites that do not run yet and of which something is left: the first due comes first.
  public let coming: [CutReport.Site]

  init(
    _ sites: SiteFacts, _ lost: [ID<Commitment>: ShareInterval],
    _ left: [ID<Commitment>: ShareInterval], _ dataset: Dataset
  ) {
    var running = CutLoss()
    var (count, sure, possible, unsized) = (0, 0, 0, 0)
    var keeping: [(site: CutReport.Site, isSure: Bool, size: Double, slug: String)] = []
    var coming: [(site: CutReport.Site, isSure: Bool, due: PartialDate?, slug: String)] = []
    for row in sites.sites {
      let size = sites.size(of: row.id).told
      let share = lost[row.id] ?? .none
      let isSite = !sites.isCampus(row)
      let runs = row.status == .operational
      if runs {
        running.add(size, share)
        count += isSite ? 1 : 0
      }
      guard share.documented < 1 else { continue }
      let isSure = share.possible < 1
      let site = CutReport.Site(id: row.id, lost: share, custom: left[row.id] ?? .none)
      let slug = dataset.slug(row.id)
      if runs {
        if isSite, isSure { sure += 1 } else if isSite { possible += 1 }
        if isSite, size == nil { unsized += 1 }
        keeping.append((site, isSure, size?.lowerBound ?? -1, slug))
      } else if row.status.isFirm {
        coming.append((site, isSure, row.target, slug))
      }
    }
    self.running = running
    self.sites = count
    self.sure = sure
    self.possible = possible
    self.unsized = unsized
    self.keeping = keeping.sorted { left, right in
      if left.isSure != right.isSure { return left.isSure }
      return left.size == right.size ? left.slug < right.slug : left.size > right.size
    }.map(\.site)
    self.coming = coming.sorted { left, right in
      if left.isSure != right.isSure { return left.isSure }
      switch (left.due, right.due) {
      case (let first?, let second?):
        return first == second ? left.slug < right.slug : first < second
      case (nil, nil): return left.slug < right.slug
      case (let first, _): return first != nil
      }
    }.map(\.site)
  }
}
