import Canvas
import Charts
import Dataset
import Insight

/// The problems of the data, row by row, with their places.
struct ProblemsScreen: Screen {
  static let title = "Problems"
  static let isFiltered = false
  static let purpose = "what is wrong with the data"

  let headline: [Span]
  let record: any Encodable & Sendable
  private let table: FactTable

  var panes: [Pane] { [table.pane] }

  init(page: Page, world: World, settings: Settings) {
    // What is wrong with claims shows only when they are reckoned, which costs too much at the start.
    let problems = world.problems + ClaimReport(world.snapshot).problems
    let errors = problems.count { $0.severity == .error }
    headline = [
      Span("Problems · ", .heading),
      Span(
        problems.isEmpty
          ? "none: every row was read"
          : "\(counted(errors, "error")), \(counted(problems.count - errors, "warning"))",
        problems.isEmpty ? .good : Style(.alarm, .bold)),
    ]
    table = FactTable(
      "Problems", name: "problems", columns: ProblemsScreen.columns, rows: problems, in: world,
      sort: settings.sort["problems"]
    ) { problem, _ in .problem(problem) }
    record = ProblemsRecord(problems: problems.map(\.description))
  }

  private static let columns: [Column<Problem>] = [
    Column(
      "file", .init("File", minimum: 10, maximum: 20, priority: 8),
      words: { problem, _ in String(problem.file.split(separator: "/").last ?? "") }
    ) { problem, _ in problem.file },
    Column("line", .init("Line", alignment: .trailing, minimum: 4, maximum: 9, priority: 9)) {
      problem, _ in problem.line
    },
    Column("column", .init("Column", alignment: .trailing, minimum: 6, maximum: 6, priority: 3)) {
      problem, _ in problem.column
    },
    Column(
      "severity", .init("", minimum: 7, maximum: 7, priority: 5),
      styled: { problem, _, _ in problem.severity == .error ? .alarm : .possible }
    ) { problem, _ in problem.severity.rawValue },
    Column("message", .init("What", minimum: 20, maximum: 120, priority: 10)) { problem, _ in
      problem.message
    },
  ]

  func draw(in area: Rect, of frame: inout Frame, view: ViewState) {
    table.draw(0, in: area, of: &frame, view: view)
  }

  func naturalHeight(width: Int) -> Int { table.naturalHeight }
}

private struct ProblemsRecord: Encodable, Sendable {
  let problems: [String]
}

extension Page {
  public static let problems = Page(ProblemsScreen.self)
}
