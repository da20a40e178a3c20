import Canvas
import Testing

@testable import Charts

@Suite struct LayeredLayoutTests {
  /// Everything that must hold of any layout, as sentences about what does not.
  private func faults(_ layout: LayeredLayout, of graph: LayeredGraph, isExact: Bool) -> [String] {
    var faults: [String] = []
    let frames = layout.boxes.map(\.frame)
    let canvas = Rect(x: 0, y: 0, width: layout.width, height: layout.height)
    for (i, a) in frames.enumerated() {
      if a.intersection(canvas) != a { faults.append("box \(i) leaves the canvas") }
      for (j, b) in frames[..<i].enumerated() where !a.intersection(b).isEmpty {
        faults.append("boxes \(j) and \(i) overlap")
      }
    }
    for (l, layer) in layout.layers.enumerated() {
      for (a, b) in zip(layer, layer.dropFirst()) where frames[a].maxY > frames[b].minY {
        faults.append("boxes \(a) and \(b) of layer \(l) are out of order")
      }
      for (k, box) in layer.enumerated()
      where layout.boxes[box].layer != l || layout.boxes[box].order != k {
        faults.append("box \(box) does not know its place")
      }
    }
    for (edge, route) in zip(graph.edges, layout.routes) {
      if layout.boxes[route.from].id != edge.from || layout.boxes[route.to].id != edge.to {
        faults.append("route \(route.edge) has other ends than its edge")
      }
      faults += pathFaults(route, frames, canvas)
    }
    faults += meetingFaults(layout.routes, isExact: isExact)
    return faults
  }

  private func pathFaults(
    _ route: LayeredLayout.Route, _ frames: [Rect], _ canvas: Rect
  ) -> [String] {
    if route.from == route.to { return route.path.isEmpty ? [] : ["loop with a path"] }
    guard let first = route.path.first, let last = route.path.last else {
      return ["route \(route.edge) has no path"]
    }
    var faults: [String] = []
    let (left, right) = route.isReversed ? (last, first) : (first, last)
    let (leftBox, rightBox) = route.isReversed ? (route.to, route.from) : (route.from, route.to)
    if left.x != frames[leftBox].maxX || !frames[leftBox].contains(left.x - 1, left.y) {
      faults.append("route \(route.edge) does not touch its left box")
    }
    if right.x != frames[rightBox].minX - 1 || !frames[rightBox].contains(right.x + 1, right.y) {
      faults.append("route \(route.edge) does not touch its right box")
    }
    for (a, b) in zip(route.path, route.path.dropFirst()) where (a.x == b.x) == (a.y == b.y) {
      faults.append("route \(route.edge) has a corner that is none")
    }
    for cell in cells(route.path) {
      if !canvas.contains(cell) { faults.append("route \(route.edge) leaves the canvas") }
      if frames.contains(where: { $0.contains(cell) }) {
        faults.append("route \(route.edge) runs through a box")
      }
    }
    return faults
  }

  /// The cells of a path, each once.
  private func cells(_ path: [Point]) -> [Point] {
    var result = path.first.map { [$0] } ?? []
    for (a, b) in zip(path, path.dropFirst()) {
      var cell = a
      while cell != b {
        cell.x += (b.x - cell.x).signum()
        cell.y += cell.x == b.x ? (b.y - cell.y).signum() : 0
        result.append(cell)
      }
    }
    return result
  }

  /// Lines may lie on each other only where they share a port or all lines between their ports exist. Nor
  /// else may they meet where one of them turns. If lines were merged for want of width, a third may join
  /// them.
  private func meetingFaults(_ routes: [LayeredLayout.Route], isExact: Bool) -> [String] {
    struct Use {
      var route: Int
      var isHorizontal: Bool
      var isVertical: Bool
    }
    var uses: [Point: [Use]] = [:]
    for (i, route) in routes.enumerated() {
      let path = cells(route.path)
      for (k, cell) in path.enumerated() {
        let near = [k > 0 ? path[k - 1] : nil, k + 1 < path.count ? path[k + 1] : nil]
          .compactMap { $0 }
        let isEnd = near.count < 2
        uses[cell, default: []].append(
          Use(
            route: i, isHorizontal: isEnd || near.contains { $0.y == cell.y },
            isVertical: near.contains { $0.x == cell.x }))
      }
    }
    struct Ports: Hashable { var left, right: Point? }
    let ports = routes.map { route in
      route.isReversed
        ? Ports(left: route.path.last, right: route.path.first)
        : Ports(left: route.path.first, right: route.path.last)
    }
    let known = Set(ports)
    // Whoever changes lines where two meet still follows an edge.
    func mayMeet(_ a: Int, _ b: Int) -> Bool {
      known.contains(Ports(left: ports[a].left, right: ports[b].right))
        && known.contains(Ports(left: ports[b].left, right: ports[a].right))
    }
    var faults: [String] = []
    for (cell, here) in uses {
      let isJoined = here.contains { $0.isHorizontal && $0.isVertical }
      for (i, a) in here.enumerated() {
        for b in here[..<i] {
          let isOnOneLine =
            (a.isHorizontal && b.isHorizontal) || (a.isVertical && b.isVertical)
          guard isJoined || isOnOneLine, !mayMeet(a.route, b.route) else { continue }
          let third = here.contains {
            mayMeet(a.route, $0.route) && mayMeet($0.route, b.route)
          }
          if isExact || !third {
            faults.append("routes \(a.route) and \(b.route) meet at \(cell.x),\(cell.y)")
          }
        }
      }
    }
    return faults.sorted()
  }

