import Canvas
import Charts
import Dataset
import Insight

/// What is wrong with the data, row by row, with its place.
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
          ? "none: every row was read" : "\(errors) errors, \(problems.count - errors) warnings",
        problems.isEmpty ? .good : Style(.alarm, .bold)),
    ]
    table = FactTable(
      "Problems", columns: ProblemsScreen.columns, count: problems.count, sort: settings.sort[0]
    ) { index in
      let problem = problems[index]
      return (
        .problem(problem),
        [
          FactCell(String(problem.file.split(separator: "/").last ?? "")),
          FactCell(count: problem.line), FactCell(count: problem.column),
          FactCell(
            problem.severity.rawValue, style: problem.severity == .error ? .alarm : .possible),
          FactCell(problem.message),
        ]
      )
    }
    record = ProblemsRecord(problems: problems.map(\.description))
  }

  private static let columns = [
    Table.Column("File", minimum: 10, maximum: 20, priority: 8),
    Table.Column("Line", alignment: .trailing, minimum: 4, maximum: 9, priority: 9),
    Table.Column("Column", alignment: .trailing, minimum: 6, maximum: 6, priority: 3),
    Table.Column("", minimum: 7, maximum: 7, priority: 5),
    Table.Column("What", minimum: 20, maximum: 120, priority: 10),
  ]

  func draw(in area: Rect, of frame: inout Frame, view: ViewState) {
    table.draw(0, in: area, of: &frame, view: view)
  }

  func naturalHeight(width: Int) -> Int { table.naturalHeight }
}

/// The problems as data.
private struct ProblemsRecord: Encodable, Sendable {
  let problems: [String]
}

extension Page {
  /// What is wrong with the data.
  public static let problems = Page(ProblemsScreen.self)
}
