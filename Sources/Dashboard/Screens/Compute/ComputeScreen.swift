import Canvas
import Charts
import Dataset
import Insight

/// Accelerators by place and firmness: sums by group, the pipeline from announced to running, or
/// delays, each with its sites. Selecting a bar filters the table; selecting a site lights its bar.
struct ComputeScreen: Screen {
  static let title = "Compute"
  static let enteredTable: TableName? = .compute
  static let access = ScreenAccess.digit
  static let purpose = "whose accelerators stand where, and how firm they are"
  static let ledgerPane: Int? = 1
  static let controls: [any Control] = [
    ComputeOptions.grouping, ComputeOptions.form, ComputeOptions.unit, ComputeOptions.announced,
    ComputeOptions.fold,
    ScreenKey("m", .visit(.map), "the sites on a map of Europe", hint: "map"),
    ComputeOptions.scope,
  ]
  static let views = [
    NamedView(
      "Funnel: from announced to running", also: "compute stages", .compute,
      ComputeOptions.form.chosen(.funnel), ComputeOptions.grouping.chosen(.operator)),
    NamedView(
      "Slips: what was put off, and how long", also: "slipped delayed late overdue", .compute,
      ComputeOptions.form.chosen(.slips), ComputeOptions.grouping.chosen(.operator)),
    NamedView(
      "Compute in H100-equivalents", also: "h100 h100e unit flops bf16", .compute,
      ComputeOptions.unit.chosen(.h100e), ComputeOptions.form.chosen(.groups)),
    NamedView(
      "Compute in megawatts", also: "mw power unit electricity", .compute,
      ComputeOptions.unit.chosen(.mw), ComputeOptions.form.chosen(.groups)),
    NamedView(
      "Compute in accelerators", also: "unit chips gpus", .compute,
      ComputeOptions.unit.chosen(.accelerators), ComputeOptions.form.chosen(.groups)),
    NamedView(
      "Chips: compute by maker", also: "vendors gpus nvidia amd", .compute,
      ComputeOptions.form.chosen(.groups), ComputeOptions.grouping.chosen(.vendor)),
  ]

  let form: ComputeForm
  let totals: ComputeTotals
  /// The accelerators without the filter, where a filter applies.
  private let whole: Int?
  /// The part of the focus in what is counted, in the unit of the screen.
  private let share: ClosedRange<Double>?
  private let focusName: String
  private let disputed: Int
  /// The sums of the sites listed, where the form lists them.
  private let listed: SitesByState?
  let groups: GroupRows
  private let sites: SiteTables
  private let sort: SortOrder?
  /// The sites of all groups, and those of the selected group.
  private let everything: FactTable
  private var table: FactTable
  private var selectedGroup = 0
  /// The name of the selected bar; `nil` for all of them.
  private var selectedName: String?
  private var rowsWord: String { form == .slips ? "Commitments" : "Sites" }

  private let shown: JSON
  var mainTable: String? { groups.name }
  var panes: [Pane] { [groups.pane, table.pane] }