  @Test(arguments: [0, 100, 200, 300, 400, 500] as [UInt64])
  func anyGraphIsDrawnSoundly(_ first: UInt64) {
    for seed in first..<(first + 15) {
      let graph = RandomGraphs.graph(seed)
      for (rows, tracks) in [(nil, 10_000), (1, 10_000), (60, 0)] as [(Int?, Int)] {
        let options = LayeredLayout.Options(rows: rows, effort: .quick, exactTracks: tracks)
        let layout = LayeredLayout(graph, options: options)
        #expect(
          faults(layout, of: graph, isExact: tracks > 0) == [], "seed \(seed), rows \(rows ?? -1)")
      }
    }
  }

  @Test func aLargeGraphIsDrawnSoundly() {
    let graph = RandomGraphs.graph(4, most: 150)
    let layout = LayeredLayout(graph, options: .init(effort: .quick))
    #expect(faults(layout, of: graph, isExact: false) == [])
  }

  @Test func theOrderOfTheInputDoesNotMatter() {
    let options = LayeredLayout.Options(effort: .quick)
    for seed in 0..<15 as Range<UInt64> {
      let graph = RandomGraphs.graph(seed)
      var random = SplitMix64(seed: seed)
      var shuffled = graph
      shuffled.nodes.shuffle(using: &random)
      shuffled.edges.shuffle(using: &random)
      let (a, b) = (
        LayeredLayout(graph, options: options), LayeredLayout(shuffled, options: options)
      )
      #expect(a.boxes == b.boxes, "seed \(seed)")
      #expect(a.layers == b.layers && a.crossings == b.crossings, "seed \(seed)")
      var paths: [Arc: [Point]] = [:]
      for route in a.routes { paths[Arc(tail: route.from, head: route.to)] = route.path }
      for route in b.routes {
        #expect(paths[Arc(tail: route.from, head: route.to)] == route.path, "seed \(seed)")
      }
      #expect(a == LayeredLayout(graph, options: options))
    }
  }

  @Test func crossingsAreThoseOfTheOrder() {
    for seed in 0..<40 as Range<UInt64> {
      let indexed = IndexedGraph(RandomGraphs.graph(seed))
      let arrangement = Arrangement.best(indexed, effort: .quick)
      let proper = arrangement.proper
      var position = [Int](repeating: 0, count: proper.vertexCount)
      for layer in arrangement.ordering.layers {
        for (i, vertex) in layer.enumerated() { position[vertex] = i }
      }
      let segments = proper.chains.flatMap { chain in
        zip(chain, chain.dropFirst()).map { Arc(tail: $0, head: $1) }
      }
      var crossings = 0
      for (i, a) in segments.enumerated() {
        for b in segments[..<i] where proper.layer[a.tail] == proper.layer[b.tail] {
          let upper = position[a.tail] - position[b.tail]
          if upper * (position[a.head] - position[b.head]) < 0 { crossings += 1 }
        }
      }
      #expect(arrangement.ordering.crossings == crossings, "seed \(seed)")
    }
  }

  @Test func nothingAtAll() {
    let layout = LayeredLayout(LayeredGraph(edges: []))
    #expect(layout.width == 0 && layout.height == 0)
    #expect(layout.boxes.isEmpty && layout.layers.isEmpty)
  }

  @Test func nodesWithoutEdges() {
    let nodes = ["b", "a", "c"].map { LayeredGraph.Node(id: $0, width: 3) }
    let layout = LayeredLayout(LayeredGraph(nodes: nodes, edges: []))
    #expect(layout.boxes.map(\.id) == ["a", "b", "c"])
    #expect(layout.boxes.map(\.y) == [0, 1, 2])
    #expect(layout.width == 3 && layout.height == 3)
  }

  @Test func loopsAndParallelEdges() {
    let graph = LayeredGraph(
      edges: [("a", "a"), ("a", "b"), ("a", "b"), ("b", "a")].map {
        LayeredGraph.Edge(from: $0.0, to: $0.1)
      })
    let layout = LayeredLayout(graph)
    #expect(layout.routes[0].path.isEmpty)
    #expect(layout.routes[1].path == layout.routes[2].path)
    #expect(layout.routes[3].path == layout.routes[1].path.reversed())
    #expect(layout.routes[3].isReversed != layout.routes[1].isReversed)
    #expect(layout.crossings == 0)
  }

  @Test func tiersAreKept() {
    let nodes = [("x", 5), ("y", 1), ("z", 5)].map {
      LayeredGraph.Node(id: $0.0, width: 3, tier: $0.1)
    }
    let edges = [("x", "z"), ("z", "y")].map { LayeredGraph.Edge(from: $0.0, to: $0.1) }
    let layout = LayeredLayout(LayeredGraph(nodes: nodes, edges: edges))
    #expect(layout.boxes.map(\.layer) == [1, 0, 2])
    #expect(layout.routes.map(\.isReversed) == [false, true])
  }

  @Test(arguments: 0..<8 as Range<UInt64>)
  func columnsThatAreLeftGoToTheGaps(_ seed: UInt64) {
    let graph = RandomGraphs.graph(seed)
    let narrow = LayeredLayout(graph)
    for more in [0, 7, 40, 1000] {
      let wide = LayeredLayout(graph, options: .init(columns: narrow.width + more))
      #expect(wide.width <= narrow.width + more)
      #expect(wide.boxes.map(\.width) == narrow.boxes.map(\.width))
      #expect(wide.boxes.map(\.y) == narrow.boxes.map(\.y))
      #expect(wide.layers == narrow.layers)
      // Less than a column for each gap stays unused, unless gaps are as wide as they may be.
      if more < 14, narrow.routes.contains(where: { !$0.path.isEmpty }) {
        #expect(narrow.width + more - wide.width < narrow.layers.count)
      }
    }
    #expect(LayeredLayout(graph, options: .init(columns: 1)).width == narrow.width)
  }
}
