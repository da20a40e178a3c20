/// Makes lines straighter without changing the order within the layers.
///
/// Precondition: the rows given respect the order and lie in `0..<height`; this stays so. No step raises
/// `cost`.
struct Straightening {
  private(set) var centre: [Int32]
  private let ordered: OrderedGraph
  private let links: PortLinks
  private let height: Int

  // Room that is used again and again.
  private var pools = MedianPools()
  private var offsets: [Int32] = []
  private var before: [Int32] = []
  private var run: [Int32] = []
  private var wishes: [Int32] = []
  private var seen: [Bool]

  init(_ ordered: OrderedGraph, links: PortLinks, centre: [Int], height: Int) {
    self.ordered = ordered
    self.links = links
    self.centre = centre.map { Int32($0) }
    self.height = height
    seen = [Bool](repeating: false, count: centre.count)
  }

  /// The rows that all lines climb, and four more for each that is not straight. They are weighted
  /// by the importance of their straightness.
  var cost: Int {
    var sum: Int32 = 0
    for vertex in centre.indices { sum += links.cost(vertex, shift: 0, centre) }
    return Int(sum / 2)
  }

  mutating func straighten() {
    for round in 0..<4 {
      var moved = false
      for i in ordered.layers.indices {
        let layer = ordered.layers[round % 2 == 0 ? i : ordered.layers.count - 1 - i]
        if placeAnew(layer) { moved = true }
      }
      if moveRuns() { moved = true }
      if !moved { break }
    }
  }

  /// Places the vertices of a layer where they climb the fewest rows to their neighbours on both sides:
  /// an isotonic regression for absolute values, exact by pooling adjacent violators. Says whether any
  /// moved.
  private mutating func placeAnew(_ layer: [Int]) -> Bool {
    guard let first = layer.first, let last = layer.last else { return false }
    offsets.removeAll(keepingCapacity: true)
    pools.removeAll()
    var offset = 0
    for (i, vertex) in layer.enumerated() {
      if i > 0 { offset += ordered.separation(layer[i - 1], vertex) }
      offsets.append(Int32(offset))
      let here = centre[vertex] - Int32(offset)
      pools.begin(at: i, value: here, weight: 1)
      for link in links.row(vertex) {
        pools.add(here + links.climb(vertex, link, centre), weight: 4 * links.weight[link])
      }
      pools.settle()
    }
    let least = Int32(ordered.centre(first))
    let most = Int32(height - (ordered.height[last] - ordered.centre(last)) - offset)
    before.removeAll(keepingCapacity: true)
    var change: Int32 = 0
    for vertex in layer {
      before.append(centre[vertex])
      change -= links.cost(vertex, shift: 0, centre)
    }
    for (firstIndex, end, median) in pools.ranges(count: layer.count) {
      for i in firstIndex..<end { centre[layer[i]] = max(least, min(most, median)) + offsets[i] }
    }
    for vertex in layer { change += links.cost(vertex, shift: 0, centre) }
    if change < 0 { return true }
    for (i, vertex) in layer.enumerated() { centre[vertex] = before[i] }
    return false
  }

  /// Shifts every run of vertices that straight lines join by what saves most. Says whether any moved.
  private mutating func moveRuns() -> Bool {
    for i in seen.indices { seen[i] = false }
    var moved = false
    for vertex in centre.indices where !seen[vertex] {
      takeStraightRun(from: vertex)
      if moveRun() { moved = true }
    }
    return moved
  }

  private mutating func takeStraightRun(from start: Int) {
    run.removeAll(keepingCapacity: true)
    run.append(Int32(start))
    seen[start] = true
    var next = 0
    while next < run.count {
      let vertex = Int(run[next])
      next += 1
      for link in links.row(vertex) {
        let end = Int(links.end[link])
        guard !seen[end], links.climb(vertex, link, centre) == 0 else { continue }
        seen[end] = true
        run.append(Int32(end))
      }
    }
  }

  private mutating func moveRun() -> Bool {
    let range = roomOfRun()
    guard range.low < 0 || range.high > 0 else { return false }
    wishes.removeAll(keepingCapacity: true)
    for vertex in run {
      for link in links.row(Int(vertex)) {
        let climb = links.climb(Int(vertex), link, centre)
        if climb != 0 { wishes.append(max(range.low, min(range.high, climb))) }
      }
    }
    wishes.sort()
    wishes.removeDuplicates()
    let step = max(1, wishes.count / 8)
    var best = (shift: Int32(0), cost: costOfRun(shift: 0))
    for i in stride(from: 0, to: wishes.count, by: step) where wishes[i] != 0 {
      let cost = costOfRun(shift: wishes[i])
      if cost < best.cost { best = (wishes[i], cost) }
    }
    for vertex in run { centre[Int(vertex)] += best.shift }
    return best.shift != 0
  }

  /// The distance up and down that a run can go before it meets a neighbour or the edge.
  private func roomOfRun() -> (low: Int32, high: Int32) {
    var (low, high) = (-height, height)
    for vertex in run.lazy.map({ Int($0) }) {
      let layer = ordered.layers[ordered.graph.layer[vertex]]
      let i = ordered.position[vertex]
      let above = i == 0 ? 0 : bottom(layer[i - 1]) + 1
      let below = i + 1 == layer.count ? height : top(layer[i + 1])
      low = max(low, above - top(vertex))
      high = min(high, below - 1 - bottom(vertex))
    }
    return (Int32(low), Int32(high))
  }

  private func top(_ vertex: Int) -> Int { Int(centre[vertex]) - ordered.centre(vertex) }

  private func bottom(_ vertex: Int) -> Int { top(vertex) + ordered.height[vertex] - 1 }

  /// The cost of the lines that leave a run; those within it stay straight.
  private func costOfRun(shift: Int32) -> Int32 {
    var sum: Int32 = 0
    for vertex in run { sum += links.bentCost(Int(vertex), shift: shift, centre) }
    return sum
  }
}
