import Canvas
import Charts
import Dataset
import Insight

/// Regulation, rounds, valuations, compute and enforcement on one axis of time, with what is due next.
struct TimelineScreen: Screen {
  static let title = "Timeline"
  static let enteredTable: TableName? = .milestones
  static let shortTitle = "Time"
  static let access = ScreenAccess.digit
  static let purpose = "law, rounds and compute on one axis of time"
  static let sharedPanes: Set<Int> = [Part.axis, Part.events]
  static let controls: [any Control] = [
    TimelineOptions.span, TimelineOptions.lane, TimelineOptions.basis,
  ]

  static let views = [
    NamedView(
      "Deadlines of the law: what is late, what comes next, what moved by which act",
      also: "deadlines due dates obligations postponed moved late next omnibus", .timeline,
      pane: Part.next)
  ]

  enum Part { static let axis = 0, next = 1, events = 2 }

  let headline: [Span]
  /// The headline as a sentence: the next date of the law, and how many have passed unmet.
  let finding: String
  let record: any JSONConvertible & Sendable
  let panes: [Pane]
  let axis: TimelineAxis
  private let events: FactTable
  private let next: FactTable
  let settings: Settings
  let day: Day
  /// The event that a fresh screen selects: the first on or after the day.
  private let first: Int

  init(page: Page, world: World, settings: Settings) {
    let basis = settings[TimelineOptions.basis]
    let kinds = settings[TimelineOptions.lane].map { [$0] } ?? TimelineEvent.Kind.allCases
    let timeline = Insight.Timeline(world.snapshot, basis: basis, kinds: Set(kinds)) { row in
      world.passes(row)
    }
    // A filter holds for every list: the dates of the law are those of the rows that set them.
    let law = LawReport(world.snapshot).only { world.passes.matches($0.binding ?? $0.current) }
    // A fact of which only the year is known has no place among days: those stand apart, at the end.
    let isDated = { (event: TimelineEvent) in event.date.precision != .year }
    let all = timeline.events.filter(isDated) + timeline.events.filter { !isDated($0) }
    let table = TimelineScreen.table(timeline, all, world, sort: settings.sort["events"])
    let order = table.rows
    let ordered = order.map { all[$0] }
    let axis = TimelineAxis(
      ordered, of: timeline, kinds: kinds, day: world.day, today: world.today)
    let next = TimelineScreen.obligations(law, in: world, sort: settings.sort["next"])
    self.axis = axis
    events = table
    self.next = next
    self.settings = settings
    day = world.day
    first =
      axis.chart.neighbour(of: nil, forward: true, from: world.day.number)
      ?? axis.chart.neighbour(of: nil, forward: false, from: world.day.number) ?? 0
    record = timeline
    headline = TimelineScreen.headline(law, basis, world.dataset)
    finding = TimelineScreen.finding(law, world.dataset)
    panes = [
      Pane(
        "Axis", columns: [], count: ordered.count,
        fact: { world.fact(of: ordered[$0].row) }, cells: { [timeline.title(ordered[$0])] }),
      next.pane, table.pane,
    ]
  }

  private static func headline(
    _ law: LawReport, _ basis: TimelineBasis, _ dataset: Dataset
  ) -> [Span] {
    var spans = [Span("Timeline", .heading), Span(" · ", .dim)]
    let late = law.overdue.count
    if late > 0 { spans += [Span("\(late) late", .alarm), Span(" · ", .dim)] }
    if let next = law.upcoming.first(where: { $0.binding != nil }),
      case .ahead(let days)? = next.timeliness
    {
      let title = dataset.string((next.binding ?? next.current).title)
      spans += [
        Span("next ", .dim), Span(coming(next.due, in: days), Style(.strong, .bold)),
        Span(" · ", .dim), Span(title, .plain),
      ]
    } else {
      spans.append(Span("no date of the law to come is known", .dim))
    }
    // The other way of counting is a mode, and stands in the title line while it is on.
    return spans + [Span(basis == .happened ? " · by effective date" : "", .dim)]
  }

  func start(in pane: Int) -> Int { pane == Part.next ? 0 : first }

  func destination(of move: Move, from row: Int, in pane: Int) -> Int? {
    pane == Part.axis
      ? axis.destination(of: move, from: row, span: settings[TimelineOptions.span].days) : nil
  }
}

// MARK: Drawing

extension TimelineScreen {
  private static let printedAxis = 24
  /// The rows of the list out of focus: its header, three events and the number of the others.
  private static let briefHeight = 5

