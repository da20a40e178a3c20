import Canvas
import Charts
import Dataset
import Insight

/// The lists of the sites that a cut hits, and of those of which something is left.
enum CutSites {
  /// The sites hit, the firm before the announced; `nil` where there is none.
  static func hit(_ hits: CutHits, _ cut: CutReport, world: World, sort: SortOrder?) -> FactTable? {
    table(
      hits.firm.rows + hits.announced.rows, named: "hit", share: "Hit", cut, world, sort: sort
    ) { $0.lost.possible > 0 ? $0.lost : $0.custom }?.titled(title(hits))
  }

  /// The sites that are left: those that run today, then those to come, the first due before others.
  static func standing(
    _ cut: CutReport, _ hits: CutHits, world: World, sort: SortOrder?
  ) -> FactTable? {
    let standing = cut.standing
    // In megawatts the rows of campuses are among the sites already.
    let campuses = cut.options.unit == .mw ? [] : hits.campusesLeft
    func runs(_ site: CutReport.Site) -> Bool {
      world.snapshot.commitment(site.id)?.status == .operational
    }
    let rows =
      standing.keeping + campuses.filter(runs) + standing.coming + campuses.filter { !runs($0) }
    let names = [
      standing.keeping.isEmpty
        ? "none runs today"
        : (standing.sure == 0 ? "possibly " : "") + counted(standing.keeping.count, "site")
          + (standing.keeping.count == 1 ? " keeps running" : " keep running"),
      standing.coming.isEmpty ? nil : "\(standing.coming.count) to come",
    ].compactMap(\.self)
    return table(
      rows, named: "standing", share: "Left", cut, world, sort: sort,
      sums: [.running, .coming]
    ) {
      ShareInterval(documented: 1 - $0.lost.possible, possible: 1 - $0.lost.documented)
    }?.titled("Left \(Glyph.separator) " + names.joined(separator: ", "))
  }

  /// The title of the list of sites hit: both states, each with its number.
  private static func title(_ hits: CutHits) -> String {
    func words(_ part: CutHits.Part, _ state: String) -> String {
      let (sure, possible) = (part.sure.sites, part.possible.sites)
      if possible == 0 { return "\(sure) \(state)" }
      return sure == 0
        ? "possibly \(possible) \(state)" : "\(sure) \(state), possibly \(possible) more"
    }
    return "Sites hit \(Glyph.separator) \(words(hits.firm, "firm")) \(Glyph.separator) "
      + words(hits.announced, "announced")
  }

  private static func table(
    _ sites: [CutReport.Site], named name: String, share title: String, _ cut: CutReport,
    _ world: World, sort: SortOrder?, sums: [SiteList.Sum] = [.firm, .announced],
    _ share: @escaping @Sendable (CutReport.Site) -> ShareInterval
  ) -> FactTable? {
    let rows = sites.compactMap { world.snapshot.commitment($0.id) }
    guard !rows.isEmpty else { return nil }
    let shares = Dictionary(
      sites.map { ($0.id, share($0)) }, uniquingKeysWith: { first, _ in first })
    let unit = cut.options.unit
    let column = Column<Commitment>(
      title.lowercased(),
      .init(title, alignment: .trailing, minimum: 5, priority: 7),
      styled: { site, _, style in (shares[site.id]?.documented ?? 0) > 0 ? style : .possible }
    ) { site, _ in shares[site.id].map { $0.documented...$0.possible } }
    return FactTable(
      "Sites", name: name, columns: columns(in: unit, adding: column), rows: Rows(rows), in: world,
      sort: sort, feet: SiteList.feet(Rows(rows), in: unit, world, sums, withPower: true),
      style: { site, _ in site.status.isFirm ? .plain : .dim },
      fact: { .commitment($1.dataset.slug($0.id)) })
  }

  /// The columns of a list of sites, with the megawatts right after the accelerators and the share after the
  /// state: both are what a cut is asked for.
  private static func columns(
    in unit: ComputeUnit, adding share: Column<Commitment>
  ) -> [Column<Commitment>] {
    let power = SiteList.columns(SiteList.columns, in: .mw).filter { $0.id == "mw" }
    var columns = SiteList.columns(SiteList.columns, in: unit).filter { $0.id != "mw" }
    if let place = columns.lastIndex(where: { ["accelerators", "h100e"].contains($0.id) }) {
      columns.insert(contentsOf: power, at: place + 1)
    }
    if let place = columns.firstIndex(where: { $0.id == "status" }) {
      columns.insert(share, at: place + 1)
    }
    return columns
  }
}
