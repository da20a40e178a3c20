import Canvas
import Charts
import Dataset
import Insight

/// An organisation with everything that touches it: money raised, values, compute operated and
/// rented, dependencies, models, and investments.
struct CompanyScreen: Screen {
  static let title = "Company"
  static let enteredTable: TableName? = .rounds
  static let isFiltered = false

  static let purpose = "one organisation, with everything that touches it"

  static let controls: [any Control] = [
    ScreenKey("I", .turn, "the same one as an investor", hint: "as investor"),
    ComputeOptions.unit,
  ]

  let headline: [Span]
  let mainTable: String? = "rounds"
  let record: any JSONConvertible & Sendable
  /// Those without a row too, for exports.
  private let all: [FactTable]
  var tables: [DataTable] { all.compactMap(\.pane.data) }
  private let sections: [FactTable]
  private let steps: StepLine?
  private let summary: [[Span]]

  var panes: [Pane] { sections.map(\.pane) }

  init(page: Page, world: World, settings: Settings) {
    guard case .organisation(let slug) = page.subject, let id = world.dataset.organisation(slug)
    else {
      headline = [Span("no such organisation", .alarm)]
      record = [String]()
      sections = []
      all = []
      steps = nil
      summary = []
      return
    }
    let facts = CompanyFacts(id, in: world, unit: settings[ComputeOptions.unit])
    headline = facts.headline
    summary = facts.summary
    let all = facts.sections(sort: settings.sort)
    sections = all.filter { $0.count > 0 }
    self.all = all
    steps = facts.valuationLine
    record = facts
  }

  func draw(in area: Rect, of frame: inout Frame, view: ViewState) {
    for (index, line) in summary.enumerated() {
      frame.canvas.put(line, x: area.x, y: area.y + index, width: area.width)
    }
    let top = summary.isEmpty ? 0 : summary.count + 1
    drawSections(in: area.inset(top: top), of: &frame, view: view)
  }

  private func drawSections(in area: Rect, of frame: inout Frame, view: ViewState) {
    guard !sections.isEmpty else {
      frame.canvas.put(
        "the ledger says nothing of it on this day", x: area.x, y: area.y, style: .dim)
      return
    }
    let split = area.width >= 150
    // The values stand right under their line, and leave the left column to money and compute.
    let values = sections.firstIndex { $0.name == "valuations" }
    let left = Array(sections.indices.filter { $0 != values }.prefix(2))
    let right = sections.indices.filter { !left.contains($0) }
    let columns = split ? area.columns([.share(3), .share(2)], gap: 3) : [area]
    if let steps, split {
      let parts = columns[1].rows([.fixed(min(14, area.height / 3)), .share(1)], gap: 1)
      steps.draw(on: &frame.canvas, in: parts[0])
      TableStack(tables: sections).draw(
        right, in: parts[1], of: &frame, view: view)
      TableStack(tables: sections).draw(
        left, in: columns[0], of: &frame, view: view)
    } else if split {
      TableStack(tables: sections).draw(
        right, in: columns[1], of: &frame, view: view)
      TableStack(tables: sections).draw(
        left, in: columns[0], of: &frame, view: view)
    } else if let steps, area.height >= CompanyScreen.heightForLine {
      let parts = area.rows([.fixed(CompanyScreen.lineHeight), .share(1)], gap: 1)
      steps.draw(on: &frame.canvas, in: parts[0])
      TableStack(tables: sections).draw(
        Array(sections.indices), in: parts[1], of: &frame, view: view)
    } else {
      TableStack(tables: sections).draw(Array(sections.indices), in: area, of: &frame, view: view)
    }
  }

  /// The rows of the line of valuations above the tables, and from which height it has its place there.
  private static let lineHeight = 8
  private static let heightForLine = 28

  func naturalHeight(width: Int) -> Int {
    let line = steps == nil || width >= 150 ? 0 : CompanyScreen.lineHeight + 1
    return max(1, sections.reduce(summary.count + 1 + line) { $0 + $1.naturalHeight + 2 })
  }
}

extension CompanyScreen {
  static func subject(named name: String) -> Page.Subject? {
    name.isEmpty ? nil : .organisation(name)
  }
}

extension Page {
  public static func company(_ slug: String) -> Page {
    Page(CompanyScreen.self, .organisation(slug))
  }
}
