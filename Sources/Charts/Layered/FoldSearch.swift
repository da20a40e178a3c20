import Canvas

/// Looks for the fold that shows the most nodes within an area.
struct FoldSearch {
  private let whole: LayeredGraph
  /// The nodes with their layers in the layout of the whole graph, the most important first.
  private let nodes: [(node: LayeredGraph.Node, layer: Int)]
  private let layerCount: Int
  private let size: Size
  private let options: LayeredLayout.Options

  /// The shown part: the number of single nodes, their greatest width, and the number of layers
  /// folded together.
  struct Cut: Hashable {
    var kept: Int
    var widest: Int
    var band: Int
  }

  init(
    _ whole: LayeredGraph, layout: LayeredLayout, size: Size, options: LayeredLayout.Options
  ) {
    self.whole = whole
    self.size = size
    self.options = options
    layerCount = layout.layers.count
    nodes = IndexedGraph(whole).nodes.enumerated().map { ($1, layout.boxes[$0].layer) }.sorted {
      ($1.node.weight, $0.node.id) < ($0.node.weight, $1.node.id)
    }
  }

  /// Cutting names to a width must show this many more nodes, in percent, to be worth it.
  private static let widths = [
    (widest: Int.max, worth: 100), (widest: 22, worth: 97), (widest: 16, worth: 90),
    (widest: 12, worth: 75), (widest: 9, worth: 50), (widest: 6, worth: 25),
  ]

  func best() -> GraphFold {
    for band in 1...max(1, layerCount) {
      var best: (cut: Cut, value: Int)?
      for (widest, worth) in Self.widths {
        guard let kept = mostKept(widest: widest, band: band) else { continue }
        let value = (kept + 1) * worth
        if value > best?.value ?? 0 { best = (Cut(kept: kept, widest: widest, band: band), value) }
      }
      if let best { return settled(best.cut) }
    }
    return fold(Cut(kept: 0, widest: max(1, size.width), band: max(1, layerCount)), options)
  }

  private func fits(_ layout: LayeredLayout) -> Bool {
    layout.width <= size.width && layout.height <= size.height
  }

  /// The most nodes that can be shown by themselves; nil if not even none can.
  private func mostKept(widest: Int, band: Int) -> Int? {
    var quick = options
    quick.effort = .quick
    func fits(_ kept: Int) -> Bool {
      self.fits(fold(Cut(kept: kept, widest: widest, band: band), quick).layout)
    }
    guard fits(0) else { return nil }
    // No layer can show more nodes than there are rows.
    var perLayer = [Int](repeating: 0, count: layerCount)
    var high = 0
    for entry in nodes where perLayer[entry.layer] < size.height * band {
      perLayer[entry.layer] += 1
      high += 1
    }
    var low = 0
    high = min(high, nodes.count)
    while low < high {
      let middle = (low + high + 1) / 2
      if fits(middle) { low = middle } else { high = middle - 1 }
    }
    return low
  }

  /// The fold laid out with all the effort asked for, or quickly if only that fits.
  private func settled(_ cut: Cut) -> GraphFold {
    let fold = fold(cut, options)
    if fits(fold.layout) { return fold }
    var quick = options
    quick.effort = .quick
    return self.fold(cut, quick)
  }

  /// The graph with all but the first nodes folded, each layer (or band of layers) by itself.
  func fold(_ cut: Cut, _ options: LayeredLayout.Options) -> GraphFold {
    var shown = [LayeredGraph.Node]()
    var hidden = [[String]](repeating: [], count: layerCount / cut.band + 1)
    for (i, entry) in nodes.enumerated() {
      let tier = entry.layer / cut.band
      if i < cut.kept {
        shown.append(Self.narrowed(entry.node, to: cut.widest, tier: tier))
      } else {
        hidden[tier].append(entry.node.id)
      }
    }
    var stand: [String: String] = [:]
    var groups: [GraphFold.Group] = []
    let known = Set(nodes.map(\.node.id))
    for (tier, members) in hidden.enumerated() where !members.isEmpty {
      var id = "+\(tier)"
      while known.contains(id) { id = "+" + id }
      let node = Self.narrowed(
        LayeredGraph.Node(
          id: id, name: "+ \(members.count) more", detail: .names, weight: 0),
        to: cut.widest, tier: tier)
      shown.append(node)
      groups.append(GraphFold.Group(id: id, members: members))
      for member in members { stand[member] = id }
    }
    let (edges, sources) = merged(stand)
    let graph = LayeredGraph(nodes: shown, edges: edges)
    return GraphFold(
      graph: graph, layout: LayeredLayout(graph, options: options), groups: groups, edges: sources)
  }

  private static func narrowed(
    _ node: LayeredGraph.Node, to widest: Int, tier: Int
  ) -> LayeredGraph.Node {
    var node = node
    node.width = min(node.width, widest)
    node.tier = tier
    return node
  }

  /// The edges between shown nodes, parallel edges of folded nodes joined with the sum of their
  /// weights and the style of the heaviest.
  private func merged(_ stand: [String: String]) -> ([LayeredGraph.Edge], [[Int]]) {
    struct Ends: Hashable { var from, to: String }
    var edges: [LayeredGraph.Edge] = []
    var sources: [[Int]] = []
    var heaviest: [Double] = []
    var known: [Ends: Int] = [:]
    for (i, edge) in whole.edges.enumerated() {
      let isFolded = stand[edge.from] != nil || stand[edge.to] != nil
      let ends = Ends(from: stand[edge.from] ?? edge.from, to: stand[edge.to] ?? edge.to)
      if isFolded && ends.from == ends.to { continue }
      if isFolded, let at = known[ends] {
        edges[at].weight += edge.weight
        sources[at].append(i)
        if edge.weight > heaviest[at] {
          (heaviest[at], edges[at].style) = (edge.weight, edge.style)
        }
      } else {
        if isFolded { known[ends] = edges.count }
        edges.append(
          LayeredGraph.Edge(from: ends.from, to: ends.to, weight: edge.weight, style: edge.style))
        sources.append([i])
        heaviest.append(edge.weight)
      }
    }
    return (edges, sources)
  }
}