  init(page: Page, world: World, settings: Settings) {
    let announced = settings[ComputeOptions.announced]
    let totals = Compute.totals(
      of: world.snapshot, by: settings[ComputeOptions.grouping],
      folding: settings[ComputeOptions.fold], announced: announced,
      unit: settings[ComputeOptions.unit], where: world.passes)
    self.totals = totals
    whole =
      world.filter.isEmpty
      ? nil
      : Compute.totals(
        of: world.snapshot, by: settings[ComputeOptions.grouping], announced: announced
      ).total.accelerators
    disputed = totals.total.commitments.reduce(0) { sum, id in
      guard let row = world.snapshot.commitment(id), row.confidence == .disputed else { return sum }
      return sum + (row.accelerators ?? 0)
    }
    focusName = world.focusName
    let unit = settings[ComputeOptions.unit]
    share = world.dataset.focus.flatMap { maker in
      if unit == .accelerators {
        let share = Compute.share(
          ofVendor: maker, in: world.snapshot, announced: announced, where: world.passes)
        return share.whole > 0 ? share.documented...share.possible : nil
      }
      let share = UnitShare(
        madeBy: .organisation(maker), in: world.snapshot,
        ExposureOptions(announced: announced, unit: unit), where: world.passes)?.share
      return share.map { $0.documented...$0.possible }
    }
    form = settings[ComputeOptions.form]
    sort = settings.sort[form == .slips ? "slipped" : "sites"]
    let list = SiteList(
      world: world,
      includesAll: settings[ComputeOptions.scope] == .all || world.filter.asksBeyondSites,
      unit: unit)
    switch form {
    case .groups:
      groups = GroupRows(totals, in: world).sorted(by: settings.sort)
      sites = .groups(list, totals)
      listed = SitesByState(of: Array(list.listed), in: world.dataset)
      shown = totals.json
    case .funnel:
      let funnel = Compute.funnel(of: world.snapshot, where: world.passes)
      groups = GroupRows(funnel, in: world, unit: unit).sorted(by: settings.sort)
      let list = SiteList(world: world, includesAll: false, unit: unit)
      sites = .funnel(list, funnel)
      listed = SitesByState(of: Array(list.listed), in: world.dataset)
      shown = funnel.json(in: world, unit: unit)
    case .slips:
      let slips = SlipList(world)
      groups = GroupRows(slips).sorted(by: settings.sort)
      sites = .slips(slips)
      listed = nil
      shown = slips.json
    }
    everything = sites.table(0, sort: sort)
    table = everything
  }

  /// The figures of the form shown, and those of the headline, which are the same in each.
  var record: any JSONConvertible & Sendable {
    let total = totals.total
    var found: JSON = ["disputed_accelerators": disputed]
    if form != .groups {
      found = found.adding([
        "total": [
          "accelerators": total.accelerators, "running": total.running, "unknown": total.unknown,
          "commitments": total.commitments.count,
        ] as JSON
      ])
    }
    if let listed { found = found.adding(["sites_listed": listed]) }
    if let whole { found = found.adding(["accelerators_unfiltered": whole]) }
    if let share {
      found = found.adding([
        "share_of_vendor": [
          "vendor": totals.dataset.focus.map { totals.dataset.slug($0) },
          "unit": totals.unit.rawValue, "documented": share.lowerBound,
          "possible": share.upperBound,
        ] as JSON
      ])
    }
    return shown.adding(found)
  }

  var headline: [Span] {
    let total = totals.total
    if total.isWithdrawn {
      return [Span("Compute, paused or cancelled · ", .heading)]
        + total.withdrawnWords(in: totals.unit)
    }
    if total.commitments.isEmpty, !total.announcedCommitments.isEmpty {
      return [Span("Compute, announced · ", .heading)] + total.announcedWords(in: totals.unit)
    }
    var spans = [Span(totals.announced == .counted ? "Compute · " : "Compute, firm · ", .heading)]
    spans += totals.unit == .accelerators ? total.firmWords : total.words(in: totals.unit)
    if let whole, whole > 0, totals.unit == .accelerators {
      let share = Double(total.accelerators) / Double(whole)
      spans.append(
        Span(" · \(NumberFormat.percent(share...share)) of all \(NumberFormat.integer(whole))"))
    }
    if let share {
      spans += [
        Span(" · "),
        Span("\(focusName) \(NumberFormat.percent(share))", Style(.target, .bold)),
      ]
    }
    // Where sources disagree the sum takes the row's own figure, which bears a ? in the table.
    if disputed > 0 {
      spans.append(Span(" · \(NumberFormat.integer(disputed))? disputed", .possible))
    }
    return spans
  }

  func following(_ view: ViewState) -> (any Screen)? {
    let selected = view.position(0).cursor ?? 0
    guard selected != selectedGroup, groups.rows.indices.contains(selected) else { return nil }
    var screen = self
    screen.selectedGroup = selected
    screen.table = sites.table(groups.place(of: selected), sort: sort)
    screen.selectedName = selected == 0 ? nil : groups.rows[selected].bar.label
    if let name = screen.selectedName {
      screen.table = screen.table.titled("\(rowsWord) of \(name)")
    }
    return screen
  }

  func name(of setting: Setting) -> String? {
    setting == .form && form == .groups ? "by \(totals.grouping.rawValue)" : nil
  }

  var wayToRows: String? { form == .groups ? nil : form == .slips ? "f" : "f twice" }

