import Canvas
import Charts
import Dataset
import Insight

/// The dependency on a supplier, along its paths, and its outage.
///
/// A graph of suppliers, and tables of the exposed, of those who can do without and of chokepoints.
/// Other tables are of an operator's capacity, of circles of money and of concentration.
struct ExposureScreen: Screen {
  static let title = "Exposure"
  static let reachingTable: TableName? = .compute
  static let shortTitle = "Expo"
  static let access = ScreenAccess.digit
  static let purpose = "how much runs through one supplier, and along which paths"
  static let controls: [any Control] = [
    ExposureChoices.view, ExposureChoices.dimension,
    ScreenKey("a", .local(.target), "aim: measure exposure to the selection", hint: "aim"),
    ScreenKey("A", .local(.nextTarget), "aim at the next: NVIDIA, TSMC, Microsoft, AMD, ASML"),
    ScreenKey(
      "X", .chooseCut,
      "take away the target or anything else, wholly, in part or what is due in a year: what is lost",
      hint: "what if"),
    ScreenKey(
      "f", .local(.focus), "only the chain of the selection, or everything", hint: "focus"),
    ScreenKey(
      "z", .local(.group), "fold the group of the selection, or unfold it", hint: "fold"),
    ExposureChoices.fold, ExposureChoices.zoom,
    ScreenKey("H", .pan(x: -1, y: 0), "move a large picture to the left"),
    ScreenKey("J", .pan(x: 0, y: 1), "move a large picture down"),
    ScreenKey("K", .pan(x: 0, y: -1), "move a large picture up"),
    ScreenKey("L", .pan(x: 1, y: 0), "move a large picture to the right"),
    ExposureChoices.announced, ExposureChoices.unit, ExposureChoices.purchases,
  ]
  static let views = ExposureChoices.views

  let world: World
  let facts: ExposureFacts
  let shown: ExposureView
  private let sort: [String: SortOrder]
  private let answer: [Span]
  var content: Content
  private var paths: FactTable
  /// The groups that lose by the cut; `nil` where nothing is cut.
  let lost: FactTable?
  /// The cut in words; `nil` where nothing is cut.
  let told: CutDetail?
  /// The sites hit by the cut; `nil` where nothing is cut, or no site is hit.
  let hit: FactTable?
  /// The sites of which the cut leaves something.
  let standing: FactTable?
  private var subject: ID<Organisation>?

  enum Content: Sendable {
    case graph(ReachView, TargetDetail?)
    case table(FactTable)
    case capacity(CapacityView)
    case money(MoneyView)
    case time(TimeView)
  }

  init(page: Page, world: World, settings: Settings) {
    let facts = ExposureFacts(world: world, settings: settings)
    let world = facts.world
    self.world = world
    self.facts = facts
    sort = settings.sort
    let view = settings[ExposureChoices.view]
    shown = view
    paths = PathTable.make(of: nil, facts: facts)
    let told = facts.cut.map { CutDetail(cut: $0, other: facts.otherCut, world: world) }
    self.told = told
    lost = told.map { CutTable.make($0, sort: settings.sort["lost"]) }
    hit = told.flatMap {
      CutSites.hit($0.hits, $0.cut, world: world, sort: settings.sort["hit"])
    }
    standing = told.flatMap {
      CutSites.standing($0.cut, $0.hits, world: world, sort: settings.sort["standing"])
    }
    var answer: [Span] = []
    content = ExposureScreen.content(of: view, facts, settings, answer: &answer)
    if let problem = facts.problem {
      answer = [Span(problem.description, .alarm)]
    }
    self.answer = answer
  }

