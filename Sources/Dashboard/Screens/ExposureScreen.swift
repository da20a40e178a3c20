import Canvas
import Charts
import Dataset
import Insight

/// How much runs through one supplier, and along which paths: a graph of who supplies whom, the exposed
/// in order, and four bars with the largest paths for whoever is selected.
struct ExposureScreen: Screen {
  static let title = "Exposure"
  static let purpose = "how much runs through one supplier, and along which paths"
  static let bindings: [Binding] = [
    .on(
      .exposure, "d", .cycle(.dimension, by: 1),
      "the next dimension: compute, capital, customers, location",
      hint: "dimension"),
    .on(.exposure, "a", .local(.target), "aim: measure exposure to the selected one", hint: "aim"),
    .on(
      .exposure, "f", .local(.focus), "only the selected one's chain, or everything", hint: "focus"),
    .on(
      .exposure, "v", .cycle(.form, by: 1),
      "the graph, the list of the exposed, or the chokepoints",
      hint: "list"),
    .on(
      .exposure, "X", .local(.cut), "take the selected one away and see what is lost",
      hint: "what if"),
    .on(.exposure, "i", .cycle(.announced, by: 1), "count announced sites too, or leave them out"),
    .on(.exposure, "z", .cycle(.fold, by: 1), "groups of companies as one, or each on its own"),
  ]
  static let settings: [Setting: Int] = [
    .dimension: ExposureDimension.allCases.count, .form: 3, .announced: 2, .fold: 2,
  ]

  private let world: World
  private let facts: ExposureFacts
  private let table: FactTable
  private let chokepoints: FactTable
  private let isChokepoints: Bool
  private let whole: ReachGraph
  private let kept: Set<ReachGraph.Node>
  private let isList: Bool
  private var chart: ReachChart
  private var order: [Int] = []

  init(page: Page, world: World, settings: Settings) {
    self.world = world
    facts = ExposureFacts(world: world, settings: settings)
    table = facts.table(sort: settings.sort[1])
    isList = settings[.form] > 0 || facts.dimension != .compute
    isChokepoints = settings[.form] == 2
    chokepoints =
      isChokepoints
      ? ChokepointTable.make(of: world, facts: facts, sort: settings.sort[0])
      : FactTable("", columns: [], rows: [])
    var graph = ReachGraph(of: world, announced: facts.announced == .counted)
    let target = ReachGraph.Node.organisation(facts.target)
    if let focus = settings.subjects[.focus].flatMap(world.dataset.organisation) {
      graph = graph.focused(on: .organisation(focus))
    }
    whole = graph
    kept = [target]
    chart = ReachChart(graph, in: Size(width: 98, height: 18), keeping: kept, world: world)
    orderBoxes()
  }

  var record: any Encodable & Sendable { ExposureRecord(facts) }

  var headline: [Span] {
    var spans = [
      Span("Exposure to ", .heading), Span(facts.questionName, Style(.target, .bold)),
      Span(" · \(facts.dimension.rawValue)", .heading),
      Span(facts.announced == .counted ? " · announced too" : " · firm", .dim),
    ]
    if facts.dimension == .compute {
      let share = Compute.share(
        ofVendor: facts.target, in: world.snapshot, folding: facts.folding,
        announced: facts.announced, where: world.passes)
      if share.part > 0 {
        spans += [
          Span(" · "),
          Span(
            NumberFormat.percent(share.documented...share.possible), Style(.strong, .bold)),
          Span(" of \(NumberFormat.integer(share.whole)) accelerators", .plain),
        ]
      }
    }
    return spans
  }

