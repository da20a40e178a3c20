import Canvas
import Charts
import Dataset
import Insight

/// The graph of reach as something to walk in: its nodes as rows, its picture for a window, and what is
/// folded, focused and in sight of it.
struct ReachView: Sendable {
  private let facts: ExposureFacts
  /// Everything, for the rows; its first part is drawn where the window is narrow.
  private let whole: ReachGraph
  var legend: String { whole.legend }
  var caption: String { whole.caption }
  private let flows: ReachGraph
  private let target: ReachGraph.Node
  private let zoom: ReachChart.Zoom
  private let open: Int?
  private let closed: Int?
  /// The nodes of the rows: every node of the graph, shown or folded, the target first. Then comes
  /// a row for each tier of which something may be folded.
  private let rows: [ReachGraph.Node]
  private let rowOf: [ReachGraph.Node: Int]
  private(set) var chart: ReachChart?
  /// True while the picture may still be laid out at more effort: nobody has worked with it.
  var isFresh = false

  /// The cells of a step of panning.
  private static let step = Point(x: 8, y: 4)

  init(facts: ExposureFacts, settings: Settings) {
    self.facts = facts
    let target = facts.node
    self.target = target
    zoom = settings[ExposureChoices.zoom]
    let fold = settings.subjects[.group]
    open = fold.flatMap { $0.hasPrefix("open") ? Int($0.dropFirst(4)) : nil }
    closed = fold.flatMap { $0.hasPrefix("closed") ? Int($0.dropFirst(6)) : nil }
    let focus = settings.subjects[.focus].flatMap(facts.world.dataset.organisation)
    func graph(_ scope: ReachGraph.Scope) -> ReachGraph {
      let graph = ReachGraph.graph(
        of: facts.world, facts.dimension, scope, asked: facts.question,
        facts.options)
      return focus.map { graph.focused(on: .organisation($0)) } ?? graph
    }
    let cut = facts.dimension == .compute ? facts.cut : nil
    func losing(_ graph: ReachGraph) -> ReachGraph {
      var graph = graph
      if let cut { graph.losses = ReachView.lost(with: cut, in: graph) }
      return graph
    }
    flows = losing(graph(.flows))
    let isWhole = facts.world.filter.isEmpty && facts.dimension == .compute
    let graph = isWhole ? losing(graph(.relations)) : flows
    whole = graph
    let tiers = graph.tierNames.indices
    let nodes = tiers.flatMap { graph.nodes(of: $0) }
    rows =
      nodes.filter { $0 == target } + nodes.filter { $0 != target }
      + tiers.map { .folded(tier: $0) }
    rowOf = Dictionary(
      rows.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The compute that each node loses for certain: as operator, as tenant, as maker. A node that is cut
  /// itself loses its share of everything. Sizes that are open between two ends lose of both.
  private static func lost(
    with cut: CutReport, in graph: ReachGraph
  ) -> [ReachGraph.Node: ClosedRange<Double>] {
    var lost: [ReachGraph.Node: ClosedRange<Double>] = [:]
    func add(_ id: ID<Organisation>, _ loss: CutLoss) {
      let ends = loss.before > 0 ? max(1, loss.mostBefore / loss.before) : 1
      let sure = loss.documented...(loss.documented * ends)
      lost[.organisation(id)] = ReachGraph.sum(lost[.organisation(id)], sure)
    }
    for group in cut.accelerators.byCompany {
      guard case .organisation(let id) = group.key else { continue }
      add(id, group.loss)
    }
    for tenant in cut.tenants {
      add(tenant.id, tenant.rented)
    }
    for maker in cut.makers {
      add(maker.id, maker.made)
    }
    for part in cut.scenario.cuts where part.period == .everything {
      guard case .organisation(let id) = part.target else { continue }
      let node = ReachGraph.Node.organisation(id)
      let whole = graph.weights[node]?.size ?? 0...0
      lost[node] = (whole.lowerBound * part.fraction)...(whole.upperBound * part.fraction)
    }
    return lost
  }

  /// The rows that a picture takes in which nothing is folded for want of them.
  var naturalHeight: Int { min(26, unfoldedHeight) }

  /// The same where there is room for every node.
  var unfoldedHeight: Int {
    max(8, whole.tierNames.indices.map { whole.nodes(of: $0).count }.max() ?? 0)
  }

  var zoomName: String {
    switch zoom {
    case .fit: "folded to fit the window"
    case .names: "everything by its name: H J K L move it"
    case .figures: "everything with its figures: H J K L move it"
    case .dots: "everything as a dot"
    }
  }

  // MARK: Rows

  var pane: Pane {
    let (whole, dataset) = (whole, facts.world.dataset)
    let hidden = chart?.hidden ?? [:]
    let size: Column<ReachGraph.Node> =
      whole.dimension == .capital
      ? Column("usd_m", .init("$ m")) { node, _ -> Int? in
        if case .folded = node { return nil }
        return Int(nearest: whole.least(node))
      }
      : .size(in: whole.unit, minimum: 1, priority: 1) { node, _ in
        if case .folded = node { return nil }
        return whole.weights[node]?.size ?? 0...0
      }
    let columns: [Column<ReachGraph.Node>] = [
      Column("node", .init("Node")) { node, _ -> String? in
        switch node {
        case .organisation(let id): dataset.name(id)
        case .unknownVendor: whole.dimension == .compute ? "unnamed maker" : "not named"
        case .jurisdiction(let place): place.title
        case .country(let id): dataset.name(id)
        case .folded(let tier): whole.tierNames[tier]
        }
      },
      size,
    ]
    return Pane("Graph", columns: columns, rows: rows, in: facts.world) { node in
      switch node {
      case .organisation(let id): .organisation(dataset.slug(id))
      case .country(let id): .country(dataset.code(id))
      case .unknownVendor, .jurisdiction: nil
      case .folded(let tier):
        .sum(
          title: whole.tierNames[tier],
          (hidden[tier] ?? []).compactMap {
            if case .organisation(let id) = $0 { .organisation(dataset.slug(id)) } else { nil }
          })
      }
    }
  }

  func organisation(at row: Int) -> ID<Organisation>? {
    guard rows.indices.contains(row), case .organisation(let id) = rows[row] else { return nil }
    return id
  }

  /// The buyers of its compute; none where the graph is of something else.
  func buyers(of id: ID<Organisation>) -> [(name: String, size: ClosedRange<Double>?)] {
    guard whole.dimension == .compute else { return [] }
    let dataset = facts.world.dataset
    return whole.edges.filter { $0.from == .organisation(id) }
      .compactMap { edge -> (name: String, size: ClosedRange<Double>?)? in
        guard case .organisation(let buyer) = edge.to else { return nil }
        return (dataset.name(buyer), edge.amount)
      }
      .sorted { ($0.size?.lowerBound ?? -1, $1.name) > ($1.size?.lowerBound ?? -1, $0.name) }
  }

  /// The suppliers of an organisation, each with those behind it: `TSMC (with ASML)`.
  func suppliers(of id: ID<Organisation>) -> [String] {
    guard whole.dimension == .compute else { return [] }
    let dataset = facts.world.dataset
    func names(_ node: ReachGraph.Node) -> [(id: ID<Organisation>, name: String)] {
      whole.edges.compactMap { edge in
        guard edge.to == node, whole.tiers[edge.from] == 0, case .organisation(let id) = edge.from
        else { return nil }
        return (id, dataset.name(id))
      }.sorted { $0.name < $1.name }
    }
    return names(.organisation(id)).map { supplier in
      let behind = names(.organisation(supplier.id)).map(\.name).joined(separator: ", ")
      return behind.isEmpty ? supplier.name : "\(supplier.name) (with \(behind))"
    }
  }

  /// The folded tier after the key, as it is written in the settings. A row that stands for several
  /// opens. Any other row closes its tier, or gives it back to the window where it was open or
  /// closed.
  func fold(after current: String?, at row: Int) -> String? {
    guard rows.indices.contains(row) else { return nil }
    let node = rows[row]
    let isHidden = chart.map { boxes(of: $0)[node] == nil } ?? false
    let tier: Int
    if case .folded(let folded) = node {
      tier = folded
    } else {
      tier = chart.flatMap { drawn($0).tiers[node] } ?? whole.tiers[node] ?? 0
    }
    if current == "open\(tier)" || current == "closed\(tier)" { return nil }
    if case .folded = node { return "open\(tier)" }
    return isHidden ? "open\(tier)" : "closed\(tier)"
  }

  // MARK: Moving

  /// The destination of a move from a row: along lines to the left and right, within the layer up
  /// and down.
  func destination(of move: Move, from row: Int) -> Int? {
    guard let chart, rows.indices.contains(row) else { return nil }
    let layout = chart.chart.layout
    guard let start = box(of: rows[row], in: chart) else { return rowOf[target] ?? 0 }
    func go(_ direction: LayeredLayout.Direction, _ steps: Int) -> Int {
      var box = start
      for _ in 0..<steps { box = layout.neighbour(of: box, direction) }
      return rowOf[chart.nodes[box]] ?? row
    }
    switch move {
    case .up: return go(.up, 1)
    case .down: return go(.down, 1)
    case .left: return go(.left, 1)
    case .right: return go(.right, 1)
    case .pageUp: return go(.up, 8)
    case .pageDown: return go(.down, 8)
    case .top: return rowOf[target] ?? 0
    case .bottom: return chart.nodes.last.flatMap { rowOf[$0] }
    }
  }

  private func boxes(of chart: ReachChart) -> [ReachGraph.Node: Int] {
    Dictionary(
      chart.nodes.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The graph that a picture was made of.
  private func drawn(_ chart: ReachChart) -> ReachGraph {
    chart.scope == .flows ? flows : whole
  }

  /// The box that shows a node: its own, or that of the fold it is in.
  private func box(of node: ReachGraph.Node, in chart: ReachChart) -> Int? {
    if let own = chart.nodes.firstIndex(of: node) { return own }
    guard let tier = drawn(chart).tiers[node] else { return nil }
    return chart.nodes.firstIndex(of: .folded(tier: tier))
  }

  // MARK: The picture

  /// The same with the picture laid out for an area; `nil` where that is done already.
  func prepared(for area: Size) -> ReachView? {
    let request = ReachChart.Request(
      area: area, zoom: zoom, effort: effortAtRest, open: open, closed: closed)
    guard chart?.request != request else { return nil }
    let chart = picture(
      ReachChart.Request(area: area, zoom: zoom, open: open, closed: closed))
    var view = self
    view.chart = chart
    view.isFresh = chart.chart.layout.crossings > 0
    return view
  }

  /// The effort that the picture at hand took.
  private var effortAtRest: LayeredLayout.Effort { chart?.request.effort ?? .standard }

  /// The same with the picture that a file would have, where its lines cross less.
  var refined: ReachView {
    var view = self
    view.isFresh = false
    guard let chart else { return view }
    var request = chart.request
    request.effort = .thorough
    let better = picture(request)
    if better.chart.layout.crossings < chart.chart.layout.crossings { view.chart = better }
    return view
  }

  private func picture(_ request: ReachChart.Request) -> ReachChart {
    let (isMoney, unit) = (whole.dimension == .capital, whole.unit)
    return ReachChart(
      whole.dimension == .compute ? [whole, flows] : [whole], request, keeping: [target],
      in: facts.world.dataset
    ) { weight, lost, isLong in
      guard weight.upperBound > 0 else { return "" }
      func text(_ size: ClosedRange<Double>) -> String {
        if isMoney {
          return NumberFormat.money(millions: size.lowerBound, digits: isLong ? 3 : 2)
        }
        return isLong ? unit.figure(size) : unit.compact(size)
      }
      guard let lost, lost.upperBound > 0 else { return text(weight) }
      let left = SizeSum(weight).rest(without: lost)
      return text(weight) + String(Character(Glyph.arrowRight)) + text(left)
    }
  }

  func corner(after view: ViewState, movedBy steps: Point, in area: Rect) -> Point? {
    guard let chart else { return nil }
    let layout = chart.chart.layout
    guard layout.width > area.width || layout.height > area.height else { return nil }
    let from = origin(of: chart, in: area, view: view)
    let to = Point(
      x: from.x + steps.x * ReachView.step.x, y: from.y + steps.y * ReachView.step.y)
    return chart.chart.scroll(from: to, toShow: nil, in: area)
  }

  private func origin(of chart: ReachChart, in area: Rect, view: ViewState) -> Point {
    if let corner = view.corner { return chart.chart.scroll(from: corner, toShow: nil, in: area) }
    return chart.chart.scroll(
      from: Point(x: 0, y: 0), toShow: selected(view).flatMap { box(of: $0, in: chart) }, in: area)
  }

  private func selected(_ view: ViewState) -> ReachGraph.Node? {
    guard !view.isPrinted, let row = view.position(0).cursor, rows.indices.contains(row) else {
      return nil
    }
    return rows[row]
  }

  /// Draws the names of the tiers and the picture; says how many rows this takes.
  @discardableResult
  func draw(in area: Rect, tiers: Rect, of frame: inout Frame, view: ViewState) -> Int {
    // A picture that is printed is made once and looked at long.
    let request = ReachChart.Request(
      area: area.size, zoom: zoom,
      effort: view.isDraft ? .quick : view.isPrinted ? .thorough : effortAtRest, open: open,
      closed: closed)
    let chart = self.chart.flatMap { $0.request == request ? $0 : nil } ?? picture(request)
    let node = selected(view)
    let box = node.flatMap { self.box(of: $0, in: chart) }
    let origin = origin(of: chart, in: area, view: view)
    drawTiers(
      of: chart, in: tiers, scrolledBy: origin.x, style: view.titleStyle(of: 0), on: &frame.canvas)
    let looks = ReachLooks(
      chart: chart, facts: facts, lit: box.flatMap { lights(of: chart.nodes[$0], in: chart) },
      search: view.search)
    chart.chart.draw(
      on: &frame.canvas, in: area, scroll: origin, selected: box,
      node: { looks.style(of: $0) }, edge: { looks.look(of: $0) })
    frame.region(area, .pane(0))
    for (index, node) in chart.nodes.enumerated() {
      let place = chart.chart.layout.boxes[index].frame
        .offset(x: area.x - origin.x, y: area.y - origin.y).intersection(area)
      if !place.isEmpty, let row = rowOf[node] { frame.region(place, .row(pane: 0, row: row)) }
    }
    frame.settle(0, view.position(0), visible: area.height)
    return min(area.height, chart.chart.layout.height)
  }

  /// The selected node's chain both ways; nothing is dimmed while the target itself is selected.
  private func lights(of node: ReachGraph.Node, in chart: ReachChart) -> Set<ReachGraph.Node>? {
    if node == target { return nil }
    return chart.graph.reached(from: node, forwards: true)
      .union(chart.graph.reached(from: node, forwards: false))
  }

  /// The names of the tiers above their columns, with how many are shown of those that are folded.
  private func drawTiers(
    of chart: ReachChart, in row: Rect, scrolledBy x: Int, style: Style, on canvas: inout Canvas
  ) {
    guard row.height > 0 else { return }
    let boxes = chart.chart.layout.boxes
    var first: [Int: Int] = [:]
    for (index, node) in chart.nodes.enumerated() {
      guard let tier = chart.graph.tiers[node] else { continue }
      first[tier] = min(first[tier] ?? .max, boxes[index].x)
    }
    for tier in whole.tierNames.indices {
      guard let start = first[tier] else { continue }
      let next = first.filter { $0.key > tier }.values.min() ?? (row.width + x)
      let room = min(next, row.width + x) - max(start, x) - 2
      guard room > 3, start >= x || next - x > 8 else { continue }
      let away = chart.hidden[tier]?.count ?? 0
      let count = drawn(chart).nodes(of: tier).count
      let names = [whole.tierNames[tier], whole.tierWords[tier]]
      // A count without its noun says nothing; the noun without its count still names the place.
      let counted = away > 0 ? names.map { "\($0) \(count - away) of \(count)" } : []
      guard let title = (counted + names).first(where: { TextWidth.of($0) <= room }) else {
        continue
      }
      canvas.put(
        title, x: row.x + max(start, x) - x + 1,
        y: row.y, style: style, width: room)
    }
  }
}
