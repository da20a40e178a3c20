import Canvas
import Charts
import Dataset
import Insight

/// Who raised how much, and from whom: sums by group, and the rounds behind the one selected.
struct CapitalScreen: Screen {
  static let title = "Capital"
  static let purpose = "who raised how much, and from whom"
  static let bindings: [Binding] = [
    .on(
      .capital, "b", .cycle(.grouping, by: 1),
      "by the next of \(CapitalGrouping.allCases.map(\.rawValue).joined(separator: ", "))",
      hint: "by …"),
    .on(.capital, "B", .cycle(.grouping, by: -1), "by the one before"),
    .on(
      .capital, "i", .cycle(.announced, by: 1), "count announced rounds too, or leave them beside"),
    .on(.capital, "z", .cycle(.fold, by: 1), "groups of companies as one, or each on its own"),
    .on(
      .capital, "v", .cycle(.scope, by: 1),
      "all rows of the ledger, plans and acquisitions too, or money raised only"),
  ]
  static let settings: [Setting: Int] = [
    .grouping: CapitalGrouping.allCases.count, .announced: 2, .fold: 2, .scope: 2,
  ]

  private let world: World
  private let totals: CapitalTotals
  private let rounds: RoundList
  private let sort: SortOrder?
  private var table: FactTable
  private var selectedGroup = -1

  var record: any Encodable & Sendable { totals }

  init(page: Page, world: World, settings: Settings) {
    self.world = world
    let grouping = CapitalGrouping.allCases[settings[.grouping]]
    totals = Capital.totals(
      of: world.snapshot, by: grouping, folding: settings[.fold] == 1 ? .groups : .none,
      announced: settings[.announced] == 1 ? .counted : .beside, where: world.passes)
    rounds = RoundList(world: world, includesAll: settings[.scope] == 1)
    sort = settings.sort[1]
    table = rounds.table(nil, of: totals, sort: sort)
  }

  var headline: [Span] {
    let total = totals.total
    return [
      Span("Capital raised · ", .heading),
      Span(NumberFormat.money(millions: total.usdMillions), Style(.strong, .bold)),
      Span(" in \(total.rounds.count) rounds", .plain),
      Span(total.undisclosed > 0 ? ", \(total.undisclosed) more undisclosed" : "", .possible),
      Span(
        " · equity \(NumberFormat.money(millions: equity(total))), debt "
          + NumberFormat.money(millions: total.usdMillions(.debt)), .dim),
    ]
  }

  var panes: [Pane] {
    let labels = labels
    let totals = totals
    let world = world
    return [
      Pane(
        "Groups", columns: ["key", "rounds", "undisclosed", "usd_m", "announced_usd_m"],
        count: totals.groups.count + 1,
        fact: { index in
          let tally = index == 0 ? totals.total : totals.groups[index - 1].tally
          if index > 0, let fact = world.fact(of: totals.groups[index - 1].key) { return fact }
          return .sum(
            title: labels[index],
            (tally.rounds + tally.announcedRounds).map { .round(world.dataset.slug($0)) })
        },
        cells: { index in
          let tally = index == 0 ? totals.total : totals.groups[index - 1].tally
          return [
            labels[index], "\(tally.rounds.count)", "\(tally.undisclosed)",
            plainNumber(tally.usdMillions), plainNumber(tally.announcedUSDMillions),
          ]
        }),
      table.pane,
    ]
  }

  mutating func follow(_ view: ViewState) -> Bool {
    let selected = (view.position(0).cursor ?? 0) - 1
    guard selected != selectedGroup, selected < totals.groups.count else { return false }
    selectedGroup = selected
    table = rounds.table(selected < 0 ? nil : totals.groups[selected].tally, of: totals, sort: sort)
    return true
  }

  func name(of setting: Setting) -> String? {
    switch setting {
    case .grouping: "by \(totals.grouping.rawValue)"
    case .announced:
      totals.announced == .counted
        ? "announced rounds are counted" : "announced rounds stand beside"
    case .fold: totals.folding == .groups ? "groups as one" : "each on its own"
    case .scope: rounds.includesAll ? "all rows of the ledger" : "money raised only"
    default: nil
    }
  }

  // MARK: Drawing

  private var labels: [String] {
    ["All"] + totals.groups.map { $0.key.name(in: world.dataset) }
  }

  private func equity(_ tally: CapitalTally) -> Double {
    [.equity, .safe, .ipo, .mixed].reduce(0) { $0 + tally.usdMillions($1) }
  }

  private func bar(_ tally: CapitalTally) -> BarValue {
    BarValue(
      parts: [
        BarValue.Part(equity(tally) / 1000, style: .plain),
        BarValue.Part(tally.usdMillions(.debt) / 1000, style: .series(1), letter: "d"),
        BarValue.Part(tally.usdMillions(.grant) / 1000, style: .series(3), letter: "g"),
      ],
      possible: totals.announced == .counted ? 0 : tally.announcedUSDMillions / 1000,
      possibleStyle: .dim)
  }

