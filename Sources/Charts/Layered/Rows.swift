/// Pass 5: a row for every vertex.
///
/// Postcondition: within a layer the vertices stand in their order without overlap, and everything lies
/// in rows `0..<height`. `height` is at most the limit where the layers fit into it at all.
///
/// The alignments of Brandes and Köpf are fitted into the rows there are; each is then improved by
/// moving whole straight runs and by placing layers anew where that leaves fewer rows to climb, and the
/// straightest is taken.
struct Rows {
  /// The row of the centre of each vertex.
  private(set) var centre: [Int]
  private(set) var height: Int

  private let ordered: OrderedGraph

  /// `limit` nil leaves a quarter more rows than the fullest layer needs.
  init(_ ordered: OrderedGraph, limit: Int?) {
    self.ordered = ordered
    let least = ordered.leastHeight
    height = max(least, limit ?? (least + max(2, least / 4)))
    centre = []
    let alignment = BrandesKoepf(ordered)
    var bestCost = Int.max
    for bias in BrandesKoepf.Bias.all {
      var centres = alignment.centres(bias)
      fit(&centres)
      var straightening = Straightening(ordered, centre: centres, height: height)
      straightening.run()
      let cost = straightening.cost
      if cost < bestCost { (centre, bestCost) = (straightening.centre, cost) }
    }
    trim()
  }

  /// Squeezes rows into `0..<height`: first all alike, then layer by layer where that overlaps.
  private func fit(_ centres: inout [Int]) {
    let low = centres.min() ?? 0
    let high = centres.max() ?? 0
    let room = height - 1
    for i in centres.indices {
      let row = centres[i] - low
      centres[i] = high - low <= room ? row : (row * room + (high - low) / 2) / (high - low)
    }
    for layer in ordered.layers {
      var least = 0
      for vertex in layer {
        centres[vertex] = max(centres[vertex], least + ordered.centre(vertex))
        least = centres[vertex] - ordered.centre(vertex) + ordered.height[vertex]
      }
      var most = height
      for vertex in layer.reversed() {
        let top = min(centres[vertex] - ordered.centre(vertex), most - ordered.height[vertex])
        centres[vertex] = top + ordered.centre(vertex)
        most = top
      }
    }
  }

  /// Removes empty rows at the top and the bottom.
  private mutating func trim() {
    let tops = centre.indices.map { centre[$0] - ordered.centre($0) }
    let least = tops.min() ?? 0
    for i in centre.indices { centre[i] -= least }
    height = centre.indices.map { centre[$0] - ordered.centre($0) + ordered.height[$0] }.max() ?? 0
  }
}
