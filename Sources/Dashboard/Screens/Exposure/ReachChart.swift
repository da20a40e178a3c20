import Canvas
import Charts
import Dataset
import Insight

/// The graph of reach, folded and laid out for an area, with what each box stands for.
struct ReachChart: Sendable {
  let chart: GraphChart
  /// What each box stands for, in the order of the layout's boxes.
  let nodes: [ReachGraph.Node]
  /// How many of each tier are folded away.
  let hidden: [Int: [ReachGraph.Node]]
  /// The edges in the order in which the drawing knows them.
  let edges: [ReachGraph.Edge]
  let graph: ReachGraph
  let area: Size

  /// Lays out as much of a graph as an area holds: first with figures, then with names alone, then with
  /// short names; and always with as few folded away as it takes.
  init(_ whole: ReachGraph, in area: Size, keeping kept: Set<ReachGraph.Node>, world: World) {
    var best: ReachChart?
    search: for label in Label.allCases {
      var most = max(3, area.height)
      while most >= 3 {
        let candidate = ReachChart(
          whole, most: most, label: label, keeping: kept, area: area, world: world)
        best = candidate
        if candidate.chart.layout.width > area.width, label != Label.allCases.last { break }
        if candidate.chart.layout.height <= area.height { break search }
        most -= max(1, (candidate.chart.layout.height - area.height) / 2)
      }
    }
    self =
      best
      ?? ReachChart(whole, most: 3, label: .short, keeping: kept, area: area, world: world)
  }

  /// How much is written in a box.
  private enum Label: CaseIterable {
    case figures, names, short
  }

  private init(
    _ whole: ReachGraph, most: Int, label: Label, keeping kept: Set<ReachGraph.Node>, area: Size,
    world: World
  ) {
    let dataset = world.dataset
    let (graph, hidden) = whole.folded(to: most, keeping: kept, in: dataset)
    var byKey: [String: ReachGraph.Node] = [:]
    let boxes = graph.tiers.map { node, tier -> LayeredGraph.Node in
      let text = ReachChart.text(node, graph, hidden, label, dataset)
      let key = ReachGraph.key(node, dataset)
      byKey[key] = node
      return LayeredGraph.Node(
        id: key, lines: [text], width: TextWidth.of(text) + 2, tier: tier,
        weight: Double(graph.weights[node] ?? 0))
    }.sorted { $0.id < $1.id }
    let lines = graph.edges.map { edge in
      LayeredGraph.Edge(
        from: ReachGraph.key(edge.from, dataset), to: ReachGraph.key(edge.to, dataset),
        weight: Double(edge.accelerators ?? 0))
    }
    chart = GraphChart(
      LayeredGraph(nodes: boxes, edges: lines),
      options: LayeredLayout.Options(rows: area.height))
    nodes = chart.layout.boxes.map { byKey[$0.id] ?? .unknownVendor }
    edges = graph.edges
    self.hidden = hidden
    self.graph = graph
    self.area = area
  }

  private static func text(
    _ node: ReachGraph.Node, _ graph: ReachGraph, _ hidden: [Int: [ReachGraph.Node]],
    _ label: Label, _ dataset: Dataset
  ) -> String {
    let weight = graph.weights[node] ?? 0
    let figure = weight > 0 && label == .figures ? " \(NumberFormat.compact(Double(weight)))" : ""
    switch node {
    case .organisation(let id):
      return shortened(dataset.name(id), label) + figure
    case .unknownVendor: return label == .short ? "unknown" : "unknown maker\(figure)"
    case .folded(let tier): return "+\(hidden[tier]?.count ?? 0) more\(figure)"
    }
  }

  /// A name as short as people still know it: without what stands in brackets, clipped where need be.
  private static func shortened(_ name: String, _ label: Label) -> String {
    let limit =
      switch label {
      case .figures: 26
      case .names: 20
      case .short: 12
      }
    let head = name.split(separator: "(").first.map(String.init) ?? name
    let trimmed = head.hasSuffix(" ") ? String(head.dropLast()) : head
    return TextWidth.clip(trimmed, to: limit)
  }
}
