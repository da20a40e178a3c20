import Canvas
import Testing

@testable import Charts

@Suite struct GraphFoldTests {
  /// One chip maker, forty sites of falling weight, ten customers.
  private let fan: LayeredGraph = {
    var nodes = [
      LayeredGraph.Node(id: "nvidia", name: "NVIDIA", detail: .names, tier: 0, weight: 99)
    ]
    var edges: [LayeredGraph.Edge] = []
    for i in 0..<40 {
      nodes.append(
        .init(
          id: "site\(i)", name: "Site \(i)", detail: .names, tier: 1, weight: Double(40 - i)))
      edges.append(.init(from: "nvidia", to: "site\(i)", weight: Double(i + 1)))
      edges.append(.init(from: "site\(i)", to: "customer\(i % 10)"))
    }
    for i in 0..<10 {
      nodes.append(
        .init(id: "customer\(i)", name: "Customer \(i)", detail: .names, tier: 2, weight: 5))
    }
    return LayeredGraph(nodes: nodes, edges: edges)
  }()

  @Test func whatFitsIsNotFolded() {
    let fold = GraphFold(fan, into: Size(width: 400, height: 100))
    #expect(fold.groups.isEmpty && fold.leftOut == 0)
    #expect(fold.graph == fan)
    #expect(fold.edges == fan.edges.indices.map { [$0] })
  }

  @Test(arguments: [(80, 22), (60, 12), (200, 30), (40, 6), (30, 4), (20, 2), (12, 1)])
  func whatDoesNotFitIsFoldedUntilItDoes(_ width: Int, _ height: Int) {
    let fold = GraphFold(fan, into: Size(width: width, height: height))
    #expect(fold.layout.width <= width && fold.layout.height <= height)
    let shown = fold.graph.nodes.map(\.id).filter { id in !fold.groups.contains { $0.id == id } }
    let hidden = fold.groups.flatMap(\.members)
    // Every node is in exactly one place.
    #expect((shown + hidden).sorted() == fan.nodes.map(\.id).sorted())
    #expect(fold.leftOut == hidden.count)
    // What is shown matters no less than what is hidden.
    let weight = Dictionary(uniqueKeysWithValues: fan.nodes.map { ($0.id, $0.weight) })
    let least = shown.compactMap { weight[$0] }.min() ?? .infinity
    let most = hidden.compactMap { weight[$0] }.max() ?? 0
    #expect(least >= most)
  }

  @Test func edgesOfFoldedNodesAreMerged() {
    let fold = GraphFold(fan, into: Size(width: 80, height: 10))
    let sites = fold.groups.first { $0.members.contains("site39") }
    let bus = fold.graph.edges.firstIndex { $0.from == "nvidia" && $0.to == sites?.id }
    #expect(bus != nil)
    guard let bus, let sites else { return }
    let expected = fan.edges.indices.filter {
      fan.edges[$0].from == "nvidia" && sites.members.contains(fan.edges[$0].to)
    }
    #expect(fold.edges[bus] == expected)
    #expect(fold.graph.edges[bus].weight == expected.reduce(0) { $0 + fan.edges[$1].weight })
    #expect(
      fold.graph.nodes.first { $0.id == sites.id }?.lines == ["+ \(sites.members.count) more"])
  }

  @Test func theSameFoldEveryTime() {
    let a = GraphFold(fan, into: Size(width: 60, height: 12))
    var shuffled = fan
    shuffled.nodes.reverse()
    let b = GraphFold(shuffled, into: Size(width: 60, height: 12))
    #expect(a.groups == b.groups && a.layout.boxes == b.layout.boxes)
  }

  @Test func anyGraphFitsAnyReasonableArea() {
    for seed in 0..<8 as Range<UInt64> {
      let graph = RandomGraphs.graph(seed, most: 40)
      for (width, height) in [(80, 24), (20, 5)] {
        let fold = GraphFold(graph, into: Size(width: width, height: height))
        #expect(
          fold.layout.width <= width && fold.layout.height <= height,
          "seed \(seed) in \(width)x\(height)")
        #expect(fold.graph.nodes.count - fold.groups.count + fold.leftOut == fold.total(of: graph))
      }
    }
  }

  @Test func areasTooSmallForAnything() {
    for (width, height) in [(0, 0), (1, 1), (2, 0)] {
      let fold = GraphFold(fan, into: Size(width: width, height: height))
      var canvas = Canvas(width: width, height: height)
      GraphChart(fold.graph, layout: fold.layout).draw(on: &canvas, in: canvas.bounds)
    }
    let empty = GraphFold(LayeredGraph(edges: []), into: Size(width: 0, height: 0))
    #expect(empty.leftOut == 0)
  }
}

extension GraphFold {
  fileprivate func total(of graph: LayeredGraph) -> Int { graph.nodes.count }
}
