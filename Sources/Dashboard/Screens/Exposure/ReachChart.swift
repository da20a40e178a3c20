import Canvas
import Charts
import Dataset
import Insight

/// The graph of reach, folded and laid out for an area, with what each box stands for.
struct ReachChart: Sendable {
  enum Zoom: CaseIterable, Sendable {
    /// As much as the window holds: the rest is folded.
    case fit
    /// Everything by its name, larger than the window where need be.
    case names
    /// Everything by its name and its figure.
    case figures
    case dots
  }

  struct Request: Hashable, Sendable {
    var area: Size
    var zoom: Zoom = .fit
    /// The effort of the search for an order with few crossings.
    var effort = LayeredLayout.Effort.standard
    /// The tier that the user has opened or closed.
    var open: Int?
    var closed: Int?
  }

  let chart: GraphChart
  /// The nodes of the boxes, in the order of the layout's boxes.
  let nodes: [ReachGraph.Node]
  /// The nodes of each tier that are folded away.
  let hidden: [Int: [ReachGraph.Node]]
  /// The edges in the order in which the drawing knows them.
  let edges: [ReachGraph.Edge]
  let graph: ReachGraph
  let request: Request
  var scope: ReachGraph.Scope { graph.scope }

  /// Lays out as much as an area holds.
  ///
  /// It takes the first of some graphs, the richest first, whose names need not be cut short. Else
  /// it takes the last, with as few nodes folded as the rows allow.
  ///
  /// - Parameters:
  ///   - graphs: At least one.
  ///   - kept: The nodes that are never folded.
  ///   - figure: The text next to a name, given that there is room for all its digits or not.
  init(
    _ graphs: [ReachGraph], _ request: Request, keeping kept: Set<ReachGraph.Node>,
    in dataset: Dataset, figure: ReachLabels.Figure
  ) {
    precondition(!graphs.isEmpty, "there is a graph to draw")
    let names = ReachLabels(dataset)
    guard request.zoom == .fit else {
      let fold = ReachGraph.Fold(most: .max, open: nil, closed: request.closed)
      let draft = Draft(graphs[0], fold, keeping: kept, rows: nil, effort: request.effort)
      self.init(draft, names.whole(draft, request.zoom, figure), request)
      return
    }
    for whole in graphs.dropLast() where request.area.width >= ReachChart.wide {
      let draft = Draft.highest(whole, request, keeping: kept)
      let labels = names.fitted(draft, width: request.area.width, least: 20, figure)
      if labels.fits {
        self.init(draft, labels, request)
        return
      }
    }
    let last = graphs[graphs.count - 1]
    let draft = Draft.highest(last, request, keeping: kept)
    let labels = names.fitted(draft, width: request.area.width, least: 13, figure)
    if labels.fits || request.closed != nil || request.open == 0 {
      self.init(draft, labels, request)
      return
    }
    // Where names would be cut to a few letters, those furthest from the operators stand as a
    // single box.
    var narrow = request
    narrow.closed = 0
    let folded = Draft.highest(last, narrow, keeping: kept)
    let brief = names.fitted(folded, width: request.area.width, least: 0, figure)
    self.init(folded, brief, request)
  }

  /// The columns below which the richer graphs need not be tried.
  private static let wide = 140

  private init(_ draft: Draft, _ labels: ReachLabels.Labels, _ request: Request) {
    var byKey: [String: ReachGraph.Node] = [:]
    let boxes = draft.graph.tiers.map { node, tier -> LayeredGraph.Node in
      let key = draft.graph.key(node)
      byKey[key] = node
      let text = labels.texts[node] ?? ""
      return LayeredGraph.Node(
        id: key, lines: [text], width: labels.widths[node] ?? TextWidth.of(text) + 2, tier: tier)
    }
    chart = GraphChart(
      LayeredGraph(nodes: boxes, edges: draft.lines),
      options: LayeredLayout.Options(
        rows: draft.rows, columns: request.zoom == .fit ? request.area.width : nil,
        effort: draft.effort))
    nodes = chart.layout.boxes.map { byKey[$0.id] ?? .unknownVendor }
    edges = draft.graph.edges
    hidden = draft.hidden
    graph = draft.graph
    self.request = request
  }

  /// A graph folded in one way, laid out with boxes of no width: neither the order nor the rows nor
  /// the gaps of a layout depend on how wide its boxes are.
  struct Draft {
    let graph: ReachGraph
    let hidden: [Int: [ReachGraph.Node]]
    let lines: [LayeredGraph.Edge]
    let layout: LayeredLayout
    let rows: Int?
    let effort: LayeredLayout.Effort

    init(
      _ whole: ReachGraph, _ fold: ReachGraph.Fold, keeping kept: Set<ReachGraph.Node>,
      rows: Int?, effort: LayeredLayout.Effort
    ) {
      let (graph, hidden) = whole.folded(fold, keeping: kept)
      self.graph = graph
      self.hidden = hidden
      self.rows = rows
      self.effort = effort
      lines = graph.edges.map { edge in
        LayeredGraph.Edge(from: graph.key(edge.from), to: graph.key(edge.to))
      }
      layout = LayeredLayout(
        LayeredGraph(
          nodes: graph.tiers.map { LayeredGraph.Node(id: graph.key($0), width: 1, tier: $1) },
          edges: lines),
        options: LayeredLayout.Options(rows: rows, effort: effort))
    }

    /// The fold with the most nodes whose layout is no higher than the area. An opened tier may be
    /// higher; then the others fold no further than the area asks of each.
    static func highest(
      _ whole: ReachGraph, _ request: Request, keeping kept: Set<ReachGraph.Node>
    ) -> Draft {
      let rows = max(1, request.area.height)
      var fold = ReachGraph.Fold(
        most: max(3, rows), open: request.open, closed: request.closed)
      while true {
        let quick = Draft(whole, fold, keeping: kept, rows: rows, effort: .quick)
        let excess = quick.layout.height - rows
        if excess <= 0 || fold.most <= 3 || request.open != nil {
          let draft = Draft(whole, fold, keeping: kept, rows: rows, effort: request.effort)
          return draft.layout.height <= max(rows, quick.layout.height) ? draft : quick
        }
        fold.most = max(3, fold.most - max(1, excess / 2))
      }
    }
  }
}
