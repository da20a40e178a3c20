import Canvas
import Charts
import Dataset
import Insight

/// Commitments of compute as rows of a table: who operates what for whom, where, on whose chips.
struct SiteList: Sendable {
  let world: World
  private let unit: ComputeUnit
  let listed: Rows<Commitment>
  /// Cells that were made for one selection serve the next.
  private let made = EntryMemo<Commitment> { Int($0.id.index) }

  /// - Parameter includesAll: True if programmes, bids and options are listed too.
  init(world: World, includesAll: Bool, unit: ComputeUnit = .accelerators) {
    self.world = world
    self.unit = unit
    let rows = world.snapshot.compute.only { commitment in
      world.passes.matches(commitment) && (includesAll || commitment.scope == .site)
    }.sorted { site in
      Place(
        stage: SiteList.stage(site), size: SiteList.size(site, in: world) ?? -1, site: site.id)
    }
    listed =
      unit == .accelerators
      ? rows : Rows(SiteList.ordered(Array(rows), in: unit, of: world.dataset))
  }

  /// Where a site stands in the list.
  private struct Place: Comparable {
    let stage: Int
    let size: Int
    let site: ID<Commitment>

    static func < (left: Place, right: Place) -> Bool {
      if left.stage != right.stage { return left.stage < right.stage }
      return left.size == right.size ? left.site < right.site : left.size > right.size
    }
  }

  /// The rank by firmness: counted sites before announced, and those before withdrawn. The largest
  /// site of all would otherwise be a site that is not built.
  static func stage(_ commitment: Commitment) -> Int {
    if commitment.status.isFirm { return 0 }
    return commitment.status == .announced ? 1 : 2
  }

  /// The table of some of the sites, or of all: the firm first, then the announced, then those
  /// paused or cancelled, the largest of each first.
  func table(_ wanted: [ID<Commitment>]?, sort: SortOrder?) -> FactTable {
    guard let wanted else {
      return SiteList.table(listed, in: world, unit: unit, sort: sort, made: made)
    }
    let picked = Set(wanted)
    return SiteList.table(
      listed.only { picked.contains($0.id) }, in: world, unit: unit, sort: sort, made: made)
  }

  static func table(
    _ commitments: Rows<Commitment>, named name: String = "sites", in world: World,
    unit: ComputeUnit = .accelerators, sort: SortOrder? = nil,
    made: EntryMemo<Commitment>? = nil
  ) -> FactTable {
    FactTable(
      "Sites", name: name, columns: columns(columns, in: unit), rows: commitments, in: world,
      sort: sort,
      feet: feet(commitments, in: unit, world), memo: made,
      style: { commitment, _ in commitment.status.isFirm ? .plain : .dim },
      fact: { .commitment($1.dataset.slug($0.id)) })
  }

  /// The accelerators that a row names; of a withdrawn site those last said.
  private static func size(_ commitment: Commitment, in world: World) -> Int? {
    commitment.status.isWithdrawn
      ? world.snapshot.acceleratorsLastSaid(of: commitment) : commitment.accelerators
  }

  /// The sums of the firm and of the announced sites listed, each with its state named and the number
  /// of sites that it leaves out. They are also told in H100-equivalents where these are shown.
  ///
  /// Megawatts are only added up where that is asked for: a part of a campus tells nothing of its power.
  static func feet(
    _ commitments: Rows<Commitment>, in unit: ComputeUnit, _ world: World,
    _ sums: [Sum] = [.firm, .announced], withPower: Bool = false
  ) -> [[String: Table.Entry]] {
    guard commitments.count > 1 else { return [] }
    let sites = commitments.only { $0.scope == .site }
    return sums.compactMap { sum in
      let rows = sites.only { sum.takes($0.status) }
      return rows.isEmpty ? nil : foot(of: Array(rows), sum, in: unit, world, withPower: withPower)
    }
  }

  /// The sites of a line of the foot.
  enum Sum {
    case firm, announced
    /// The two parts of the firm.
    case running, coming

    func takes(_ status: ComputeStatus) -> Bool {
      switch self {
      case .firm: status.isFirm
      case .announced: status == .announced
      case .running: status == .operational
      case .coming: status.isFirm && status != .operational
      }
    }

    func words(_ count: Int) -> String {
      switch self {
      case .firm: counted(count, "firm site")
      case .announced: counted(count, "announced site")
      case .running: counted(count, "running site")
      case .coming: counted(count, "firm site") + " to come"
      }
    }
  }

