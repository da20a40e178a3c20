/// Makes lines straighter without changing the order within the layers.
///
/// Precondition: the rows given respect the order and lie in `0..<height`; this stays so. No step raises
/// `cost`.
struct Straightening {
  private(set) var centre: [Int]
  private let ordered: OrderedGraph
  private let height: Int

  init(_ ordered: OrderedGraph, centre: [Int], height: Int) {
    self.ordered = ordered
    self.centre = centre
    self.height = height
  }

  /// The rows that all segments climb, weighted by how much straightness matters, and for each that is
  /// not straight four more.
  var cost: Int {
    var sum = 0
    for vertex in centre.indices {
      for end in ordered.behind[vertex] { sum += segmentCost(vertex, Int(end), shift: 0) }
    }
    return sum
  }

  mutating func run() {
    for round in 0..<4 {
      let layers = Array(ordered.layers.indices)
      for layer in round % 2 == 0 ? layers : layers.reversed() { placeAnew(ordered.layers[layer]) }
      if !moveRuns() { break }
    }
  }

  private func segmentCost(_ a: Int, _ b: Int, shift: Int) -> Int {
    let climb = abs(centre[a] + shift - centre[b])
    return climb == 0 ? 0 : ordered.straightness(a, b) * (climb + 4)
  }

  /// Places the vertices of a layer where they climb the fewest rows to their neighbours on both sides:
  /// an isotonic regression for absolute values, exact by pooling adjacent violators.
  private mutating func placeAnew(_ layer: [Int]) {
    var pools: [MedianPool] = []
    var offset = 0
    var offsets: [Int] = []
    for (i, vertex) in layer.enumerated() {
      if i > 0 { offset += ordered.separation(layer[i - 1], vertex) }
      offsets.append(offset)
      var pool = MedianPool(firstIndex: i)
      for row in [ordered.before[vertex], ordered.behind[vertex]] {
        for end in row {
          pool.add(
            centre[Int(end)] - offset, weight: 4 * ordered.straightness(vertex, Int(end)))
        }
      }
      pool.add(centre[vertex] - offset, weight: 1)
      pool.settle()
      while let last = pools.last, last.median > pool.median {
        pool.join(before: last)
        pools.removeLast()
      }
      pools.append(pool)
    }
    guard let first = layer.first, let last = layer.last else { return }
    let least = ordered.centre(first)
    let most = height - (ordered.height[last] - ordered.centre(last)) - offset
    let before = layer.reduce(0) { $0 + vertexCost($1) }
    let old = layer.map { centre[$0] }
    for (k, pool) in pools.enumerated() {
      let end = k + 1 < pools.count ? pools[k + 1].firstIndex : layer.count
      for i in pool.firstIndex..<end {
        centre[layer[i]] = max(least, min(most, pool.median)) + offsets[i]
      }
    }
    if layer.reduce(0, { $0 + vertexCost($1) }) > before {
      for (vertex, row) in zip(layer, old) { centre[vertex] = row }
    }
  }

  private func vertexCost(_ vertex: Int, shift: Int = 0) -> Int {
    var sum = 0
    for end in ordered.before[vertex] { sum += segmentCost(vertex, Int(end), shift: shift) }
    for end in ordered.behind[vertex] { sum += segmentCost(vertex, Int(end), shift: shift) }
    return sum
  }

  /// Shifts every run of vertices that straight segments join by what saves most. Says whether any
  /// moved.
  private mutating func moveRuns() -> Bool {
    var seen = [Bool](repeating: false, count: centre.count)
    var moved = false
    for vertex in centre.indices where !seen[vertex] {
      let run = straightRun(from: vertex, &seen)
      if move(run) { moved = true }
    }
    return moved
  }

  private func straightRun(from start: Int, _ seen: inout [Bool]) -> [Int] {
    var run = [start]
    seen[start] = true
    var next = 0
    while next < run.count {
      let vertex = run[next]
      next += 1
      for row in [ordered.before[vertex], ordered.behind[vertex]] {
        for end in row.map({ Int($0) }) where !seen[end] && centre[end] == centre[vertex] {
          seen[end] = true
          run.append(end)
        }
      }
    }
    return run
  }

  private mutating func move(_ run: [Int]) -> Bool {
    var range = (low: -height, high: height)
    var wishes: [Int] = []
    for vertex in run {
      let layer = ordered.layers[ordered.graph.layer[vertex]]
      let i = ordered.position[vertex]
      let top = i == 0 ? -1 : bottom(layer[i - 1])
      let floor =
        i + 1 == layer.count ? height : centre[layer[i + 1]] - ordered.centre(layer[i + 1])
      range.low = max(range.low, top + 1 - (centre[vertex] - ordered.centre(vertex)))
      range.high = min(range.high, floor - 1 - bottom(vertex))
      for row in [ordered.before[vertex], ordered.behind[vertex]] {
        for end in row where centre[Int(end)] != centre[vertex] {
          wishes.append(centre[Int(end)] - centre[vertex])
        }
      }
    }
    wishes = wishes.map { max(range.low, min(range.high, $0)) }.sorted()
    wishes.removeDuplicates()
    if wishes.count > 8 {
      wishes = stride(from: 0, to: 8, by: 1).map { wishes[$0 * wishes.count / 8] }
    }
    var best = (shift: 0, cost: runCost(run, shift: 0))
    for shift in wishes where shift != 0 {
      let cost = runCost(run, shift: shift)
      if cost < best.cost { best = (shift, cost) }
    }
    for vertex in run { centre[vertex] += best.shift }
    return best.shift != 0
  }

  private func bottom(_ vertex: Int) -> Int {
    centre[vertex] - ordered.centre(vertex) + ordered.height[vertex] - 1
  }

  /// What the segments cost that leave a run; those within it stay straight.
  private func runCost(_ run: [Int], shift: Int) -> Int {
    var sum = 0
    for vertex in run {
      for row in [ordered.before[vertex], ordered.behind[vertex]] {
        for end in row where centre[Int(end)] != centre[vertex] {
          sum += segmentCost(vertex, Int(end), shift: shift)
        }
      }
    }
    return sum
  }
}

/// Weighted values of adjacent vertices that must keep one distance, and their median.
struct MedianPool {
  private(set) var firstIndex: Int
  private(set) var median = 0
  private var values: [(value: Int, weight: Int)] = []

  init(firstIndex: Int) { self.firstIndex = firstIndex }

  mutating func add(_ value: Int, weight: Int) { values.append((value, weight)) }

  /// Takes in the pool of the vertices just before.
  mutating func join(before other: MedianPool) {
    values += other.values
    firstIndex = other.firstIndex
    settle()
  }

  /// Finds the median again after values were added.
  mutating func settle() {
    values.sort { $0.value < $1.value }
    let total = values.reduce(0) { $0 + $1.weight }
    var sum = 0
    for entry in values {
      sum += entry.weight
      if 2 * sum >= total {
        median = entry.value
        return
      }
    }
  }
}