  /// Asks the questions of a view; the answer in a line goes to `answer`, where the view has it.
  private static func content(
    of view: ExposureView, _ facts: ExposureFacts, _ settings: Settings, answer: inout [Span]
  ) -> Content {
    let (world, sort, options) = (facts.world, settings.sort, facts.options)
    let snapshot = world.snapshot
    switch view {
    case .graph:
      return .graph(ReachView(facts: facts, settings: settings), targetDetail(facts))
    case .list:
      answer = ExposedTable.answer(facts)
      return .table(ExposedTable.make(facts, sort: sort["exposed"]))
    case .without:
      let independence = Independence(of: snapshot, from: facts.supplier, options)
      answer = WithoutTable.answer(independence, facts: facts)
      return .table(WithoutTable.make(independence, facts: facts, sort: sort["without"]))
    case .chokepoints:
      let report = ChokepointReport(of: snapshot, options)
      answer = ChokepointTable.answer(report, facts: facts)
      return .table(ChokepointTable.make(report, facts: facts, sort: sort["chokepoints"]))
    case .time:
      let course = ComputeCourse(of: snapshot, to: facts.target, options)
      return .time(TimeView(course, facts: facts, sort: sort["time"]))
    case .law:
      let matrix = LawMatrix(of: snapshot, options) { world.shows(world.dataset[$0]) }
      answer = LawTable.answer(matrix)
      return .table(LawTable.make(matrix, facts: facts, sort: sort["law"]))
    case .capacity:
      return .capacity(CapacityView(world: world, facts: facts, of: facts.target, sort: sort))
    case .money:
      let money = CircularMoney(of: snapshot, options)
      return .money(MoneyView(money, world: world, sort: sort["circles"]))
    case .concentration:
      let markets = LayerConcentration.all(of: snapshot, options)
      answer = ConcentrationTable.answer(markets, options)
      return .table(ConcentrationTable.make(markets, world: world, sort: sort["concentration"]))
    }
  }

  /// The detail of the target next to the graph of compute; `nil` for a graph of something else.
  private static func targetDetail(_ facts: ExposureFacts) -> TargetDetail? {
    guard facts.dimension == .compute else { return nil }
    let (snapshot, options) = (facts.world.snapshot, facts.options)
    return TargetDetail(
      facts: facts,
      stop: CutReport(
        of: snapshot, cutting: Scenario(CutTarget(suppliersOf: facts.supplier)), options),
      independence: Independence(of: snapshot, from: facts.supplier, options),
      chokepoints: ChokepointReport(of: snapshot, options),
      money: CircularMoney(of: snapshot, options))
  }

  var record: any JSONConvertible & Sendable { facts.json(view: shown) }

  var panes: [Pane] { mainPanes + [lost, hit, standing].compactMap { $0?.pane } }

  /// The panes without those of the cut, which take the place of the paths of who is selected.
  var mainPanes: [Pane] {
    let more = hasDetail && lost == nil && paths.count > 0 ? [paths.pane] : []
    return switch content {
    case .graph(let graph, _): [graph.pane] + more
    case .table(let table): [table.pane] + more
    case .capacity(let capacity): [capacity.operators.pane, capacity.customers.pane]
    case .money(let money): [money.table.pane]
    case .time(let time): [time.table.pane]
    }
  }

  /// True if the view has a detail of the selected organisation.
  private var hasDetail: Bool { [.graph, .list, .without, .chokepoints].contains(shown) }

  // MARK: The selection

  func following(_ view: ViewState) -> (any Screen)? {
    let id = organisation(at: 0, in: view)
    guard id != subject else { return nil }
    var screen = self
    screen.subject = id
    if case .capacity(let capacity) = content {
      screen.content = .capacity(capacity.telling(of: id, sort: sort))
    } else if hasDetail {
      screen.paths = PathTable.make(of: id == facts.target ? nil : id, facts: facts)
    }
    return screen
  }

  /// The list of who loses, where not all of the answer stands on the screen.
  func answerPane(in area: Size) -> Int? {
    guard let told else { return nil }
    let bounds = Rect(x: 0, y: 0, width: area.width, height: area.height)
    return told.height(width: area.width) <= parts(of: bounds).detail.height ? nil : lostPane
  }

  func name(of setting: Setting) -> String? {
    switch setting {
    case .view: shown.help
    case .zoom:
      if case .graph(let graph, _) = content { graph.zoomName } else { nil }
    default: nil
    }
  }

  func corner(after view: ViewState, movedBy steps: Point, in area: Size) -> Point? {
    guard case .graph(let graph, _) = content else { return nil }
    return graph.corner(
      after: view, movedBy: steps,
      in: parts(of: Rect(x: 0, y: 0, width: area.width, height: area.height)).picture)
  }