  func idle(_ setting: Setting) -> String? {
    switch (setting, form) {
    case (_, .groups): nil
    case (.grouping, .funnel), (.fold, .funnel):
      "the funnel has no groups: f twice leads back to them"
    case (.grouping, .slips), (.fold, .slips): "slips have no groups: f leads back to them"
    case (.scope, .funnel): "the funnel is of sites only"
    case (.scope, .slips): "slips are of every row of the ledger"
    default: nil
    }
  }

  // MARK: Drawing

  func draw(in area: Rect, of frame: inout Frame, view: ViewState) {
    let chart = groups.chart
    let parts = ChartAndTable(
      area, wanted: chart.naturalHeight,
      least: form == .slips ? min(chart.naturalHeight, area.height / 2 + 1) : 0,
      table: everything.leastHeight, widths: view.isWhole ? nil : widths)
    let lit =
      view.focus == 1 && selectedGroup == 0 && table.count > 0
      ? groups.row(of: table.fact(view.position(1).cursor ?? 0)) : nil
    // Bars as wide as a wide window put a figure out of reach of its name.
    let bars = max(ComputeScreen.barsWidth, groups.wholeWidth)
    groups.draw(
      as: 0, in: parts.chart.inset(right: max(0, parts.chart.width - bars)), of: &frame,
      view: view, lit: lit)
    if parts.legend.height > 0 {
      let below = SelectionWords.spans(
        rowsWord.lowercased(), of: selectedName, within: parts.legend.width)
      let room = parts.legend.width - below.reduce(0) { $0 + TextWidth.of($1.text) }
      frame.canvas.put(
        below + legend(within: room), x: area.x, y: parts.legend.y, width: parts.legend.width)
    }
    table.draw(1, in: parts.table, of: &frame, view: view)
  }

  private static let barsWidth = 140

  var legend: [Span] { legend(withBuilding: "c contracted or building") }

  /// The legend in the words that the width has room for.
  private func legend(within width: Int) -> [Span] {
    let forms = [legend, legend(withBuilding: "c building"), legend(withBuilding: "building")]
    return forms.first { $0.reduce(0) { $0 + TextWidth.of($1.text) } <= width }
      ?? forms[2].title(within: width)
  }

  private func legend(withBuilding words: String) -> [Span] {
    switch form {
    case .slips: ComputeScreen.slipLegend
    case .groups where totals.total.isWithdrawn: ComputeScreen.withdrawn
    case .funnel: ComputeScreen.sumLegend(words) + [Span("  ")] + ComputeScreen.withdrawn
    case .groups: ComputeScreen.sumLegend(words)
    }
  }

  private static let withdrawn: [Span] = [
    Span("\(Glyph.hollow)\(Glyph.hollow) ", .alarm), Span("paused or cancelled", .dim),
  ]

  private static func sumLegend(_ building: String) -> [Span] {
    [
      Span("\(Glyph.full)\(Glyph.full) ", .strong), Span("running  ", .dim),
      Span("\(Glyph.full)\(Glyph.full) ", .series(1)), Span("\(building)  ", .dim),
      Span("\(Glyph.hollow)\(Glyph.hollow) ", .dim), Span("announced", .dim),
    ]
  }

  private static let slipLegend: [Span] = [
    Span("\(Glyph.full)\(Glyph.full) ", .plain),
    Span("put off, from the first target to the last  ", .dim),
    Span("\(Glyph.hollow)\(Glyph.hollow) ", .alarm), Span("overdue  ", .dim),
    Span("a year is due on its last day; stopped: cancelled or paused", .dim),
  ]

  func naturalHeight(width: Int) -> Int {
    ChartAndTable.naturalHeight(
      chart: groups.chart.naturalHeight, table: table.naturalHeight, width: width, widths: widths)
  }

  /// The widths of bars and sites, whatever group is selected.
  private var widths: ChartAndTable.Widths {
    ChartAndTable.Widths(chart: groups.wholeWidth, table: everything.wholeWidth)
  }
}

/// The tables behind the bars of the screen, by the number of the bar; 0 is everything.
private enum SiteTables: Sendable {
  case groups(SiteList, ComputeTotals)
  case funnel(SiteList, Funnel)
  case slips(SlipList)

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

extension Page {
  public static let compute = Page(ComputeScreen.self)
}
