/// A proper layered graph together with the order within its layers: what coordinates and routes are
/// made from.
struct OrderedGraph {
  let graph: ProperGraph
  /// The vertices of each layer from top to bottom.
  let layers: [[Int]]
  /// The place of each vertex within its layer.
  let position: [Int]
  /// The neighbours in the layer before and in the layer behind, each row in order of position.
  let before: NeighbourRows
  let behind: NeighbourRows
  /// Rows that each vertex takes.
  let height: [Int]

  init(_ graph: ProperGraph, layers: [[Int]], nodeHeights: [Int]) {
    self.graph = graph
    self.layers = layers
    var position = [Int](repeating: 0, count: graph.vertexCount)
    for layer in layers {
      for (i, vertex) in layer.enumerated() { position[vertex] = i }
    }
    self.position = position
    var segments = graph.chains.flatMap { chain in
      zip(chain, chain.dropFirst()).map { (from: Int32($0), to: Int32($1)) }
    }
    segments.sort { position[Int($0.from)] < position[Int($1.from)] }
    before = NeighbourRows(
      count: graph.vertexCount, pairs: segments.map { (at: $0.to, end: $0.from) })
    segments.sort { position[Int($0.to)] < position[Int($1.to)] }
    behind = NeighbourRows(
      count: graph.vertexCount, pairs: segments.map { (at: $0.from, end: $0.to) })
    height = (0..<graph.vertexCount).map { graph.isDummy($0) ? 1 : nodeHeights[$0] }
  }

  /// The row of a vertex, counted from its top, that lines aim at.
  func centre(_ vertex: Int) -> Int { (height[vertex] - 1) / 2 }

  /// The least rows between the centres of two vertices of which the second stands below the first.
  func separation(_ upper: Int, _ lower: Int) -> Int {
    height[upper] - centre(upper) + centre(lower)
  }

  /// How much it matters that a segment is straight: most within a long arc (Gansner and others, TSE
  /// 1993, section 4).
  func straightness(_ a: Int, _ b: Int) -> Int {
    switch (graph.isDummy(a), graph.isDummy(b)) {
    case (true, true): 8
    case (false, false): 1
    default: 2
    }
  }

  /// The fewest rows that hold every layer.
  var leastHeight: Int {
    layers.map { layer in layer.reduce(0) { $0 + height[$1] } }.max() ?? 0
  }
}
