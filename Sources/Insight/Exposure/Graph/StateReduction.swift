/// The exact solution of one linear system of shares, `x = P x + gain`, without a subtraction.
///
/// Every row gives `x` of its node as a weighted mean: of the `x` of other nodes and of values
/// known already. Nodes are eliminated in turn. Each hands its row to those that point at it (the
/// state reduction of W. Grassmann, M. Taksar, D. Heyman, Regenerative analysis and steady state
/// distributions for Markov chains, Oper. Res. 33(5), 1985: Gaussian elimination in which the
/// diagonal is never formed as `1 - p` but as the sum of what leaves the node). All terms are
/// positive, so nothing cancels: each result is right to nearly the last digit, however small the
/// way out of a cycle is. It stays between the least and greatest value put in.
///
/// The next node has the fewest pairs of a row pointing at it and an entry of its own (H.
/// Markowitz, Management Science 3(3), 1957), which keeps sparse systems sparse.
struct StateReduction {
  /// One equation: `x = (gain + Σ weight · x[column]) / (out + Σ weight)`.
  struct Row {
    /// The other nodes of the system with a positive weight, ascending.
    ///
    /// The row's own node is left out: a node that depends on itself depends as the rest of its row
    /// does.
    var entries: [(column: Int, weight: Double)] = []
    /// The weight of what leaves the system.
    var out = 0.0
    /// The weight of what leaves the system times its value.
    var gain = 0.0
  }

  private var rows: [Row]
  private var pointing: [[Int]]
  private var pointingCount: [Int]
  private var eliminated: [Bool]
  private var queue = Heap<(cost: Int, node: Int)> {
    $0.cost == $1.cost ? $0.node < $1.node : $0.cost < $1.cost
  }

  /// The `x` of every row.
  ///
  /// A row from which no way leads out of the system has no solution of its own and gets 0. The
  /// caller sees to it that there is none.
  static func solve(_ rows: [Row]) -> [Double] {
    var reduction = StateReduction(rows)
    let sequence = reduction.eliminateWhileSparse()
    var values = reduction.core()
    for node in sequence.reversed() {
      let row = reduction.rows[node]
      let total = row.entries.reduce(row.out) { $0 + $1.weight }
      let sum = row.entries.reduce(row.gain) { $0 + $1.weight * values[$1.column] }
      values[node] = total > 0 ? sum / total : 0
    }
    return values
  }

  private init(_ rows: [Row]) {
    self.rows = rows
    pointing = Array(repeating: [], count: rows.count)
    eliminated = Array(repeating: false, count: rows.count)
    for (node, row) in rows.enumerated() {
      for entry in row.entries { pointing[entry.column].append(node) }
    }
    pointingCount = pointing.map(\.count)
    for node in rows.indices { enqueue(node) }
  }

  private func cost(_ node: Int) -> Int { pointingCount[node] * rows[node].entries.count }

  private mutating func enqueue(_ node: Int) { queue.insert((cost(node), node)) }

  /// Eliminates nodes until none is left, or until even the cheapest touches a good part of what
  /// is. The nodes eliminated, in order.
  private mutating func eliminateWhileSparse() -> [Int] {
    var sequence: [Int] = []
    while let next = queue.popFirst() {
      // An entry made before the node's row or column changed again is followed by a newer entry.
      if eliminated[next.node] || next.cost != cost(next.node) { continue }
      let left = rows.count - sequence.count
      if left > 16 && 8 * next.cost > left * left { return sequence }
      eliminate(next.node)
      sequence.append(next.node)
    }
    return sequence
  }

  /// The values of the nodes not eliminated, 0 for the others.
  private func core() -> [Double] {
    var values = [Double](repeating: 0, count: rows.count)
    let left = rows.indices.filter { !eliminated[$0] }
    if left.isEmpty { return values }
    var place = [Int](repeating: 0, count: rows.count)
    for (position, node) in left.enumerated() { place[node] = position }
    let dense = left.map { node in
      var row = rows[node]
      row.entries = row.entries.map { (place[$0.column], $0.weight) }
      return row
    }
    for (position, value) in DenseReduction.solve(dense).enumerated() {
      values[left[position]] = value
    }
    return values
  }

  private mutating func eliminate(_ node: Int) {
    eliminated[node] = true
    let row = rows[node]
    let total = row.entries.reduce(row.out) { $0 + $1.weight }
    for entry in row.entries { pointingCount[entry.column] -= 1 }
    for other in pointing[node] where !eliminated[other] {
      hand(row, of: node, total: total, to: other)
    }
    for other in pointing[node] where !eliminated[other] { enqueue(other) }
    for entry in row.entries { enqueue(entry.column) }
    pointing[node] = []
  }

  /// Replaces in the row of `other` the entry for `node` by the row of `node`.
  private mutating func hand(_ row: Row, of node: Int, total: Double, to other: Int) {
    let old = rows[other].entries
    let weight = old.first { $0.column == node }?.weight ?? 0
    let factor = total > 0 ? weight / total : 0
    var merged: [(column: Int, weight: Double)] = []
    merged.reserveCapacity(old.count + row.entries.count)
    var (left, right) = (0, 0)
    while left < old.count || right < row.entries.count {
      let leftColumn = left < old.count ? old[left].column : .max
      let rightColumn = right < row.entries.count ? row.entries[right].column : .max
      let column = min(leftColumn, rightColumn)
      var sum = 0.0
      if leftColumn == column {
        sum += old[left].weight
        left += 1
      }
      if rightColumn == column {
        sum += factor * row.entries[right].weight
        right += 1
      }
      if column == node || column == other { continue }
      if leftColumn != column {
        pointing[column].append(other)
        pointingCount[column] += 1
      }
      merged.append((column, sum))
    }
    rows[other].entries = merged
    rows[other].out += factor * row.out
    rows[other].gain += factor * row.gain
  }
}