  /// The height from which both lists have rows, stacked.
  private static let heightForBoth = 30

  private static func halves(of area: Rect, _ events: FactTable, _ next: FactTable) -> [Rect]? {
    area.abreast([events.wholeWidth, next.wholeWidth], gap: 4)
  }

  func naturalHeight(width: Int) -> Int {
    TimelineScreen.printedAxis + 1 + (next.count == 0 ? 0 : next.naturalHeight + 1)
  }

  func draw(in area: Rect, of frame: inout Frame, view: ViewState) {
    if view.isPrinted { return drawPrinted(in: area, of: &frame, view: view) }
    let isAbreast = TimelineScreen.halves(of: area, events, next) != nil
    let isStacked = !isAbreast && area.height >= TimelineScreen.heightForBoth
    let lists =
      area.height < 12 ? 0 : isStacked ? area.height * 4 / 7 : max(6, area.height * 2 / 5)
    let parts = area.rows([.share(1), .fixed(lists)], gap: lists == 0 ? 0 : 1)
    drawAxis(in: parts[0], of: &frame, view: view)
    guard lists > 0 else { return }
    if let halves = TimelineScreen.halves(of: parts[1], events, next) {
      drawEvents(in: halves[0], of: &frame, view: view)
      drawNext(in: halves[1], of: &frame, view: view)
    } else if isStacked {
      let brief = TimelineScreen.briefHeight
      let rows = parts[1].rows(
        view.focus == Part.events ? [.share(1), .fixed(brief)] : [.fixed(brief), .share(1)], gap: 1)
      drawEvents(in: rows[0], of: &frame, view: view)
      drawNext(in: rows[1], of: &frame, view: view)
    } else if view.focus == Part.next {
      drawNext(in: parts[1], of: &frame, view: view)
    } else {
      drawEvents(in: parts[1], of: &frame, view: view)
    }
  }

  func draw(pane: Int, in area: Rect, of frame: inout Frame, view: ViewState) {
    switch pane {
    case Part.axis: drawAxis(in: area, of: &frame, view: view)
    case Part.events: drawEvents(in: area, of: &frame, view: view)
    default: drawNext(in: area, of: &frame, view: view)
    }
  }

  /// Draws the axis. The window is kept as the axis's position, by its centre. Before the first
  /// move the day shown stands a little right of the middle: more is known of the past.
  private func drawAxis(in area: Rect, of frame: inout Frame, view: ViewState) {
    let position = view.position(Part.axis)
    let span = settings[TimelineOptions.span].days
    let centre = position.sideways == 0 ? day.number - span / 12 : position.sideways
    let selected = view.isPrinted ? nil : position.cursor
    let window = axis.window(span: span, centre: centre, selected: selected)
    var chart = axis.chart
    chart.hasWholeLabels = view.isWhole
    chart.isLit = !view.isPrinted && view.focus == Part.axis
    let layout = chart.layout(in: area, days: window.days, selected: selected)
    layout.draw(on: &frame.canvas)
    frame.region(area, .pane(Part.axis))
    for item in layout.items {
      if let event = item.events.first {
        frame.region(item.frame, .row(pane: Part.axis, row: event))
      }
    }
    var settled = position
    settled.sideways = window.days.lowerBound + window.span / 2
    frame.settle(Part.axis, settled, visible: 1)
  }

  /// Draws the events before and after the selected event, which stands in the middle.
  private func drawEvents(in area: Rect, of frame: inout Frame, view: ViewState) {
    var view = view
    let visible = events.chart.visibleRows(in: area)
    if view.focus == Part.axis, view.positions.indices.contains(Part.events),
      let cursor = view.positions[Part.events].cursor
    {
      view.positions[Part.events].offset = max(0, cursor - visible / 2)
    }
    events.draw(Part.events, in: area, of: &frame, view: view)
  }

  private func drawNext(in area: Rect, of frame: inout Frame, view: ViewState) {
    next.draw(Part.next, in: area, of: &frame, view: view)
  }

  private func drawPrinted(in area: Rect, of frame: inout Frame, view: ViewState) {
    let parts = area.rows(
      [.fixed(min(area.height, TimelineScreen.printedAxis)), .share(1)], gap: 1)
    drawAxis(in: parts[0], of: &frame, view: view)
    if next.count > 0, parts[1].height > 1 { drawNext(in: parts[1], of: &frame, view: view) }
  }
}

extension Page {
  public static let timeline = Page(TimelineScreen.self)
}
