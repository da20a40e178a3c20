/// The connected parts of a proper graph, largest first; of equals the part with the lowest vertex.
struct ConnectedParts {
  struct Part {
    /// In ascending order.
    var vertices: [Int]
    /// The arcs, by their number in `ProperGraph.chains`.
    var chains: [Int] = []
  }

  private(set) var parts: [Part] = []

  init(_ graph: ProperGraph) {
    var sets = DisjointSets(count: graph.vertexCount)
    for chain in graph.chains {
      for vertex in chain.dropFirst() { sets.join(chain[0], vertex) }
    }
    var partOfRoot = [Int](repeating: -1, count: graph.vertexCount)
    for vertex in 0..<graph.vertexCount {
      let root = sets.root(vertex)
      if partOfRoot[root] < 0 {
        partOfRoot[root] = parts.count
        parts.append(Part(vertices: []))
      }
      parts[partOfRoot[root]].vertices.append(vertex)
    }
    for (arc, chain) in graph.chains.enumerated() {
      parts[partOfRoot[sets.root(chain[0])]].chains.append(arc)
    }
    parts.sort { ($1.vertices.count, $0.vertices[0]) < ($0.vertices.count, $1.vertices[0]) }
  }
}

struct DisjointSets {
  private var parent: [Int]

  init(count: Int) { parent = Array(0..<count) }

  /// The least member of the set.
  mutating func root(_ member: Int) -> Int {
    var node = member
    while parent[node] != node {
      parent[node] = parent[parent[node]]
      node = parent[node]
    }
    return node
  }

  mutating func join(_ a: Int, _ b: Int) {
    let (x, y) = (root(a), root(b))
    parent[max(x, y)] = min(x, y)
  }
}

/// The vertices of a connected part numbered level by level.
struct LevelNumbering {
  let firstLayer: Int
  let levelStart: [Int]
  /// The vertex of the proper graph for each number.
  let vertices: [Int]
  let segments: [(upper: Int32, lower: Int32)]

  /// `numbers` is room for one number a vertex, which parts may share.
  init(_ graph: ProperGraph, part: ConnectedParts.Part, numbers local: inout [Int32]) {
    let layers = part.vertices.map { graph.layer[$0] }
    let first = layers.min() ?? 0
    var start = [Int](repeating: 0, count: (layers.max() ?? 0) - first + 2)
    for layer in layers { start[layer - first + 1] += 1 }
    for i in 1..<start.count { start[i] += start[i - 1] }
    firstLayer = first
    levelStart = start
    var vertices = [Int](repeating: 0, count: part.vertices.count)
    for (vertex, layer) in zip(part.vertices, layers) {
      let number = start[layer - first]
      start[layer - first] += 1
      vertices[number] = vertex
      local[vertex] = Int32(number)
    }
    self.vertices = vertices
    var segments: [(upper: Int32, lower: Int32)] = []
    for arc in part.chains {
      let chain = graph.chains[arc]
      for i in 1..<chain.count { segments.append((local[chain[i - 1]], local[chain[i]])) }
    }
    self.segments = segments
  }
}