  var panes: [Pane] {
    let (chart, order, dataset) = (chart, order, world.dataset)
    let list = isChokepoints ? chokepoints.pane : table.pane
    if isList { return [list] }
    return [
      Pane(
        "Graph", columns: ["node", "accelerators"], count: order.count,
        fact: { row in
          switch chart.nodes[order[row]] {
          case .organisation(let id): .organisation(dataset.slug(id))
          case .unknownVendor: nil
          case .folded(let tier):
            .sum(
              title: ReachGraph.tierNames[tier],
              (chart.hidden[tier] ?? []).compactMap {
                if case .organisation(let id) = $0 { .organisation(dataset.slug(id)) } else { nil }
              })
          }
        },
        cells: { row in
          let node = chart.nodes[order[row]]
          return [
            chart.chart.graph.nodes.first { $0.id == ReachGraph.key(node, dataset) }?.lines.first
              ?? "", "\(chart.graph.weights[node] ?? 0)",
          ]
        }),
      list,
    ]
  }

  mutating func prepare(for area: Size) {
    let room = ExposureScreen.graphSize(in: area)
    guard !isList, room != chart.area else { return }
    chart = ReachChart(whole, in: room, keeping: kept, world: world)
    orderBoxes()
  }

  /// The target first, then by layer and place, so that the screen opens on what it is about.
  private mutating func orderBoxes() {
    let boxes = chart.chart.layout.boxes
    let target = ReachGraph.Node.organisation(facts.target)
    order = boxes.indices.sorted { left, right in
      let (first, second) = (chart.nodes[left] == target, chart.nodes[right] == target)
      if first != second { return first }
      return (boxes[left].layer, boxes[left].y, left) < (boxes[right].layer, boxes[right].y, right)
    }
  }

  // MARK: Moving

  func destination(of move: Move, from row: Int, in pane: Int) -> Int? {
    guard pane == 0, !isList, order.indices.contains(row) else { return nil }
    let boxes = chart.chart.layout.boxes
    let here = boxes[order[row]]
    func nearest(_ candidates: [Int]) -> Int? {
      candidates.min {
        (abs(boxes[$0].y - here.y), boxes[$0].y) < (abs(boxes[$1].y - here.y), boxes[$1].y)
      }.flatMap { order.firstIndex(of: $0) }
    }
    switch move {
    case .up, .down:
      let others = boxes.indices.filter {
        boxes[$0].layer == here.layer && (move == .up ? boxes[$0].y < here.y : boxes[$0].y > here.y)
      }
      return nearest(others) ?? row
    case .left, .right:
      let linked = chart.chart.layout.routes.compactMap { route -> Int? in
        if move == .right, route.from == order[row] { return route.to }
        if move == .left, route.to == order[row] { return route.from }
        return nil
      }
      return nearest(linked) ?? row
    default: return nil
    }
  }

  func name(of setting: Setting) -> String? {
    switch setting {
    case .dimension: facts.dimension.rawValue
    case .announced: facts.announced == .counted ? "announced too" : "firm only"
    case .fold: facts.folding == .groups ? "groups as one" : "each on its own"
    case .form: isChokepoints ? "the chokepoints" : isList ? "the list" : "the graph"
    default: nil
    }
  }

  // MARK: Drawing

  private static let detailRows = 8

  /// What the graph gets of an area: all but the lines that tell of the selected one.
  private static func graphSize(in area: Size) -> Size {
    let detail = area.height >= 24 ? detailRows + 1 : 4
    return Size(width: area.width, height: max(3, area.height - detail - 1))
  }

  func draw(in area: Rect, of frame: inout Frame, view: ViewState) {
    guard !isList else { return drawList(in: area, of: &frame, view: view) }
    let room = ExposureScreen.graphSize(in: area.size)
    drawTiers(in: area.row(0), of: &frame)
    let graph = Rect(x: area.x, y: area.y + 1, width: area.width, height: room.height)
    if view.focus == 1 {
      table.draw(1, in: graph, of: &frame, view: view)
    } else {
      drawGraph(in: graph, of: &frame, view: view)
    }
    let detail = area.inset(top: room.height + 2)
    drawDetail(of: selected(view), in: detail, of: &frame)
  }

