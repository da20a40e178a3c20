import Canvas
import Charts
import Dataset
import Insight

/// The member states that may enforce the AI Act: a map, the count over time, and the states by
/// obligation.
struct EnforcementScreen: Screen {
  static let title = "Enforcement"
  static let enteredTable: TableName? = .enforcement
  static let shortTitle = "Enforce"
  static let access = ScreenAccess.digit
  static let purpose = "which state may enforce the AI Act"
  static let sharedPanes: Set<Int> = [Part.table, Part.map]
  static let controls: [any Control] = [
    EnforcementOptions.definition, EnforcementOptions.scope, EnforcementOptions.form,
    EnforcementOptions.since,
    ScreenKey("a", .chooseSince, "choose the day to compare with; none ends it", hint: "a day"),
    EnforcementOptions.basis,
    ScreenKey(
      "P", .plan, "what a system used in the selected state has to do by when", hint: "plan"),
  ]

  static let views = [
    NamedView(
      "Lateness: authorities (Article 70) and penalties (Article 99), state by state",
      also: "late latest slowest state days overdue deadline authorities missing penalties",
      .enforcement),
    NamedView(
      "Which states have full authority, and by which step they gained it",
      also: "full authority since gained last step who can enforce", .enforcement),
  ]

  enum Part { static let table = 0, map = 1 }

  let headline: [Span]
  let record: any JSONConvertible & Sendable
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
  let tileRows: [Int]
  let definition: DefinitionText?
  let comparison: EnforcementComparison?

  init(page: Page, world: World, settings: Settings) {
    let basis = settings[EnforcementOptions.basis]
    let report = EnforcementReport(world.snapshot, basis: basis)
    let all = EnforcementRow.all(report)
    let comparison = EnforcementScreen.comparedDay(settings, before: world.day).map { day in
      EnforcementComparison(
        between: EnforcementReport(world.dataset.asOf(day), basis: basis), and: report)
    }
    let scope = settings[EnforcementOptions.scope]
    let listed = comparison.map { EnforcementScreen.changed($0, of: all) } ?? all
    let shown = listed.filter {
      scope.includes($0) && world.passes.matches($0.country)
    }
    let sort = settings.sort[comparison == nil ? "states" : "changes"]
    if let comparison {
      let table = EnforcementScreen.table(comparison, shown, in: world, sort: sort)
      tables = (table, table)
    } else {
      tables = (
        EnforcementScreen.table(shown, in: world, sort: sort, inWords: true),
        EnforcementScreen.table(shown, in: world, sort: sort, inWords: false)
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
        report, shown: rows.count == all.count ? nil : rows)
    }
    definition = settings[EnforcementOptions.definition] ? DefinitionText() : nil
    let map = Pane(
      "Map", columns: [], count: rows.count, fact: { rows[$0].fact },
      cells: { [rows[$0].code, rows[$0].name] })
    panes = definition.map { [$0.pane(in: world)] } ?? [table.pane, map]
  }

  /// The count of full members; where a filter leaves some out, how many it lets through. Those outside
  /// the Union stand apart, since they are none of the 27.
  private static func headline(_ report: EnforcementReport, shown: [EnforcementRow]?) -> [Span] {
    let (full, possible) = (report.full.count, report.possible.count)
    var spans = [
      Span("Enforcement authority · ", .heading),
      Span("\(full) of \(report.members.count)", Style(.strong, .bold)),
    ]
    if possible > 0 { spans.append(Span(", possibly \(full + possible)", .possible)) }
    if let shown {
      let members = shown.count(where: \.isMember)
      let others = shown.count - members
      let words =
        others == 0
        ? "\(members)" : "\(counted(members, "member")) and \(counted(others, "other"))"
      spans.append(Span(" · \(words) shown", .dim))
    }
    let named = report.states.count { state in
      state.bloc == .eu && EnforcementDuty.authorities.parts.allSatisfy { state[$0].holds }
    }
    if named > 0 { spans.append(Span(" · all three authorities in \(named)", .dim)) }
    spans.append(question(report.basis))
    return spans
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

extension Page {
  public static let enforcement = Page(EnforcementScreen.self)
}