  func prepared(for area: Size) -> (any Screen)? {
    let bounds = Rect(x: 0, y: 0, width: area.width, height: area.height)
    guard case .graph(let graph, let detail) = content,
      let prepared = graph.prepared(for: parts(of: bounds).picture.size)
    else { return nil }
    var screen = self
    screen.content = .graph(prepared, detail)
    return screen
  }

  var touched: (any Screen)? {
    guard case .graph(var graph, let detail) = content, graph.isFresh else { return nil }
    graph.isFresh = false
    var screen = self
    screen.content = .graph(graph, detail)
    return screen
  }

  var refinement: (@Sendable () -> any Screen)? {
    guard case .graph(let graph, let detail) = content, graph.isFresh else { return nil }
    let screen = self
    return {
      var screen = screen
      screen.content = .graph(graph.refined, detail)
      return screen
    }
  }

  // MARK: Drawing

  private struct Parts {
    /// The line that names the views.
    let tabs: Rect
    let answer: Rect
    /// The line that says what the words over the columns mean.
    let words: Rect
    let tiers: Rect
    let picture: Rect
    let detail: Rect
  }

  private func parts(of area: Rect, isPrinted: Bool = false) -> Parts {
    let tabs = isPrinted && shown != .graph ? 0 : 1
    let words =
      shown == .list && !answer.isEmpty ? (area.height >= 17 ? 2 : area.height >= 12 ? 1 : 0) : 0
    let head = tabs + (answer.isEmpty ? 0 : 1) + words
    let tiers = shown == .graph ? 1 : 0
    var detail = 0
    if hasDetail || shown == .money || facts.cut != nil {
      detail = area.height >= 30 ? 8 : area.height >= 17 ? 5 : 0
      if case .graph(_, let told?) = content, area.height >= 30 {
        detail = max(detail, min(10, told.height))
      }
      if let told, area.height >= 17 {
        let room = area.height >= 30 ? area.height * 2 / 3 : area.height * 3 / 4
        detail = min(told.height(width: area.width), room)
        let whole = height(of: told, width: area.width, isPrinted: isPrinted)
        if isPrinted, area.height >= mainHeight + whole { detail = whole }
      } else if isPrinted, shown != .graph {
        detail = 0
      }
    }
    let gap = detail > 0 ? 1 : 0
    return Parts(
      tabs: area.row(0), answer: area.row(tabs),
      words: Rect(x: area.x, y: area.y + tabs + 1, width: area.width, height: words),
      tiers: area.row(head),
      picture: area.inset(top: head + tiers, bottom: detail + gap),
      detail: area.inset(top: max(0, area.height - detail)))
  }

  func draw(in area: Rect, of frame: inout Frame, view: ViewState) {
    let parts = parts(of: area, isPrinted: view.isPrinted)
    if !view.isPrinted {
      let gap = Rect(
        x: area.x, y: parts.picture.maxY, width: area.width,
        height: parts.detail.isEmpty || parts.picture.maxY >= parts.detail.y ? 0 : 1)
      drawTabs(in: parts.tabs, or: gap, of: &frame)
    } else if shown == .graph {
      frame.canvas.put(
        [Span(legend, .dim)].clauses(within: area.width - 1), x: area.x + 1, y: area.y)
    }
    if shown == .list, parts.words.height > 0 {
      let lines = [ExposedTable.paths(facts), ExposedTable.legend]
      for (row, line) in lines.prefix(parts.words.height).enumerated() {
        frame.canvas.put(
          line.clauses(within: parts.words.width), x: parts.words.x, y: parts.words.y + row)
      }
    }
    if !answer.isEmpty {
      frame.canvas.put(
        answer.clauses(within: parts.answer.width), x: parts.answer.x, y: parts.answer.y)
    }
    switch content {
    case .graph(let graph, _):
      let height = graph.draw(in: parts.picture, tiers: parts.tiers, of: &frame, view: view)
      if graph.pane.count == 0 || height == 0 {
        frame.sayEmpty(in: parts.picture.inset(top: parts.picture.height / 3))
      }
      if view.isPrinted {
        // On paper nothing moves, so that what is told may follow the picture closely.
        let spare = max(0, parts.picture.height - height)
        return drawDetail(
          in: Rect(
            x: area.x, y: parts.detail.y - spare, width: area.width,
            height: parts.detail.height + spare), of: &frame, view: view)
      }
    case .table(let table): table.draw(0, in: parts.picture, of: &frame, view: view)
    case .capacity(let capacity): capacity.draw(in: parts.picture, of: &frame, view: view)
    case .money(let money): money.table.draw(0, in: parts.picture, of: &frame, view: view)
    case .time(let time): time.draw(in: parts.picture, of: &frame, view: view)
    }
    drawDetail(in: parts.detail, of: &frame, view: view)
  }

