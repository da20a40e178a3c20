import Canvas
import Charts
import Dataset
import Insight

/// Every chip of the ledger as its maker rates it, and the sites that have the selected chip.
struct ChipsScreen: Screen {
  static let title = "Chips"
  static let reachingTable: TableName? = .chips
  static let access = ScreenAccess.palette
  static let isFiltered = false
  static let purpose = "chips as their makers rate them, and where they stand"
  static let views = [
    NamedView(
      "Chips: power, memory and speed, and the sites that have them",
      also: "accelerators gpu h100 datasheet watts", .chips)
  ]

  let headline: [Span]
  let mainTable: String? = "chips"
  let record: any JSONConvertible & Sendable
  private let world: World
  private let uses: [ChipUse]
  private let chips: FactTable
  private let sort: SortOrder?
  private var sites: FactTable
  private var selected = 0

  var panes: [Pane] { [chips.pane, sites.pane] }
  var tables: [DataTable] {
    [chips.pane.data, ChipsScreen.sites(of: uses, in: world, sort: sort).pane.data]
      .compactMap(\.self)
  }

  init(page: Page, world: World, settings: Settings) {
    let uses = ChipUse.all(in: world.snapshot)
    self.world = world
    self.uses = uses
    let used = uses.count { !$0.sole.isEmpty || !$0.shared.isEmpty }
    headline = [
      Span("Chips · ", .heading), Span("\(uses.count)", Style(.strong, .bold)),
      Span(" chips with the ratings of their makers, \(used) of them at sites of the ledger"),
    ]
    chips = FactTable(
      "Chips", name: "chips", columns: ChipsScreen.columns, rows: uses, in: world,
      sort: settings.sort["chips"]
    ) { .chip($1.dataset.slug($0.chip.id)) }
    sort = settings.sort["sites"]
    sites = ChipsScreen.sites(
      of: chips.rows.first.map { [uses[$0]] } ?? [], in: world, sort: settings.sort["sites"])
    record = LateRecord {
      [
        "as_of": world.day,
        "chips": uses.map { use in
          world.dataset.document(use.chip)
            .adding([
              "accelerators": use.accelerators, "possible": use.accelerators + use.possible,
              "sites": use.sole.map { world.dataset.slug($0.id) },
              "possible_sites": use.shared.map { world.dataset.slug($0.id) },
            ])
        },
      ]
    }
  }

  func following(_ view: ViewState) -> (any Screen)? {
    let row = view.position(0).cursor ?? 0
    guard row != selected, chips.rows.indices.contains(row) else { return nil }
    var screen = self
    screen.selected = row
    screen.sites = ChipsScreen.sites(of: [uses[chips.rows[row]]], in: world, sort: sort)
    return screen
  }

  private static let columns: [Column<ChipUse>] = [
    Column("id") { $1.dataset.slug($0.chip.id) },
    Column("name", .init("Chip", minimum: 14, maximum: 28, priority: 10)) {
      $1.dataset.string($0.chip.name)
    },
    Column("vendor", .init("Maker", minimum: 8, maximum: 16, priority: 8)) {
      $1.reference($0.chip.vendor)
    },
    Column("family", .init("Family", minimum: 7, maximum: 14, priority: 4), style: .dim) {
      $1.dataset.string($0.chip.family)
    },
    Column(
      "year", .init("Sold", alignment: .trailing, minimum: 4, maximum: 4, priority: 6),
      style: .dim, words: { use, _ in use.chip.year.map { "\($0)" } }
    ) { use, _ in use.chip.year },
    Column("power_w", .init("Power", unit: "W", alignment: .trailing, minimum: 8, priority: 8)) {
      use, _ in use.chip.watts
    },
    Column(
      "memory_gb", .init("Memory", unit: "GB", alignment: .trailing, minimum: 9, priority: 5)
    ) { use, _ in use.chip.memoryGigabytes },
    Column(
      "bf16_tflops",
      .init("BF16", unit: "TFLOP/s", alignment: .trailing, minimum: 13, priority: 7)
    ) { use, _ in use.chip.bf16Teraflops },
    Column(
      "fp8_tflops", .init("FP8", unit: "TFLOP/s", alignment: .trailing, minimum: 12, priority: 4)
    ) { use, _ in use.chip.fp8Teraflops },
    Column(
      "accelerators", .init("Firm here", alignment: .trailing, minimum: 9, priority: 9),
      style: .strong
    ) { use, _ in use.accelerators > 0 ? use.accelerators : nil },
    Column(
      "possible", .init("At most", alignment: .trailing, minimum: 9, priority: 6),
      style: .possible
    ) { use, _ in use.possible > 0 ? use.accelerators + use.possible : nil },
    Column("note", .init("Note", minimum: 20, maximum: 100, priority: 2), style: .dim) {
      $1.dataset.string($0.chip.note)
    },
    Column("sources") { $1.ids($0.chip.sources) },
  ]

  /// A site with a chip that it has, or may have.
  private struct SiteOfChip: Sendable {
    let chip: Chip
    let row: Commitment
    let isSure: Bool
  }

  private static func sites(of uses: [ChipUse], in world: World, sort: SortOrder?) -> FactTable {
    let rows = uses.flatMap { use in
      use.sole.map { SiteOfChip(chip: use.chip, row: $0, isSure: true) }
        + use.shared.map { SiteOfChip(chip: use.chip, row: $0, isSure: false) }
    }
    let name = uses.count == 1 ? " with \(world.dataset.string(uses[0].chip.name))" : ""
    return FactTable(
      "Sites\(name) · \(rows.count)", name: "sites", columns: siteColumns, rows: rows, in: world,
      sort: sort, style: { site, _ in site.row.status.isFirm ? .plain : .dim }
    ) { .commitment($1.dataset.slug($0.row.id)) }
  }

  private static let siteColumns: [Column<SiteOfChip>] = [
    Column("chip") { $1.dataset.slug($0.chip.id) },
    Column("id") { $1.dataset.slug($0.row.id) },
    Column("name", .init("Site", minimum: 18, maximum: 36, priority: 10)) {
      $1.dataset.string($0.row.name)
    },
    Column("operator", .init("Operator", minimum: 10, maximum: 24, priority: 8)) {
      $0.row.operatedBy.map($1.reference)
    },
    Column("country", .init("In", minimum: 2, maximum: 4, priority: 7), style: .dim) {
      $1.dataset.code($0.row.country)
    },
    Column(
      "accelerators", .init("Accelerators", alignment: .trailing, minimum: 12, priority: 9)
    ) { site, _ in site.row.accelerators },
    Column("status", .init("Status", minimum: 11, maximum: 13, priority: 8)) { site, _ in
      site.row.status.word
    },
    Column(
      "sure", .init("Has it", minimum: 6, maximum: 22, priority: 6),
      styled: { site, _, _ in site.isSure ? .dim : .possible },
      words: { site, _ in site.isSure ? "yes" : "perhaps, or a sibling" }
    ) { site, _ in site.isSure },
    Column("sources") { $1.ids($0.row.sources) },
  ]

  func draw(in area: Rect, of frame: inout Frame, view: ViewState) {
    TableStack(tables: [chips, sites]).draw(
      view.isPrinted ? [0] : [0, 1], in: area, of: &frame, view: view)
  }

  func naturalHeight(width: Int) -> Int { chips.naturalHeight + 2 }
}

extension Page {
  /// Chips as their makers rate them, and where they stand.
  public static let chips = Page(ChipsScreen.self)
}