  private static func foot(
    of rows: [Commitment], _ kind: Sum, in unit: ComputeUnit, _ world: World, withPower: Bool
  ) -> [String: Table.Entry] {
    let sum = SitesSum(of: rows, in: world.dataset)
    let equivalents = unit == .h100e ? rows.compactMap { world.dataset.equivalents(of: $0) } : []
    let (least, most) = equivalents.reduce((0, 0)) {
      ($0.0 + $1.lowerBound, $0.1 + $1.upperBound)
    }
    let style: Style = kind == .announced ? .possible : .strong
    let unsized = sum.unsized == 0 ? "" : ", \(sum.unsized) unsized"
    let campuses =
      sum.campuses == 0 ? "" : "; \(counted(sum.campuses, "row")) of the power of campuses"
    var foot = [
      "name": Table.Entry(
        kind.words(sum.sites) + unsized + campuses, style: .dim),
      "accelerators": sum.unsized == sum.sites && sum.sites > 0
        ? .unknown : Table.Entry(NumberFormat.integer(sum.accelerators), style: style),
      "h100e": Table.Entry(
        NumberFormat.interval(NumberFormat.integer(least), NumberFormat.integer(most)),
        style: style),
    ]
    if withPower { foot["mw"] = Table.Entry(ComputeUnit.mw.figure(sum.megawatts), style: style) }
    return foot
  }

  static let columns: [Column<Commitment>] = [
    Column("id") { $1.dataset.slug($0.id) },
    Column(
      "name", .init("Site", minimum: 24, maximum: 34, priority: 10),
      styled: { $1.isLead($0.sources) ? .possible : $2 }
    ) { $1.dataset.string($0.name) },
    Column("scope") { site, _ in site.scope.word },
    Column("operator", .init("Operator", minimum: 14, maximum: 22, priority: 8)) {
      $0.operatedBy.map($1.reference)
    },
    Column(
      "accelerators",
      .init("Accelerators", alignment: .trailing, minimum: 12, maximum: 12, priority: 10),
      // The figure is that of the sums; the row's note names what others say. A number that an
      // earlier row named, before the site was withdrawn, stands in brackets.
      words: { site, world in
        guard let count = site.accelerators else {
          return size(site, in: world).map { "(\(NumberFormat.integer($0)))" }
        }
        return DisputedFigure.text(count, of: site.confidence)
      }, rank: { size($0, in: $1).map(Double.init) }
    ) { site, _ in site.accelerators },
    Column("accelerators_last_said") { size($0, in: $1) },
    Column(
      "vendor", .init("Vendor", minimum: 6, maximum: 10, priority: 8),
      styled: { $0.vendor != nil && $0.vendor == $1.dataset.focus ? .target : $2 },
      entry: { site, _, _ in site.vendor == nil ? .unknown : nil }
    ) { $0.vendor.map($1.reference) },
    Column("chip", .init("Chip", minimum: 8, maximum: 14, priority: 4), style: .dim) {
      $1.dataset.string($0.chip)
    },
    Column(
      "status", .init("Status", minimum: 11, maximum: 11, priority: 9),
      styled: { site, _, _ in statusStyle(site.status) },
      words: { site, _ in site.scope == .site ? nil : site.scope.word }
    ) { site, _ in site.status.word },
    Column(
      "city", .init("Where", minimum: 14, maximum: 20, priority: 6),
      words: { site, world in
        [world.dataset.string(site.city), world.place(site.country)]
          .filter { !$0.isEmpty }.joined(separator: ", ")
      }
    ) { $1.dataset.string($0.city) },
    Column("country") { $1.reference($0.country) },
    Column(
      "customer", .init("Customer", minimum: 10, maximum: 16, priority: 5),
      styled: { site, _, style in site.customer == nil ? .dim : style },
      words: { site, _ in site.isOfUnsaidUse ? "not said" : nil }
    ) {
      $0.customer.map($1.reference)
    },
    Column("target", .init("Target", minimum: 10, maximum: 10, priority: 5), style: .dim) {
      site, _ in site.target
    },
    Column(
      "mw", .init("MW", alignment: .trailing, minimum: 3, maximum: 6, priority: 3), style: .dim
    ) { site, _ in site.megawatts },
    Column("date", .init("Known", minimum: 10, maximum: 10, priority: 2), style: .dim) {
      site, _ in site.date
    },
    Column(
      "confidence", .init("Confidence", minimum: 10, maximum: 10, priority: 1),
      styled: { site, _, _ in site.confidence == .disputed ? .alarm : .dim }
    ) { site, _ in site.confidence.word },
    Column("note", .init("Note", minimum: 24, maximum: 60, priority: 0), style: .dim) {
      $1.dataset.string($0.note)
    },
    Column("sources") { $1.ids($0.sources) },
  ]

  private static func statusStyle(_ status: ComputeStatus) -> Style {
    switch status {
    case .operational: .strong
    case .building, .contracted: .plain
    case .announced: .possible
    case .paused, .cancelled: .alarm
    }
  }
}
