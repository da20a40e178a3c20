import Insight
import Testing

@Suite struct DependencyPathsTests {
  private func list(_ text: String, from start: String, limit: Int = 10, budget: Int = 20_000)
    -> [String]
  {
    let (graph, node) = graph(text)
    let names = Set(text.split(whereSeparator: \.isWhitespace).map(String.init)).sorted()
    let name = Dictionary(
      names.compactMap { node($0) >= 0 ? (node($0), $0) : nil },
      uniquingKeysWith: { first, _ in first })
    let ends: Set<Int> = [node("N"), node("A")]
    let shares = graph.shares(fixing: [node("N"): .all, node("A"): .none])
    let found = PathFinder(graph: graph, targets: [node("N")], ends: ends, shares: shares)
      .paths(from: node(start), limit: limit, budget: budget)
    func digits(_ value: Double) -> String { "\((value * 1e6).rounded() / 1e6)" }
    var lines = found.paths.map { path in
      let way = path.nodes.map { name[$0] ?? "?" }.joined(separator: "-")
      return "\(way) \(digits(path.share.documented)) to \(digits(path.share.possible))"
    }
    lines.append("rest \(digits(found.rest))" + (found.isCut ? ", more" : ""))
    return lines
  }

  @Test func largestFirstAndNothingLeft() {
    #expect(
      list("u A 0\nu v 40\nu N 60\nv N 50\nv A 50", from: "u") == [
        "u-N 0.6 to 0.6",
        "u-v-N 0.2 to 0.2",
        "rest 0.0",
      ])
  }

  @Test func circlesAreLeftToTheRest() {
    // E(u) = 2/3 from the rules; the simple way carries 0.5, going round again the rest.
    #expect(
      list("u N 50\nu v 50\nv A 50\nv u 50", from: "u") == ["u-N 0.5 to 0.5", "rest 0.166667"])
  }

  @Test func unknownSizesMakeSharesOpen() {
    #expect(
      list("u N 60\nu v ?\nv N 50\nv A 50", from: "u") == [
        "u-N 0.0 to 1.0",
        "u-v-N 0.0 to 0.5",
        "rest 0.5",
      ])
    // Counted paths stand before paths of unknown weight.
    #expect(
      list("u N 60\nu A 40\nu v ?\nv N 50", from: "u") == [
        "u-N 0.0 to 0.6",
        "u-v-N 0.0 to 1.0",
        "rest 0.6",
      ])
    #expect(list("u A 0\nu v ?\nv N 50\nv A 50", from: "u") == ["u-v-N 0.5 to 0.5", "rest 0.0"])
  }

  /// Three beginnings lead to the end of the only path: `u`, `u-v` and the path itself.
  @Test func theSearchCanBeCutShort() {
    let graph = "u v 50\nv N 50\nv A 50"
    #expect(list(graph, from: "u", budget: 4) == ["u-v-N 0.5 to 0.5", "rest 0.0"])
    #expect(list(graph, from: "u", budget: 3) == ["u-v-N 0.5 to 0.5", "rest 0.0"])
    #expect(list(graph, from: "u", budget: 2) == ["rest 0.5, more"])
  }

  @Test func theListCanBeCutShort() {
    #expect(
      list("u N 60\nu v 40\nv N 50\nv A 50", from: "u", limit: 1) == [
        "u-N 0.6 to 0.6", "rest 0.2, more",
      ])
  }

  @Test func noWayNoPaths() {
    #expect(list("u A 60\nN v 10\nv N 1", from: "u") == ["rest 0.0"])
    #expect(list("u A 60\nu N 10", from: "N") == ["rest 1.0"])
  }

  @Test(arguments: 0..<60) func pathsProveNoMoreThanTheShare(seed: Int) {
    let system = RandomSystem(
      seed: seed, nodes: 10, edges: 22, unknownSizes: 0.15 * Double(seed % 3), unknownEnds: 0.05)
    let shares = system.shares
    for node in 2..<10 {
      let found = PathFinder(
        graph: system.graph, targets: [0], ends: [0, 1], shares: shares
      ).paths(from: node, limit: 1_000, budget: 100_000)
      #expect(!found.isCut)
      let proved = found.paths.reduce(0) { $0 + $1.share.documented }
      #expect(proved <= shares[node].documented + 1e-9, "seed \(seed) node \(node)")
      for (earlier, later) in zip(found.paths, found.paths.dropFirst()) {
        #expect(earlier.share.documented >= later.share.documented)
        if earlier.share.documented == later.share.documented {
          #expect(earlier.counted >= later.counted)
        }
      }
      for path in found.paths { #expect(Set(path.nodes).count == path.nodes.count) }
      #expect(Set(found.paths).count == found.paths.count)
    }
  }

  @Test(arguments: 0..<40) func withoutCirclesAndUnknownsPathsAreTheWholeShare(seed: Int) {
    var random = GraphRandom(seed: seed)
    let edges = (0..<24).map { _ in
      let from = 2 + random.below(10)
      return DependencyGraph.Edge(
        from: from, to: random.below(from), size: .known(Double(1 + random.below(9))))
    }
    let graph = DependencyGraph(nodeCount: 12, edges: edges)
    let shares = graph.shares(fixing: [0: .all, 1: .none])
    for node in 2..<12 where !graph.dependencies(of: node).isEmpty && shares[node].isExact {
      let found = PathFinder(graph: graph, targets: [0], ends: [0, 1], shares: shares)
        .paths(from: node, limit: 10_000, budget: 1_000_000)
      let sum = found.paths.reduce(0) { $0 + $1.share.possible }
      #expect(abs(sum - shares[node].documented) < 1e-9, "seed \(seed) node \(node)")
      #expect(found.rest == 0)
    }
  }
}
