import Canvas
import Charts
import Dataset
import Insight

/// Whose accelerators stand where, and how firm they are: sums by group, and the sites behind them.
struct ComputeScreen: Screen {
  static let title = "Compute"
  static let purpose = "whose accelerators stand where, and how firm they are"
  static let bindings: [Binding] = [
    .on(
      .compute, "b", .cycle(.grouping, by: 1),
      "by the next of \(ComputeGrouping.allCases.map(\.rawValue).joined(separator: ", "))",
      hint: "by …"),
    .on(.compute, "B", .cycle(.grouping, by: -1), "by the one before"),
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
  ]

  private let world: World
  private let totals: ComputeTotals
  private let nvidia: AcceleratorShare?
  private let sites: SiteList
  private let sort: SortOrder?
  private var table: FactTable
  private var selectedGroup = -1

  var record: any Encodable & Sendable { totals }

  init(page: Page, world: World, settings: Settings) {
    self.world = world
    let announced: Announced = settings[.announced] == 1 ? .counted : .beside
    totals = Compute.totals(
      of: world.snapshot, by: ComputeGrouping.allCases[settings[.grouping]],
      folding: settings[.fold] == 1 ? .groups : .none, announced: announced, where: world.passes)
    nvidia = world.dataset.organisation("nvidia").map {
      Compute.share(
        ofVendor: $0, in: world.snapshot, announced: announced, where: world.passes)
    }
    sites = SiteList(world: world, includesAll: settings[.scope] == 1)
    sort = settings.sort[1]
    table = sites.table(nil, sort: sort)
  }

  var headline: [Span] {
    let total = totals.total
    var spans = [
      Span(totals.announced == .counted ? "Compute · " : "Compute, firm · ", .heading),
      Span(NumberFormat.integer(total.accelerators), Style(.strong, .bold)),
      Span(" accelerators, \(NumberFormat.integer(total.running)) running"),
      Span(total.unknown > 0 ? ", \(total.unknown) sites of unknown size" : "", .possible),
    ]
    if let nvidia, nvidia.whole > 0 {
      let share = NumberFormat.percent(nvidia.documented...nvidia.possible)
      spans += [Span(" · "), Span("NVIDIA \(share)", Style(.target, .bold))]
    }
    return spans
  }

  var panes: [Pane] {
    let (labels, totals, world) = (labels, totals, world)
    return [
      Pane(
        "Groups",
        columns: ["key", "commitments", "unknown", "accelerators", "mw", "announced"],
        count: totals.groups.count + 1,
        fact: { index in
          let tally = index == 0 ? totals.total : totals.groups[index - 1].tally
          if index > 0, let fact = world.fact(of: totals.groups[index - 1].key) { return fact }
          return .sum(
            title: labels[index],
            (tally.commitments + tally.announcedCommitments).map {
              .commitment(world.dataset.slug($0))
            })
        },
        cells: { index in
          let tally = index == 0 ? totals.total : totals.groups[index - 1].tally
          return [
            labels[index], "\(tally.commitments.count)", "\(tally.unknown)",
            "\(tally.accelerators)", plainNumber(tally.megawatts), "\(tally.announced)",
          ]
        }),
      table.pane,
    ]
  }

  mutating func follow(_ view: ViewState) -> Bool {
    let selected = (view.position(0).cursor ?? 0) - 1
    guard selected != selectedGroup, selected < totals.groups.count else { return false }
    selectedGroup = selected
    table = sites.table(selected < 0 ? nil : totals.groups[selected].tally, sort: sort)
    return true
  }

  func name(of setting: Setting) -> String? {
    switch setting {
    case .grouping: "by \(totals.grouping.rawValue)"
    case .announced:
      totals.announced == .counted ? "announced sites are counted" : "announced sites stand beside"
    case .fold: totals.folding == .groups ? "groups as one" : "each on its own"
    case .scope: sites.includesAll ? "every row of the ledger" : "sites only"
    default: nil
    }
  }

