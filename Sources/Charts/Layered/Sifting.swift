/// The cost for a vertex of passing others of its level, on a side of the level.
///
/// For a vertex v and another vertex w of its level the balance is a difference of two numbers.
/// Count pairs of a neighbour of v and a neighbour of w. It is the number of those in this order,
/// less that of those in the other. Moving v from before w to behind it adds just the balance to
/// the crossings.
struct SiftingSide {
  enum Form { case none, single, few, table }

  private(set) var form = Form.none
  /// The positions of the neighbours of v.
  private(set) var places: [Int32] = []
  /// For each position of the other level: neighbours of v before it less neighbours behind it.
  private(set) var table: [Int32] = []
  /// The steps that looking at a neighbour of w takes.
  private(set) var stepsPerEnd = 0

  mutating func prepare(_ rows: NeighbourRows, _ vertex: Int, _ position: [Int32], width: Int) {
    places.removeAll(keepingCapacity: true)
    for k in rows.row(vertex) { places.append(position[Int(rows.ends[k])]) }
    switch places.count {
    case 0: (form, stepsPerEnd) = (.none, 0)
    case 1: (form, stepsPerEnd) = (.single, 1)
    case 2...6: (form, stepsPerEnd) = (.few, places.count)
    default:
      (form, stepsPerEnd) = (.table, 1)
      fillTable(width)
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
  static func balance(
    _ form: Form, _ places: Span<Int32>, _ table: Span<Int32>, _ ends: Span<Int32>,
    _ row: Range<Int>, _ position: Span<Int32>
  ) -> Int32 {
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
      for k in row {
        let p = position[Int(ends[k])]
        for i in places.indices { sum &+= (p > places[i] ? 1 : 0) &- (p < places[i] ? 1 : 0) }
      }
    case .table:
      for k in row { sum &+= table[Int(position[Int(ends[k])])] }
    }
    return sum
  }
}

/// Moves single vertices within their level to the place with the fewest crossings on both sides.
/// The others stay in order. This is the sifting of Matuszewski, Schönfeld and Molitor. (Using
/// sifting for k-layer straightline crossing minimization, GD 1999.) A vertex looks around only as
/// far as the crossings do not rise by more than `patience`.
struct Sifting {
  private var upper = SiftingSide()
  private var lower = SiftingSide()
  /// Everything looked at so far, in about equal portions of work.
  private(set) var steps = 0
  private let patience: Int32 = 1

  /// The best place near the present place, and the change of crossings there (at most 0).
  mutating func bestPlace(
    _ vertex: Int, level: Int, in levels: LevelOrder
  ) -> (place: Int, change: Int) {
    prepare(vertex, level: level, in: levels)
    let here = Int(levels.position[vertex])
    let (before, behind, looked) = Self.search(
      from: here, level: level, in: levels, upper, lower, patience: patience, limit: nil)
    steps &+= looked
    let best = behind.change < before.change ? behind : before
    return (best.place, Int(best.change))
  }

  /// The change of crossings if a vertex goes to a given place of its level.
  mutating func change(_ vertex: Int, level: Int, to place: Int, in levels: LevelOrder) -> Int {
    prepare(vertex, level: level, in: levels)
    let here = Int(levels.position[vertex])
    let (before, behind, looked) = Self.search(
      from: here, level: level, in: levels, upper, lower, patience: Int32.max, limit: place)
    steps &+= looked
    return Int(place < here ? before.last : behind.last)
  }

  private mutating func prepare(_ vertex: Int, level: Int, in levels: LevelOrder) {
    upper.prepare(
      levels.up, vertex, levels.position, width: level > 0 ? levels.width(level - 1) : 0)
    lower.prepare(
      levels.down, vertex, levels.position,
      width: level + 1 < levels.levelCount ? levels.width(level + 1) : 0)
    steps += 5 + levels.up.row(vertex).count + levels.down.row(vertex).count
  }

  private typealias Found = (place: Int, change: Int32, last: Int32)

  /// Walks from a place to the front and to the back of a level, as long as patience lasts. With a
  /// limit, it goes just to that place.
  private static func search(
    from here: Int, level: Int, in levels: LevelOrder, _ upper: SiftingSide, _ lower: SiftingSide,
    patience: Int32, limit: Int?
  ) -> (before: Found, behind: Found, steps: Int) {
    let (slots, position) = (levels.slots.span, levels.position.span)
    let (upStart, upEnds) = (levels.up.start.span, levels.up.ends.span)
    let (downStart, downEnds) = (levels.down.start.span, levels.down.ends.span)
    let (upPlaces, upTable) = (upper.places.span, upper.table.span)
    let (downPlaces, downTable) = (lower.places.span, lower.table.span)
    let start = levels.levelStart[level]
    let width = levels.levelStart[level + 1] - start
    var result: (before: Found, behind: Found, steps: Int) = ((here, 0, 0), (here, 0, 0), 0)
    for isForward in [false, true] {
      let end =
        limit.map { isForward ? max(here, $0) : min(here, $0) } ?? (isForward ? width - 1 : 0)
      var best = (place: here, change: Int32(0))
      var change: Int32 = 0
      var i = here
      while i != end {
        i += isForward ? 1 : -1
        let other = Int(slots[start + i])
        let up = Int(upStart[other])..<Int(upStart[other + 1])
        let down = Int(downStart[other])..<Int(downStart[other + 1])
        let balance =
          SiftingSide.balance(upper.form, upPlaces, upTable, upEnds, up, position)
          &+ SiftingSide.balance(lower.form, downPlaces, downTable, downEnds, down, position)
        result.steps &+= 1 &+ up.count &* upper.stepsPerEnd &+ down.count &* lower.stepsPerEnd
        change = isForward ? change &+ balance : change &- balance
        if change < best.change {
          best = (i, change)
        } else if change &- best.change > patience {
          break
        }
      }
      if isForward {
        result.behind = (best.place, best.change, change)
      } else {
        result.before = (best.place, best.change, change)
      }
    }
    return result
  }
}
