/// The lines at each vertex, to both sides, in one table.
struct PortLinks {
  private let start: [Int32]
  /// The vertex at the other end.
  let end: [Int32]
  /// The importance of the line's straightness.
  let weight: [Int32]
  /// The rows by which the other end's port lies farther below its centre than this end's.
  private let drop: [Int32]

  init(_ ordered: OrderedGraph) {
    var start: [Int32] = [0]
    var end: [Int32] = []
    var weight: [Int32] = []
    var drop: [Int32] = []
    for vertex in 0..<ordered.graph.vertexCount {
      for rows in [ordered.before, ordered.behind] {
        for k in rows.row(vertex) {
          let other = Int(rows.ends[k])
          end.append(rows.ends[k])
          weight.append(Int32(ordered.straightness(vertex, other)))
          drop.append(
            Int32(ordered.drop(other, towards: vertex) - ordered.drop(vertex, towards: other)))
        }
      }
      start.append(Int32(end.count))
    }
    (self.start, self.end, self.weight, self.drop) = (start, end, weight, drop)
  }

  func row(_ vertex: Int) -> Range<Int> { Int(start[vertex])..<Int(start[vertex + 1]) }

  /// The rows from a vertex's end of a line down to the other.
  func climb(_ vertex: Int, _ link: Int, _ centre: [Int32]) -> Int32 {
    centre[Int(end[link])] + drop[link] - centre[vertex]
  }

  /// The cost of a vertex's lines, were it shifted.
  func cost(_ vertex: Int, shift: Int32, _ centre: [Int32]) -> Int32 {
    var sum: Int32 = 0
    for link in row(vertex) {
      let rows = abs(climb(vertex, link, centre) - shift)
      if rows != 0 { sum += weight[link] * (rows + 4) }
    }
    return sum
  }

  /// The same without the lines that are straight now.
  func bentCost(_ vertex: Int, shift: Int32, _ centre: [Int32]) -> Int32 {
    var sum: Int32 = 0
    for link in row(vertex) {
      let climb = climb(vertex, link, centre)
      let rows = abs(climb - shift)
      if climb != 0, rows != 0 { sum += weight[link] * (rows + 4) }
    }
    return sum
  }
}
