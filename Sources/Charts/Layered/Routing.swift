import Canvas

/// Pass 6: columns for the layers and a path of rows and columns for every arc.
///
/// The gap between two layers has a column for the stems, some for the tracks and a column for the
/// arrow heads. It has its share of the spare columns too, half of them before the tracks.
/// Postcondition: paths leave out all boxes. Two paths lie on each other only where they share a
/// port, or a track of a net.
struct Routing {
  private(set) var width = 0
  private(set) var height = 0
  private(set) var layerX: [Int] = []
  private(set) var top: [Int] = []
  /// For each arc of the proper graph its path from tail to head, as `LayeredLayout.Route.path`.
  private(set) var paths: [[Point]] = []

  /// The most columns by which a gap is widened: lines that are longer tell nothing more.
  private static let widest = 14

  init(
    _ ordered: OrderedGraph, rows: Rows, widths: [Int], columns: Int? = nil, exactTracks: Int
  ) {
    let graph = ordered.graph
    let ports = Ports(ordered, centre: rows.centre)
    let lines = Self.lines(ordered, ports)
    let gaps = lines.map { byArc in
      var distinct = byArc.map(\.line).sorted()
      distinct.removeDuplicates()
      return GapRoutes(distinct, exactTracks: exactTracks)
    }
    let layerWidths = ordered.layers.map { layer in
      layer.lazy.filter { !graph.isDummy($0) }.map { widths[$0] }.max() ?? 1
    }
    let gapWidths = gaps.indices.map { lines[$0].isEmpty ? 1 : gaps[$0].columns + 2 }
    let joined = lines.count { !$0.isEmpty }
    let spare = max(0, (columns ?? 0) - layerWidths.reduce(0, +) - gapWidths.reduce(0, +))
    let extra = joined == 0 ? 0 : min(Self.widest, spare / joined)
    var right: [Int] = []
    for (l, layerWidth) in layerWidths.enumerated() {
      layerX.append(width)
      right.append(width + layerWidth)
      width += layerWidth
      if l < gaps.count { width += gapWidths[l] + (lines[l].isEmpty ? 0 : extra) }
    }
    paths = graph.chains.map { chain in
      [Point(x: layerX[graph.layer[chain[0]]] + widths[chain[0]], y: 0)]
    }
    for (l, gap) in gaps.enumerated() {
      for (arc, line) in lines[l] {
        if graph.chains[arc][0] < graph.nodeCount, graph.layer[graph.chains[arc][0]] == l {
          paths[arc][0].y = line.source
        }
        var row = line.source
        for turn in gap.turns(line) {
          let x = right[l] + 1 + extra / 2 + turn.column
          paths[arc].append(Point(x: x, y: row))
          paths[arc].append(Point(x: x, y: turn.row))
          row = turn.row
        }
        if l + 1 == graph.layer[graph.chains[arc][graph.chains[arc].count - 1]] {
          paths[arc].append(Point(x: layerX[l + 1] - 1, y: line.target))
        }
      }
    }
    top = rows.centre.indices.map { rows.centre[$0] - ordered.centre($0) }
    settleRows(height: rows.height)
  }

  /// For each gap the arcs that pass it and the rows between which they do.
  private static func lines(
    _ ordered: OrderedGraph, _ ports: Ports
  ) -> [[(arc: Int, line: GapLine)]] {
    let graph = ordered.graph
    var lines: [[(arc: Int, line: GapLine)]] = Array(
      repeating: [], count: max(0, ordered.layers.count - 1))
    for (arc, chain) in graph.chains.enumerated() {
      for (a, b) in zip(chain, chain.dropFirst()) {
        let out = ordered.behind[a].firstIndex(of: Int32(b)) ?? 0
        let into = ordered.before[b].firstIndex(of: Int32(a)) ?? 0
        let line = GapLine(
          source: ports.behind[a][out - ordered.behind[a].startIndex],
          target: ports.before[b][into - ordered.before[b].startIndex])
        lines[graph.layer[a]].append((arc, line))
      }
    }
    return lines
  }

  /// Counts rows from the first that is used: a divided net may have gone above or below all boxes.
  private mutating func settleRows(height: Int) {
    let corners = paths.joined().map(\.y)
    let first = min(0, corners.min() ?? 0)
    self.height = max(height, (corners.max() ?? -1) + 1) - first
    guard first < 0 else { return }
    for i in top.indices { top[i] -= first }
    for i in paths.indices { for k in paths[i].indices { paths[i][k].y -= first } }
  }
}
