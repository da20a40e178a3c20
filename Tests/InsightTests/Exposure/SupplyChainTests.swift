import Dataset
import Insight
import Testing

/// Parts are needed together; suppliers of one part are alternatives.
@Suite struct SupplyChainTests {
  /// A with chips of NVIDIA, B with AMD's, D with chips of nobody named.
  private func lines(_ target: String, _ relations: String) throws -> [String] {
    let ledger = try ExposureLedger(
      compute: """
        x,2025,a,,DE,,100,nvidia,,,operational,
        y,2025,b,,DE,,50,amd,,,operational,
        z,2025,d,,DE,,10,,,,operational,
        """, relations: relations)
    let exposure = try ledger.exposure(to: target)
    return ["a", "b", "d"].map { slug in
      let found = exposure.organisations.first { ledger.dataset.slug($0.id) == slug }
      let share = found?.share ?? .none
      return "\(slug) \(ledger.digits(share.documented)) to \(ledger.digits(share.possible))"
    }
  }

  private static let chain = """
    tsmc,nvidia,supplies,foundry
    tsmc,amd,supplies,foundry
    samsung,nvidia,supplies,memory
    hynix,nvidia,supplies,memory
    asml,tsmc,supplies,lithography
    """

  @Test func aLoneFoundryIsAllHoweverManyMakeMemory() throws {
    #expect(try lines("tsmc", Self.chain) == ["a 1 to 1", "b 1 to 1", "d 0 to 1"])
    #expect(try lines("asml", Self.chain) == ["a 1 to 1", "b 1 to 1", "d 0 to 1"])
  }

  @Test func suppliersOfAPartAreAlternatives() throws {
    // AMD names no maker of memory, so that any may be it.
    #expect(try lines("samsung", Self.chain) == ["a 0 to 1", "b 0 to 1", "d 0 to 1"])
    let alone = Self.chain.split(separator: "\n").filter { !$0.hasPrefix("hynix") }
      .joined(separator: "\n")
    #expect(try lines("samsung", alone) == ["a 1 to 1", "b 0 to 1", "d 0 to 1"])
  }

  @Test func aNamedSupplierLeavesNoUnnamedOne() throws {
    // A foundry is named of both, and no way leads to Samsung as a foundry.
    let named = """
      tsmc,nvidia,supplies,foundry
      tsmc,amd,supplies,foundry
      samsung,google,supplies,foundry
      """
    #expect(try lines("samsung", named) == ["a 0 to 0", "b 0 to 0", "d 0 to 1"])
    // Where AMD's is not named it may be.
    let open = "tsmc,nvidia,supplies,foundry\nsamsung,google,supplies,foundry"
    #expect(try lines("samsung", open) == ["a 0 to 0", "b 0 to 1", "d 0 to 1"])
  }

  @Test func whoNamesThePartFurtherUpNamesIt() throws {
    // TSMC names its lithography, so that Samsung's is none of NVIDIA's.
    let chain = """
      tsmc,nvidia,supplies,foundry
      asml,tsmc,supplies,lithography
      samsung,google,supplies,lithography
      """
    #expect(try lines("samsung", chain) == ["a 0 to 0", "b 0 to 1", "d 0 to 1"])
  }

  @Test func aMakerWhoSuppliesNobodyIsNobodysPart() throws {
    #expect(try lines("hynix", "") == ["a 0 to 0", "b 0 to 0", "d 0 to 1"])
    #expect(try lines("nvidia", Self.chain) == ["a 1 to 1", "b 0 to 0", "d 0 to 1"])
  }

  @Test func energyAndCloudAreNoChips() throws {
    let other = "hynix,a,supplies,energy\nhynix,b,supplies,cloud\nhynix,nvidia,supplies,energy"
    #expect(try lines("hynix", other) == ["a 0 to 0", "b 0 to 0", "d 0 to 1"])
    let chips = "hynix,a,supplies,accelerators\nhynix,b,supplies,systems"
    #expect(try lines("hynix", chips) == ["a 0 to 1", "b 0 to 1", "d 0 to 1"])
  }

  @Test func twoPartsOfOneSupplierAreTwoFacts() throws {
    let ledger = try ExposureLedger(
      compute: "x,2025,a,,DE,,100,nvidia,,,operational,",
      relations: """
        samsung,nvidia,supplies,memory
        hynix,nvidia,supplies,memory
        samsung,nvidia,supplies,foundry,2026-02-01,active
        """)
    #expect(
      ledger.line("a", try ledger.exposure(to: "samsung")) == "a known 1 to 1, 1 to 1 of 100")
  }

  @Test func aCircleOfMakersIsAsExposedAsItsWaysOut() throws {
    let circle = """
      hynix,nvidia,supplies,memory
      nvidia,hynix,supplies,cores
      tsmc,hynix,supplies,cores
      """
    #expect(try lines("tsmc", circle) == ["a 1 to 1", "b 0 to 1", "d 0 to 1"])
  }

  @Test func chokepointsAreWhatCuttingThemTakes() throws {
    let ledger = try ExposureLedger(
      compute: """
        x,2025,a,,DE,,100,nvidia,,,operational,
        y,2025,b,,DE,,50,amd,,,operational,
        z,2025,d,,DE,,10,,,,operational,
        """, relations: Self.chain)
    let report = ChokepointReport(of: try ledger.snapshot())
    let found = report.chokepoints.map {
      "\(ledger.dataset.slug($0.id)) \($0.accelerators) to \($0.possible)"
    }
    #expect(
      found == [
        "asml 150 to 160", "tsmc 150 to 160", "nvidia 100 to 110", "a 100 to 100", "amd 50 to 60",
        "b 50 to 50", "d 10 to 10", "hynix 0 to 160", "samsung 0 to 160",
      ])
    for point in report.chokepoints {
      let cut = try ledger.scenario(ScenarioCut(.organisation(point.id))).accelerators.total
      #expect(cut.documented == Double(point.accelerators))
      #expect(cut.possible == Double(point.possible))
    }
    let tsmc = try #require(report.chokepoints.first { ledger.dataset.slug($0.id) == "tsmc" })
    #expect(tsmc.organisations.map { ledger.dataset.slug($0) } == ["a", "b"])
  }
}

