import Insight
import Testing

/// The worked examples of `DependencyGraph.shares(fixing:)`, by hand. N is the target, A another
/// maker.
@Suite struct ExposureRulesTests {
  private func shares(_ text: String, fixing extra: [String: ShareInterval] = [:]) -> (String) ->
    String
  {
    let (graph, node) = graph(text)
    var fixed = extra
    fixed["N"] = .all
    fixed["A"] = ShareInterval.none
    let known = fixed.filter { node($0.key) >= 0 }
    let shares = graph.shares(
      fixing: Dictionary(uniqueKeysWithValues: known.map { (node($0.key), $0.value) }))
    return { name in
      let share = shares[node(name)]
      func digits(_ value: Double) -> String { "\((value * 1e6).rounded() / 1e6)" }
      let text = "\(digits(share.documented)) to \(digits(share.possible))"
      return shares.isUnknown[node(name)] ? text + ", unknown" : text
    }
  }

  @Test func knownSizesAreAWeightedMean() {
    #expect(shares("u N 60\nu A 40")("u") == "0.6 to 0.6")
  }

  @Test func unknownEndCountsNothingToAll() {
    #expect(shares("u N 60\nu A 30\nu ? 10")("u") == "0.6 to 0.7")
  }

  @Test func unknownSizeMayWeighAnything() {
    #expect(shares("u N 60\nu A 40\nu N ?")("u") == "0.6 to 1.0")
    #expect(shares("u N 60\nu A 40\nu A ?")("u") == "0.0 to 0.6")
    #expect(shares("u N 60\nu N ?")("u") == "1.0 to 1.0")
    #expect(shares("u N ?\nu A ?")("u") == "0.0 to 1.0")
    #expect(shares("u N ?")("u") == "1.0 to 1.0")
  }

  @Test func sharesPassThroughOthers() {
    let share = shares("u N 50\nu v 50\nv N 20\nv A 80")
    #expect(share("u") == "0.6 to 0.6")
    #expect(share("v") == "0.2 to 0.2")
  }

  @Test func circlesAreSummedToTheEnd() {
    let share = shares("u N 50\nu v 50\nv A 50\nv u 50")
    #expect(share("u") == "0.666667 to 0.666667")
    #expect(share("v") == "0.333333 to 0.333333")
  }

  @Test func whatOneRentsFromOneselfCountsAsTheRest() {
    #expect(shares("u u 900\nu N 60\nu A 40")("u") == "0.6 to 0.6")
    #expect(shares("u u ?\nu N 60\nu A 40")("u") == "0.6 to 0.6")
  }

  @Test func ofWhichNothingIsKnownIsUnknown() {
    let share = shares("u N 50\nu v 50\nw v 1\nx y 10\ny x 10\nz z 5\nq ? 5\nq A 0")
    #expect(share("v") == "0.0 to 1.0, unknown")
    #expect(share("u") == "0.5 to 1.0")
    #expect(share("w") == "0.0 to 1.0, unknown")
    #expect(share("x") == "0.0 to 1.0, unknown")
    #expect(share("z") == "0.0 to 1.0, unknown")
    #expect(share("q") == "0.0 to 1.0, unknown")
  }

  @Test func circlesOfUnknownSizeAlwaysHaveTheirWayOut() {
    let share = shares("u N 100\nu v ?\nv N 100\nv u ?")
    #expect(share("u") == "1.0 to 1.0")
    let mixed = shares("u N 100\nu v ?\nv A 100\nv u ?")
    #expect(mixed("u") == "0.0 to 1.0")
    let oneWay = shares("u v 100\nv u 100\nu N ?")
    #expect(oneWay("u") == "1.0 to 1.0")
  }

  @Test func aFixedNodeKeepsItsValueWhateverItDependsOn() {
    let half = ShareInterval(documented: 0.25, possible: 0.75)
    let share = shares("u v 50\nu N 50\nv A 100", fixing: ["v": half])
    #expect(share("v") == "0.25 to 0.75")
    #expect(share("u") == "0.625 to 0.875")
  }

  @Test func aNodeFixedAsUnknownIsNoFact() {
    let share = shares("u v 50\nv N 50", fixing: ["v": .unknown])
    #expect(share("v") == "0.0 to 1.0, unknown")
    #expect(share("u") == "0.0 to 1.0, unknown")
  }

  @Test func aTinyWayOutIsStillExact() {
    // The circle leaves with a part of 10^-15, where 1 - p would keep one digit.
    let share = shares("u v 1e15\nv u 1e15\nu N 0.6\nv A 0.2")
    #expect(share("u") == "0.75 to 0.75")
  }

  @Test func shareOfTheKnownSizesLeavesTheUnknownOut() throws {
    let (graph, node) = graph("u N 60\nu A 40\nu w ?\nv w ?")
    let shares = graph.shares(fixing: [node("N"): .all, node("A"): .none])
    #expect(shares[node("u")] == .unknown)
    let counted = try #require(graph.shareOfKnownSizes(of: node("u"), in: shares))
    #expect(counted == ShareInterval(exactly: 0.6))
    #expect(graph.shareOfKnownSizes(of: node("v"), in: shares) == nil)
  }

  @Test func theShareOfTheKnownSizesIsOpenWhereTheirEndIs() throws {
    let (graph, node) = graph("u N 60\nu A 30\nu ? 10\nu A ?")
    let shares = graph.shares(fixing: [node("N"): .all, node("A"): .none])
    let counted = try #require(graph.shareOfKnownSizes(of: node("u"), in: shares))
    #expect(abs(counted.documented - 0.6) < 1e-12 && abs(counted.possible - 0.7) < 1e-12)
  }

  @Test func anEmptyGraphHasNoShares() {
    let shares = DependencyGraph(nodeCount: 0, edges: []).shares(fixing: [:])
    #expect(shares.intervals.isEmpty)
  }
}
