import Testing

@testable import Charts

@Suite struct CycleRemovalTests {
  /// True if every node can be put before those its arcs lead to.
  private func isAcyclic(nodeCount: Int, _ arcs: [Arc]) -> Bool {
    var waiting = [Int](repeating: 0, count: nodeCount)
    for arc in arcs { waiting[arc.head] += 1 }
    var ready = waiting.indices.filter { waiting[$0] == 0 }
    var seen = 0
    while let node = ready.popLast() {
      seen += 1
      for arc in arcs where arc.tail == node {
        waiting[arc.head] -= 1
        if waiting[arc.head] == 0 { ready.append(arc.head) }
      }
    }
    return seen == nodeCount
  }

  private func randomArcs(_ seed: UInt64, nodeCount: Int) -> [Arc] {
    var random = SplitMix64(seed: seed)
    var arcs = RandomGraphs.acyclicArcs(nodeCount: nodeCount, arcs: 3 * nodeCount, &random)
    arcs = arcs.map { Int.random(in: 0..<4, using: &random) == 0 ? $0.reversed : $0 }.sorted()
    return arcs
  }

  @Test func turningTheMarkedArcsLeavesNoCycle() {
    for seed in 0..<200 as Range<UInt64> {
      let count = 3 + Int(seed % 20)
      let arcs = randomArcs(seed, nodeCount: count)
      let none = [Int?](repeating: nil, count: count)
      let marks = [
        CycleRemoval.reversals(nodeCount: count, arcs: arcs, tiers: none),
        CycleRemoval.depthFirst(nodeCount: count, arcs: arcs),
      ]
      for isTurned in marks {
        let turned = zip(arcs, isTurned).map { $1 ? $0.reversed : $0 }
        #expect(isAcyclic(nodeCount: count, turned), "seed \(seed)")
      }
      #expect(2 * marks[0].count { $0 } <= arcs.count, "seed \(seed)")
    }
  }

  @Test func graphsWithoutCyclesAreLeftAlone() {
    for seed in 0..<50 as Range<UInt64> {
      var random = SplitMix64(seed: seed)
      let arcs = RandomGraphs.acyclicArcs(nodeCount: 20, arcs: 50, &random)
      let tiers = (0..<20).map { Int.random(in: 0..<2, using: &random) == 0 ? $0 / 5 : nil }
      #expect(
        !CycleRemoval.reversals(nodeCount: 20, arcs: arcs, tiers: tiers).contains(true),
        "seed \(seed)")
      #expect(!CycleRemoval.depthFirst(nodeCount: 20, arcs: arcs).contains(true), "seed \(seed)")
    }
  }

  @Test func tiersHoldEvenAgainstTheArcs() {
    for seed in 0..<100 as Range<UInt64> {
      let arcs = randomArcs(seed, nodeCount: 15)
      var random = SplitMix64(seed: seed)
      let tiers = (0..<15).map { _ in Optional(Int.random(in: 0..<4, using: &random)) }
      let isTurned = CycleRemoval.reversals(nodeCount: 15, arcs: arcs, tiers: tiers)
      let turned = zip(arcs, isTurned).map { $1 ? $0.reversed : $0 }
      let bounds = TierBounds(tiers)
      let all = turned + bounds.arcs(firstBound: 15).map(\.arc)
      #expect(isAcyclic(nodeCount: 15 + bounds.count, all), "seed \(seed)")
    }
  }

  @Test func aTriangleLosesOneArc() {
    let arcs = [Arc(tail: 0, head: 1), Arc(tail: 1, head: 2), Arc(tail: 2, head: 0)]
    let none: [Int?] = [nil, nil, nil]
    #expect(
      CycleRemoval.reversals(nodeCount: 3, arcs: arcs, tiers: none).count { $0 } == 1)
  }

  @Test func twoArcsBetweenTwoNodesDoNotKeepItBusy() {
    let arcs = [
      Arc(tail: 0, head: 1), Arc(tail: 1, head: 0), Arc(tail: 1, head: 2), Arc(tail: 2, head: 1),
    ]
    #expect(
      CycleRemoval.reversals(nodeCount: 3, arcs: arcs, tiers: [nil, nil, nil]).count { $0 } == 2)
  }
}
