import Testing

@testable import Charts

@Suite struct CrossingTests {
  @Test func theTreeCountsWhatOneCountsByHand() {
    for seed in 0..<60 as Range<UInt64> {
      var levels = RandomGraphs.levels(seed, levels: 4, widest: 9)
      var random = SplitMix64(seed: seed)
      for _ in 0..<5 {
        #expect(levels.crossings() == bruteForceCrossings(levels), "seed \(seed)")
        for level in 0..<levels.levelCount {
          let width = levels.width(level)
          levels.move(
            level: level, from: Int.random(in: 0..<width, using: &random),
            to: Int.random(in: 0..<width, using: &random))
        }
      }
    }
  }

  @Test func theOrderAndItsInverseStayInStep() {
    var levels = RandomGraphs.levels(7, levels: 5, widest: 8)
    var random = SplitMix64(seed: 7)
    for _ in 0..<200 {
      let level = Int.random(in: 0..<5, using: &random)
      let width = levels.width(level)
      levels.move(
        level: level, from: Int.random(in: 0..<width, using: &random),
        to: Int.random(in: 0..<width, using: &random))
      for (i, vertex) in levels.slots[levels.levelStart[level]...].prefix(width).enumerated() {
        #expect(levels.position[Int(vertex)] == i)
      }
    }
  }

  @Test func siftingKnowsWhatAMoveChanges() {
    for seed in 0..<12 as Range<UInt64> {
      var levels = RandomGraphs.levels(seed, levels: 3, widest: 9)
      var sifting = Sifting()
      for level in 0..<3 {
        for vertex in levels.levelStart[level]..<levels.levelStart[level + 1] {
          for place in 0..<levels.width(level) {
            let before = bruteForceCrossings(levels)
            let expected = sifting.change(vertex, level: level, to: place, in: levels)
            var moved = levels
            moved.move(level: level, from: Int(levels.position[vertex]), to: place)
            #expect(bruteForceCrossings(moved) - before == expected, "seed \(seed)")
          }
          let best = sifting.bestPlace(vertex, level: level, in: levels)
          let before = bruteForceCrossings(levels)
          levels.move(level: level, from: Int(levels.position[vertex]), to: best.place)
          #expect(bruteForceCrossings(levels) - before == best.change, "seed \(seed)")
          #expect(best.change <= 0)
        }
      }
    }
  }

  @Test func sweepsSortByBarycentre() {
    // 0 1 2 above 3 4 5; each is joined with the vertex farthest from it.
    var levels = LevelOrder(levelStart: [0, 3, 6], segments: [(0, 5), (1, 4), (2, 3)])
    #expect(levels.crossings() == 3)
    var sweep = Sweep()
    sweep.sort(&levels, level: 1, side: .upper, turningTies: false)
    #expect(levels.slots == [0, 1, 2, 5, 4, 3])
    #expect(levels.crossings() == 0)
  }

  @Test func verticesWithoutNeighboursKeepTheirPlaces() {
    var levels = LevelOrder(levelStart: [0, 2, 5], segments: [(0, 4), (1, 2)])
    var sweep = Sweep()
    sweep.sort(&levels, level: 1, side: .upper, turningTies: false)
    #expect(levels.slots[2...] == [4, 3, 2])
  }

  @Test func reductionCountsRightAndFindsTheLeast() {
    for seed in 0..<40 as Range<UInt64> {
      let levels = RandomGraphs.levels(seed, levels: 3, widest: 3)
      var reduction = CrossingReduction(levels)
      reduction.run(steps: 20_000)
      var result = levels
      result.set(order: reduction.order)
      #expect(bruteForceCrossings(result) == reduction.crossings, "seed \(seed)")
      #expect(reduction.crossings == leastCrossings(levels), "seed \(seed)")
    }
  }

  /// The fewest crossings over all orders of all levels.
  private func leastCrossings(_ levels: LevelOrder) -> Int {
    var best = Int.max
    var levels = levels
    func permute(_ level: Int, _ place: Int) {
      if level == levels.levelCount { return best = min(best, levels.crossings()) }
      let width = levels.width(level)
      if place == width { return permute(level + 1, 0) }
      for other in place..<width {
        levels.move(level: level, from: other, to: place)
        permute(level, place + 1)
        levels.move(level: level, from: place, to: other)
      }
    }
    permute(0, 0)
    return best
  }

  @Test func treesAreDrawnWithoutCrossings() {
    for seed in 0..<8 as Range<UInt64> {
      var random = SplitMix64(seed: seed)
      let edges = (1..<60).map {
        LayeredGraph.Edge(from: "\(Int.random(in: 0..<$0, using: &random))", to: "\($0)")
      }
      #expect(LayeredLayout(LayeredGraph(edges: edges)).crossings == 0, "seed \(seed)")
    }
  }
}
