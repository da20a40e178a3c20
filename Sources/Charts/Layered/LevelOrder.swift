/// A connected part of a proper layered graph and the order of the vertices within each level.
///
/// Vertices are numbered level by level. So level `l` owns the numbers
/// `levelStart[l]..<levelStart[l + 1]` and also the places of that range. Invariant: `slots`
/// restricted to a level is a permutation of its vertices, and `position` its inverse, counted
/// within the level. The neighbours of a vertex are stored in a row. Their order within the row has
/// no meaning until `sortUp` or `sortDown` put them into the order of their positions.
struct LevelOrder {
  let levelStart: [Int]
  private(set) var slots: [Int32]
  private(set) var position: [Int32]

  private(set) var up: NeighbourRows
  private(set) var down: NeighbourRows
  private var tree: [Int32] = []

  var levelCount: Int { levelStart.count - 1 }
  var vertexCount: Int { slots.count }
  var segmentCount: Int { down.ends.count }

  func width(_ level: Int) -> Int { levelStart[level + 1] - levelStart[level] }

  /// Takes the segments as pairs of an upper vertex and a vertex of the next level.
  init(levelStart: [Int], segments: [(upper: Int32, lower: Int32)]) {
    self.levelStart = levelStart
    let count = levelStart.last ?? 0
    down = NeighbourRows(count: count, pairs: segments.map { (at: $0.upper, end: $0.lower) })
    up = NeighbourRows(count: count, pairs: segments.map { (at: $0.lower, end: $0.upper) })
    slots = (0..<Int32(count)).map { $0 }
    position = slots
    setPositions()
  }

  /// Puts the vertices into the given order.
  /// Precondition: `order` holds, level by level, the vertices of the level.
  mutating func set(order: [Int32]) {
    slots = order
    setPositions()
  }

  private mutating func setPositions() {
    for level in 0..<levelCount { setPositions(level) }
  }

  private mutating func setPositions(_ level: Int) {
    let places = levelStart[level]..<levelStart[level + 1]
    let slots = slots
    let order = slots.span
    var position = position.mutableSpan
    for place in places {
      position[Int(order[place])] = Int32(truncatingIfNeeded: place - places.lowerBound)
    }
  }

  /// Writes a new order of one level.
  mutating func set(level: Int, to order: some Collection<Int32>) {
    var place = levelStart[level]
    for vertex in order {
      slots[place] = vertex
      place += 1
    }
    setPositions(level)
  }

  /// Takes a vertex from one place of its level to another; those between move up.
  mutating func move(level: Int, from: Int, to: Int) {
    Self.move(&slots, &position, start: levelStart[level], from: from, to: to)
  }

  private static func move(
    _ slots: inout [Int32], _ position: inout [Int32], start: Int, from: Int, to: Int
  ) {
    var slots = slots.mutableSpan
    var position = position.mutableSpan
    let vertex = slots[start + from]
    let step = to > from ? 1 : -1
    var i = from
    while i != to {
      let other = slots[start + i + step]
      slots[start + i] = other
      position[Int(other)] = Int32(truncatingIfNeeded: i)
      i += step
    }
    slots[start + to] = vertex
    position[Int(vertex)] = Int32(truncatingIfNeeded: to)
  }

  /// Sorts the lower neighbours of every vertex of a level by position, in linear time.
  mutating func sortDown(_ level: Int) {
    guard level + 1 < levelCount else { return }
    down.sort(
      rowsOf: levelStart[level]..<levelStart[level + 1], walking: slots,
      over: levelStart[level + 1]..<levelStart[level + 2], through: up)
  }

  /// The crossings between a level and the next, counted with the accumulator tree of Barth, Jünger
  /// and Mutzel. (Simple and efficient bilayer cross counting, GD 2002.)
  mutating func crossings(below level: Int) -> Int {
    guard level + 1 < levelCount else { return 0 }
    sortDown(level)
    var first = 1
    while first < width(level + 1) { first *= 2 }
    tree.removeAll(keepingCapacity: true)
    tree.append(contentsOf: repeatElement(0, count: 2 * first - 1))
    first -= 1
    let (order, positions, rows) = (slots, position, down)
    let (slots, position) = (order.span, positions.span)
    let (starts, ends) = (rows.start.span, rows.ends.span)
    let places = levelStart[level]..<levelStart[level + 1]
    var tree = tree.mutableSpan
    var total = 0
    for place in places {
      let u = Int(slots[place])
      for k in Int(starts[u])..<Int(starts[u + 1]) {
        var index = first + Int(position[Int(ends[k])])
        tree[index] &+= 1
        while index > 0 {
          if index & 1 == 1 { total += Int(tree[index + 1]) }
          index = (index - 1) / 2
          tree[index] &+= 1
        }
      }
    }
    return total
  }

  /// The number of crossings in all.
  mutating func crossings() -> Int {
    var total = 0
    for level in 0..<max(0, levelCount - 1) { total += crossings(below: level) }
    return total
  }
}
