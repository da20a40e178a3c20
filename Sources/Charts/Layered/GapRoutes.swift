/// The routes of all lines between a layer and the next, and the columns they need.
///
/// Postcondition: no two tracks share a cell. On no row does an incoming line overlap an outgoing
/// line, unless they are a net or meet in a port.
struct GapRoutes {
  /// A track and the row it leads to.
  struct Turn: Hashable {
    var column: Int
    var row: Int
  }

  /// Columns of tracks, from 0.
  private(set) var columns = 0
  private var turns: [GapLine: [Turn]] = [:]

  init(_ lines: [GapLine], exactTracks: Int) {
    let grouped = GapNets(lines, exactTracks: exactTracks)
    guard !grouped.nets.isEmpty else { return }
    let tracks = TrackOrder(
      grouped.nets, usedRows: Set(lines.flatMap { [$0.source, $0.target] }))
    let column = pack(tracks)
    for (line, net) in grouped.netOfLine {
      if let second = tracks.second[GapLine(source: net, target: line.target)] {
        turns[line] = [
          Turn(column: column[net], row: tracks.nets[second].sources[0]),
          Turn(column: column[second], row: line.target),
        ]
      } else {
        turns[line] = [Turn(column: column[net], row: line.target)]
      }
    }
  }

  /// The turns of a line from left to right; none where it is straight.
  func turns(_ line: GapLine) -> [Turn] { turns[line] ?? [] }

  /// The leftmost column for each net in turn that is right of all those before it which touch its rows.
  private mutating func pack(_ tracks: TrackOrder) -> [Int] {
    let spans = tracks.nets.map(\.span)
    let first = spans.map(\.lowerBound).min() ?? 0
    let last = spans.map(\.upperBound).max() ?? 0
    var free = [Int](repeating: 0, count: last - first + 1)
    var column = [Int](repeating: 0, count: tracks.nets.count)
    for net in tracks.order {
      let rows = (spans[net].lowerBound - first)...(spans[net].upperBound - first)
      column[net] = free[rows].max() ?? 0
      for row in rows { free[row] = column[net] + 1 }
      columns = max(columns, column[net] + 1)
    }
    return column
  }
}