  private func drawList(in area: Rect, of frame: inout Frame, view: ViewState) {
    let detail = area.height >= 24 && !view.isPrinted ? ExposureScreen.detailRows + 1 : 0
    let shown = isChokepoints ? chokepoints : table
    shown.draw(0, in: area.inset(bottom: detail), of: &frame, view: view)
    guard detail > 0 else { return }
    drawDetail(
      of: selected(view), in: area.inset(top: area.height - detail + 1), of: &frame)
  }

  private func selected(_ view: ViewState) -> ID<Organisation>? {
    let panes = panes
    guard !view.isPrinted, panes.indices.contains(view.focus),
      let row = view.position(view.focus).cursor, row < panes[view.focus].count,
      case .organisation(let slug)? = panes[view.focus].fact(row)
    else { return nil }
    return world.dataset.organisation(slug)
  }

  private func drawTiers(in row: Rect, of frame: inout Frame) {
    let boxes = chart.chart.layout.boxes
    for tier in ReachGraph.tierNames.indices {
      let own = boxes.indices.filter { chart.graph.tiers[chart.nodes[$0]] == tier }
      guard let x = own.map({ boxes[$0].x }).min() else { continue }
      let next = boxes.indices.filter { (chart.graph.tiers[chart.nodes[$0]] ?? 0) > tier }
        .map { boxes[$0].x }.min()
      let width = (next ?? row.width) - x - 1
      frame.canvas.put(
        ReachGraph.tierNames[tier], x: row.x + x + 1, y: row.y, style: .heading,
        width: max(0, width))
    }
  }

  private func drawGraph(in area: Rect, of frame: inout Frame, view: ViewState) {
    let position = view.position(0)
    let row = view.isPrinted ? nil : position.cursor
    let box = row.flatMap { order.indices.contains($0) ? order[$0] : nil }
    let origin = chart.chart.scroll(from: Point(x: 0, y: 0), toShow: box, in: area)
    let lit = box.map { lights(of: chart.nodes[$0]) }
    let looks = ReachLooks(chart: chart, facts: facts, lit: lit)
    chart.chart.draw(
      on: &frame.canvas, in: area, scroll: origin, selected: box,
      node: { looks.style(of: $0) }, edge: { looks.look(of: $0) })
    frame.region(area, .pane(0))
    for (row, index) in order.enumerated() {
      let place = chart.chart.layout.boxes[index].frame
        .offset(x: area.x - origin.x, y: area.y - origin.y).intersection(area)
      if !place.isEmpty { frame.region(place, .row(pane: 0, row: row)) }
    }
    frame.settle(0, position, visible: area.height)
  }

  /// The selected one's chain both ways; nothing is dimmed while the target itself is selected.
  private func lights(of node: ReachGraph.Node) -> Set<ReachGraph.Node>? {
    if node == .organisation(facts.target) { return nil }
    return chart.graph.reached(from: node, forwards: true)
      .union(chart.graph.reached(from: node, forwards: false))
  }

  private func drawDetail(of id: ID<Organisation>?, in area: Rect, of frame: inout Frame) {
    guard area.height > 0, area.width > 0 else { return }
    if let cut = facts.cut {
      return CutDetail(cut: cut, world: world).draw(in: area, on: &frame.canvas)
    }
    ExposureDetail(facts: facts, id: id).draw(in: area, on: &frame.canvas)
  }

  func naturalHeight(width: Int) -> Int {
    isChokepoints ? chokepoints.naturalHeight : isList ? table.naturalHeight : 34
  }
}

/// The exposure as data, with the chokepoints and what a cut takes; nothing where the question has no
/// answer.
private struct ExposureRecord: Encodable, Sendable {
  let report: ExposureReport?

  init(_ facts: ExposureFacts) {
    let options = ExposureOptions(announced: facts.announced, folding: facts.folding)
    report = try? ExposureReport(
      of: facts.world.snapshot, to: facts.question, in: facts.dimension,
      cutting: facts.cut.map { ($0.target, $0.fraction) }, options)
  }

  func encode(to encoder: any Encoder) throws {
    try report?.encode(to: encoder)
  }
}
