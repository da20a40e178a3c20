import Canvas
import Charts
import Dataset
import Insight

/// Money raised: sums by group, and the rounds of the selected group. Selecting a bar filters the
/// table; selecting a round lights its bar.
struct CapitalScreen: Screen {
  static let title = "Capital"
  static let enteredTable: TableName? = .rounds
  static let access = ScreenAccess.digit
  static let purpose = "who raised how much, and from whom"
  static let ledgerPane: Int? = 1
  static let controls: [any Control] = [
    CapitalOptions.grouping, CapitalOptions.announced, CapitalOptions.fold, CapitalOptions.scope,
    CapitalOptions.investors, CapitalOptions.per,
  ]
  private static let lentWords =
    "lender lenders lent lend lending debt borrowed borrow borrowers loan loans credit facility"

  static let views = [
    NamedView(
      "Investors: who funds European AI", also: "capital by investor", .capital,
      CapitalOptions.grouping.chosen(.investor)),
    NamedView(
      "Who lent: debt by lender", also: lentWords, .capital,
      CapitalOptions.grouping.chosen(.investor), filter: "form:debt"),
    NamedView(
      "Who lent to infrastructure companies: debt by lender", also: lentWords, .capital,
      CapitalOptions.grouping.chosen(.investor), filter: "form:debt layer:infrastructure"),
    NamedView(
      "Borrowers: debt by company", also: lentWords, .capital,
      CapitalOptions.grouping.chosen(.company), filter: "form:debt"),
    NamedView(
      "Who led: lead investors by number of rounds",
      also: "leads led lead investors capital most rounds league table", .capital,
      CapitalOptions.grouping.chosen(.lead)),
    NamedView(
      "Investors in both infrastructure and models", also: "two layers backed", .capital,
      CapitalOptions.investors.chosen(.both(.infrastructure, .models))),
    NamedView(
      "Forms of money: equity, debt, grants", also: "loans capital by instrument form", .capital,
      CapitalOptions.grouping.chosen(.instrument)),
    NamedView(
      "Capital per accelerator: $ for each an operator has",
      also: "money per gpu unit h100 equivalent megawatt intensity cost", .capital,
      CapitalOptions.per.chosen(.accelerators)),
    NamedView(
      "Rounds by quarter", also: "funding capital over time", .capital,
      CapitalOptions.grouping.chosen(.quarter)),
  ]

  let mainTable: String? = "groups"
  let totals: CapitalTotals
  /// The money for each unit of compute, where that is asked for.
  let per: CapitalPerCompute?
  /// The sum without the filter, where a filter applies.
  private let whole: Double?
  /// The groups shown: all, or the investors that are in the layers asked for.
  private let shown: [CapitalTotals.Group]
  let groups: GroupRows
  private let scope: InvestorScope
  private let rounds: RoundList
  private let world: World
  /// The rounds of the selected group by quarter, where the window has room for a second picture.
  private var quarters: ColumnChart {
    picture.value {
      CapitalScreen.quarters(
        of: selected?.tally ?? per?.whole.capital ?? totals.total, selectedName ?? "all", totals,
        in: world)
    }
  }
  private var picture = Once<ColumnChart>()
  private let sort: SortOrder?
  /// The last line: what others count with the part that the ledger holds, or what has no figure for each
  /// unit of compute. Empty where nothing is to be said.
  private let benchmark: [Span]
  /// The rounds of all groups, and those of the selected group.
  private let everything: FactTable
  private var table: FactTable
  private var selectedGroup = 0
  /// The selected group; `nil` for all of them.
  private var selected: CapitalTotals.Group?
  private var selectedName: String? { selected.map { $0.key.name(in: world.dataset) } }

  var record: any JSONConvertible & Sendable {
    if let per { return per }
    return totals
  }
  var panes: [Pane] { [groups.pane, table.pane] }

  init(page: Page, world: World, settings: Settings) {
    let per = settings[CapitalOptions.per].map {
      CapitalPerCompute(
        of: world.snapshot, in: $0, folding: settings[CapitalOptions.fold],
        announced: settings[CapitalOptions.announced], where: world.passes)
    }
    self.per = per
    // Money for each accelerator is a question about operators, whatever the sums were grouped by.
    scope = per == nil ? settings[CapitalOptions.investors] : .everyone
    // Who is in which layers is a question about investors, whatever the sums were grouped by.
    let grouping = scope == .everyone ? settings[CapitalOptions.grouping] : .investor
    // Both ask for the rounds that pass: they are found before.
    _ = world.passes.rounds(in: world.snapshot)
    let asksForBenchmark = per == nil && world.filter.isEmpty
    let (totals, (rounds, counted)) = world.snapshot.both {
      per?.totals
        ?? Capital.totals(
          of: world.snapshot, by: grouping,
          folding: settings[CapitalOptions.fold], announced: settings[CapitalOptions.announced],
          where: world.passes)
    } _: {
      (
        RoundList(world: world, includesAll: settings[CapitalOptions.scope] == .all),
        asksForBenchmark ? BenchmarkCheck.lastOfMoney(in: world.snapshot) : nil
      )
    }
    self.totals = totals
    self.rounds = rounds
    whole =
      world.filter.isEmpty
      ? nil
      : world.unfiltered.raised(settings[CapitalOptions.announced], in: world.snapshot)
    let scope = scope
    shown =
      scope == .everyone
      ? totals.groups
      : totals.groups.filter {
        $0.key != .unknown && scope.holds(world.layers(of: $0.tally).map(\.layer))
      }
    groups =
      (per.map { GroupRows($0, in: world) }
      ?? GroupRows(totals, of: shown, scope: scope, in: world)).sorted(by: settings.sort)
    sort = settings.sort["rounds"]
    benchmark = per?.leftOutWords ?? counted?.sentence(in: world) ?? []
    everything = rounds.table(per?.whole.capital, sort: sort)
    table = everything
    self.world = world
  }

