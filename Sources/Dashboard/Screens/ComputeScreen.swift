import Canvas
import Charts
import Dataset
import Insight

/// Whose accelerators stand where, and how firm they are: sums by group, the way from announced to
/// running, or what slipped, each with the sites behind it. Selecting a bar filters the table; selecting
/// a site lights its bar.
struct ComputeScreen: Screen {
  /// What the bars show.
  enum Form: Int, CaseIterable {
    case groups, funnel, slips
  }

  static let title = "Compute"
  static let purpose = "whose accelerators stand where, and how firm they are"
  static let csvPane: Int? = 0
  static let ledgerPane: Int? = 1
  static let bindings: [Binding] = [
    .on(
      .compute, "b", .cycle(.grouping, by: 1),
      "by the next of \(ComputeGrouping.allCases.map(\.rawValue).joined(separator: ", "))",
      hint: "by …"),
    .on(.compute, "B", .cycle(.grouping, by: -1), "by the one before"),
    .on(
      .compute, "f", .cycle(.form, by: 1),
      "by group, from announced to running, or what slipped and by how long", hint: "funnel, slips"),
    .on(
      .compute, "i", .cycle(.announced, by: 1), "count announced sites too, or leave them beside"),
    .on(.compute, "z", .cycle(.fold, by: 1), "groups of companies as one, or each on its own"),
    .on(.compute, "m", .visit(.map), "the sites on a map of Europe", hint: "map"),
    .on(
      .compute, "v", .cycle(.scope, by: 1),
      "every row: programmes, bids and options too, or sites only"),
  ]
  static let settings: [Setting: Int] = [
    .grouping: ComputeGrouping.allCases.count, .announced: 2, .fold: 2, .scope: 2,
    .form: Form.allCases.count,
  ]

  private let form: Form
  private let totals: ComputeTotals
  private let nvidia: AcceleratorShare?
  /// The accelerators of the sum whose sources disagree.
  private let disputed: Int
  private let groups: GroupRows
  private let sites: SiteTables
  private let sort: SortOrder?
  private var table: FactTable
  private var selectedGroup = 0

  let record: any Encodable & Sendable
  var panes: [Pane] { [groups.pane, table.pane] }

  init(page: Page, world: World, settings: Settings) {
    let announced: Announced = settings[.announced] == 1 ? .counted : .beside
    let totals = Compute.totals(
      of: world.snapshot, by: ComputeGrouping.allCases[settings[.grouping]],
      folding: settings[.fold] == 1 ? .groups : .none, announced: announced, where: world.passes)
    self.totals = totals
    disputed = totals.total.commitments.reduce(0) { sum, id in
      guard let row = world.snapshot.commitment(id), row.confidence == .disputed else { return sum }
      return sum + (row.accelerators ?? 0)
    }
    nvidia = world.dataset.organisation("nvidia").map {
      Compute.share(
        ofVendor: $0, in: world.snapshot, announced: announced, where: world.passes)
    }
    form = Form(rawValue: settings[.form]) ?? .groups
    sort = settings.sort[1]
    let list = SiteList(world: world, includesAll: settings[.scope] == 1)
    switch form {
    case .groups:
      groups = GroupRows(totals, in: world).sorted(by: settings.sort[0])
      sites = .groups(list, totals)
      record = totals
    case .funnel:
      let funnel = Compute.funnel(of: world.snapshot, where: world.passes)
      groups = GroupRows(funnel, in: world).sorted(by: settings.sort[0])
      sites = .funnel(SiteList(world: world, includesAll: false), funnel)
      record = FunnelRecord(funnel, in: world)
    case .slips:
      let slips = SlipList(world)
      groups = GroupRows(slips).sorted(by: settings.sort[0])
      sites = .slips(slips)
      record = slips.record
    }
    table = sites.table(0, sort: sort)
  }

  var headline: [Span] {
    let total = totals.total
    if total.isWithdrawn {
      return [Span("Compute, paused or cancelled · ", .heading)] + total.withdrawnWords
    }
    if total.commitments.isEmpty, !total.announcedCommitments.isEmpty {
      return [Span("Compute, announced · ", .heading)] + total.announcedWords
    }
    var spans = [Span(totals.announced == .counted ? "Compute · " : "Compute, firm · ", .heading)]
    spans += total.firmWords
    if let nvidia, nvidia.whole > 0 {
      let share = NumberFormat.percent(nvidia.documented...nvidia.possible)
      spans += [Span(" · "), Span("NVIDIA \(share)", Style(.target, .bold))]
    }
    // Where sources disagree the sum takes the row's own figure, which bears a ? in the table.
    if disputed > 0 {
      spans.append(Span(" · \(NumberFormat.integer(disputed))? disputed", .possible))
    }
    return spans
  }

