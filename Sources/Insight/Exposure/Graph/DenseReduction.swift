/// State reduction on a full matrix, for the core that is left when sparse rows have filled up.
///
/// The same elimination as `StateReduction`, on one block of memory, where merging sorted rows has
/// nothing left to gain.
struct DenseReduction {
  private let count: Int
  private var weights: [Double]
  private var out: [Double]
  private var gain: [Double]
  private var totals: [Double]

  /// The `x` of every row; see `StateReduction.solve(_:)`.
  static func solve(_ rows: [StateReduction.Row]) -> [Double] {
    var reduction = DenseReduction(rows)
    for pivot in rows.indices { reduction.eliminate(pivot) }
    return reduction.substituted()
  }

  private init(_ rows: [StateReduction.Row]) {
    count = rows.count
    weights = Array(repeating: 0, count: rows.count * rows.count)
    out = rows.map(\.out)
    gain = rows.map(\.gain)
    totals = Array(repeating: 0, count: rows.count)
    for (node, row) in rows.enumerated() {
      for entry in row.entries { weights[node * count + entry.column] = entry.weight }
    }
  }

  /// Hands the row of `pivot` to the later rows that point at it. The diagonal fills with what a
  /// node would give itself and is never read.
  private mutating func eliminate(_ pivot: Int) {
    let (count, base) = (count, pivot * count)
    let total = weights[(base + pivot + 1)..<(base + count)].reduce(out[pivot], +)
    totals[pivot] = total
    guard total > 0 else { return }
    let (pivotOut, pivotGain) = (out[pivot], gain[pivot])
    weights.withUnsafeMutableBufferPointer { weights in
      for node in (pivot + 1)..<max(pivot + 1, count) {
        let row = node * count
        let factor = weights[row + pivot] / total
        if factor == 0 { continue }
        for column in (pivot + 1)..<count {
          weights[row + column] += factor * weights[base + column]
        }
        out[node] += factor * pivotOut
        gain[node] += factor * pivotGain
      }
    }
  }

  private func substituted() -> [Double] {
    var values = [Double](repeating: 0, count: count)
    for node in (0..<count).reversed() where totals[node] > 0 {
      var sum = gain[node]
      for column in (node + 1)..<max(node + 1, count) {
        sum += weights[node * count + column] * values[column]
      }
      values[node] = sum / totals[node]
    }
    return values
  }
}
