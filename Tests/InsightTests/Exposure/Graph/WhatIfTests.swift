import Insight
import Testing

@Suite struct CutTests {
  @Test func aPartOfASupplierTakesThatPartOfTheShare() {
    let (graph, node) = graph("u N 60\nu v 40\nv N 50\nv A 50")
    let ends: [Int: ShareInterval] = [node("A"): .none]
    let half = graph.lost(by: Cut(.node(node("N")), fraction: 0.5), ends: ends)
    #expect(abs(half[node("u")].documented - 0.4) < 1e-12)
    #expect(half[node("v")] == ShareInterval(exactly: 0.25))
    #expect(half[node("A")] == .none)
  }

  @Test func oneDependencyTakesWhatRunsOverIt() {
    let (graph, node) = graph("u N 60\nu v 40\nv N 50\nv A 50")
    let ends: [Int: ShareInterval] = [node("A"): .none, node("N"): .none]
    let lost = graph.lost(by: Cut(.edge(2)), ends: ends)
    #expect(lost[node("v")] == ShareInterval(exactly: 0.5))
    #expect(abs(lost[node("u")].documented - 0.2) < 1e-12)
    #expect(lost.count == graph.nodeCount)
  }

  @Test func whatIsLeftIsSharedAnew() {
    let (graph, node) = graph("u N 60\nu A 40\nw A 10\nw N ?")
    let left = graph.cutting(Cut(.node(node("A")), fraction: 0.5))
    let shares = left.shares(fixing: [node("N"): .all, node("A"): .none])
    #expect(shares[node("u")] == ShareInterval(exactly: 0.75))
    #expect(shares[node("w")] == .unknown)
    let none = graph.cutting(Cut(.edge(1)))
    #expect(none.edges.count == graph.edges.count)
    #expect(none.shares(fixing: [node("N"): .all])[node("u")] == .all)
    let gone = graph.cutting(Cut(.edge(3)))
    #expect(gone.edges[3].size == .known(0))
  }

  @Test(arguments: 0..<60) func moreCutIsMoreLostAndNeverMoreThanAll(seed: Int) {
    let system = RandomSystem(
      seed: seed, nodes: 10, edges: 24, unknownSizes: 0.2, unknownEnds: 0.05)
    let ends: [Int: ShareInterval] = [1: .none]
    let all = system.graph.lost(by: Cut(.node(0)), ends: ends)
    let part = system.graph.lost(by: Cut(.node(0), fraction: 0.3), ends: ends)
    #expect(all == system.shares.intervals)
    for node in 0..<10 {
      #expect(part[node].documented <= all[node].documented)
      #expect(abs(part[node].possible - 0.3 * all[node].possible) < 1e-12)
    }
  }

  @Test(arguments: 0..<60) func losingADependencyMakesNobodyDependent(seed: Int) {
    let system = RandomSystem(seed: seed, nodes: 10, edges: 20, unknownSizes: 0.2)
    let owner = [Int?](repeating: nil, count: 10)
    let before = system.graph.dependents(on: [0], ends: [1], owner: owner)
    for edge in system.graph.edges.indices {
      let left = system.graph.cutting(Cut(.edge(edge)))
      let after = left.dependents(on: [0], ends: [1], owner: owner)
      #expect(Set(after.direct).isSubset(of: before.direct), "seed \(seed) edge \(edge)")
    }
  }
}

@Suite struct DependentsTests {
  @Test func aTenantDependsThroughItsLandlord() {
    // s: a site of the operator v; u rents it and owns r itself; q rents only from u's r
    let (graph, node) = graph("s N 1\nv s 1\nu s 1\nw s 1\nw N ?\nr A 1\nq r 1\nz q 1\nz u 1")
    var owner = [Int?](repeating: nil, count: graph.nodeCount)
    for name in ["q", "u", "v", "w", "z"] { owner[node(name)] = node(name) }
    owner[node("s")] = node("v")
    owner[node("r")] = node("u")
    let found = graph.dependents(on: [node("N")], ends: [node("A")], owner: owner)
    #expect(found.direct == [node("s"), node("v"), node("w")].sorted())
    #expect(found.indirect == [node("u"), node("z")].sorted())
  }
}

@Suite struct ConcentrationTests {
  @Test func sixtyAndForty() throws {
    let found = try #require(Concentration(amounts: [40, 60, 0]))
    #expect(abs(found.index.least - 5_200) < 1e-9)
    #expect(found.index.least == found.index.most)
    #expect(found.suppliersToHalf.least == 1)
    #expect(found.suppliersToHalf.most == 1)
    #expect(found.suppliers == 2)
    #expect(found.total == 100)
  }

  @Test func anOpenPartLeavesBoundsOpen() throws {
    let found = try #require(Concentration(amounts: [60, 40], open: 100))
    #expect(abs(found.index.least - 1_300) < 1e-9)
    #expect(abs(found.index.most - 6_800) < 1e-9)
    #expect(found.suppliersToHalf.least == 1)
    #expect(found.suppliersToHalf.most == 2)
    let mostlyOpen = try #require(Concentration(amounts: [10], open: 90))
    #expect(mostlyOpen.suppliersToHalf.most == nil)
    #expect(mostlyOpen.index.most == 10_000)
    let allOpen = try #require(Concentration(amounts: [], open: 5))
    #expect(allOpen.index.least == 0)
    #expect(allOpen.index.most == 10_000)
    #expect(Concentration(amounts: [0]) == nil)
  }

  @Test(arguments: 0..<80) func everyAttributionOfTheOpenPartLiesInside(seed: Int) throws {
    var random = GraphRandom(seed: seed)
    let amounts = (0..<1 + random.below(8)).map { _ in Double(1 + random.below(1_000)) }
    let open = Double(random.below(1_500))
    let bounds = try #require(Concentration(amounts: amounts, open: open))
    #expect(bounds.index.least > 0 && bounds.index.most <= 10_000)
    for _ in 0..<20 {
      var split = amounts + (0..<random.below(6)).map { _ in 0 }
      let pieces = (0..<split.count).map { _ in Double(random.below(100)) }
      let sum = max(1, pieces.reduce(0, +))
      for index in split.indices { split[index] += open * pieces[index] / sum }
      if pieces.allSatisfy({ $0 == 0 }) { split[0] += open }
      let exact = try #require(Concentration(amounts: split))
      #expect(exact.index.least >= bounds.index.least - 1e-6, "seed \(seed)")
      #expect(exact.index.most <= bounds.index.most + 1e-6, "seed \(seed)")
      let half = try #require(exact.suppliersToHalf.least)
      #expect(half >= (bounds.suppliersToHalf.least ?? 0), "seed \(seed)")
      #expect(half <= (bounds.suppliersToHalf.most ?? .max), "seed \(seed)")
    }
    let shares = amounts.map { $0 / amounts.reduce(0, +) }
    let alone = try #require(Concentration(amounts: amounts))
    #expect(alone.index.least >= 10_000 / Double(shares.count) - 1e-6)
  }
}
