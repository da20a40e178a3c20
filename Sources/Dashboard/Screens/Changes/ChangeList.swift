import Canvas
import Charts
import Dataset
import Insight

/// The changes between two days as rows, and how many there are on each screen.
struct ChangeList: Sendable {
  /// The changes of a screen, or of all of them.
  struct Group: Sendable {
    let title: String
    let new: Int
    let changed: Int
    let gone: Int
    /// All of them, those surely of the span apart.
    let tally: ChangeTally
    let facts: [Fact]
    fileprivate let rows: [Int]
  }

  private struct Row: Sendable {
    let fact: Fact?
    let title: String
    let text: String
    let date: PartialDate?
    let screen: String
    let table: TableName
    let kind: EnteredRow.Kind
    /// True if it counts from the day the ledger was revised, for want of a nearer day.
    let isVague: Bool
    let known: Day

    /// By the day from which it counts, then by date.
    var order: Order { Order(known: known, date: date ?? PartialDate(known)) }
  }

  private struct Order: Comparable {
    let known: Day
    let date: PartialDate

    static func < (left: Order, right: Order) -> Bool {
      (left.known, left.date) < (right.known, right.date)
    }
  }

  /// All of them first, then each screen with a change; none where nothing changed.
  let groups: [Group]
  /// The changes of each kind of row, in the order of the tables; none where nothing changed.
  let kinds: [(table: TableName, tally: ChangeTally)]
  private let rows: [Row]

  /// All changes, those surely of the span apart.
  var tally: ChangeTally { groups.first?.tally ?? ChangeTally() }

  init(_ changes: Changes, in world: World) {
    let passing = changes.changes.filter { $0.passes(world.passes) }
    let origins = passing.map { changes.evidence($0).rows.first }
    let facts = world.factsByRow(origins.compactMap(\.self))
    let rows = zip(passing, origins).map { change, origin in
      let differences = changes.differences(change)
      return Row(
        fact: origin.flatMap { facts[$0] }, title: changes.title(change),
        text: change.isNew ? "" : ChangeList.words(differences), date: change.date,
        screen: ChangeList.screen(change.table), table: change.table,
        kind: change.isNew ? .new : .changed,
        isVague: ChangeList.isVague(change, origin, world), known: change.known)
    }
    // The latest come first, whatever they are. Those whose day is not known come last: most are older
    // news that the ledger took in when it was revised.
    let latest = rows.indices.sorted { left, right in
      if rows[left].isVague != rows[right].isVague { return rows[right].isVague }
      return rows[left].order == rows[right].order
        ? left < right : rows[left].order > rows[right].order
    }
    self.rows = rows
    groups = ChangeList.groups(rows, latest)
    kinds = ChangeList.kinds(rows)
  }

  /// Rows entered, changed or taken out, in the order in which it is told.
  init(_ entered: Entered, in world: World) {
    let facts = world.factsByRow(entered.rows.compactMap(\.origin))
    let rows = entered.rows.map { row in
      Row(
        fact: row.origin.flatMap { facts[$0] }, title: row.title,
        text: ChangeList.words(row), date: row.date, screen: ChangeList.screen(row.table),
        table: row.table, kind: row.kind, isVague: false, known: world.day)
    }
    self.rows = rows
    groups = ChangeList.groups(rows, Array(rows.indices))
    kinds = ChangeList.kinds(rows)
  }

  /// All rows, then those of each screen; `order` is the order of the rows.
  private static func groups(_ rows: [Row], _ order: [Int]) -> [Group] {
    func group(_ title: String, _ places: [Int]) -> Group {
      func count(_ kind: EnteredRow.Kind) -> Int { places.count { rows[$0].kind == kind } }
      return Group(
        title: title, new: count(.new), changed: count(.changed), gone: count(.gone),
        tally: tally(places.map { rows[$0] }), facts: places.compactMap { rows[$0].fact },
        rows: places)
    }
    var titles: [String] = []
    for row in rows where !titles.contains(row.screen) { titles.append(row.screen) }
    let perScreen = titles.map { title in
      group(title, order.filter { rows[$0].screen == title })
    }
    return rows.isEmpty ? [] : [group("All", order)] + perScreen
  }

  private static func kinds(_ rows: [Row]) -> [(table: TableName, tally: ChangeTally)] {
    let tables = Changes.tables + TableName.allCases.filter { !Changes.tables.contains($0) }
    return tables.compactMap { table in
      let rows = rows.filter { $0.table == table }
      return rows.isEmpty ? nil : (table, tally(rows))
    }
  }

