import Canvas
import Charts
import Dataset
import Insight

/// One country: its steps towards enforcement, its authorities, the compute and the companies there, and
/// what that is by its size.
struct CountryScreen: Screen {
  static let title = "Country"
  static let enteredTable: TableName? = .enforcement
  static let isFiltered = false

  static let purpose = "one country: its authorities, compute and companies"
  static let controls: [any Control] = [
    ScreenKey(
      "P", .plan, "what a system used here has to do by when, before whom", hint: "plan"),
    ComputeOptions.unit,
  ]

  let headline: [Span]
  let mainTable: String? = "companies"
  let record: any JSONConvertible & Sendable
  private let tables: CountryTables?
  private let strip: StepStrip?
  private let state: StateEnforcement?
  private let dataset: Dataset
  private let unit: ComputeUnit

  var panes: [Pane] {
    tables?.lists.map(\.pane) ?? []
  }

  init(page: Page, world: World, settings: Settings) {
    dataset = world.dataset
    unit = settings[ComputeOptions.unit]
    guard case .country(let code) = page.subject, let country = world.dataset.country(code) else {
      headline = [Span(CountryScreen.title, .heading)]
      record = [String]()
      (tables, strip, state) = (nil, nil, nil)
      return
    }
    let profile = CountryProfile(country, in: world.snapshot, unit: unit)
    let state = profile.enforcement
    let tables = CountryTables(profile, world, settings)
    self.tables = tables
    self.state = state
    strip = StepStrip(tables.cells, day: world.day, today: world.today)
    headline = CountryScreen.headline(profile.country, state, world)
    record = profile.only(world.passes)
  }

  /// The step that was last heard of: the first of the list may be told long ago.
  func start(in pane: Int) -> Int {
    guard pane == 0, let cells = tables?.cells else { return 0 }
    let days = cells.map { $0.row?.date.lastDay }
    return days.compactMap(\.self).max().flatMap { days.firstIndex(of: $0) } ?? 0
  }

  private static func headline(
    _ country: Country, _ state: StateEnforcement?, _ world: World
  ) -> [Span] {
    let name = Span(world.dataset.string(country.name), Style(.strong, .bold))
    guard country.bloc == .eu, let state else {
      let place = country.bloc == .other ? "outside Europe's legal areas" : country.bloc.word
      return [name, Span(" · ", .dim), Span("\(place): the AI Act does not bind it", .dim)]
    }
    var spans = [
      name, Span(" · ", .dim),
      Span("\(state.standing.mark) \(standing(state))", state.standing.style),
    ]
    if let days = state.daysLate, days > 0 {
      spans.append(Span(", ", .dim))
      spans.append(
        Span("\(NumberFormat.days(days)) late", state.isOverdue ? .alarm : .plain))
    }
    return spans
  }

  /// The standing of the four parts, and the missing parts.
  private static func standing(_ state: StateEnforcement) -> String {
    if let since = state.fullSince { return "full authority since \(readable(since))" }
    let missing = state.missing
    let what =
      missing.count == EnforcementDefinition.parts.count
      ? "all four parts" : missing.map(\.words).joined(separator: ", ")
    return state.standing == .possible
      ? "possibly full, \(what) not seen in force" : "missing \(what)"
  }
}

// MARK: Drawing

extension CountryScreen {
  /// The columns of the table of steps; what is left of the width is for the strip.
  private static let stepWidth = 67
  private static let narrowStepWidth = 56
  /// The lines under the steps for what happened with the selected step.
  private static let detailLines = 2

  private func parts(isPrinted: Bool) -> [PaneStack.Part] {
    guard let tables else { return [] }
    let holding = EnforcementDefinition.parts.count { state?[$0].holds == true }
    let only = state.flatMap { state in
      state[.penalties].holds ? state[.penalties].row?.coveredOnly(in: dataset) : nil
    }
    let steps =
      state == nil
      ? "none is known"
      : only.map { "\(holding) of 4 parts hold, penalties for \($0) only" }
        ?? "\(holding) of 4 parts of full authority hold"
    let compute = tables.compute
    let firm =
      compute.commitments.isEmpty
      ? "no firm site"
      : unit != .accelerators
        ? compute.words(in: unit).map(\.text).joined()
        : compute.isOfUnknownSize
          ? "\(counted(compute.sites, "firm site")) of unknown size"
          : (compute.isAtLeast ? "at least " : "") + NumberFormat.integer(compute.accelerators)
            + " firm accelerators in " + counted(compute.sites, "site")
    let announced =
      compute.announced(in: unit) > 0
      ? ", \(NumberFormat.integer(compute.announced(in: unit))) announced" : ""
    func title(_ name: String, _ text: String) -> [Span] {
      [Span(name, .heading), Span("  " + text, .dim)]
    }
    func lines(_ table: FactTable) -> Int { table.count == 0 ? 0 : table.naturalHeight }
    return [
      PaneStack.Part(
        title("Steps", steps),
        lines: lines(tables.steps)
          + (isPrinted || tables.steps.count == 0 ? 0 : CountryScreen.detailLines)),
      PaneStack.Part(
        title("Authorities", count(tables.authorities, tables.left.authorities, "none is named")),
        lines: lines(tables.authorities)),
      PaneStack.Part(
        title(
          "Compute",
          firm + announced
            + (tables.left.sites > 0
              ? "; the filter leaves out \(counted(tables.left.sites, "row")) here" : "")),
        lines: lines(tables.sites)),
      PaneStack.Part(
        title("Organisations", count(tables.companies, tables.left.companies, "none is known")),
        lines: lines(tables.companies)),
    ]
      + (tables.figures.map { figures in
        [PaneStack.Part(title("In figures", tables.figuresRemark), lines: lines(figures))]
      } ?? [])
  }

