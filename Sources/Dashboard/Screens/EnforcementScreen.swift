import Canvas
import Charts
import Dataset
import Insight

/// Which member state may enforce the AI Act: a map, how the count rose, and state by obligation.
struct EnforcementScreen: Screen {
  static let title = "Enforcement"
  static let purpose = "which state may enforce the AI Act"
  static let sharedPanes: Set<Int> = [Part.table, Part.map]
  static let settings: [Setting: Int] = [
    .definition: 2, .form: 2, .scope: 3, .basis: TimelineBasis.allCases.count,
    .since: comparedWords.count,
  ]
  static let bindings: [Binding] = [
    .on(
      .enforcement, "D", .cycle(.definition, by: 1), "what full enforcement authority means",
      hint: "definition"),
    .on(
      .enforcement, "m", .cycle(.scope, by: 1), "every state, those that lack something, full ones",
      hint: "missing"),
    .on(.enforcement, "f", .cycle(.form, by: 1), "map and table, or the table alone"),
    .on(
      .enforcement, "v", .cycle(.since, by: 1),
      "who gained authority since a month, three months, a year before, since 2 August 2025",
      hint: "since"),
    .on(.enforcement, "a", .chooseSince, "choose the day to compare with; none ends it"),
    .on(
      .enforcement, "b", .cycle(.basis, by: 1),
      "true then: by the day a step took effect, or known then: by its first source", hint: "basis"),
    .on(
      .enforcement, "P", .plan, "what a system used in the selected state has to do by when",
      hint: "plan"),
  ]

  /// The panes, by their numbers.
  enum Part { static let table = 0, map = 1 }

  let headline: [Span]
  let record: any Encodable & Sendable
  let panes: [Pane]
  let settings: Settings
  let today: Day
  let report: EnforcementReport
  let history: EnforcementHistory
  /// The states in the order of the table, which is that of both panes.
  let rows: [EnforcementRow]
  /// The table with words, for wide windows, and with marks alone.
  let tables: (words: FactTable, marks: FactTable)
  let map: TileMap
  /// The row of each tile.
  let tileRows: [Int]
  let definition: DefinitionText?
  /// What changed since another day, where one compares.
  let comparison: EnforcementComparison?

  init(page: Page, world: World, settings: Settings) {
    let basis = TimelineBasis.allCases[settings[.basis]]
    let report = EnforcementReport(world.snapshot, basis: basis)
    let all = EnforcementRow.all(report)
    let comparison = EnforcementScreen.comparedDay(settings, before: world.day).map { day in
      EnforcementComparison(
        between: EnforcementReport(world.dataset.asOf(day), basis: basis), and: report)
    }
    let listed = comparison.map { EnforcementScreen.changed($0, of: all) } ?? all
    let shown = listed.filter {
      Scope(settings).includes($0) && world.passes.matches($0.country)
    }
    let sort = settings.sort[Part.table]
    if let comparison {
      let table = EnforcementScreen.table(comparison, shown, sort: sort)
      tables = (table, table)
    } else {
      tables = (
        EnforcementScreen.table(shown, sort: sort, inWords: true),
        EnforcementScreen.table(shown, sort: sort, inWords: false)
      )
    }
    let table = tables.words
    let rows = table.rows.map { shown[$0] }
    let passing = Set(rows.map(\.code))
    (map, tileRows) = EnforcementScreen.map(
      rows, beside: all.filter { !passing.contains($0.code) }, comparison: comparison)
    self.rows = rows
    self.settings = settings
    self.report = report
    self.comparison = comparison
    today = world.today
    history = EnforcementHistory(world.snapshot, basis: basis)
    if let comparison {
      record = comparison.only { world.passes.matches(world.dataset[$0]) }
      headline = EnforcementScreen.headline(comparison)
    } else {
      record = report.only { world.passes.matches(world.dataset[$0]) }
      headline = EnforcementScreen.headline(
        report, shown: rows.count == all.count ? nil : rows.count)
    }
    definition = settings[.definition] == 1 ? DefinitionText() : nil
    let map = Pane(
      "Map", columns: [], count: rows.count, fact: { rows[$0].fact },
      cells: { [rows[$0].code, rows[$0].name] })
    panes = definition.map { [$0.pane] } ?? [table.pane, map]
  }

  /// Which states are listed.
  private enum Scope: Int {
    case all, incomplete, full

    init(_ settings: Settings) { self = Scope(rawValue: settings[.scope]) ?? .all }

    func includes(_ row: EnforcementRow) -> Bool {
      switch self {
      case .all: true
      case .incomplete: row.isMember && row.state?.isFull != true
      case .full: row.isMember && row.state?.isFull == true
      }
    }

    var words: String {
      switch self {
      case .all: "every state"
      case .incomplete: "states that lack something"
      case .full: "states with full authority"
      }
    }
  }

  private static func headline(_ report: EnforcementReport, shown: Int?) -> [Span] {
    let (full, possible) = (report.full.count, report.possible.count)
    var spans = [
      Span("Enforcement authority · ", .heading),
      Span("\(full) of \(report.members.count)", Style(.strong, .bold)),
    ]
    if possible > 0 { spans.append(Span(", possibly \(full + possible)", .possible)) }
    if let shown { spans.append(Span(" · \(shown) shown", .dim)) }
    spans.append(Span(" · \(question(report.basis))", .dim))
    return spans
  }

  func name(of setting: Setting) -> String? {
    switch setting {
    case .scope: Scope(settings).words
    case .form: settings[.form] == 0 ? "map and table" : "the table alone"
    case .basis:
      settings[.basis] == 0
        ? "by the day a step took effect: true then"
        : "not before its first source can have been published: known then"
    case .since:
      settings.since.map { "compared with \(readable($0)), as chosen: a chooses another" }
        ?? EnforcementScreen.comparedWords[settings[.since]]
    default: nil
    }
  }

  /// On the map to the tile in that direction, in the table the way of a list.
  func destination(of move: Move, from row: Int, in pane: Int) -> Int? {
    guard definition == nil, pane == Part.map, let tile = tileRows.firstIndex(of: row) else {
      return nil
    }
    // Only the states that are shown can be selected.
    let tiles = TileMap(tiles: Array(map.tiles.prefix(tileRows.count)))
    switch move {
    case .up: return tileRows[tiles.neighbour(of: tile, .up)]
    case .down: return tileRows[tiles.neighbour(of: tile, .down)]
    case .left: return tileRows[tiles.neighbour(of: tile, .left)]
    case .right: return tileRows[tiles.neighbour(of: tile, .right)]
    case .pageUp, .pageDown, .top, .bottom: return nil
    }
  }
}