  // MARK: Drawing

  private var labels: [String] {
    ["All"] + totals.groups.map { $0.key.name(in: world.dataset) }
  }

  private var bars: BarChart {
    let rows =
      [row("All", totals.total, key: nil)]
      + totals.groups.map { row($0.key.name(in: world.dataset), $0.tally, key: $0.key) }
    return BarChart(
      rows: rows, title: "By \(totals.grouping.rawValue)", unit: "thousand accelerators",
      maximum: totals.groups.map { Double($0.tally.accelerators + hollow($0.tally)) / 1000 }.max())
  }

  private func hollow(_ tally: ComputeTally) -> Int {
    totals.announced == .counted ? 0 : tally.announced
  }

  private func row(_ label: String, _ tally: ComputeTally, key: GroupKey?) -> BarChart.Row {
    let isTarget = key == world.dataset.organisation("nvidia").map { .organisation($0) }
    let running = min(tally.running, tally.accelerators)
    let style: Style = isTarget ? .target : .plain
    let value = BarValue(
      parts: [
        BarValue.Part(Double(running) / 1000, style: isTarget ? .target : .strong),
        BarValue.Part(
          Double(tally.accelerators - running) / 1000, style: isTarget ? .target : .series(1)),
      ],
      possible: Double(hollow(tally)) / 1000, possibleStyle: .dim)
    var notes: [String] = []
    if tally.announced > 0, totals.announced == .beside {
      notes.append("+\(NumberFormat.compact(Double(tally.announced))) announced")
    }
    if tally.unknown > 0 { notes.append("\(tally.unknown) of unknown size") }
    if tally.megawatts > 0 { notes.append("\(NumberFormat.figure(tally.megawatts)) MW") }
    let isUnknown = tally.accelerators == 0 && tally.unknown > 0
    return BarChart.Row(
      label, value: key == nil ? BarValue(parts: []) : isUnknown ? .unknown : value,
      figure: isUnknown
        ? NumberFormat.unknown : NumberFormat.fixed(Double(tally.accelerators) / 1000, places: 1),
      note: notes.joined(separator: ", "), style: key == nil ? .strong : style)
  }

  func draw(in area: Rect, of frame: inout Frame, view: ViewState) {
    let parts = layout(area)
    frame.draw(bars, as: 0, in: parts.chart, view: view)
    if parts.legend.height > 0 { drawLegend(in: parts.legend, of: &frame) }
    table.draw(1, in: parts.table, of: &frame, view: view)
  }

  private func layout(_ area: Rect) -> (chart: Rect, legend: Rect, table: Rect) {
    if area.width >= 150 {
      let columns = area.columns([.share(2), .share(3)], gap: 3)
      let left = columns[0].rows([.share(1), .fixed(1)], gap: 1)
      return (left[0], left[1], columns[1])
    }
    let height = min(bars.naturalHeight, max(5, area.height * 2 / 5))
    let rows = area.rows([.fixed(height), .fixed(1), .share(1)])
    return (rows[0], rows[1], rows[2].inset(top: area.height > 20 ? 1 : 0))
  }

  private func drawLegend(in area: Rect, of frame: inout Frame) {
    frame.canvas.put(
      [
        Span("\(Glyph.full)\(Glyph.full) ", .strong), Span("running  ", .dim),
        Span("\(Glyph.full)\(Glyph.full) ", .series(1)), Span("contracted or building  ", .dim),
        Span("\(Glyph.hollow)\(Glyph.hollow) ", .dim), Span("announced", .dim),
      ], x: area.x, y: area.y, width: area.width)
  }

  func naturalHeight(width: Int) -> Int {
    width >= 150
      ? max(bars.naturalHeight + 2, table.naturalHeight)
      : bars.naturalHeight * 5 / 2 + 3 + table.naturalHeight
  }
}
