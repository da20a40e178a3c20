import Canvas
import Charts
import Dataset
import Insight

/// The facts that became known or changed since a day, by screen.
struct ChangesScreen: Screen {
  static let title = "Changes"

  static let purpose = "what became known or changed since a day"
  static let controls: [any Control] = [
    reach, ScreenKey("a", .chooseSince, "choose the day since when", hint: "a day"),
  ]

  private static let reach = Choice(
    .zoom, .given, among: Reach.allCases,
    keys: [
      .next(
        "b", help: "since the last visit, or a month, three months or a year before", hint: "since"),
      .back("B", help: "since the other way round"),
    ]
  ) { $0.words }

  /// From which day changes are counted.
  private enum Reach: CaseIterable {
    case given, month, quarter, year

    func day(given: Day, before day: Day) -> Day {
      switch self {
      case .given: given
      case .month: day.adding(months: -1)
      case .quarter: day.adding(months: -3)
      case .year: day.adding(months: -12)
      }
    }

    var words: String {
      switch self {
      case .given: "since the day asked for"
      case .month: "since a month before"
      case .quarter: "since three months before"
      case .year: "since a year before"
      }
    }
  }

  let headline: [Span]
  let record: any JSONConvertible & Sendable
  let list: ChangeList
  private let law: [[Span]]
  private let isByEntry: Bool
  private let sort: SortOrder?
  private let world: World
  /// All changes, and those of the selected screen.
  private let everything: FactTable
  private var table: FactTable
  private var selectedGroup = 0

  var panes: [Pane] {
    [screens, table.pane]
  }

  private var screens: Pane {
    let (groups, world) = (list.groups, world)
    var pane = Pane(
      "Screens", name: "screens", columns: ChangesScreen.columns, rows: groups, in: world
    ) { .sum(title: "\($0.title), changed", $0.facts) }
    // The first group is all of them.
    let screens = Array(groups.dropFirst())
    pane.makeData = {
      DataTable("screens", columns: ChangesScreen.columns, rows: screens, in: world)
    }
    return pane
  }

  private static let columns: [Column<ChangeList.Group>] = [
    Column("screen", .init("Screen")) { group, _ in group.title },
    Column("new", .init("New")) { group, _ in group.new },
    Column("changed", .init("Changed")) { group, _ in group.changed },
    Column("gone", .init("Gone")) { group, _ in group.gone },
    Column("without_known_day", .init("Perhaps older")) { group, _ in group.tally.possible },
    Column("certain", .init("Certain")) { group, _ in group.tally.certain },
    Column("certain_new", .init("Certainly new")) { group, _ in group.tally.new },
    Column("certain_changed", .init("Certainly changed")) { group, _ in group.tally.changed },
  ]

  init(page: Page, world: World, settings: Settings) {
    self.world = world
    let reach = settings[ChangesScreen.reach]
    sort = settings.sort["changes"]
    if page.subject == .nothing, settings.since == nil, reach == .given, let entered = world.entered
    {
      let (shown, unjudged) = ChangesScreen.shown(entered, in: world)
      let list = ChangeList(shown, in: world)
      self.list = list
      everything = list.table(group: 0, in: world, sort: sort)
      table = everything
      law = []
      isByEntry = true
      record = LateRecord { shown.json.adding(list.kindsJSON) }
      headline = ChangesScreen.headline(list, shown.against, unjudged: unjudged)
      return
    }
    let given: Day
    if case .day(let since) = page.subject { given = since } else { given = world.day }
    let since = settings.since ?? reach.day(given: given, before: world.day)
    // Nothing that became known after the day shown is told, also where that lies before the other
    // day.
    let changes = Changes(world.dataset, from: min(since, world.day), to: world.day)
    let list = ChangeList(changes, in: world)
    self.list = list
    everything = list.table(group: 0, in: world, sort: settings.sort["changes"])
    table = everything
    law = ChangesScreen.law(changes)
    isByEntry = false
    record = LateRecord {
      changes.only { $0.passes(world.passes) }.json
        .adding([
          "certain": list.tally.certain, "certain_new": list.tally.new,
          "certain_changed": list.tally.changed,
          "without_known_day": list.tally.possible,
        ]).adding(list.kindsJSON)
    }
    let visit = settings.since == nil && reach == .given ? "last visit" : "earlier day"
    headline =
      since > world.day
      ? ChangesScreen.headline(world.day, before: visit, since)
      : ChangesScreen.headline(list, changes)
  }