  /// The rounds of a tally by quarter, as a picture.
  private static func quarters(
    of tally: CapitalTally, _ name: String, _ totals: CapitalTotals, in world: World
  ) -> ColumnChart {
    GroupRows(totals.byQuarter(tally, in: world.snapshot), in: world)
      .groups("Raised per quarter · \(name)", unit: "$ bn").columnChart
  }

  var headline: [Span] {
    if let per { return per.headline }
    let total = totals.total
    return [
      Span("Capital raised · ", .heading),
      Span(NumberFormat.money(millions: total.usdMillions), Style(.strong, .bold)),
      Span(" in \(counted(total.rounds.count, "round"))", .plain),
      Span(whole.map { part(total.usdMillions, of: $0) } ?? "", .plain),
      Span(total.undisclosed > 0 ? ", \(total.undisclosed) undisclosed" : "", .possible),
      Span(
        " · debt \(NumberFormat.money(millions: total.usdMillions(.debt))), equity and mixed "
          + NumberFormat.money(millions: total.sharesUSDMillions), .dim),
      // Where sources disagree the sum takes the row's own figure, which bears a ? in the table.
      Span(
        total.disputedUSDMillions > 0
          ? " · \(NumberFormat.money(millions: total.disputedUSDMillions))? disputed" : "",
        .possible),
    ]
  }

  /// A filtered sum's part of the whole: `, 52 % of $83.4 bn`.
  private func part(_ millions: Double, of whole: Double) -> String {
    guard whole > 0 else { return "" }
    let share = millions / whole
    return ", \(NumberFormat.percent(share...share)) of \(NumberFormat.money(millions: whole))"
  }

  func following(_ view: ViewState) -> (any Screen)? {
    let selected = view.position(0).cursor ?? 0
    guard selected != selectedGroup, selected <= shown.count else { return nil }
    var screen = self
    screen.selectedGroup = selected
    let group = selected == 0 ? nil : shown[groups.place(of: selected) - 1]
    screen.table = rounds.table(
      group?.tally ?? per?.whole.capital, sort: sort, own: ownColumn(of: group))
    screen.selected = group
    screen.picture = Once()
    if let name = screen.selectedName { screen.table = screen.table.titled("Rounds of \(name)") }
    return screen
  }

  /// A round passes, and no investor is in the layers asked for.
  var wayToRows: String? { scope == .everyone ? nil : "B or f" }

  /// The column of the own part of the selected investor; `nil` for other groups.
  private func ownColumn(of group: CapitalTotals.Group?) -> Column<Round>? {
    guard !totals.isAdditive, case .organisation(let investor)? = group?.key else { return nil }
    return OwnParts(world.snapshot, folding: totals.folding).column(of: investor)
  }

  func name(of setting: Setting) -> String? {
    if let per, setting == .grouping || setting == .form {
      return "by company, while u asks per \(per.unit.singular)"
    }
    return setting == .grouping && scope != .everyone
      ? "by investor, while f asks for layers" : nil
  }

  // MARK: Drawing

  private let overTime = Once<GroupRows>()
  /// The groups as upright bars over time.
  var columns: GroupRows {
    overTime.value {
      groups.groups("Capital raised a \(totals.grouping.rawValue)", unit: "$ bn")
    }
  }

