import Canvas
import Charts
import Dataset
import Insight

/// Commitments of compute as rows of a table: who operates what for whom, where, on whose chips.
struct SiteList: Sendable {
  let world: World
  /// Whether programmes, bids and options are listed too.
  let includesAll: Bool
  private let listed: [Commitment]
  /// Cells that were made for one selection serve the next.
  private let made = Memo<ID<Commitment>, [FactCell]>()

  init(world: World, includesAll: Bool) {
    self.world = world
    self.includesAll = includesAll
    listed = world.snapshot.compute.filter { commitment in
      world.passes.matches(commitment) && (includesAll || commitment.scope == .site)
    }.map { (stage: SiteList.stage($0), size: SiteList.size($0, in: world) ?? -1, site: $0) }
      .sorted { left, right in
        if left.stage != right.stage { return left.stage < right.stage }
        return left.size == right.size ? left.site.id < right.site.id : left.size > right.size
      }.map(\.site)
  }

  /// What counts stands before what was merely announced, and that before what was given up: the largest
  /// site of all would else be one that is not built.
  private static func stage(_ commitment: Commitment) -> Int {
    if commitment.status.isFirm { return 0 }
    return commitment.status == .announced ? 1 : 2
  }

  /// The stage of each site listed.
  var stages: [Int] { listed.map(SiteList.stage) }

  /// The table of some of the sites, or of all: the firm ones first, then the announced ones, then those
  /// paused or cancelled, the largest of each first.
  func table(_ wanted: [ID<Commitment>]?, sort: SortOrder?) -> FactTable {
    guard let wanted else { return SiteList.table(listed, in: world, sort: sort, made: made) }
    let picked = Set(wanted)
    return SiteList.table(
      listed.filter { picked.contains($0.id) }, in: world, sort: sort, made: made)
  }

  /// A table of commitments.
  static func table(
    _ commitments: [Commitment], in world: World, sort: SortOrder? = nil,
    made: Memo<ID<Commitment>, [FactCell]> = Memo()
  ) -> FactTable {
    FactTable(
      "Sites", columns: columns, count: commitments.count, foot: foot(commitments), sort: sort
    ) { index in
      let commitment = commitments[index]
      return (
        .commitment(world.dataset.slug(commitment.id)),
        made.value(commitment.id) { cells(of: commitment, in: world) }
      )
    }
  }

  /// The accelerators that a row names; of one withdrawn those last said.
  private static func size(_ commitment: Commitment, in world: World) -> Int? {
    commitment.status.isWithdrawn
      ? world.snapshot.acceleratorsLastSaid(of: commitment) : commitment.accelerators
  }

  /// What the firm sites listed add up to, and how many of them say no number.
  private static func foot(_ commitments: [Commitment]) -> [Table.Entry]? {
    guard commitments.count > 1 else { return nil }
    let firm = commitments.filter { $0.scope == .site && $0.status.isFirm }
    if firm.isEmpty { return nil }
    let unknown = firm.count { $0.accelerators == nil }
    return [
      Table.Entry("\(firm.count) firm", style: .dim),
      Table.Entry(unknown == 0 ? "" : "+\(unknown) unknown", style: .dim),
      Table.Entry(
        NumberFormat.integer(firm.compactMap(\.accelerators).reduce(0, +)), style: .strong),
    ]
  }

  private static let columns = [
    Table.Column("Site", minimum: 24, maximum: 34, priority: 10),
    Table.Column("Operator", minimum: 14, maximum: 22, priority: 8),
    Table.Column("Accelerators", alignment: .trailing, minimum: 12, maximum: 12, priority: 10),
    Table.Column("Vendor", minimum: 6, maximum: 10, priority: 8),
    Table.Column("Chip", minimum: 8, maximum: 14, priority: 4),
    Table.Column("Status", minimum: 11, maximum: 11, priority: 9),
    Table.Column("Where", minimum: 14, maximum: 20, priority: 6),
    Table.Column("Customer", minimum: 10, maximum: 16, priority: 5),
    Table.Column("Target", minimum: 10, maximum: 10, priority: 5),
    Table.Column("MW", alignment: .trailing, minimum: 3, maximum: 6, priority: 3),
    Table.Column("Known", minimum: 10, maximum: 10, priority: 2),
    Table.Column("Confidence", minimum: 10, maximum: 10, priority: 1),
  ]

  private static func cells(of commitment: Commitment, in world: World) -> [FactCell] {
    let dataset = world.dataset
    func name(_ id: ID<Organisation>?) -> String { id.map(dataset.name) ?? "" }
    let style: Style = commitment.status.isFirm ? .plain : .dim
    let isNVIDIA = commitment.vendor == dataset.focus && commitment.vendor != nil
    let place = [dataset.string(commitment.city), dataset.code(commitment.country)]
      .filter { !$0.isEmpty }.joined(separator: ", ")
    return [
      FactCell(
        dataset.string(commitment.name),
        style: world.isLead(commitment.sources) ? .possible : style),
      FactCell(name(commitment.operatedBy), style: style),
      FactCell(
        size(commitment, in: world).map(Double.init),
        {
          // The figure is the one that sums take; the row's note names what others say. One that an
          // earlier row named, before the site was withdrawn, stands in brackets.
          let figure = NumberFormat.integer($0)
          return commitment.accelerators == nil
            ? "(\(figure))" : figure + (commitment.confidence == .disputed ? "?" : "")
        }, style: style),
      commitment.vendor == nil
        ? FactCell(.unknown, .unknown)
        : FactCell(name(commitment.vendor), style: isNVIDIA ? .target : style),
      FactCell(dataset.string(commitment.chip), style: .dim),
      FactCell(
        commitment.scope == .site ? commitment.status.word : commitment.scope.word,
        style: statusStyle(commitment.status)),
      FactCell(place, style: style),
      FactCell(name(commitment.customer), style: style),
      FactCell(date: commitment.target, style: .dim),
      FactCell(commitment.megawatts, { NumberFormat.figure($0) }, style: .dim),
      FactCell(date: commitment.date, style: .dim),
      FactCell(
        commitment.confidence.word, style: commitment.confidence == .disputed ? .alarm : .dim),
    ]
  }

  private static func statusStyle(_ status: ComputeStatus) -> Style {
    switch status {
    case .operational: .strong
    case .building, .contracted: .plain
    case .announced: .possible
    case .paused, .cancelled: .alarm
    }
  }
}
