/// Pass 4: an order within each level with few crossings.
///
/// From several starts the levels are swept, each sorted by the barycentres of its neighbours
/// (Sugiyama, Tagawa and Toda 1981). Then every vertex is sifted until nothing improves, and local
/// search improves the best order further. The effort is counted in steps, never in time, so that
/// the result is the same on every machine.
///
/// Postcondition: `order` holds the vertices level by level. `crossings` is its number of
/// crossings, at most that of the order given.
struct CrossingReduction {
  private(set) var order: [Int32]
  private(set) var crossings: Int
  private var levels: LevelOrder
  private var sweep = Sweep()
  private var sifting = Sifting()
  private var unsettled: [Bool]
  private var sweepSteps = 0

  private var steps: Int { sweepSteps + sifting.steps }

  init(_ levels: LevelOrder) {
    self.levels = levels
    order = levels.slots
    crossings = self.levels.crossings()
    unsettled = [Bool](repeating: true, count: levels.levelCount)
  }

  /// Searches for about as many steps as given; a start that was begun is swept to its end.
  ///
  /// Local search gains most from a step, so starts get few. The first four, which differ most, get
  /// up to a quarter of the steps. Random starts get the rest of an eighth.
  mutating func run(steps limit: Int) {
    var starts = findStarts(steps: limit)
    guard crossings > 0 else { return }
    starts.sort { $0.crossings < $1.crossings }
    let candidates = starts.prefix(steps < limit * 4 / 5 ? 3 : 1)
    var searches = candidates.enumerated().map { (i, candidate) in
      levels.set(order: candidate.order)
      return LocalSearch(
        levels, crossings: candidate.crossings, random: SplitMix64(seed: UInt64(i)))
    }
    if searches.count > 1 {
      for i in searches.indices { searches[i].run(steps: limit / 10) }
      searches.sort { $0.crossings < $1.crossings }
    }
    let used = steps + (searches.count > 1 ? searches.count * limit / 10 : 0)
    searches[0].run(steps: max(0, limit - used))
    keep(searches[0].levels.slots, searches[0].crossings)
  }

  private mutating func keep(_ order: [Int32], _ crossings: Int) {
    guard crossings < self.crossings else { return }
    self.order = order
    self.crossings = crossings
  }

  private mutating func findStarts(steps limit: Int) -> [(order: [Int32], crossings: Int)] {
    var candidates: [(order: [Int32], crossings: Int)] = []
    let start = StartOrder(levels)
    var random = SplitMix64(seed: 0)
    for attempt in 0..<16 where crossings > 0 {
      let share = attempt < 4 ? limit / 4 : limit / 8
      if attempt > 0, steps * (attempt + 1) / attempt > share { break }
      let walk: StartOrder.Walk = attempt % 4 < 2 ? .breadthFirst : .depthFirst
      let seed: SplitMix64? = attempt < 4 ? nil : SplitMix64(seed: random.next())
      levels.set(order: start.order(walk, fromLast: attempt % 2 == 1, random: seed))
      var best = sweepUntilIdle()
      if best.crossings > 0 {
        levels.set(order: best.order)
        let saved = settle(steps: steps + limit / 16)
        best = (levels.slots, best.crossings - saved)
      }
      keep(best.order, best.crossings)
      candidates.append(best)
    }
    return candidates
  }

  /// At least six sweeps, forward and backward in turn, until two in a row have brought nothing.
  private mutating func sweepUntilIdle() -> (order: [Int32], crossings: Int) {
    var best = (order: levels.slots, crossings: levels.crossings())
    var idle = 0
    var round = 0
    while (round < 6 || idle < 2) && best.crossings > 0 {
      sweepOnce(down: round % 2 == 0, turningTies: round % 4 >= 2)
      round += 1
      let now = levels.crossings()
      if now < best.crossings {
        best = (levels.slots, now)
        idle = 0
      } else {
        idle += 1
      }
    }
    return best
  }

  private mutating func sweepOnce(down: Bool, turningTies: Bool) {
    for i in 1..<max(1, levels.levelCount) {
      let level = down ? i : levels.levelCount - 1 - i
      sweep.sort(
        &levels, level: level, side: down ? .upper : .lower, turningTies: turningTies)
    }
    sweepSteps += 4 * levels.vertexCount + 6 * levels.segmentCount
  }

  /// Sifts all vertices until none moves; returns the crossings saved.
  private mutating func settle(steps limit: Int) -> Int {
    for level in unsettled.indices { unsettled[level] = true }
    var saved = 0
    var vertices: [Int32] = []
    while unsettled.contains(true) {
      for level in unsettled.indices where unsettled[level] {
        unsettled[level] = false
        vertices.removeAll(keepingCapacity: true)
        vertices.append(
          contentsOf: levels.slots[levels.levelStart[level]..<levels.levelStart[level + 1]])
        for vertex in vertices.lazy.map({ Int($0) }) {
          let best = sifting.bestPlace(vertex, level: level, in: levels)
          guard best.change < 0 else { continue }
          saved -= best.change
          levels.move(level: level, from: Int(levels.position[vertex]), to: best.place)
          for near in max(0, level - 1)...min(levels.levelCount - 1, level + 1) {
            unsettled[near] = true
          }
        }
        if steps > limit { return saved }
      }
    }
    return saved
  }
}
