/// What it costs a vertex to pass others of its level, on one side of the level.
///
/// For a vertex v and another w of its level the balance is the number of pairs of a neighbour of v
/// and one of w that stand in this order, less the pairs that stand the other way round. Moving v
/// from before w to behind it adds just the balance to the crossings.
struct SiftingSide {
  private enum Form { case none, single, few, table }
  private var form = Form.none
  /// The positions of the neighbours of v.
  private var places: [Int32] = []
  /// For each position of the other level: neighbours of v before it less neighbours behind it.
  private var table: [Int32] = []
  /// What looking at one neighbour of w takes, in steps.
  private(set) var stepsPerEnd = 0

  mutating func prepare(_ ends: [Int32], _ row: Range<Int>, _ position: [Int32], otherWidth: Int) {
    places.removeAll(keepingCapacity: true)
    for k in row { places.append(position[Int(ends[k])]) }
    switch places.count {
    case 0: (form, stepsPerEnd) = (.none, 0)
    case 1: (form, stepsPerEnd) = (.single, 1)
    case 2...6: (form, stepsPerEnd) = (.few, places.count)
    default:
      (form, stepsPerEnd) = (.table, 1)
      fillTable(otherWidth)
    }
  }

  private mutating func fillTable(_ width: Int) {
    table.removeAll(keepingCapacity: true)
    table.append(contentsOf: repeatElement(0, count: width))
    for place in places { table[Int(place)] += 1 }
    var before: Int32 = 0
    let count = Int32(places.count)
    for i in 0..<width {
      let here = table[i]
      table[i] = before - (count - before - here)
      before += here
    }
  }

  /// The balance with a vertex whose neighbours are `ends[row]`.
  @inline(__always)
  func balance(_ ends: Span<Int32>, _ row: Range<Int>, _ position: Span<Int32>) -> Int32 {
    var sum: Int32 = 0
    switch form {
    case .none: return 0
    case .single:
      let a = places[0]
      for k in row {
        let p = position[Int(ends[k])]
        sum &+= (p > a ? 1 : 0) &- (p < a ? 1 : 0)
      }
    case .few:
      let places = places.span
      for k in row {
        let p = position[Int(ends[k])]
        for i in places.indices { sum &+= (p > places[i] ? 1 : 0) &- (p < places[i] ? 1 : 0) }
      }
    case .table:
      let table = table.span
      for k in row { sum &+= table[Int(position[Int(ends[k])])] }
    }
    return sum
  }
}

/// Moves single vertices within their level to where they cause the fewest crossings on both sides,
/// the others staying in order: sifting (Matuszewski, Schönfeld and Molitor, Using sifting for k-layer
/// straightline crossing minimization, GD 1999). A vertex looks around only as far as the crossings
/// do not rise by more than `patience`.
struct Sifting {
  private var upper = SiftingSide()
  private var lower = SiftingSide()
  /// Everything looked at so far, in about equal portions of work.
  private(set) var steps = 0
  private let patience: Int32 = 2

  /// The best place near the present one, and by how much the crossings change there (at most 0).
  mutating func bestPlace(_ vertex: Int, level: Int, in levels: LevelOrder) -> (
    place: Int, change: Int
  ) {
    prepare(vertex, level: level, in: levels)
    let here = Int(levels.position[vertex])
    var best = (place: here, change: Int32(0))
    var change: Int32 = 0
    var i = here - 1
    while i >= 0 {
      change &-= balance(level: level, at: i, in: levels)
      if change < best.change {
        best = (i, change)
      } else if change > best.change &+ patience {
        break
      }
      i -= 1
    }
    change = 0
    i = here + 1
    let width = levels.width(level)
    while i < width {
      change &+= balance(level: level, at: i, in: levels)
      if change < best.change {
        best = (i, change)
      } else if change > best.change &+ patience {
        break
      }
      i += 1
    }
    return (best.place, Int(best.change))
  }

  /// How the crossings change if a vertex goes to a given place of its level.
  mutating func change(_ vertex: Int, level: Int, to place: Int, in levels: LevelOrder) -> Int {
    prepare(vertex, level: level, in: levels)
    let here = Int(levels.position[vertex])
    var change: Int32 = 0
    if place < here {
      for i in place..<here { change &-= balance(level: level, at: i, in: levels) }
    } else {
      for i in here..<place { change &+= balance(level: level, at: i + 1, in: levels) }
    }
    return Int(change)
  }

  private mutating func prepare(_ vertex: Int, level: Int, in levels: LevelOrder) {
    let (up, down) = (levels.up.row(vertex), levels.down.row(vertex))
    upper.prepare(
      levels.up.ends, up, levels.position, otherWidth: level > 0 ? levels.width(level - 1) : 0)
    lower.prepare(
      levels.down.ends, down, levels.position,
      otherWidth: level + 1 < levels.levelCount ? levels.width(level + 1) : 0)
    steps += 5 + up.count + down.count
  }

  @inline(__always)
  private mutating func balance(level: Int, at index: Int, in levels: LevelOrder) -> Int32 {
    let other = Int(levels.slots[levels.levelStart[level] + index])
    let (up, down) = (levels.up.row(other), levels.down.row(other))
    steps &+= 1 &+ up.count &* upper.stepsPerEnd &+ down.count &* lower.stepsPerEnd
    let position = levels.position.span
    return upper.balance(levels.up.ends.span, up, position)
      &+ lower.balance(levels.down.ends.span, down, position)
  }
}
