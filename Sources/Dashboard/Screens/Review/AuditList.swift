import Canvas
import Charts
import Dataset
import Insight

/// Problems of the data and things to look into, as one list: errors and warnings by place, then the
/// findings of the review by rank.
struct AuditList: Sendable {
  /// A row of the list.
  struct Row: Sendable {
    let problem: Problem
    /// The finding; `nil` for an error or a warning.
    let item: ReviewItem?
    let fact: Fact
  }

  let rows: [Row]
  /// The rows of the dataset that findings speak of, as facts.
  private let facts: [Origin: Fact]
  private let world: World

  init(_ audit: Audit, in world: World) {
    self.world = world
    let origins = audit.review.items.flatMap(\.rows)
    let facts = world.factsByRow(origins)
    self.facts = facts
    let problems = world.notes + audit.problems
    rows =
      problems.map { Row(problem: $0, item: nil, fact: .problem($0)) }
      + audit.review.items.map { item in
        let fact = item.rows.first.flatMap { facts[$0] } ?? .problem(item.problem)
        return Row(problem: item.problem, item: item, fact: fact)
      } + audit.leftovers.map { Row(problem: $0, item: nil, fact: .problem($0)) }
  }

  /// The list.
  func table(sort: SortOrder?) -> FactTable {
    FactTable(
      "Problems", name: "problems", columns: AuditList.columns, rows: rows, in: world, sort: sort
    ) { row, _ in row.fact }
  }

  /// The rows of the dataset that a finding speaks of.
  func rows(of item: ReviewItem?) -> FactTable {
    let facts = facts
    return FactTable(
      "Rows", name: "rows", columns: AuditList.rowColumns, rows: item?.rows ?? [], in: world
    ) { origin, _ in facts[origin] }
  }

  private static let columns: [Column<Row>] = [
    Column(
      "severity", .init("", minimum: 7, maximum: 7, priority: 9),
      styled: { row, _, _ in style(row.problem.severity) }
    ) { row, _ in row.problem.severity.rawValue },
    Column(
      "message", .init("What", minimum: 36, maximum: 110, priority: 10),
      words: { row, _ in row.item.map { "\($0.title) \($0.wrong)" } }
    ) { row, _ in row.item.map { "\($0.title) \($0.wrong)" } ?? row.problem.message },
    Column(
      "at_stake", .init("At stake", minimum: 26, maximum: 40, priority: 8),
      rank: { row, _ in row.item?.weight }
    ) { row, _ in row.item.flatMap { $0.stake.isEmpty ? nil : $0.stake.words } },
    Column("pattern", .init("Pattern", minimum: 19, maximum: 19, priority: 4), style: .dim) {
      row, _ in row.item?.pattern.word
    },
    Column(
      "file", .init("File", minimum: 20, maximum: 20, priority: 3), style: .dim,
      words: { row, _ in String(row.problem.file.split(separator: "/").last ?? "") }
    ) { row, _ in row.problem.file },
    Column(
      "line", .init("Line", alignment: .trailing, minimum: 4, maximum: 9, priority: 2),
      style: .dim
    ) { row, _ in row.problem.line },
    Column(
      "column", .init("Column", alignment: .trailing, minimum: 6, maximum: 6, priority: 1),
      style: .dim
    ) { row, _ in row.problem.column },
    Column("look_for") { row, _ in row.item?.lookFor },
    Column("table") { row, _ in row.item?.table.word },
    Column("row") { row, _ in row.item?.key },
    Column("rows") { row, world in
      row.item?.rows.map { "\($0.table.word):\($0.line)" }.joined(separator: ";")
    },
  ]

  private static func style(_ severity: Problem.Severity) -> Style {
    switch severity {
    case .error: .alarm
    case .warning: .possible
    case .review: .plain
    }
  }

  private static let rowColumns: [Column<Origin>] = [
    Column("table", .init("Table", minimum: 8, maximum: 14, priority: 8), style: .dim) {
      origin, _ in origin.table.word
    },
    Column(
      "line", .init("Line", alignment: .trailing, minimum: 4, maximum: 9, priority: 6),
      style: .dim
    ) { origin, _ in Int(origin.line) },
    Column("row", .init("Row", minimum: 16, maximum: 60, priority: 10)) { origin, world in
      world.dataset.key(at: origin)
    },
    Column("cells", .init("It says", minimum: 16, maximum: 160, priority: 7)) { origin, world in
      cells(of: origin, in: world.dataset)
    },
  ]

  /// The cells of a row that are no key and no source.
  private static func cells(of origin: Origin, in dataset: Dataset) -> String {
    guard let record = dataset.record(at: origin) else { return "" }
    let key = Set(origin.table.schema.key)
    return dataset.cells(of: record)
      .filter { !$0.text.isEmpty && !key.contains($0.column) && $0.column != "source" }
      .map { "\($0.column) \($0.text)" }.joined(separator: ", ")
  }
}
