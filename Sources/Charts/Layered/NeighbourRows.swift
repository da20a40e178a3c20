/// The neighbours of every vertex on one side, in compressed rows.
struct NeighbourRows {
  let start: [Int32]
  private(set) var ends: [Int32]
  private var cursor: [Int32]

  init(count: Int, pairs: [(at: Int32, end: Int32)]) {
    var start = [Int32](repeating: 0, count: count + 1)
    for pair in pairs { start[Int(pair.at) + 1] += 1 }
    for v in 0..<count { start[v + 1] += start[v] }
    cursor = start
    ends = [Int32](repeating: 0, count: pairs.count)
    for pair in pairs {
      ends[Int(cursor[Int(pair.at)])] = pair.end
      cursor[Int(pair.at)] += 1
    }
    self.start = start
  }

  /// The range of a vertex's neighbours in `ends`.
  func row(_ vertex: Int) -> Range<Int> { Int(start[vertex])..<Int(start[vertex + 1]) }

  subscript(vertex: Int) -> ArraySlice<Int32> { ends[row(vertex)] }

  /// Sorts the rows of some vertices in the order in which `places` of `slots` name the neighbours:
  /// each neighbour in turn signs in at the vertices that it knows from the other side.
  mutating func sort(
    rowsOf vertices: Range<Int>, walking slots: [Int32], over places: Range<Int>,
    through other: NeighbourRows
  ) {
    for v in vertices { cursor[v] = start[v] }
    Self.signIn(
      &ends, &cursor, order: slots, places: places, start: other.start, neighbours: other.ends)
  }

  private static func signIn(
    _ ends: inout [Int32], _ cursor: inout [Int32], order: [Int32], places: Range<Int>,
    start: [Int32], neighbours: [Int32]
  ) {
    let (order, start, neighbours) = (order.span, start.span, neighbours.span)
    var ends = ends.mutableSpan
    var cursor = cursor.mutableSpan
    for place in places {
      let u = order[place]
      for k in Int(start[Int(u)])..<Int(start[Int(u) + 1]) {
        let v = Int(neighbours[k])
        ends[Int(cursor[v])] = u
        cursor[v] &+= 1
      }
    }
  }
}
