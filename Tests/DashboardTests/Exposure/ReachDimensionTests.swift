import Dataset
import Insight
import TestSupport
import Testing

@testable import Dashboard

/// The graph in the dimensions customers, capital and location: what it draws is what the sums count.
@Suite struct ReachDimensionTests {
  private func world() throws -> World {
    let dataset = try FrozenLedger.dataset()
    return World(dataset: dataset, today: dataset.updated)
  }

  private func graph(
    _ dimension: ExposureDimension, to asked: ExposureTarget = .jurisdiction(.us)
  ) throws -> ReachGraph {
    ReachGraph.graph(
      of: try world(), dimension, .flows, asked: asked, ExposureOptions())
  }

  private func weight(_ graph: ReachGraph, _ tier: Int) -> Double {
    graph.nodes(of: tier).reduce(0) { $0 + graph.least($1) }
  }

  @Test(arguments: [ExposureDimension.customers, .capital, .location])
  func linesLeadFromThoseDependedOnToThoseWhoDepend(_ dimension: ExposureDimension) throws {
    let graph = try graph(dimension)
    #expect(graph.edges.count > 20)
    for edge in graph.edges where edge.from != edge.to {
      let (from, to) = (try #require(graph.tiers[edge.from]), try #require(graph.tiers[edge.to]))
      #expect(from <= to, "\(graph.key(edge.from)) \(graph.key(edge.to))")
    }
    #expect(graph.tierNames.count == graph.tierWords.count)
    #expect(graph.tiers.values.allSatisfy(graph.tierNames.indices.contains))
    let (folded, _) = graph.folded(.init(most: 5), keeping: [])
    for tier in graph.tierNames.indices {
      #expect(weight(folded, tier) == weight(graph, tier))
      #expect(folded.nodes(of: tier).count <= 5)
    }
  }

  @Test func lawsAndCountriesHoldWhatTheSumsCount() throws {
    let graph = try graph(.location, to: .jurisdiction(.eu27))
    let snapshot = try world().snapshot
    let groups = Compute.totals(of: snapshot, by: .country).groups
    for group in groups {
      guard case .country(let id) = group.key, group.tally.accelerators > 0 else { continue }
      #expect(graph.least(.country(id)) == Double(group.tally.accelerators))
    }
    #expect(weight(graph, 0) == weight(graph, 1))
    #expect(weight(graph, 0) == Double(groups.reduce(0) { $0 + $1.tally.accelerators }))
  }

  @Test func companiesHoldWhatTheyRaised() throws {
    let graph = try graph(.capital)
    let snapshot = try world().snapshot
    var seen = 0
    for group in Capital.totals(of: snapshot, by: .company).groups {
      guard case .organisation(let id) = group.key, !group.tally.rounds.isEmpty else { continue }
      let weight = try #require(graph.weights[.organisation(id)]).size.lowerBound
      #expect(abs(weight - group.tally.usdMillions) <= Double(group.tally.rounds.count))
      seen += 1
    }
    #expect(seen > 50)
  }

  @Test func aCountryAskedForStandsByItself() throws {
    let norway = try #require(try world().dataset.country("NO"))
    let asked = try graph(.capital, to: .country(norway))
    #expect(asked.tiers[.country(norway)] == 0)
    #expect(try graph(.capital).tiers[.country(norway)] == nil)
  }

  /// Whoever rents and operates, or invests and raises, is weighed by what he operates or raised, whichever
  /// row comes first.
  @Test(arguments: [false, true])
  func theOrderOfRowsChangesNoWeight(_ isReversed: Bool) throws {
    func table(_ header: String, _ rows: [String]) -> String {
      ([header] + (isReversed ? rows.reversed() : rows)).joined(separator: "\n")
    }
    let sites = table(
      "id,date,name,scope,operator,customer,country,city,accelerators,chip_vendor,status,confidence,source",
      [
        "a,2026-01-01,A,site,nscale,mistral-ai,GB,London,100,nvidia,operational,confirmed,s",
        "b,2026-01-02,B,site,mistral-ai,aleph,FR,Paris,40,nvidia,operational,confirmed,s",
      ])
    let rounds = table(
      "id,company,date,series,instrument,status,amount_m,currency,confidence,source",
      [
        "r,nscale,2026-01-01,Seed,equity,closed,100,USD,confirmed,s",
        "q,mistral-ai,2026-01-02,Seed,equity,closed,40,USD,confirmed,s",
      ])
    let parts = table(
      "round,investor,role,amount_m,currency,source",
      ["r,mistral-ai,lead,60,USD,s", "q,aleph,lead,40,USD,s"])
    let dataset = try FrozenPackage.dataset([
      .compute: sites, .rounds: rounds, .investments: parts,
    ])
    let world = World(dataset: dataset, today: try day("2026-11-21"))
    func weights(_ dimension: ExposureDimension) throws -> [Double] {
      let graph = ReachGraph.graph(
        of: world, dimension, .flows, asked: .jurisdiction(.eu27), ExposureOptions())
      return try ["nscale", "mistral-ai", "aleph"].map { slug in
        let node = ReachGraph.Node.organisation(try #require(dataset.organisation(slug)))
        return graph.least(node)
      }
    }
    #expect(try weights(.location) == [100, 40, 40])
    #expect(try weights(.customers) == [100, 40, 40])
    #expect(try weights(.capital) == [100, 40, 40])
  }
}
