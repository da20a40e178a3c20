/// Straight alignments: every vertex joins, where it can, the row of a median neighbour, and long
/// arcs keep a row. The method is of Brandes and Köpf (Fast and simple horizontal coordinate
/// assignment, GD 2001).
///
/// The published compaction has flaws (Brandes, Walter and Zink, Erratum, arXiv 2008.01252, 2020).
/// Here the aligned blocks are compacted by longest paths over the graph of blocks, once upwards
/// and once back. This needs no classes.
struct BrandesKoepf {
  /// One of the four ways to align: from which layer, and which of two medians comes first.
  struct Bias: Hashable {
    var towardsBefore: Bool
    var fromTop: Bool

    static let all = [
      Bias(towardsBefore: true, fromTop: true), Bias(towardsBefore: true, fromTop: false),
      Bias(towardsBefore: false, fromTop: true), Bias(towardsBefore: false, fromTop: false),
    ]
  }

  private let ordered: OrderedGraph
  /// Segments that would cut through a long arc, by vertex and its neighbour in the layer before.
  private let conflicts: Set<Arc>

  init(_ ordered: OrderedGraph) {
    self.ordered = ordered
    conflicts = Self.conflicts(ordered)
  }

  /// The row of the centre of each vertex, the least being near 0.
  /// Postcondition: neighbours within a layer are at least their separation apart.
  func centres(_ bias: Bias) -> [Int] {
    let root = align(bias)
    return compact(root, fromTop: bias.fromTop)
  }

  /// Segments that cross an inner segment of a long arc and are not one themselves.
  private static func conflicts(_ ordered: OrderedGraph) -> Set<Arc> {
    let graph = ordered.graph
    var result: Set<Arc> = []
    for (l, layer) in ordered.layers.enumerated().dropFirst() {
      var first = 0
      var low = 0
      for (i, vertex) in layer.enumerated() {
        var inner: Int?
        if graph.isDummy(vertex), let other = ordered.before[vertex].first.map({ Int($0) }),
          graph.isDummy(other)
        {
          inner = ordered.position[other]
        }
        guard inner != nil || i == layer.count - 1 else { continue }
        let high = inner ?? ordered.layers[l - 1].count
        for node in layer[first...i] {
          for end in ordered.before[node].map({ Int($0) }) {
            let place = ordered.position[end]
            if place < low || place > high, !(graph.isDummy(node) && graph.isDummy(end)) {
              result.insert(Arc(tail: end, head: node))
            }
          }
        }
        first = i + 1
        low = high
      }
    }
    return result
  }

  /// The first vertex of the block of each vertex.
  private func align(_ bias: Bias) -> [Int] {
    var root = Array(0..<ordered.graph.vertexCount)
    var taken = [Bool](repeating: false, count: root.count)
    let rows = bias.towardsBefore ? ordered.before : ordered.behind
    let layers = bias.towardsBefore ? ordered.layers : ordered.layers.reversed()
    for layer in layers.dropFirst() {
      var last = bias.fromTop ? -1 : Int.max
      for vertex in bias.fromTop ? layer : layer.reversed() {
        let ends = Array(rows[vertex])
        guard !ends.isEmpty else { continue }
        let (lower, upper) = ((ends.count - 1) / 2, ends.count / 2)
        for m in bias.fromTop ? [lower, upper] : [upper, lower] {
          let end = Int(ends[m])
          let place = ordered.position[end]
          let segment =
            bias.towardsBefore ? Arc(tail: end, head: vertex) : Arc(tail: vertex, head: end)
          guard bias.fromTop ? place > last : place < last, !taken[end],
            !conflicts.contains(segment)
          else { continue }
          taken[end] = true
          root[vertex] = root[end]
          last = place
          break
        }
      }
    }
    return root
  }

  /// The blocks as close to the top (or bottom) as the order allows.
  ///
  /// Each is then drawn back as far as the next block leaves room. So gaps open where nothing is
  /// bound.
  private func compact(_ root: [Int], fromTop: Bool) -> [Int] {
    var next: [[(block: Int, separation: Int)]] = Array(repeating: [], count: root.count)
    var waiting = [Int](repeating: 0, count: root.count)
    for layer in ordered.layers {
      for (a, b) in zip(layer, layer.dropFirst()) {
        let separation = ordered.separation(a, b)
        let (from, to) = fromTop ? (root[a], root[b]) : (root[b], root[a])
        next[from].append((to, separation))
        waiting[to] += 1
      }
    }
    var place = [Int](repeating: 0, count: root.count)
    var ready = root.indices.filter { root[$0] == $0 && waiting[$0] == 0 }
    var head = 0
    while head < ready.count {
      let block = ready[head]
      head += 1
      for step in next[block] {
        place[step.block] = max(place[step.block], place[block] + step.separation)
        waiting[step.block] -= 1
        if waiting[step.block] == 0 { ready.append(step.block) }
      }
    }
    for block in ready.reversed() {
      let room = next[block].map { place[$0.block] - $0.separation }.min()
      if let room { place[block] = max(place[block], room) }
    }
    return root.map { fromTop ? place[$0] : -place[$0] }
  }
}
