/// From which level the neighbours are taken.
enum SweepSide {
  case upper
  case lower
}

/// Sorts levels by the barycentres of their neighbours, the mean of their positions.
struct Sweep {
  private var keys: [UInt64] = []
  private var free: [Int32] = []
  private var order: [Int32] = []

  /// Sorts one level. Vertices without neighbours on that side keep their places. Vertices with equal
  /// keys keep their order, or turn it with `turningTies`.
  mutating func sort(
    _ levels: inout LevelOrder, level: Int, side: SweepSide, turningTies: Bool
  ) {
    collectKeys(levels, level: level, side: side, turningTies: turningTies)
    guard keys.count > 1 else { return }
    if !sortIfNearlySorted() { keys.sort() }

    let start = levels.levelStart[level]
    let width = levels.width(level)
    order.removeAll(keepingCapacity: true)
    var next = 0
    var nextFree = 0
    for i in 0..<width {
      if nextFree < free.count, Int(free[nextFree]) == i {
        order.append(levels.slots[start + i])
        nextFree += 1
      } else {
        var old = Int(keys[next] & 0xFF_FFFF)
        if turningTies { old = 0xFF_FFFF - old }
        order.append(levels.slots[start + old])
        next += 1
      }
    }
    levels.set(level: level, to: order)
  }

  /// Collects the sort keys. A key holds the wanted position in its upper 40 bits and the place
  /// until now in its lower 24. So sorting plain numbers is stable.
  private mutating func collectKeys(
    _ levels: LevelOrder, level: Int, side: SweepSide, turningTies: Bool
  ) {
    keys.removeAll(keepingCapacity: true)
    free.removeAll(keepingCapacity: true)
    let (slots, position) = (levels.slots.span, levels.position.span)
    let starts = side == .upper ? levels.up.start.span : levels.down.start.span
    let ends = side == .upper ? levels.up.ends.span : levels.down.ends.span
    let start = levels.levelStart[level]
    for i in 0..<levels.width(level) {
      let v = Int(slots[start + i])
      let row = Int(starts[v])..<Int(starts[v + 1])
      if row.isEmpty {
        free.append(Int32(truncatingIfNeeded: i))
        continue
      }
      let wanted = Self.barycentre(ends, row, position)
      keys.append(wanted << 24 | UInt64(turningTies ? 0xFF_FFFF - i : i))
    }
  }

  /// In 1/65,536 of a place.
  private static func barycentre(
    _ ends: Span<Int32>, _ row: Range<Int>, _ position: Span<Int32>
  ) -> UInt64 {
    if row.count == 1 { return UInt64(position[Int(ends[row.lowerBound])]) << 16 }
    var sum: UInt64 = 0
    for k in row { sum += UInt64(position[Int(ends[k])]) }
    return (sum << 16) / UInt64(row.count)
  }

  /// Insertion sort that gives up once it has moved too much.
  private mutating func sortIfNearlySorted() -> Bool {
    let count = keys.count
    var budget = 4 * count
    var keys = keys.mutableSpan
    for i in 1..<count {
      let key = keys[i]
      var j = i
      while j > 0, keys[j - 1] > key {
        keys[j] = keys[j - 1]
        j -= 1
      }
      keys[j] = key
      budget -= i - j
      if budget < 0 { return false }
    }
    return true
  }
}
