import Insight
import Testing

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