  /// The rows that pass the filter. A row that is gone cannot be asked any more: it is left out, and
  /// counted.
  private static func shown(_ entered: Entered, in world: World) -> (Entered, unjudged: Int) {
    guard !world.passes.isEverything else { return (entered, 0) }
    let facts = world.factsByRow(entered.rows.compactMap(\.origin))
    let shown = entered.only { row in
      row.origin.flatMap { facts[$0] }.map { world.passes($0, world.passes) } ?? false
    }
    return (shown, entered.rows.count { $0.kind == .gone })
  }

  private static func headline(
    _ list: ChangeList, _ against: Entered.Against, unjudged: Int
  ) -> [Span] {
    let all = list.groups.first
    let counts = [(all?.new ?? 0, "new"), (all?.changed ?? 0, "changed"), (all?.gone ?? 0, "gone")]
    var spans = [Span("Changed · ", .heading)]
    let words = counts.filter { $0.0 > 0 }.map { "\(NumberFormat.integer($0.0)) \($0.1)" }
    spans.append(
      words.isEmpty
        ? Span("no row was entered or changed", .dim)
        : Span(words.joined(separator: ", "), Style(.strong, .bold)))
    switch against {
    case .visit(let day):
      spans.append(Span("  by what was entered since the last visit, \(readable(day))", .dim))
    case .package(let name): spans.append(Span("  against \(name)", .dim))
    }
    if unjudged > 0 {
      spans.append(Span("  \(unjudged) gone, which no filter can ask", .possible))
    }
    return spans
  }

  /// Says that there is nothing to compare: the day shown lies before the day compared with.
  private static func headline(_ day: Day, before what: String, _ since: Day) -> [Span] {
    [
      Span("Changed · ", .heading),
      Span("the day shown lies before the \(what), \(readable(since))", .possible),
      Span("  nothing later is compared", .dim),
    ]
  }

  private static func headline(_ list: ChangeList, _ changes: Changes) -> [Span] {
    let (from, to) = (changes.earlier.day, changes.later.day)
    let span = from == to ? "on \(readable(from))" : "\(readable(from)) to \(readable(to))"
    let all = list.groups.first
    var spans = [Span("Changed · ", .heading)]
    if let all, all.new + all.changed > 0 {
      spans.append(Span("\(list.tally.new) new", Style(.strong, .bold)))
      spans.append(Span(", ", .dim))
      spans.append(Span("\(list.tally.changed) changed", Style(.strong, .bold)))
    } else {
      spans.append(Span("nothing became known", .dim))
    }
    // Without its days the answer is none.
    spans.append(Span("  \(span)", .strong))
    if list.tally.possible > 0 {
      spans.append(
        Span(
          "  \(list.tally.possible) more perhaps, dated by month or year alone, last in the list",
          .possible)
      )
    }
    return spans
  }