  private static func tally(_ rows: [Row]) -> ChangeTally {
    var tally = ChangeTally()
    for row in rows { tally.add(row.kind, isVague: row.isVague) }
    return tally
  }

  /// The difference in words: with what stood there where that is known, else by the columns alone.
  private static func words(_ row: EnteredRow) -> String {
    switch row.kind {
    case .new: ""
    case .gone: "gone from \(row.table.word)"
    case .changed:
      row.differences.isEmpty ? row.columns.joined(separator: ", ") : words(row.differences)
    }
  }

  private static func isVague(_ change: Change, _ origin: Origin?, _ world: World) -> Bool {
    let package = world.dataset.packages[Int(origin?.package ?? 0)]
    return change.date.lastDay > change.known && change.known == package.updated
  }

  /// The screen on which the rows of a table are looked at.
  private static func screen(_ table: TableName) -> String {
    Entity.of(table)?.heading ?? SourcesScreen.title
  }

  /// The changed fields in words: `status building → operational`.
  private static func words(_ differences: [Change.Difference]) -> String {
    if differences.isEmpty { return "sources or note" }
    // A deciding cell comes before a name that was written otherwise.
    let decisive = differences.filter { ChangeList.decisive.contains($0.field) }
    let others = differences.filter { !ChangeList.decisive.contains($0.field) }
    return (decisive + others).map { difference in
      let field = FieldLabels.word(of: difference.field)
      let old = figure(difference.old, difference.oldUnit)
      let new = figure(difference.new, difference.newUnit)
      return "\(field) \(old) \(Glyph.arrowRight) \(new)"
    }.joined(separator: ", ")
  }

  /// A value with its unit: `$5 m`, `EUR 5 m`, `17 MW`.
  private static func figure(_ text: String, _ unit: String) -> String {
    switch (text, unit) {
    case ("", _): "unknown"
    case (_, "") where text.hasPrefix("USD "): "$" + text.dropFirst(4)
    case (_, ""): text
    case (_, "MW"): "\(text) MW"
    case (_, "USD"): "$\(text) m"
    default: "\(unit) \(text) m"
    }
  }

  private static let decisive: Set = [
    "status", "amount_m", "value_m", "accelerators", "mw", "target", "scheduled", "customer",
  ]

  func table(group: Int, in world: World, sort: SortOrder?) -> FactTable {
    let rows = groups.indices.contains(group) ? groups[group].rows.map { self.rows[$0] } : []
    return FactTable(
      "Changes", name: "changes",
      columns: [
        Column(
          "title", .init("What", minimum: 28, maximum: 60, priority: 10),
          entry: { row, _, _ in
            Table.Entry(
              row.title, mark: ChangeList.mark(row.kind),
              markStyle: row.isVague ? .possible : ChangeList.style(row.kind))
          }
        ) { row, _ in row.title },
        Column("new") { row, _ in row.kind == .new },
        Column("kind") { row, _ in row.kind.rawValue },
        Column(
          "change", .init("Change", minimum: 20, maximum: 80, priority: 9),
          styled: { row, _, style in row.kind == .new ? .dim : style },
          words: { row, _ in
            // A fact that counts from the day of the revision alone may be older than the span.
            row.kind == .new ? (row.isVague ? "dated by month or year, perhaps older" : "new") : nil
          }
        ) { row, _ in row.text },
        Column("day_known") { row, _ in !row.isVague },
        Column("date", .init("Date", minimum: 10, maximum: 10, priority: 7), style: .dim) {
          row, _ in row.date
        },
        Column("screen", .init("Screen", minimum: 11, maximum: 11, priority: 5), style: .dim) {
          row, _ in row.screen
        },
        // Later than the others: who reads the file counts on their places.
        Column("row_kind", .init("Kind", minimum: 9, maximum: 12, priority: 6), style: .dim) {
          row, _ in row.table.noun
        },
      ], rows: rows, in: world, sort: sort
    ) { row, _ in row.fact }
  }

  private static func mark(_ kind: EnteredRow.Kind) -> Unicode.Scalar {
    switch kind {
    case .new: "+"
    case .changed: "~"
    case .gone: "-"
    }
  }

  private static func style(_ kind: EnteredRow.Kind) -> Style {
    switch kind {
    case .new: .good
    case .changed: .possible
    case .gone: .alarm
    }
  }
}
