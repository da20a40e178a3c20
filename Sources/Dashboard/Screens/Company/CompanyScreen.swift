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
    ScreenKey("I", .turn, "the same organisation as an investor", hint: "as investor"),
    ScreenKey(
      "a", .dependents, "aim at it: who depends on it, and how much of that is documented",
      hint: "who depends on it"),
    ComputeOptions.unit, ExposureChoices.purchases,
  ]

  let headline: [Span]
  let mainTable: String? = "rounds"
  let record: any JSONConvertible & Sendable
  /// Those without a row too, for exports.
  private let all: [FactTable]
  var tables: [DataTable] { all.compactMap(\.pane.data) }
  private let sections: [FactTable]
  private let steps: StepLine?
  private let summary: CompanySummary

  var panes: [Pane] { sections.map(\.pane) }

  init(page: Page, world: World, settings: Settings) {
    guard case .organisation(let slug) = page.subject, let id = world.dataset.organisation(slug)
    else {
      headline = [Span("no such organisation", .alarm)]
      record = [String]()
      sections = []
      all = []
      steps = nil
      summary = CompanySummary()
      return
    }
    let facts = CompanyFacts(
      id, in: world, unit: settings[ComputeOptions.unit],
      purchases: settings[ExposureChoices.purchases])
    headline = facts.headline
    summary = facts.summary
    let all = facts.sections(sort: settings.sort)
    sections = all.filter { $0.count > 0 }
    self.all = all
    steps = facts.valuationLine
    record = facts
  }

  func draw(in area: Rect, of frame: inout Frame, view: ViewState) {
    // In a low window the first list keeps some rows: a company is not its summary alone.
    let summary = summary.lines(width: area.width)
      .prefix(view.isPrinted ? .max : max(1, area.height - CompanyScreen.heightForList))
    for (index, line) in summary.enumerated() {
      frame.canvas.put(summary: line, in: area.row(index))
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
    let stack = TableStack(tables: sections)
    let all = Array(sections.indices)
    if let columns = columns(of: area) {
      var place = columns[1]
      if let steps {
        let parts = place.rows([.fixed(min(14, area.height / 3)), .share(1)], gap: 1)
        steps.draw(on: &frame.canvas, in: parts[0])
        place = parts[1]
      }
      let left = left
      stack.draw(all.filter { !left.contains($0) }, in: place, of: &frame, view: view)
      stack.draw(left, in: columns[0], of: &frame, view: view)
    } else if let picture, !view.isPrinted, stack.holds(picture, in: area.width),
      area.height >= CompanyScreen.heightForLine
    {
      TableStack(tables: sections, picture: picture).draw(all, in: area, of: &frame, view: view)
    } else if let steps, area.height >= CompanyScreen.heightForLine {
      let height =
        area.height >= CompanyScreen.heightForLargeLine && !view.isPrinted
        ? CompanyScreen.largeLineHeight : CompanyScreen.lineHeight
      let parts = area.rows([.fixed(height), .share(1)], gap: 1)
      steps.draw(on: &frame.canvas, in: parts[0])
      stack.draw(all, in: parts[1], of: &frame, view: view)
    } else {
      stack.draw(all, in: area, of: &frame, view: view)
    }
  }

  /// The line of valuations, next to their table.
  private var picture: TableStack.Picture? {
    guard let steps, let table = sections.firstIndex(where: { $0.name == "valuations" }) else {
      return nil
    }
    return TableStack.Picture(
      table: table, least: Size(width: CompanyScreen.lineWidth, height: CompanyScreen.lineHeight)
    ) { steps.draw(on: &$0, in: $1) }
  }

  /// The sections of the left column: money and compute. The values stand right under their line.
  private var left: [Int] {
    let values = sections.firstIndex { $0.name == "valuations" }
    return Array(sections.indices.filter { $0 != values }.prefix(2))
  }

  private func columns(of area: Rect) -> [Rect]? {
    let left = left
    let right = sections.indices.filter { !left.contains($0) }
    return area.abreast(
      [left, right].map { $0.map { sections[$0] }.wholeWidth }, gap: 3)
  }

  /// The rows that a blank line, a title and a list take at least.
  private static let heightForList = 5
  /// The rows of the line of valuations above the tables, and from which height it has its place there.
  private static let lineHeight = 8
  private static let lineWidth = 56
  private static let heightForLine = 28
  /// The same in a high window, where the line has room for its values.
  private static let largeLineHeight = 12
  private static let heightForLargeLine = 44

  func naturalHeight(width: Int) -> Int {
    let line =
      steps == nil || columns(of: Rect(x: 0, y: 0, width: width, height: 1)) != nil
      ? 0 : CompanyScreen.lineHeight + 1
    return max(
      1, sections.reduce(summary.lines(width: width).count + 1 + line) { $0 + $1.naturalHeight + 2 }
    )
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