  /// The states that gained or lost full enforcement authority, the first question.
  private static func law(_ changes: Changes) -> [[Span]] {
    let (before, after) = (
      EnforcementReport(changes.earlier), EnforcementReport(changes.later)
    )
    let comparison = EnforcementComparison(from: before, to: after)
    let dataset = changes.later.dataset
    func line(_ states: [ID<Country>], _ words: String, _ style: Style) -> [Span]? {
      guard !states.isEmpty else { return nil }
      let names = states.map(dataset.name).joined(separator: ", ")
      return [Span(words + "  ", .dim), Span(names, style)]
    }
    let count: [Span]? =
      before.full.count == after.full.count
      ? nil
      : [
        Span("Full enforcement authority  ", .dim),
        Span(
          "\(before.full.count) \(Glyph.arrowRight) \(after.full.count) of \(after.members.count)",
          Style(.strong, .bold)),
      ]
    return [
      count, line(comparison.becameFull, "gained it", .good),
      line(comparison.ceasedFull, "lost it", .alarm),
      line(comparison.becamePossible, "possibly gained it", .possible),
    ].compactMap(\.self)
  }

  func following(_ view: ViewState) -> (any Screen)? {
    let selected = view.position(0).cursor ?? 0
    guard selected != selectedGroup, list.groups.indices.contains(selected) else { return nil }
    var screen = self
    screen.selectedGroup = selected
    screen.table = list.table(group: selected, in: world, sort: sort)
    return screen
  }

}

// MARK: Drawing

extension ChangesScreen {
  private var bars: BarChart {
    BarChart(
      rows: list.groups.enumerated().map { index, group in
        BarChart.Row(
          group.title, value: index == 0 ? BarValue(parts: []) : group.tally.bar,
          figure: NumberFormat.integer(group.tally.certain), note: group.tally.words,
          style: index == 0 ? .strong : .plain)
      },
      title: "By screen: new, ~ changed, - gone"
        + (list.tally.possible > 0 ? ", hollow perhaps older" : ""), unit: "facts")
  }

  /// The lines above the bars: what changed by kind of row, and the states that gained or lost authority.
  private func lines(width: Int) -> [[Span]] { list.kindLines(width: width) + law }

  func naturalHeight(width: Int) -> Int {
    let count = lines(width: width).count
    let top = bars.naturalHeight + 1 + (count == 0 ? 0 : count + 1)
    return columns(of: Rect(x: 0, y: 0, width: width, height: 1)) != nil
      ? max(top, table.naturalHeight) : top + table.naturalHeight
  }

  /// The bars at the left of all changes, whatever screen is selected.
  private func columns(of area: Rect) -> [Rect]? {
    area.abreast([bars.wholeWidth, everything.wholeWidth], gap: 4)
  }

  func draw(in area: Rect, of frame: inout Frame, view: ViewState) {
    guard !list.groups.isEmpty else {
      let emptyWords =
        isByEntry
        ? "No row was entered, changed or taken out; b looks at what is dated since a month before."
        : "No row of the ledger is dated between the two days; b goes further back."
      frame.canvas.put(
        emptyWords, in: area,
        style: .dim)
      return
    }
    let parts: [Rect]
    var lines = lines(width: area.width)
    if !view.isWhole, let columns = columns(of: area) {
      parts = columns
      lines = self.lines(width: columns[0].width)
    } else {
      let wanted = bars.naturalHeight + (lines.isEmpty ? 0 : lines.count + 1)
      let height = min(wanted, max(4, area.height * 3 / 5))
      parts = area.rows([.fixed(height), .share(1)], gap: 1)
    }
    var top = parts[0]
    for line in lines where top.height > 4 {
      frame.canvas.put(line, x: top.x, y: top.y, width: top.width)
      top = top.inset(top: 1)
    }
    if !lines.isEmpty, top.height > 4 { top = top.inset(top: 1) }
    frame.draw(bars, as: 0, in: top, view: view)
    table.draw(1, in: parts[1], of: &frame, view: view)
  }
}

extension ChangesScreen {
  static func subject(named name: String) -> Page.Subject? {
    name.isEmpty ? .nothing : Day(name).map { .day($0) }
  }
}

extension Page {
  /// The page of what was entered since the earlier state of the data.
  public static let entered = Page(ChangesScreen.self)
  public static func changes(since day: Day) -> Page { Page(ChangesScreen.self, .day(day)) }
}