/// The chain against its definition: the least and the greatest over random shares of the suppliers.
@Suite struct SupplyChainPropertyTests {
  /// Four makers and a target, the last.
  private struct Chain {
    static let target = 4
    /// For each maker its parts, and for each part its suppliers.
    let parts: [[[Int]]]

    init(using random: inout GraphRandom) {
      var parts: [[[Int]]] = []
      for maker in 0..<Chain.target {
        let others = (0...Chain.target).filter { $0 != maker }
        parts.append(
          (0..<random.below(3)).map { _ in
            Array(others.shuffled(using: &random).prefix(1 + random.below(2)))
          })
      }
      self.parts = parts + [[]]
    }

    /// The exposures to the target where each part has some shares of its suppliers. They are the least
    /// solution of the largest over parts of the mean over suppliers, by iteration from nothing.
    func solve(_ shares: (_ maker: Int, _ part: Int, _ supplier: Int) -> Double) -> [Double] {
      var values = [0.0, 0, 0, 0, 1]
      for _ in 0..<2_000 {
        var moved = 0.0
        for maker in 0..<Chain.target {
          let most =
            parts[maker].indices.map { part -> Double in
              let suppliers = parts[maker][part]
              let weights = suppliers.indices.map { shares(maker, part, $0) }
              return zip(suppliers, weights).reduce(0) { $0 + $1.1 * values[$1.0] }
                / weights.reduce(0, +)
            }.max() ?? 0
          moved = max(moved, most - values[maker])
          values[maker] = most
        }
        if moved < 1e-6 { break }
      }
      return values
    }
  }

  @Test(arguments: 0..<40) func isTheLeastAndTheGreatestOverAllShares(seed: Int) throws {
    var random = GraphRandom(seed: seed + 900)
    let chain = Chain(using: &random)
    let kinds = ["foundry", "memory", "cores"]
    var relations: [String] = []
    for (maker, parts) in chain.parts.enumerated() {
      for (part, suppliers) in parts.enumerated() {
        relations += suppliers.map {
          "m\($0),m\(maker),supplies,\(kinds[part]),2026-01-0\(part + 1),active"
        }
      }
    }
    let names = (0...Chain.target).map { "m\($0)" }
    let dataset = try SyntheticPackage.dataset([
      .organisations: "id,name,kind,layer,country\n"
        + names.map { "\($0),\($0),company,chips,US\nu\($0),U,company,infrastructure,FR" }
        .joined(separator: "\n"),
      .compute: "id,date,operator,country,accelerators,chip_vendor,status,scope\n"
        + names.map { "s\($0),2025,u\($0),DE,10,\($0),operational,site" }.joined(separator: "\n"),
      .relations: "from,to,kind,part,date,status\n" + relations.joined(separator: "\n"),
    ])
    let target = try #require(dataset.organisation("m\(Chain.target)"))
    let exposure = try Exposure(
      of: dataset.asOf(try day("2026-06-01")), to: .organisation(target), in: .compute)
    // Nearly all of each part from each of its suppliers in turn: the extremes of what shares can do.
    var (least, most) = ([1.0, 1, 1, 1], [0.0, 0, 0, 0])
    for choice in 0..<256 {
      let values = chain.solve { maker, part, supplier in
        supplier == (choice >> (maker * 2 + part)) & 1 ? 1 : 0.05
      }
      for maker in 0..<Chain.target {
        least[maker] = min(least[maker], values[maker])
        most[maker] = max(most[maker], values[maker])
      }
    }
    let asked = Set(
      chain.parts.flatMap { parts in parts.indices.filter { parts[$0].contains(Chain.target) } })
    for maker in 0..<Chain.target {
      let id = try #require(dataset.organisation("um\(maker)"))
      let share = exposure[id].share
      #expect(share.documented == (least[maker] > 0.9 ? 1 : 0), "seed \(seed) maker \(maker)")
      // Whoever names nobody up its chain for a part that the target supplies may depend on it.
      var upstream: Set<Int> = [maker]
      for _ in 0..<5 { upstream.formUnion(upstream.flatMap { chain.parts[$0].flatMap { $0 } }) }
      let isOpen = asked.contains { part in
        !upstream.contains { chain.parts[$0].indices.contains(part) }
      }
      let isPossible = most[maker] > 1e-4 || isOpen
      #expect(share.possible == (isPossible ? 1 : 0), "seed \(seed) maker \(maker)")
    }
  }
}
