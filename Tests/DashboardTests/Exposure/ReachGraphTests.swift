import Canvas
import Charts
import Dataset
import Insight
import Testing

@testable import Dashboard

@Suite struct ReachGraphTests {
  private func graph(_ scope: ReachGraph.Scope, folding: Folding = .none) throws -> ReachGraph {
    ReachGraph(of: try ReachPackage.world(), scope, ExposureOptions(folding: folding))
  }

  private func words(_ graph: ReachGraph) -> [String] {
    graph.edges.map { edge in
      "\(graph.key(edge.from)) \(graph.key(edge.to)) \(edge.amount.map { String(Int($0.lowerBound)) } ?? "-")"
    }
  }

  @Test func flowsAreWhatRowsOfComputeSay() throws {
    #expect(
      words(try graph(.flows)) == [
        "amd csc 11912", "asml tsmc -", "fjord microsoft 105000", "hynix nvidia -",
        "nvidia fjord 110000",
        "nvidia julich 24000", "nvidia telekom 10000", "nvidia telekom-ai 600",
        "nvidia zephyr 18000", "tsmc amd -", "tsmc nvidia -", "~unknown hall 40000",
      ])
  }

  @Test func relationsAddCustomersWithoutANumber() throws {
    let added = Set(words(try graph(.relations))).subtracting(words(try graph(.flows)))
    #expect(added == ["microsoft openai -", "telekom siemens -", "telekom zephyr -"])
  }

  @Test func companiesOfOneOwnerAreOneNode() throws {
    let graph = try graph(.flows, folding: .groups)
    #expect(words(graph).contains("nvidia telekom 10600"))
    #expect(!graph.keys.values.contains("telekom-ai"))
  }

  @Test(arguments: 1...8)
  func foldingLosesNoAcceleratorsAndKeepsTheTarget(_ most: Int) throws {
    let whole = try graph(.relations)
    let target = try #require(whole.keys.first { $0.value == "nvidia" }).key
    let (folded, hidden) = whole.folded(.init(most: most), keeping: [target])
    #expect(folded.tiers[target] == 1)
    func weight(_ graph: ReachGraph) -> Double {
      graph.tiers.keys.reduce(0) { $0 + graph.least($1) }
    }
    // Compute rented within a fold is counted once.
    let twice = whole.edges.filter { edge in
      hidden.values.contains { $0.contains(edge.from) && $0.contains(edge.to) }
    }.reduce(0) { $0 + ($1.amount?.lowerBound ?? 0) }
    #expect(weight(folded) + twice == weight(whole) && weight(whole) > 0)
    for tier in whole.tierNames.indices {
      let shown = folded.nodes(of: tier).filter { $0 != .folded(tier: tier) }
      #expect(shown.count + (hidden[tier]?.count ?? 0) == whole.nodes(of: tier).count)
      // A group of a single node would take as much room as the node.
      #expect(hidden[tier].map { $0.count > 1 } ?? true)
    }
  }

  /// Microsoft rents what Fjord Compute runs: together they have what Fjord Compute has.
  @Test func aFoldHasNoMoreThanItsSites() throws {
    let whole = try graph(.relations)
    let (folded, hidden) = whole.folded(.init(most: 40, closed: 2), keeping: [])
    let away = Set((hidden[2] ?? []).map { whole.key($0) })
    #expect(away.isSuperset(of: ["fjord", "microsoft", "hall"]))
    #expect(folded.weights[.folded(tier: 2)]?.size == 196_512...196_512)
  }

  @Test func theOrderOfRowsDoesNotMatter() throws {
    var tables = ReachPackage.tables
    for table in [TableName.compute, .relations, .organisations] {
      let lines = (tables[table] ?? "").split(separator: "\n").map(String.init)
      // Rows of one ledger id stay in their order: the later row stands.
      let (old, new) = (lines.dropFirst().filter { !$0.hasPrefix("stargate,2026") }, lines)
      tables[table] = ([new[0]] + old.reversed() + new.filter { $0.hasPrefix("stargate,2026") })
        .joined(separator: "\n")
    }
    let world = World(
      dataset: try SyntheticPackage.dataset(tables), today: try day("2026-11-21"))
    for scope in [ReachGraph.Scope.flows, .relations] {
      let turned = ReachGraph(of: world, scope, ExposureOptions())
      #expect(words(turned) == words(try graph(scope)))
    }
  }

  // MARK: Labels

  @Test func namesAreCutOnlyAsFarAsTheRoomAsks() {
    #expect(ReachLabels.cut([10, 30, 20], to: 60) == .max)
    #expect(ReachLabels.cut([10, 30, 20], to: 59) == 29)
    #expect(ReachLabels.cut([10, 30, 20], to: 50) == 20)
    #expect(ReachLabels.cut([10, 30, 20], to: 40) == 15)
    #expect(ReachLabels.cut([10, 30, 20], to: 2) == 0)
    #expect(ReachLabels.cut([], to: 5) == .max)
  }

  @Test func namesGoWithoutWhatExplainsThem() {
    #expect(ReachLabels.brief("CSC - IT Centre (Kajaani)") == "CSC")
    #expect(ReachLabels.brief("Eni") == "Eni")
    #expect(ReachLabels.brief("Rolls-Royce") == "Rolls-Royce")
    #expect(ReachLabels.brief("- odd") == "- odd")
  }

  @Test(arguments: [50, 60, 80, 100, 120, 140, 160, 200, 300])
  func noNameIsCutWhileThereIsRoom(_ width: Int) throws {
    let world = try ReachPackage.world()
    let request = ReachChart.Request(area: Size(width: width, height: 24))
    let chart = ReachChart(
      [try graph(.relations), try graph(.flows)], request, keeping: [], in: world.dataset
    ) { weight, _, _ in weight.lowerBound > 0 ? "\(Int(weight.lowerBound))" : "" }
    let layout = chart.chart.layout
    #expect(layout.width <= width)
    #expect(layout.height <= 24)
    let isCut = chart.chart.graph.nodes.contains { $0.lines[0].contains("…") }
    // A cell for each layer would lengthen a name.
    if isCut { #expect(width - layout.width < layout.layers.count) }
  }
}

@Suite struct CapacityViewTests {
  @Test func blocksShareTheRowsThereAre() {
    #expect(CapacityView.rows(of: [1, 2, 4], in: 7) == 4)
    #expect(CapacityView.rows(of: [1, 2, 4], in: 6) == 3)
    #expect(CapacityView.rows(of: [1, 2, 4], in: 5) == 2)
    #expect(CapacityView.rows(of: [5, 5, 5], in: 2) == 1)
    #expect(CapacityView.rows(of: [], in: 9) == 1)
  }
}