  private var bars: BarChart {
    var rows = [row("All", totals.total, isTotal: true)]
    rows += totals.groups.map { row($0.key.name(in: world.dataset), $0.tally, isTotal: false) }
    return BarChart(
      rows: rows,
      title: "By \(totals.grouping.rawValue)\(totals.isAdditive ? "" : ", rounds taken part in")",
      unit: "$ bn", maximum: totals.groups.map { bar($0.tally).reach }.max())
  }

  private func row(_ label: String, _ tally: CapitalTally, isTotal: Bool) -> BarChart.Row {
    var note = "\(tally.rounds.count) \(tally.rounds.count == 1 ? "round" : "rounds")"
    if tally.undisclosed > 0 { note += ", \(tally.undisclosed) undisclosed" }
    return BarChart.Row(
      label, value: isTotal ? BarValue(parts: []) : bar(tally),
      figure: NumberFormat.fixed(tally.usdMillions / 1000, places: 2), note: note,
      style: isTotal ? .strong : .plain)
  }

  private var columns: ColumnChart {
    ColumnChart(
      columns: totals.groups.map { group in
        let slug = group.key.slug(in: world.dataset)
        return ColumnChart.Column(
          slug.count == 7 ? String(slug.dropFirst(2).filter { $0 != "-" }) : slug,
          value: bar(group.tally), isMajor: slug.hasSuffix("Q1"))
      },
      title: "Capital raised a \(totals.grouping.rawValue)", unit: "$ bn")
  }

  func draw(in area: Rect, of frame: inout Frame, view: ViewState) {
    let parts = layout(area)
    if totals.grouping.isTime {
      drawColumns(in: parts.chart, of: &frame, view: view)
    } else {
      frame.draw(bars, as: 0, in: parts.chart, view: view)
    }
    if parts.legend.height > 0 { drawLegend(in: parts.legend, of: &frame) }
    table.draw(1, in: parts.table, of: &frame, view: view)
  }

  /// Beside each other where both have room, above each other otherwise.
  private func layout(_ area: Rect) -> (chart: Rect, legend: Rect, table: Rect) {
    if area.width >= 150 && !totals.grouping.isTime {
      let columns = area.columns([.share(2), .share(3)], gap: 3)
      let left = columns[0].rows([.share(1), .fixed(1)], gap: 1)
      return (left[0], left[1], columns[1])
    }
    let wanted = totals.grouping.isTime ? 14 : bars.naturalHeight
    let height = min(wanted, max(5, area.height * 2 / 5))
    let rows = area.rows([.fixed(height), .fixed(1), .share(1)])
    return (rows[0], rows[1], rows[2].inset(top: area.height > 20 ? 1 : 0))
  }

  private func drawColumns(in area: Rect, of frame: inout Frame, view: ViewState) {
    var position = view.position(0)
    position.cursor = position.cursor.map { $0 - 1 }.flatMap { $0 < 0 ? nil : $0 }
    let chart = columns
    let visible = max(1, chart.visibleColumns(in: area))
    if position.cursor == nil { position.offset = max(0, totals.groups.count - visible) }
    chart.draw(
      on: &frame.canvas, in: area,
      position: view.isPrinted
        ? nil : position.settled(count: totals.groups.count, visible: visible))
    frame.region(area, .pane(0))
  }

  private func drawLegend(in area: Rect, of frame: inout Frame) {
    frame.canvas.put(
      [
        Span("\(Glyph.full)\(Glyph.full) ", .plain), Span("equity  ", .dim),
        Span("\(Glyph.full)\(Glyph.full) ", .series(1)), Span("debt  ", .dim),
        Span("\(Glyph.full)\(Glyph.full) ", .series(3)), Span("grants  ", .dim),
        Span("\(Glyph.hollow)\(Glyph.hollow) ", .dim), Span("announced, not closed", .dim),
      ], x: area.x, y: area.y, width: area.width)
  }

  func naturalHeight(width: Int) -> Int {
    let chart = totals.grouping.isTime ? 14 : bars.naturalHeight
    return width >= 150 && !totals.grouping.isTime
      ? max(chart + 2, table.naturalHeight) : chart * 5 / 2 + 3 + table.naturalHeight
  }

  func destination(of move: Move, from row: Int, in pane: Int) -> Int? {
    guard pane == 0, totals.grouping.isTime else { return nil }
    switch move {
    case .left: return max(0, row == 0 ? totals.groups.count : row - 1)
    case .right: return min(totals.groups.count, row + 1)
    default: return nil
    }
  }
}
