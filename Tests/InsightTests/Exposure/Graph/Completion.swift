import Insight

/// A completion of a random system: every unknown filled in. It is solved by plain dense
/// elimination that shares nothing with the solver under test.
struct Completion {
  private let count: Int
  private var weights: [[Double]]
  private var gain: [Double]
  private var pinned: [Double?]

  /// The system with the given sizes for its unknown ones, every unknown end and every node of
  /// which nothing is known at `ends`.
  init(of system: RandomSystem, _ shares: NodeShares, sizes: [Int: Double], ends: Double) {
    self.init(of: system, shares, sizes: sizes, end: { ends })
  }

  /// The system with random sizes from 10^-6 to 10^6 and random ends.
  init(of system: RandomSystem, _ shares: NodeShares, using random: inout GraphRandom) {
    var sizes: [Int: Double] = [:]
    for (index, edge) in system.graph.edges.enumerated() where edge.size == .unknown {
      var size = 1.0
      for _ in 0..<random.below(7) { size *= 10 }
      sizes[index] = random.chance(0.5) ? size : 1 / size
    }
    var local = random
    self.init(of: system, shares, sizes: sizes, end: { Double.random(in: 0...1, using: &local) })
    random = local
  }

  private init(
    of system: RandomSystem, _ shares: NodeShares, sizes: [Int: Double], end: () -> Double
  ) {
    let graph = system.graph
    count = graph.nodeCount
    weights = Array(repeating: Array(repeating: 0, count: graph.nodeCount), count: graph.nodeCount)
    gain = Array(repeating: 0, count: graph.nodeCount)
    pinned = (0..<graph.nodeCount).map { system.fixed[$0]?.documented }
    let closed = Self.closed(graph, pinned)
    let closedValue = end()
    for node in 0..<count where closed[node] { pinned[node] = closedValue }
    var totals = [Double](repeating: 0, count: count)
    for (index, edge) in graph.edges.enumerated() {
      let size: Double
      if case .known(let known) = edge.size { size = known } else { size = sizes[index] ?? 1 }
      totals[edge.from] += size
      if let to = edge.to {
        weights[edge.from][to] += size
      } else {
        gain[edge.from] += size * end()
      }
    }
    for node in 0..<count where totals[node] > 0 {
      for other in 0..<count { weights[node][other] /= totals[node] }
      gain[node] /= totals[node]
    }
  }

  /// All ways to make each unknown size tiny, huge, or hugest.
  static func extremes(_ edges: [Int]) -> [[Int: Double]] {
    edges.reduce([[:]]) { partial, edge in
      partial.flatMap { sizes in
        [1e-5, 1e5, 1e10].map { size in sizes.merging([edge: size]) { $1 } }
      }
    }
  }

  /// The shares of all nodes: Gauss-Jordan with partial pivoting on `I - P`.
  func solve() -> [Double] {
    var matrix = (0..<count).map { row -> [Double] in
      var line = (0..<count).map { column in
        (row == column ? 1 : 0) - (pinned[row] == nil ? weights[row][column] : 0)
      }
      line.append(pinned[row] ?? gain[row])
      return line
    }
    for column in 0..<count {
      let pivot = (column..<count).max { abs(matrix[$0][column]) < abs(matrix[$1][column]) }
      matrix.swapAt(column, pivot ?? column)
      for row in 0..<count where row != column && matrix[row][column] != 0 {
        let factor = matrix[row][column] / matrix[column][column]
        for entry in column...count { matrix[row][entry] -= factor * matrix[column][entry] }
      }
    }
    return (0..<count).map { matrix[$0][count] / matrix[$0][$0] }
  }

  /// The nodes from which neither a pinned node nor an unknown end can be reached, by repetition.
  private static func closed(_ graph: DependencyGraph, _ pinned: [Double?]) -> [Bool] {
    var open = pinned.map { $0 != nil }
    for _ in 0...graph.nodeCount {
      for edge in graph.edges where edge.size != .known(0) {
        if edge.to.map({ open[$0] }) ?? true { open[edge.from] = true }
      }
    }
    return open.map { !$0 }
  }
}
