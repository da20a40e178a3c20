/// A proper layered graph together with the order within its layers: what coordinates and routes are
/// made from.
struct OrderedGraph {
  let graph: ProperGraph
  let layers: [[Int]]
  /// The place of each vertex within its layer.
  let position: [Int]
  /// The neighbours in the layer before and in the layer behind, each row in order of position.
  let before: NeighbourRows
  let behind: NeighbourRows
  /// The rows that each vertex takes, the spare row included.
  let height: [Int]
  /// For each vertex, the spare row apart from those of its node, for edges that lead back. Where
  /// edges of both directions meet on a side of it, they could not be told apart on a single row.
  let spareRows: [Int]
  /// Pairs of a vertex and a neighbour whose line reaches the vertex in its spare row.
  let spareEnds: Set<Arc>

  /// `leadsBack` says of each arc whether it was turned round or stands for edges of both directions.
  init(_ graph: ProperGraph, layers: [[Int]], nodeHeights: [Int], leadsBack: [Bool]) {
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

    let spareEnds = Self.spareEnds(graph, leadsBack: leadsBack)
    self.spareEnds = spareEnds
    var spareRows = [Int](repeating: 0, count: graph.vertexCount)
    for end in spareEnds { spareRows[end.tail] = 1 }
    self.spareRows = spareRows
    height = (0..<graph.vertexCount).map {
      graph.isDummy($0) ? 1 : nodeHeights[$0] + spareRows[$0]
    }
  }

  /// The ends of arcs that lead back, where arcs of both directions meet on a side of a vertex.
  private static func spareEnds(_ graph: ProperGraph, leadsBack: [Bool]) -> Set<Arc> {
    guard leadsBack.contains(true) else { return [] }
    var hasForward: [(before: Bool, behind: Bool)] = Array(
      repeating: (false, false), count: graph.vertexCount)
    for (chain, isBack) in zip(graph.chains, leadsBack) where !isBack {
      hasForward[chain[0]].behind = true
      hasForward[chain[chain.count - 1]].before = true
    }
    var ends: Set<Arc> = []
    for (chain, isBack) in zip(graph.chains, leadsBack) where isBack {
      let (first, last) = (chain[0], chain[chain.count - 1])
      if hasForward[first].behind { ends.insert(Arc(tail: first, head: chain[1])) }
      if hasForward[last].before { ends.insert(Arc(tail: last, head: chain[chain.count - 2])) }
    }
    return ends
  }

  /// The row of a vertex, counted from its top, that lines aim at.
  func centre(_ vertex: Int) -> Int { (height[vertex] - spareRows[vertex] - 1) / 2 }

  /// The rows from the centre of a vertex down to the line to a neighbour. Its box is a row high
  /// but for the spare row.
  func drop(_ vertex: Int, towards neighbour: Int) -> Int {
    guard spareRows[vertex] > 0, spareEnds.contains(Arc(tail: vertex, head: neighbour)) else {
      return 0
    }
    return height[vertex] - 1 - centre(vertex)
  }

  /// The least rows between the centres of two vertices of which the second stands below the first.
  func separation(_ upper: Int, _ lower: Int) -> Int {
    height[upper] - centre(upper) + centre(lower)
  }

  /// The importance of a segment's straightness: most within a long arc (Gansner and others, TSE
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
