import Canvas
import Charts
import Dataset
import Insight

/// One organisation, with everything that touches it: what it raised and from whom, what it is worth,
/// what it operates and rents, whom it depends on, its models, and what it invested in.
struct CompanyScreen: Screen {
  static let title = "Company"
  static let purpose = "one organisation, with everything that touches it"

  let headline: [Span]
  let record: any Encodable & Sendable
  private let sections: [FactTable]
  private let steps: StepLine?
  private let summary: [[Span]]

  var panes: [Pane] { sections.map(\.pane) }

  init(page: Page, world: World, settings: Settings) {
    guard case .company(let slug) = page, let id = world.dataset.organisation(slug) else {
      headline = [Span("no such organisation", .alarm)]
      record = [String]()
      sections = []
      steps = nil
      summary = []
      return
    }
    let facts = CompanyFacts(id, in: world)
    headline = facts.headline
    summary = facts.summary
    sections = facts.sections(sort: settings.sort).filter { $0.count > 0 }
    steps = facts.valuationLine
    record = CompanyRecord(facts)
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
    let columns = split ? area.columns([.share(3), .share(2)], gap: 3) : [area]
    if let steps, split {
      let parts = columns[1].rows([.fixed(min(14, area.height / 3)), .share(1)], gap: 1)
      steps.draw(on: &frame.canvas, in: parts[0])
      stack(Array(sections.indices.dropFirst(2)), in: parts[1], of: &frame, view: view)
      stack(Array(sections.indices.prefix(2)), in: columns[0], of: &frame, view: view)
    } else if split {
      stack(Array(sections.indices.dropFirst(2)), in: columns[1], of: &frame, view: view)
      stack(Array(sections.indices.prefix(2)), in: columns[0], of: &frame, view: view)
    } else {
      stack(Array(sections.indices), in: area, of: &frame, view: view)
    }
  }

  /// Tables above each other: each gets what it needs, the focused one the room that is left. Where not
  /// even titles fit, the tables around the focused one are shown.
  private func stack(_ indices: [Int], in area: Rect, of frame: inout Frame, view: ViewState) {
    guard !indices.isEmpty else { return }
    let heights = StackedHeights(
      natural: indices.map { sections[$0].naturalHeight + 1 },
      focus: indices.firstIndex(of: view.focus), room: area.height
    ).heights
    var y = area.y
    for (index, height) in zip(indices, heights) where height >= 3 {
      let part = Rect(x: area.x, y: y, width: area.width, height: height)
      let isFocused = !view.isPrinted && index == view.focus
      frame.canvas.put(
        sections[index].title, x: part.x, y: part.y,
        style: isFocused ? Style(.accent, .bold) : .heading, width: part.width)
      frame.region(part, .pane(index))
      sections[index].draw(
        index, in: part.inset(top: 1, bottom: height > 4 ? 1 : 0), of: &frame, view: view)
      y += height
    }
  }

  func naturalHeight(width: Int) -> Int {
    max(1, sections.reduce(summary.count + 1) { $0 + $1.naturalHeight + 2 })
  }
}

/// Shares out the rows of a screen among tables that stand above each other.
struct StackedHeights {
  let heights: [Int]

  /// Gives every table what it needs where that fits; otherwise each at least five rows as long as there
  /// are any, the focused one first and then those after it, and what is left to the focused one.
  init(natural: [Int], focus: Int?, room: Int) {
    let wanted = natural.map { $0 + 1 }
    guard wanted.reduce(0, +) > room else {
      heights = wanted
      return
    }
    let first = focus ?? 0
    let order =
      [first] + natural.indices.filter { $0 > first }
      + natural.indices.filter { $0 < first }.reversed()
    var given = natural.map { _ in 0 }
    var left = room
    for index in order where left > 0 {
      let least = min(wanted[index], 6)
      guard left >= least else { break }
      given[index] = least
      left -= least
    }
    for index in order where given[index] > 0 && left > 0 {
      let more = min(left, wanted[index] - given[index])
      given[index] += more
      left -= more
    }
    heights = given
  }
}
