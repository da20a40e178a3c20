import Testing

@testable import Charts

@Suite struct RowsTests {
  private func ordered(_ graph: LayeredGraph) -> OrderedGraph {
    let indexed = IndexedGraph(graph)
    let arrangement = Arrangement.best(indexed, effort: .quick)
    return OrderedGraph(
      arrangement.proper, layers: arrangement.ordering.layers,
      nodeHeights: indexed.nodes.map(\.height), leadsBack: arrangement.leadsBack)
  }

  private func expectInOrder(_ centre: [Int], _ ordered: OrderedGraph, _ what: String) {
    for layer in ordered.layers {
      for (a, b) in zip(layer, layer.dropFirst()) {
        #expect(centre[b] - centre[a] >= ordered.separation(a, b), "\(what)")
      }
    }
  }

  @Test func everyAlignmentKeepsTheOrder() {
    for seed in 0..<25 as Range<UInt64> {
      let ordered = ordered(RandomGraphs.graph(seed))
      let alignment = BrandesKoepf(ordered)
      for bias in BrandesKoepf.Bias.all {
        expectInOrder(alignment.centres(bias), ordered, "seed \(seed)")
      }
    }
  }

  @Test func rowsStayWithinTheLimitWhereTheLayersFit() {
    for seed in 0..<25 as Range<UInt64> {
      let ordered = ordered(RandomGraphs.graph(seed))
      for limit in [1, ordered.leastHeight, ordered.leastHeight + 7] {
        let rows = Rows(ordered, limit: limit)
        expectInOrder(rows.centre, ordered, "seed \(seed)")
        #expect(rows.height <= max(limit, ordered.leastHeight), "seed \(seed)")
        for vertex in rows.centre.indices {
          let top = rows.centre[vertex] - ordered.centre(vertex)
          #expect(top >= 0 && top + ordered.height[vertex] <= rows.height, "seed \(seed)")
        }
      }
    }
  }

  @Test func longArcsAreStraightWhereNothingIsInTheWay() {
    // a -> b -> c -> d and a -> d.
    let graph = LayeredGraph(
      edges: [("a", "b"), ("b", "c"), ("c", "d"), ("a", "d")].map {
        LayeredGraph.Edge(from: $0.0, to: $0.1)
      })
    let ordered = ordered(graph)
    let rows = Rows(ordered, limit: nil)
    let dummies = (0..<ordered.graph.vertexCount).filter { ordered.graph.isDummy($0) }
    #expect(dummies.count == 2)
    #expect(Set(dummies.map { rows.centre[$0] }).count == 1)
  }

  @Test func straighteningNeverMakesItWorse() {
    for seed in 0..<25 as Range<UInt64> {
      let ordered = ordered(RandomGraphs.graph(seed))
      var centre = [Int](repeating: 0, count: ordered.graph.vertexCount)
      var height = 0
      for layer in ordered.layers {
        var row = 0
        for vertex in layer {
          centre[vertex] = row + ordered.centre(vertex)
          row += ordered.height[vertex]
        }
        height = max(height, row)
      }
      var straightening = Straightening(
        ordered, links: PortLinks(ordered), centre: centre, height: height + 3)
      let before = straightening.cost
      straightening.straighten()
      #expect(straightening.cost <= before, "seed \(seed)")
      expectInOrder(straightening.centre.map { Int($0) }, ordered, "seed \(seed)")
    }
  }
}
