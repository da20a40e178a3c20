/// Leaves a local optimum by moving a random vertex a little way off and sifting what that disturbs.
/// A change for the worse is undone (iterated local search).
struct LocalSearch {
  private(set) var levels: LevelOrder
  private(set) var crossings: Int
  private var sifting = Sifting()
  private var random: SplitMix64
  private let level: [Int32]
  /// Vertices that have company in their level.
  private let movable: [Int32]

  /// Vertices to be sifted, each at most once in the queue.
  private var queue: [Int32] = []
  private var isQueued: [Bool]
  /// Levels as they were before the present attempt.
  private var saved: [(level: Int, start: Int)] = []
  private var savedSlots: [Int32] = []
  private var isSaved: [Bool]
  /// The steps other than sifting.
  private var movedSteps = 0

  private let reach = 10
  private let queueLimit = 200

  var steps: Int { sifting.steps + movedSteps }

  /// Precondition: `crossings` is the number of crossings of the order given.
  init(_ levels: LevelOrder, crossings: Int, random: SplitMix64) {
    self.levels = levels
    self.crossings = crossings
    self.random = random
    let level = (0..<levels.levelCount).flatMap {
      [Int32](repeating: Int32($0), count: levels.width($0))
    }
    self.level = level
    movable = (0..<Int32(levels.vertexCount)).filter { levels.width(Int(level[Int($0)])) > 1 }
    isQueued = [Bool](repeating: false, count: levels.vertexCount)
    isSaved = [Bool](repeating: false, count: levels.levelCount)
  }

  /// Tries until the steps are used up or nothing crosses any more. The crossings never rise.
  mutating func run(steps limit: Int) {
    guard !movable.isEmpty else { return }
    let end = steps + limit
    while steps < end, crossings > 0 { attempt() }
  }

  private mutating func attempt() {
    movedSteps += 20
    var change = disturb()
    var next = 0
    while next < queue.count {
      let vertex = Int(queue[next])
      next += 1
      isQueued[vertex] = false
      if next > queueLimit { continue }
      change += sift(vertex)
    }
    queue.removeAll(keepingCapacity: true)
    if change <= 0 { crossings += change } else { restore() }
    for entry in saved { isSaved[entry.level] = false }
    saved.removeAll(keepingCapacity: true)
    savedSlots.removeAll(keepingCapacity: true)
  }

  /// Moves a random vertex up to `reach` places; returns the change of the crossings.
  private mutating func disturb() -> Int {
    let vertex = Int(movable[random.below(movable.count)])
    let level = Int(level[vertex])
    let here = Int(levels.position[vertex])
    var place = here + random.below(2 * reach + 1) - reach
    place = max(0, min(levels.width(level) - 1, place))
    if place == here { place = here > 0 ? here - 1 : 1 }
    let change = sifting.change(vertex, level: level, to: place, in: levels)
    move(vertex, level: level, to: place)
    return change
  }

  private mutating func sift(_ vertex: Int) -> Int {
    let level = Int(level[vertex])
    let best = sifting.bestPlace(vertex, level: level, in: levels)
    if best.change < 0 { move(vertex, level: level, to: best.place) }
    return best.change
  }

  /// Moves a vertex and queues those that may now want to move too: whom it passed, and its
  /// neighbours.
  private mutating func move(_ vertex: Int, level: Int, to place: Int) {
    save(level)
    let here = Int(levels.position[vertex])
    let start = levels.levelStart[level]
    if abs(place - here) <= reach {
      for i in min(here, place)...max(here, place) where i != here {
        enqueue(levels.slots[start + i])
      }
    }
    levels.move(level: level, from: here, to: place)
    movedSteps += 2 * abs(place - here)
    for k in levels.up.row(vertex) { enqueue(levels.up.ends[k]) }
    for k in levels.down.row(vertex) { enqueue(levels.down.ends[k]) }
  }

  private mutating func enqueue(_ vertex: Int32) {
    if isQueued[Int(vertex)] { return }
    isQueued[Int(vertex)] = true
    queue.append(vertex)
  }

  private mutating func save(_ level: Int) {
    if isSaved[level] { return }
    isSaved[level] = true
    saved.append((level, savedSlots.count))
    savedSlots.append(
      contentsOf: levels.slots[levels.levelStart[level]..<levels.levelStart[level + 1]])
    movedSteps += levels.width(level) / 2
  }

  private mutating func restore() {
    for entry in saved {
      let width = levels.width(entry.level)
      levels.set(level: entry.level, to: savedSlots[entry.start..<(entry.start + width)])
      movedSteps += width
    }
  }
}
