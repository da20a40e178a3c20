/// Pass 5: a row for every vertex.
///
/// Postcondition: within a layer the vertices stand in their order without overlap, and everything
/// lies in rows `0..<height`. `height` is at most the limit where the layers fit into it at all.
///
/// The alignments of Brandes and Köpf are fitted into the available rows. The better two are
/// improved: whole straight runs are moved, and layers placed again where that leaves fewer rows to
/// climb. The straighter is taken.
struct Rows {
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
    let links = PortLinks(ordered)
    var candidates = BrandesKoepf.Bias.all.map { bias in
      var centres = alignment.centres(bias)
      fit(&centres)
      let candidate = Straightening(ordered, links: links, centre: centres, height: height)
      return (candidate: candidate, cost: candidate.cost)
    }
    candidates.sort { $0.cost < $1.cost }
    for i in 0..<2 {
      candidates[i].candidate.straighten()
      candidates[i].cost = candidates[i].candidate.cost
    }
    let best = candidates[candidates[1].cost < candidates[0].cost ? 1 : 0].candidate
    centre = best.centre.map { Int($0) }
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

  private mutating func trim() {
    let tops = centre.indices.map { centre[$0] - ordered.centre($0) }
    let least = tops.min() ?? 0
    for i in centre.indices { centre[i] -= least }
    height = centre.indices.map { centre[$0] - ordered.centre($0) + ordered.height[$0] }.max() ?? 0
  }
}
