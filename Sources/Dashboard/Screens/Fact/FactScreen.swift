import Canvas
import Charts
import Dataset

/// One fact: every cell of its row, the rows before it in the ledger, and every source.
struct FactScreen: Screen {
  static let title = "Fact"
  static let isFiltered = false

  static let purpose = "one fact, its history and its sources"

  let headline: [Span]
  let record: any JSONConvertible & Sendable
  private let table: FactTable
  /// The same rows as they are drawn: each value whole.
  private let lines: WrappedLines

  var panes: [Pane] {
    var pane = table.pane
    pane.drawing = { [lines] in lines.draw($0, in: $1, of: &$2, view: $3) }
    return [pane]
  }

  init(page: Page, world: World, settings: Settings) {
    guard case .fact(let fact) = page.subject else {
      headline = []
      record = [:] as JSON
      table = FactTable(nothing: "fields", in: world)
      lines = WrappedLines(rows: [])
      return
    }
    let details = FactDetails(of: fact, in: world)
    headline = [
      Span(world.title(of: fact), Style(.strong, .bold)), Span("  \(details.kind)", .dim),
    ]
    record =
      [
        "title": world.title(of: fact),
        "rows": details.rows.map { JSON.object([($0.name, .text($0.text))]) },
      ] as JSON
    lines = WrappedLines(
      rows: details.rows.map { WrappedLines.Row(name: $0.name, text: $0.text, style: $0.style) })
    table = FactTable(
      "Fact", name: "fields",
      columns: [
        Column("field", .init("", minimum: 14, maximum: 24, priority: 9), style: .dim) { row, _ in
          row.name
        },
        Column(
          "value", .init("", minimum: 20, maximum: 200, priority: 8),
          styled: { row, _, _ in row.style }
        ) { row, _ in row.text },
      ], rows: details.rows, in: world
    ) { row, _ in
      // A line that leads nowhere else still is the fact: its sources and its row are a key away.
      row.fact ?? (row.text.isEmpty ? nil : fact)
    }
  }

  func draw(in area: Rect, of frame: inout Frame, view: ViewState) {
    lines.draw(0, in: area, of: &frame, view: view)
  }

  func naturalHeight(width: Int) -> Int { lines.naturalHeight(width: width) }
}

extension FactScreen {
  static func subject(named name: String) -> Page.Subject? { Fact(name: name).map { .fact($0) } }
}

extension Page {
  /// A fact with every cell of its row, its history and its sources.
  public static func fact(_ fact: Fact) -> Page { Page(FactScreen.self, .fact(fact)) }
}
