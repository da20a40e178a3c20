/// Lines between two layers that share one vertical stroke, called its track: one line, a fan out of one
/// port or a fan into one.
struct GapNet: Hashable {
  /// Rows where lines come in from the left, ascending.
  var sources: [Int]
  /// Rows where lines go out to the right, ascending.
  var targets: [Int]

  /// The first and last row of the track.
  var span: ClosedRange<Int> {
    let ends = [sources.first, sources.last, targets.first, targets.last].compactMap { $0 }
    return (ends.min() ?? 0)...(ends.max() ?? 0)
  }

  /// Whether the net leads downwards on the whole.
  var isFalling: Bool {
    targets.reduce(0, +) * sources.count > sources.reduce(0, +) * targets.count
  }

  /// How bad it is to see this net left of another: the strokes that cross, and eight for each place
  /// where a reader could take a wrong turn from one net into the other.
  func cost(leftOf other: GapNet) -> Int {
    let (own, their) = (span, other.span)
    guard own.overlaps(their) else { return 0 }
    var cost = 0
    for row in other.sources where own.contains(row) {
      if sources.contains(row) {
        if sources.count > 1 { cost += 8 }
      } else if row != own.lowerBound, row != own.upperBound {
        cost += 1
      }
    }
    for row in targets where their.contains(row) {
      if other.targets.contains(row) {
        if other.targets.count > 1 { cost += 8 }
      } else if row != their.lowerBound, row != their.upperBound {
        cost += 1
      }
    }
    return cost
  }
}

/// A line from a row at the left of a gap to a row at its right.
struct GapLine: Hashable, Comparable {
  var source: Int
  var target: Int

  static func < (a: GapLine, b: GapLine) -> Bool { (a.source, a.target) < (b.source, b.target) }
}

/// Which lines of a gap share a track.
///
/// Lines share a track only where every line that a reader can follow exists: all lines of a port whose
/// other ends are theirs alone. A line that shares both its ends with different lines has a track of its
/// own, unless that takes more tracks than `exactTracks`; then lines of one source are merged
/// regardless, because width lacks.
struct GapNets {
  private(set) var nets: [GapNet] = []
  /// The net of each line that is not straight.
  private(set) var netOfLine: [GapLine: Int] = [:]

  /// Precondition: no line occurs twice.
  init(_ lines: [GapLine], exactTracks: Int) {
    var outgoing: [Int: Int] = [:]
    var incoming: [Int: Int] = [:]
    for line in lines {
      outgoing[line.source, default: 0] += 1
      incoming[line.target, default: 0] += 1
    }
    let bent = lines.filter { $0.source != $0.target }.sorted()
    let isOnBoth = bent.map {
      outgoing[$0.source, default: 0] > 1 && incoming[$0.target, default: 0] > 1
    }
    let exact = isOnBoth.count { $0 } <= exactTracks
    var netOfSource: [Int: Int] = [:]
    var netOfTarget: [Int: Int] = [:]
    for (line, both) in zip(bent, isOnBoth) {
      if incoming[line.target, default: 0] == 1 || (both && !exact) {
        if outgoing[line.source] == 1 {
          append(line)
        } else if let net = netOfSource[line.source] {
          nets[net].targets.append(line.target)
          netOfLine[line] = net
        } else {
          netOfSource[line.source] = nets.count
          append(line)
        }
      } else if both {
        append(line)
      } else if let net = netOfTarget[line.target] {
        nets[net].sources.append(line.source)
        netOfLine[line] = net
      } else {
        netOfTarget[line.target] = nets.count
        append(line)
      }
    }
  }

  private mutating func append(_ line: GapLine) {
    netOfLine[line] = nets.count
    nets.append(GapNet(sources: [line.source], targets: [line.target]))
  }
}
