import Canvas
import Charts
import Dataset
import Insight

/// Which member state may enforce the AI Act: a map, how the count rose, and state by obligation.
struct EnforcementScreen: Screen {
  static let title = "Enforcement"
  static let purpose = "which state may enforce the AI Act"
  static let sharedPanes: Set<Int> = [Part.table, Part.map]
  static let settings: [Setting: Int] = [.definition: 2, .form: 2, .scope: 3]
  static let bindings: [Binding] = [
    .on(
      .enforcement, "D", .cycle(.definition, by: 1), "what full enforcement authority means",
      hint: "definition"),
    .on(
      .enforcement, "m", .cycle(.scope, by: 1), "every state, those that lack something, full ones",
      hint: "missing"),
    .on(.enforcement, "f", .cycle(.form, by: 1), "map and table, or the table alone"),
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

  init(page: Page, world: World, settings: Settings) {
    let report = EnforcementReport(world.snapshot)
    let all = EnforcementRow.all(report)
    let shown = all.filter {
      Scope(settings).includes($0) && world.passes.matches($0.country)
    }
    let sort = settings.sort[Part.table]
    tables = (
      EnforcementScreen.table(shown, sort: sort, inWords: true),
      EnforcementScreen.table(shown, sort: sort, inWords: false)
    )
    let table = tables.words
    let places = Dictionary(
      uniqueKeysWithValues: shown.enumerated().map { ($0.element.fact, $0.offset) })
    let rows = (0..<table.count).compactMap { table.fact($0).flatMap { places[$0] } }
      .map { shown[$0] }
    let passing = Set(rows.map(\.code))
    (map, tileRows) = EnforcementScreen.map(rows, beside: all.filter { !passing.contains($0.code) })
    self.rows = rows
    self.settings = settings
    self.report = report
    today = world.today
    history = EnforcementHistory(world.snapshot)
    record = report.only { world.passes.matches(world.dataset[$0]) }
    headline = EnforcementScreen.headline(
      report, shown: rows.count == all.count ? nil : rows.count)
    definition = settings[.definition] == 1 ? DefinitionText() : nil
    panes =
      definition.map { [$0.pane] } ?? [
        table.pane,
        Pane(
          "Map", columns: [], count: rows.count, fact: { rows[$0].fact },
          cells: { [rows[$0].code, rows[$0].name] }),
      ]
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
    return spans
  }

  func name(of setting: Setting) -> String? {
    switch setting {
    case .scope: Scope(settings).words
    case .form: settings[.form] == 0 ? "map and table" : "the table alone"
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
