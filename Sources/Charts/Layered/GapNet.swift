/// Lines between two layers that share one vertical stroke, called its track. They are a single line, a
/// fan out of a port or into a port, or all lines between some ports and some others. It has at least
/// one of both.
struct GapNet: Hashable {
  var sources: [Int]
  /// Rows where lines go out to the right, ascending.
  var targets: [Int]

  /// The first and last row of the track.
  var span: ClosedRange<Int> {
    min(sources[0], targets[0])...max(sources[sources.count - 1], targets[targets.count - 1])
  }

  /// True if the net leads downwards on the whole.
  var isFalling: Bool {
    targets.reduce(0, +) * sources.count > sources.reduce(0, +) * targets.count
  }

  /// The cost of placing this net left of another: the crossing strokes, and eight for each place
  /// where a reader could take a wrong turn.
  func cost(leftOf other: GapNet) -> Int {
    let (own, their) = (span, other.span)
    if own.upperBound < their.lowerBound || their.upperBound < own.lowerBound { return 0 }
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
