/// The lines of a gap that share a track.
///
/// Lines share a track only where every line that a reader can follow exists. So share the lines of
/// a port whose other ends are theirs alone. So do all lines of some ports that are each joined
/// with all of some others. A line that shares both its ends with different lines has a track of
/// its own. The exception is a gap that would take more tracks than `exactTracks`. Then the lines
/// of a source are merged regardless, because width lacks.
struct GapNets {
  private(set) var nets: [GapNet] = []
  /// The net of each line that is not straight.
  private(set) var netOfLine: [GapLine: Int] = [:]

  private var outgoing: [Int: Int] = [:]
  private var incoming: [Int: Int] = [:]
  private var netOfSource: [Int: Int] = [:]
  private var netOfTarget: [Int: Int] = [:]

  init(_ lines: [GapLine], exactTracks: Int) {
    let lines = lines.sorted()
    for line in lines {
      outgoing[line.source, default: 0] += 1
      incoming[line.target, default: 0] += 1
    }
    let whole = takeWholeParts(lines)
    let bent = lines.filter { $0.source != $0.target && !whole.contains($0) }
    let isExact = bent.count { sharesBothEnds($0) } <= exactTracks
    for line in bent {
      if sharesBothEnds(line) {
        if isExact { append(line) } else { addToFanOut(line) }
      } else if outgoing[line.source, default: 0] > 1 {
        addToFanOut(line)
      } else {
        addToFanIn(line)
      }
    }
  }

  private func sharesBothEnds(_ line: GapLine) -> Bool {
    outgoing[line.source, default: 0] > 1 && incoming[line.target, default: 0] > 1
  }

  private mutating func append(_ line: GapLine) {
    netOfLine[line] = nets.count
    nets.append(GapNet(sources: [line.source], targets: [line.target]))
  }

  private mutating func addToFanOut(_ line: GapLine) {
    if let net = netOfSource[line.source] {
      nets[net].targets.append(line.target)
      netOfLine[line] = net
    } else {
      netOfSource[line.source] = nets.count
      append(line)
    }
  }

  private mutating func addToFanIn(_ line: GapLine) {
    if let net = netOfTarget[line.target] {
      nets[net].sources.append(line.source)
      netOfLine[line] = net
    } else {
      netOfTarget[line.target] = nets.count
      append(line)
    }
  }

  /// Makes a net of every connected part where two sources or more are joined with all of two
  /// targets or more. Returns its lines.
  private mutating func takeWholeParts(_ lines: [GapLine]) -> Set<GapLine> {
    var targetsOf: [Int: [Int]] = [:]
    for line in lines { targetsOf[line.source, default: []].append(line.target) }
    var sourcesOf: [[Int]: [Int]] = [:]
    for (source, targets) in targetsOf where targets.count > 1 {
      sourcesOf[targets, default: []].append(source)
    }
    var taken: Set<GapLine> = []
    let parts = sourcesOf.filter { targets, sources in
      sources.count > 1 && targets.allSatisfy { incoming[$0] == sources.count }
    }
    for (targets, sources) in parts.sorted(by: { $0.key[0] < $1.key[0] }) {
      for source in sources {
        for target in targets {
          let line = GapLine(source: source, target: target)
          taken.insert(line)
          if source != target { netOfLine[line] = nets.count }
        }
      }
      nets.append(GapNet(sources: sources.sorted(), targets: targets))
    }
    return taken
  }
}