  /// The rows of a list, and how many a filter leaves out: those are known all the same.
  private func count(_ table: FactTable, _ left: Int, _ none: String) -> String {
    guard left > 0 else { return table.count == 0 ? none : NumberFormat.integer(table.count) }
    return "\(table.count) of \(table.count + left), the filter leaves out \(left)"
  }

  func naturalHeight(width: Int) -> Int {
    PaneStack(parts: parts(isPrinted: true)).naturalHeight
  }

  func draw(in area: Rect, of frame: inout Frame, view: ViewState) {
    guard let tables else { return }
    let parts = parts(isPrinted: view.isPrinted)
    let focus = view.isPrinted ? nil : view.focus
    var places: [Rect]
    if area.height >= 24, !view.isPrinted, let columns = columns(of: area, tables) {
      let left = focus.flatMap { $0 < 2 ? $0 : nil }
      let right = focus.flatMap { $0 < 2 ? nil : $0 - 2 }
      places = PaneStack(parts: Array(parts[..<2]))
        .draw(in: columns[0], on: &frame.canvas, focus: left)
      places += PaneStack(parts: Array(parts[2...]))
        .draw(in: columns[1], on: &frame.canvas, focus: right)
    } else if view.isPrinted || area.height >= PaneStack(parts: parts).naturalHeight {
      places = PaneStack(parts: parts).draw(in: area, on: &frame.canvas, focus: focus)
    } else {
      // The steps have the whole width: the picture of their ledger takes what is left.
      let widths = tables.lists.map { $0.name == "steps" ? Int.max / 8 : $0.wholeWidth }
      places = PaneStack(parts: parts).drawAbreast(
        widths, in: area, on: &frame.canvas, focus: focus)
    }
    drawSteps(tables, in: places[0], of: &frame, view: view)
    for (index, table) in tables.lists.dropFirst().enumerated()
    where !places[index + 1].isEmpty && table.count > 0 {
      table.draw(index + 1, in: places[index + 1], of: &frame, view: view)
    }
  }

  /// Steps and authorities at the left, everything else at the right.
  private func columns(of area: Rect, _ tables: CountryTables) -> [Rect]? {
    let left = max(CountryScreen.stepWidth + 24, tables.authorities.wholeWidth)
    let others = [tables.sites, tables.companies] + (tables.figures.map { [$0] } ?? [])
    return area.abreast([left, others.wholeWidth], gap: 4)
  }

  /// The table, the picture of its ledger at its right, and what happened under both.
  private func drawSteps(
    _ tables: CountryTables, in area: Rect, of frame: inout Frame, view: ViewState
  ) {
    guard !area.isEmpty, tables.steps.count > 0 else { return }
    // The rows come first, and where they do not all fit anyway, one more or less matters little.
    let hasDetail =
      area.height > 4 && area.height != tables.steps.naturalHeight && !view.isPrinted
    let detail = hasDetail ? detail(tables, view, width: area.width - 2) : []
    // The latest step is told whole where the list leaves the rows.
    let spare = max(1, area.height - tables.steps.naturalHeight)
    let told = detail.prefix(spare)
    let rows = area.inset(bottom: hasDetail ? max(1, told.count) : 0)
    let isWide = area.width >= CountryScreen.stepWidth + 24
    let width = isWide ? CountryScreen.stepWidth : CountryScreen.narrowStepWidth
    let hasStrip = area.width >= width + 16
    let table = hasStrip ? rows.columns([.fixed(width), .share(1)], gap: 3) : [rows]
    tables.steps.draw(0, in: table[0], of: &frame, view: view)
    let position = view.position(0).settled(
      count: tables.steps.count, visible: tables.steps.chart.visibleRows(in: table[0]))
    if hasStrip {
      let shown = min(tables.steps.count, tables.steps.chart.visibleRows(in: table[0]))
      strip?.draw(
        on: &frame.canvas, axis: table[1].row(0),
        lines: Rect(x: table[1].x, y: table[1].y + 1, width: table[1].width, height: shown),
        first: view.isPrinted ? 0 : position.offset)
    }
    let under = min(area.maxY - told.count, area.y + tables.steps.naturalHeight)
    for (index, line) in told.enumerated() {
      let cut = index == told.count - 1 && told.count < detail.count
      frame.canvas.put(
        cut ? detail[index...].joined(separator: " ") : line, x: area.x + 2,
        y: under + index, width: area.width - 2)
    }
  }

  /// The last row of the selected step, in lines of a width.
  private func detail(_ tables: CountryTables, _ view: ViewState, width: Int) -> [String] {
    guard let cursor = view.position(0).cursor, tables.cells.indices.contains(cursor),
      let row = tables.cells[cursor].row
    else { return [] }
    return TextWidth.wrap(
      "\(readable(row.date)): \(dataset.string(row.detail))", width: max(1, width))
  }
}

extension CountryScreen {
  static func subject(named name: String) -> Page.Subject? { name.isEmpty ? nil : .country(name) }
}

extension Page {
  public static func country(_ code: String) -> Page { Page(CountryScreen.self, .country(code)) }
}