  func draw(in area: Rect, of frame: inout Frame, view: ViewState) {
    let isTime = totals.grouping.isTime
    let wanted = isTime ? 14 : groups.chart.naturalHeight
    let hasBenchmark =
      !benchmark.isEmpty
      && (view.isPrinted || per != nil || area.height >= CapitalScreen.heightForBenchmark)
    if hasBenchmark {
      frame.canvas.put(
        per != nil
          ? benchmark.clauses(within: area.width)
          : view.isPrinted
            ? benchmark : benchmark + [Span("; :benchmarks says what differs", .dim)], x: area.x,
        y: area.maxY - 1, width: area.width)
    }
    let area = area.inset(bottom: hasBenchmark ? 1 : 0)
    let parts = ChartAndTable(
      area,
      wanted: isTime || !hasPicture(in: area) ? wanted : max(wanted, CapitalScreen.pictureHeight),
      least: isTime
        ? CapitalScreen.leastTime : hasPicture(in: area) ? CapitalScreen.pictureHeight : 0,
      table: everything.leastHeight,
      widths: isTime || view.isWhole ? nil : widths)
    let lit =
      view.focus == 1 && selectedGroup == 0
      ? groups.row(of: table.count > 0 ? table.fact(view.position(1).cursor ?? 0) : nil) : nil
    if isTime {
      columns.drawColumns(
        as: 0, in: parts.chart, of: &frame, view: view, first: 1, lit: lit)
    } else {
      let (bars, picture) = split(parts.chart)
      groups.draw(as: 0, in: bars, of: &frame, view: view, lit: lit)
      if !picture.isEmpty { quarters.draw(on: &frame.canvas, in: picture) }
    }
    if parts.legend.height > 0 {
      let below = SelectionWords.spans("rounds", of: selectedName, within: parts.legend.width)
      let room = parts.legend.width - below.reduce(0) { $0 + TextWidth.of($1.text) }
      frame.canvas.put(
        below + (per?.legend(within: room) ?? CapitalScreen.legend(within: room)), x: area.x,
        y: parts.legend.y, width: parts.legend.width)
    }
    table.draw(1, in: parts.table, of: &frame, view: view)
  }

  /// From which height on the figure of others has a line of its own.
  private static let heightForBenchmark = 26

  /// The lines and columns that a second picture asks for at the right of the bars.
  private static let pictureHeight = 14
  /// The lines below which columns over time tell no heights.
  private static let leastTime = 7
  private static let pictureWidth = 56

  /// The widths of bars and rounds, whatever group is selected.
  private var widths: ChartAndTable.Widths {
    ChartAndTable.Widths(chart: groups.wholeWidth, table: everything.wholeWidth)
  }

  /// True if the bars leave room for a second picture at their right.
  private func hasPicture(in area: Rect) -> Bool {
    !totals.grouping.isTime && area.height >= 30
      && area.width >= groups.wholeWidth + 4 + CapitalScreen.pictureWidth
  }

  /// The bars, and the room that they leave at their right or below them, for a second picture.
  private func split(_ area: Rect) -> (bars: Rect, picture: Rect) {
    if area.height >= 8,
      let columns = area.abreast(
        [groups.wholeWidth, CapitalScreen.pictureWidth], gap: 4)
    {
      return (columns[0], columns[1])
    }
    let bars = groups.chart.naturalHeight
    let rest = area.height - bars - 2
    if rest >= 8 {
      let height = min(rest, 20)
      return (
        area.inset(bottom: area.height - bars), area.inset(top: bars + 2, bottom: rest - height)
      )
    }
    return (area, Rect(x: area.x, y: area.maxY, width: 0, height: 0))
  }

  /// The marks of bars and of rows, in the words that the width has room for.
  static func legend(within width: Int) -> [Span] {
    func spans(_ shares: String, _ announced: String) -> [Span] {
      [
        Span("\(Glyph.full)\(Glyph.full) ", .plain), Span("\(shares)  ", .dim),
        Span("\(Glyph.full)\(Glyph.full) ", .series(1)), Span("d debt  ", .dim),
        Span("\(Glyph.full)\(Glyph.full) ", .series(3)), Span("g grants  ", .dim),
        Span("\(Glyph.hollow)\(Glyph.hollow) \(Glyph.markNone) ", .dim), Span(announced, .dim),
      ]
    }
    let forms = [
      spans("equity and mixed", "announced, not closed"), spans("equity", "announced"),
      spans("equity", "planned"),
    ]
    return forms.first { $0.reduce(0) { $0 + TextWidth.of($1.text) } <= width }
      ?? forms[1].title(within: width)
  }

  func naturalHeight(width: Int) -> Int {
    let isTime = totals.grouping.isTime
    return (benchmark.isEmpty ? 0 : 1)
      + ChartAndTable.naturalHeight(
        chart: isTime ? 14 : groups.chart.naturalHeight, table: table.naturalHeight, width: width,
        widths: isTime ? nil : widths)
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

/// A quarter as it stands under a column: `26Q1` of `2026-Q1`; a year as it is.
func quarterLabel(_ slug: String) -> String {
  slug.count == 7 ? String(slug.dropFirst(2).filter { $0 != "-" }) : slug
}

extension World {
  /// The layers of the companies that some rounds, announced ones too, raised money for.
  func layers(of tally: CapitalTally) -> [(layer: Layer, companies: Int)] {
    var companies: [Layer: Set<ID<Organisation>>] = [:]
    for id in tally.rounds + tally.announcedRounds {
      guard let company = snapshot.round(id)?.company else { continue }
      companies[dataset[company].layer, default: []].insert(company)
    }
    return Layer.allCases.compactMap { layer in
      companies[layer].map { (layer, $0.count) }
    }
  }
}

extension Page {
  public static let capital = Page(CapitalScreen.self)
}
