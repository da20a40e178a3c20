import Insight
import Testing

private enum Flow: Int, Comparable {
  case funds, pays
  static func < (left: Flow, right: Flow) -> Bool { left.rawValue < right.rawValue }
}

@Suite struct KindedCyclesTests {
  private typealias Edge = KindedGraph<Flow>.Edge

  private func words(_ circles: [[Edge]]) -> [String] {
    circles.map { circle in
      circle.map { "\($0.from) \($0.kind) " }.joined() + "\(circle[0].from)"
    }
  }

  @Test func moneyThatComesBack() {
    // N 0, X 1, Y 2
    let graph = KindedGraph(
      nodeCount: 3,
      edges: [
        Edge(from: 0, to: 1, kind: .funds), Edge(from: 1, to: 0, kind: .pays),
        Edge(from: 1, to: 2, kind: .pays), Edge(from: 2, to: 0, kind: .pays),
        Edge(from: 1, to: 0, kind: .pays),
      ])
    let found = graph.cycles(upTo: 3) { $0.contains(.funds) && $0.contains(.pays) }
    #expect(words(found) == ["0 funds 1 pays 0", "0 funds 1 pays 2 pays 0"])
    #expect(words(graph.cycles(upTo: 2) { _ in true }) == ["0 funds 1 pays 0"])
    #expect(graph.cycles(upTo: 3) { !$0.contains(.funds) }.isEmpty)
  }

  @Test func circlesStandByTheirNodesThenByTheirKinds() {
    let graph = KindedGraph(
      nodeCount: 3,
      edges: [
        Edge(from: 2, to: 1, kind: .funds), Edge(from: 1, to: 2, kind: .funds),
        Edge(from: 2, to: 0, kind: .pays), Edge(from: 0, to: 2, kind: .funds),
        Edge(from: 1, to: 0, kind: .pays), Edge(from: 1, to: 0, kind: .funds),
        Edge(from: 0, to: 1, kind: .pays), Edge(from: 0, to: 1, kind: .funds),
      ])
    #expect(
      words(graph.cycles(upTo: 2) { _ in true }) == [
        "0 funds 1 funds 0", "0 funds 1 pays 0", "0 pays 1 funds 0", "0 pays 1 pays 0",
        "0 funds 2 pays 0", "1 funds 2 funds 1",
      ])
  }

  @Test func aNodeThatPaysItselfIsACircleOfOne() {
    let graph = KindedGraph(nodeCount: 1, edges: [Edge(from: 0, to: 0, kind: .pays)])
    #expect(words(graph.cycles(upTo: 1) { _ in true }) == ["0 pays 0"])
  }

  /// Every sequence of different nodes that starts with its smallest, tried edge by edge.
  private func brute(_ count: Int, _ edges: Set<Edge>, upTo length: Int) -> Set<[Edge]> {
    var found: Set<[Edge]> = []
    var open: [[Edge]] = edges.map { [$0] }
    while let path = open.popLast() {
      guard let first = path.first, let last = path.last else { continue }
      if last.to == first.from {
        if path.allSatisfy({ $0.from >= first.from }) { found.insert(path) }
        continue
      }
      if path.count == length || path.contains(where: { $0.from == last.to }) { continue }
      for edge in edges where edge.from == last.to { open.append(path + [edge]) }
    }
    return found
  }

  @Test(arguments: 0..<60) func findsEveryCircleOnce(seed: Int) {
    var random = GraphRandom(seed: seed)
    let count = 2 + random.below(6)
    var edges: [Edge] = (0..<random.below(16)).map { _ in
      Edge(
        from: random.below(count), to: random.below(count),
        kind: random.chance(0.5) ? .funds : .pays)
    }
    for length in 1...5 {
      let found = KindedGraph(nodeCount: count, edges: edges).cycles(upTo: length) { _ in true }
      let expected = brute(count, Set(edges), upTo: length)
      #expect(Set(found) == expected, "seed \(seed) length \(length)")
      #expect(found.count == expected.count, "seed \(seed) length \(length)")
      edges.shuffle(using: &random)
      let again = KindedGraph(nodeCount: count, edges: edges).cycles(upTo: length) { _ in true }
      #expect(found == again)
    }
  }
}
