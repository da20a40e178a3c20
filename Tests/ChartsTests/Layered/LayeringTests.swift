import Testing

@testable import Charts

@Suite struct LayeringTests {
  @Test func arcsLeadOnAndTiersStayApart() {
    for seed in 0..<100 as Range<UInt64> {
      var random = SplitMix64(seed: seed)
      let arcs = RandomGraphs.acyclicArcs(nodeCount: 24, arcs: 50, &random)
      let tiers = (0..<24).map { Int.random(in: 0..<3, using: &random) > 0 ? $0 / 6 * 10 : nil }
      let layering = Layering(nodeCount: 24, arcs: arcs, tiers: tiers)
      for arc in arcs {
        #expect(layering.layers[arc.tail] < layering.layers[arc.head], "seed \(seed)")
      }
      for (a, tierA) in tiers.enumerated() {
        for (b, tierB) in tiers.enumerated() {
          guard let tierA, let tierB, tierA < tierB else { continue }
          #expect(layering.layers[a] < layering.layers[b], "seed \(seed)")
        }
      }
      #expect(Set(layering.layers) == Set(0..<layering.count), "seed \(seed)")
    }
  }

  @Test func nodesWithoutEdgesFillTheEmptiestLayers() {
    // A chain of three, and three nodes alone.
    let arcs = [Arc(tail: 0, head: 1), Arc(tail: 1, head: 2)]
    let layering = Layering(nodeCount: 6, arcs: arcs, tiers: [Int?](repeating: nil, count: 6))
    #expect(layering.layers == [0, 1, 2, 1, 2, 0])
  }

  @Test func aTierOfItsOwnIsALayerOfItsOwn() {
    let layering = Layering(nodeCount: 3, arcs: [], tiers: [30, 10, 20])
    #expect(layering.layers == [2, 0, 1])
    #expect(layering.count == 3)
  }

  @Test func chainsHaveOneVertexALayer() {
    for seed in 0..<30 as Range<UInt64> {
      var random = SplitMix64(seed: seed)
      let arcs = RandomGraphs.acyclicArcs(nodeCount: 20, arcs: 40, &random)
      let layering = Layering(
        nodeCount: 20, arcs: arcs, tiers: [Int?](repeating: nil, count: 20))
      let proper = ProperGraph(nodeCount: 20, arcs: arcs, layering: layering)
      #expect(proper.chains.count == arcs.count)
      for (arc, chain) in zip(arcs, proper.chains) {
        #expect(chain.first == arc.tail && chain.last == arc.head)
        #expect(chain.dropFirst().dropLast().allSatisfy { proper.isDummy($0) })
        let layers = chain.map { proper.layer[$0] }
        #expect(layers == Array(layers[0]...layers[layers.count - 1]))
      }
      #expect(
        proper.chains.reduce(0) { $0 + $1.count - 1 }
          == arcs.reduce(0) { $0 + layering.layers[$1.head] - layering.layers[$1.tail] })
    }
  }
}
