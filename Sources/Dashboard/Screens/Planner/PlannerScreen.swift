import Canvas
import Charts
import Dataset
import Insight

/// The duties of the deployer of a system in a country, with dates, authorities and available
/// compute: facts with their sources, no legal advice.
struct PlannerScreen: Screen {
  static let title = "Planner"
  static let command = "plan"
  static let reachingTable: TableName? = .enforcement
  static let access = ScreenAccess.palette
  static let home: Page? = .planner(PlanRequest())
  static let isFiltered = false

  static let purpose = "what a system has to do by when, before whom, on whose compute"
  static let controls: [any Control] = [
    PlanRequest.kindSteps, PlanRequest.countrySteps, PlanRequest.monthSteps,
  ]
  static let views = [
    NamedView(
      "Conformity assessment: by when, before whom", also: "plan planner high-risk deadline",
      .planner(PlanRequest())),
    view("What Annex III asks for, article by article", .annexIII, "high-risk stand-alone"),
    view(
      "What Annex I asks for, article by article", .annexI, "high-risk product safety component"),
    view(
      "What the Act asks of general-purpose models, article by article", .generalPurpose,
      "gpai general purpose models"),
    view(
      "What Article 50 asks for: transparency and marking", .transparency,
      "art 50 chatbots deepfakes"),
  ]

  private static func view(_ title: String, _ kind: SystemKind, _ also: String) -> NamedView {
    NamedView(
      title, also: "what must i show rules duties obligations \(also)",
      .planner(PlanRequest(kind: kind)))
  }

  /// The number of the pane that asks; those of the lists follow it.
  private static let questionPane = 0

  let headline: [Span]
  let mainTable: String? = "obligations"
  let record: any JSONConvertible & Sendable
  private let question: [(name: String, value: String, fact: Fact?)]
  private let world: World
  private let tables: PlannerTables?
  private let answer: [PlannerAnswer.Line]
  /// The answer where its first line is too long for the width.
  private let narrowAnswer: [PlannerAnswer.Line]

  private static let columns: [Column<(name: String, value: String, fact: Fact?)>] = [
    Column("question", .init("Question")) { row, _ in row.name },
    Column("answer", .init("Answer")) { row, _ in row.value },
  ]

  init(page: Page, world: World, settings: Settings) {
    self.world = world
    let dataset = world.dataset
    let request: PlanRequest
    if case .question(let asked) = page.subject { request = asked } else { request = PlanRequest() }
    guard let asked = request.question(settings, in: dataset) else {
      headline = [Span("no country is known to plan for", .alarm)]
      record = [String]()
      (question, tables, answer, narrowAnswer) = ([], nil, [], [])
      return
    }
    let plan = Plan(asked, in: world.snapshot)
    let lines = PlannerAnswer(plan, in: world)
    headline = lines.headline
    answer = lines.lines
    narrowAnswer = lines.narrowLines
    record = plan
    tables = PlannerTables(plan, world, settings)
    let duty = plan.obligations.first.map { Fact.milestone(dataset.slug($0.obligation.id)) }
    let country = Fact.country(dataset.code(asked.country))
    question = [
      ("System", asked.kind.title, duty), ("Country", dataset.name(asked.country), country),
      ("Assessment", asked.kind.isAssessed ? asked.assessmentMonths.monthsInWords : "none", duty),
    ]
  }

  var panes: [Pane] {
    guard let tables else { return [] }
    let asked = Pane(
      "Question", name: "question", columns: PlannerScreen.columns, rows: question, in: world
    ) { $0.fact }
    return [asked] + tables.lists.map(\.pane)
  }

  /// Left and right change what is asked.
  func turn(_ move: Move, row: Int, in pane: Int) -> (setting: Setting, step: Int)? {
    guard pane == PlannerScreen.questionPane else { return nil }
    let setting: Setting = row == 0 ? .kind : row == 1 ? .country : .months
    switch move {
    case .left: return (setting, -1)
    case .right: return (setting, 1)
    default: return nil
    }
  }
}

// MARK: Drawing

extension PlannerScreen {
  private static let nameWidth = 13
  /// The lines that a list in focus keeps: its title, its header, two rows, and how many there are more.
  private static let listRows = 5

  private var stackedParts: [PaneStack.Part] {
    guard let tables else { return [] }
    func part(_ table: FactTable, _ none: String, of sited: Int? = nil) -> PaneStack.Part {
      var note = table.count == 0 ? none : "\(sited ?? table.count)"
      if let sited, sited < table.count {
        note +=
          " with a known site, \(table.count - sited) without; firm (announced) accelerators"
      }
      return PaneStack.Part(
        [Span(table.title, .heading), Span("  " + note, .dim)],
        lines: table.count == 0 ? 0 : table.naturalHeight)
    }
    return tables.lists.map { table in
      switch table.name {
      case tables.obligations.name: part(table, "no date of the law is known on this day")
      case tables.rules.name: part(table, "no rule of the Act is listed for it")
      case tables.authorities.name: part(table, "none is named")
      default: part(table, "none is known", of: tables.sited)
      }
    }
  }

  /// The answer as it stands in a width.
  private func answer(in width: Int) -> [PlannerAnswer.Line] {
    let cells = answer.first?.spans.reduce(0) { $0 + TextWidth.of($1.text) } ?? 0
    return cells + 2 + PlannerScreen.nameWidth <= width ? answer : narrowAnswer
  }