  func draw(pane: Int, in area: Rect, of frame: inout Frame, view: ViewState) {
    if pane == 0, case .graph(let graph, _) = content {
      let rows = area.rows([.fixed(1), .share(1)])
      _ = graph.draw(in: rows[1], tiers: rows[0], of: &frame, view: view)
    } else {
      panes[pane].draw(pane, in: area, of: &frame, view: view)
    }
  }

  private func drawDetail(in area: Rect, of frame: inout Frame, view: ViewState) {
    guard area.height > 0 else { return }
    if let told { return draw(told, in: area, of: &frame, view: view) }
    switch content {
    case .money(let money): money.drawSteps(in: area, of: &frame, view: view)
    case .capacity, .time: break
    case .graph, .table:
      guard hasDetail else { return }
      if let id = organisation(at: 0, in: view), id != facts.target {
        ExposureDetail(
          facts: facts, id: id, paths: paths, buyers: buyers(of: id), suppliers: suppliers(of: id)
        )
        .draw(in: area, of: &frame, view: view, pane: 1)
      } else if case .graph(_, let detail) = content {
        detail?.draw(in: area, on: &frame.canvas)
        if detail == nil { drawReach(in: area, of: &frame) }
      }
    }
  }

  /// The meaning of the graph's lines.
  var legend: String {
    if case .graph(let graph, _) = content { graph.legend } else { "" }
  }

  /// Those with the most known exposure in a dimension other than compute, and the meaning of the lines.
  private func drawReach(in area: Rect, of frame: inout Frame) {
    let known = (facts.main?.organisations ?? []).compactMap { found -> (String, ShareInterval)? in
      guard let share = found.known, share.documented > 0 else { return nil }
      return (world.dataset.name(found.id), share)
    }.sorted { ($0.1.documented, $1.0) > ($1.1.documented, $0.0) }
    let told = known.map {
      "\($0.0) \(NumberFormat.percent($0.1.documented...$0.1.possible))"
    }.joined(separator: ", ")
    let title = "\(counted(known.count, "organisation")) known to depend on \(facts.questionName)"
    let lines = TextWidth.wrap(told.isEmpty ? title : "\(title): \(told)", width: area.width)
    for (row, line) in lines.prefix(max(0, area.height - 1)).enumerated() {
      frame.canvas.put(line, x: area.x, y: area.y + row, width: area.width)
    }
    frame.canvas.put(
      [Span(legend, .dim)].clauses(within: area.width), x: area.x, y: area.maxY - 1)
  }

  private func suppliers(of id: ID<Organisation>) -> [String] {
    guard case .graph(let graph, _) = content else { return [] }
    return graph.suppliers(of: id)
  }

  private func buyers(of id: ID<Organisation>) -> [(name: String, size: ClosedRange<Double>?)] {
    guard case .graph(let graph, _) = content else { return [] }
    return graph.buyers(of: id)
  }

  func naturalHeight(width: Int) -> Int {
    let cut = told.map { height(of: $0, width: width, isPrinted: true) }
    return switch content {
    case .graph(_, let detail): mainHeight + max(8, cut ?? detail?.height ?? 4)
    case .money: mainHeight + (cut ?? 8) + 1
    case .table, .capacity, .time: mainHeight + (cut.map { $0 + 1 } ?? 0)
    }
  }

  /// The rows of the view itself.
  private var mainHeight: Int {
    let head = answer.isEmpty ? 0 : shown == .list ? 3 : 1
    return switch content {
    case .graph(let graph, _): graph.naturalHeight + 3
    case .table(let table): table.naturalHeight + head
    case .capacity(let capacity): capacity.naturalHeight
    case .money(let money): money.table.naturalHeight
    case .time(let time): time.naturalHeight
    }
  }
}

extension Page {
  public static let exposure = Page(ExposureScreen.self)
}