  mutating func follow(_ view: ViewState) -> Bool {
    let selected = view.position(0).cursor ?? 0
    guard selected != selectedGroup, groups.rows.indices.contains(selected) else { return false }
    selectedGroup = selected
    table = sites.table(groups.place(of: selected), sort: sort)
    return true
  }

  func name(of setting: Setting) -> String? {
    switch setting {
    case .grouping: "by \(totals.grouping.rawValue)"
    case .announced:
      totals.announced == .counted ? "announced sites are counted" : "announced sites stand beside"
    case .fold: totals.folding == .groups ? "groups as one" : "each on its own"
    case .scope: sites.includesAll ? "every row of the ledger" : "sites only"
    case .form:
      switch form {
      case .groups: "by \(totals.grouping.rawValue)"
      case .funnel: "from announced to running"
      case .slips: "what slipped, and by how long"
      }
    default: nil
    }
  }

  // MARK: Drawing

  func draw(in area: Rect, of frame: inout Frame, view: ViewState) {
    let chart = groups.chart
    let parts = ChartAndTable(area, wanted: chart.naturalHeight, isBeside: true)
    let lit =
      view.focus == 1 && selectedGroup == 0 && table.count > 0
      ? groups.row(of: table.fact(view.position(1).cursor ?? 0)) : nil
    frame.draw(chart, as: 0, in: parts.chart, view: view, lit: lit)
    if parts.legend.height > 0 {
      frame.canvas.put(
        legend.clauses(within: parts.legend.width), x: area.x, y: parts.legend.y,
        width: parts.legend.width)
    }
    table.draw(1, in: parts.table, of: &frame, view: view)
  }

  private var legend: [Span] {
    switch form {
    case .slips: ComputeScreen.slipLegend
    case .groups where totals.total.isWithdrawn: ComputeScreen.withdrawn
    case .funnel: ComputeScreen.sumLegend + [Span("  ")] + ComputeScreen.withdrawn
    case .groups: ComputeScreen.sumLegend
    }
  }

  private static let withdrawn: [Span] = [
    Span("\(Glyph.hollow)\(Glyph.hollow) ", .alarm), Span("paused or cancelled", .dim),
  ]

  private static let sumLegend: [Span] = [
    Span("\(Glyph.full)\(Glyph.full) ", .strong), Span("running  ", .dim),
    Span("\(Glyph.full)\(Glyph.full) ", .series(1)), Span("contracted or building  ", .dim),
    Span("\(Glyph.hollow)\(Glyph.hollow) ", .dim), Span("announced", .dim),
  ]

  private static let slipLegend: [Span] = [
    Span("\(Glyph.full)\(Glyph.full) ", .plain),
    Span("put off, from the first target to the last  ", .dim),
    Span("\(Glyph.hollow)\(Glyph.hollow) ", .alarm), Span("overdue  ", .dim),
    Span("a year is due on its last day; stopped: cancelled or paused", .dim),
  ]

  func naturalHeight(width: Int) -> Int {
    ChartAndTable.naturalHeight(
      chart: groups.chart.naturalHeight, table: table.naturalHeight, width: width, isBeside: true)
  }
}

/// The tables behind the bars of the screen, by the number of the bar; 0 is everything.
private enum SiteTables: Sendable {
  case groups(SiteList, ComputeTotals)
  case funnel(SiteList, Funnel)
  case slips(SlipList)

  var includesAll: Bool {
    switch self {
    case .groups(let list, _), .funnel(let list, _): list.includesAll
    case .slips: true
    }
  }

  func table(_ row: Int, sort: SortOrder?) -> FactTable {
    switch self {
    case .groups(let list, let totals):
      let tally = row == 0 ? nil : totals.groups[row - 1].tally
      return list.table(tally.map(\.all), sort: sort)
    case .funnel(let list, let funnel):
      return list.table(row == 0 ? nil : funnel.stages[row - 1].commitments, sort: sort)
    case .slips(let slips): return slips.table(row == 0 ? nil : row - 1, sort: sort)
    }
  }
}