  /// The question, the answer, a blank line.
  private func topHeight(in width: Int) -> Int { question.count + answer(in: width).count + 2 }

  func naturalHeight(width: Int) -> Int {
    tables == nil ? 1 : topHeight(in: width) + PaneStack(parts: stackedParts).naturalHeight + 2
  }

  func draw(in area: Rect, of frame: inout Frame, view: ViewState) {
    guard let tables, !area.isEmpty else { return }
    let note = area.row(area.height - 1)
    if area.height > 3 { frame.canvas.put(Plan.note, in: note, style: .dim) }
    let room = area.inset(bottom: area.height > 3 ? 1 : 0)
    // In a low window the blank lines are the first to go.
    let answer = answer(in: area.width)
    let gap = room.height >= topHeight(in: area.width) + 9 ? 1 : 0
    let focus = view.isPrinted || view.focus == PlannerScreen.questionPane ? nil : view.focus - 1
    // The list in focus has its rows before the answer has all of its lines.
    let least = focus == nil ? 0 : PlannerScreen.listRows
    let height = min(max(0, room.height - least), question.count + answer.count + 2 * gap)
    let parts = room.rows([.fixed(height), .share(1)])
    drawTop(in: parts[0], gap: gap, of: &frame, view: view)
    let places: [Rect]
    let below = parts[1]
    let widths = [tables.lists.prefix(2).wholeWidth, tables.lists.dropFirst(2).wholeWidth]
    if !view.isPrinted, let columns = below.abreast(widths, gap: 4) {
      let all = stackedParts
      places =
        PaneStack(parts: Array(all[..<2])).draw(
          in: columns[0], on: &frame.canvas, focus: focus.flatMap { $0 < 2 ? $0 : nil })
        + PaneStack(parts: Array(all[2...])).draw(
          in: columns[1], on: &frame.canvas, focus: focus.flatMap { $0 < 2 ? nil : $0 - 2 })
    } else if let focus, below.height < tables.lists.count + PlannerScreen.listRows - 1 {
      // Titles of other lists would take the rows of this one.
      let own = PaneStack(parts: [stackedParts[focus]]).draw(
        in: below, on: &frame.canvas, focus: 0)
      let none = Rect(x: below.x, y: below.maxY, width: 0, height: 0)
      places = tables.lists.indices.map { $0 == focus ? own[0] : none }
    } else {
      places = PaneStack(parts: stackedParts).draw(in: below, on: &frame.canvas, focus: focus)
    }
    for (index, table) in tables.lists.enumerated() where table.count > 0 && !places[index].isEmpty
    {
      table.draw(index + 1, in: places[index], of: &frame, view: view)
    }
  }

  private func drawTop(in area: Rect, gap: Int, of frame: inout Frame, view: ViewState) {
    let position = view.position(PlannerScreen.questionPane).settled(
      count: question.count, visible: question.count)
    let rows = min(question.count, area.height)
    for index in 0..<rows {
      let line = area.row(index)
      let isSelected =
        !view.isPrinted && view.focus == PlannerScreen.questionPane && position.cursor == index
      let isLit = !view.isPrinted && view.focus == PlannerScreen.questionPane
      drawQuestion(index, isSelected: isSelected, isLit: isLit, in: line, on: &frame.canvas)
      frame.region(line, .row(pane: PlannerScreen.questionPane, row: index))
    }
    frame.settle(PlannerScreen.questionPane, position, visible: question.count)
    let rest = area.inset(top: question.count + gap)
    for (index, line) in answer(in: area.width).enumerated() where index < rest.height {
      let y = rest.y + index
      frame.canvas.put(
        line.name, x: rest.x + 2, y: y, style: .dim, width: PlannerScreen.nameWidth - 1)
      let x = rest.x + 2 + PlannerScreen.nameWidth
      let room = max(0, rest.maxX - x)
      frame.canvas.put(line.spans.clauses(within: room), x: x, y: y, width: room)
    }
  }

  /// A line that ← and → change: its value between two arrows.
  private func drawQuestion(
    _ index: Int, isSelected: Bool, isLit: Bool, in line: Rect, on canvas: inout Canvas
  ) {
    let row = question[index]
    if isSelected { canvas.set(Glyph.selected, x: line.x, y: line.y, style: .accent) }
    canvas.put(
      row.name, x: line.x + 2, y: line.y, style: isLit ? .accent : .dim,
      width: PlannerScreen.nameWidth - 1)
    let arrows: Style = isSelected ? .accent : .rule
    let value: Style = isSelected ? Style(.strong, [.bold, .reverse]) : Style(.strong, .bold)
    let x = line.x + 2 + PlannerScreen.nameWidth
    canvas.put(
      [
        Span("\(Glyph.moreLeft) ", arrows), Span(row.value, value),
        Span(" \(Glyph.moreRight)", arrows),
      ], x: x, y: line.y, width: max(0, line.maxX - x))
  }
}

extension PlannerScreen {
  static func subject(named name: String) -> Page.Subject? {
    PlanRequest(name: name).map { .question($0) }
  }
}

extension Page {
  /// The duties of a system of a kind used in a country, by their days.
  public static func planner(_ request: PlanRequest) -> Page {
    Page(PlannerScreen.self, .question(request))
  }
}
