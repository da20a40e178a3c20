import Dataset
import Insight
import Testing

/// Rules that hold of the repository's own facts, whatever they are.
@Suite struct CuratedExposureTests {
  private func snapshot() throws -> Snapshot {
    let dataset = try FrozenLedger.dataset()
    return dataset.asOf(dataset.updated)
  }

  private func id(_ slug: String, _ snapshot: Snapshot) throws -> ID<Organisation> {
    try #require(snapshot.dataset.organisation(slug))
  }

  @Test(arguments: ["nvidia", "amd", "tsmc", "asml", "microsoft", "nscale", "eurohpc-ju"])
  func everyDimensionHasAnAnswer(slug: String) throws {
    let snapshot = try snapshot()
    let target = ExposureTarget.organisation(try id(slug, snapshot))
    for dimension in [ExposureDimension.compute, .capital, .customers] {
      for folding in Folding.allCases {
        for announced in Announced.allCases {
          let options = ExposureOptions(announced: announced, folding: folding)
          let exposure = try Exposure(of: snapshot, to: target, in: dimension, options)
          #expect(!exposure.organisations.isEmpty)
          for found in exposure.organisations {
            let proved = found.paths.reduce(0) { $0 + $1.share.documented }
            #expect(proved <= found.share.documented + 1e-9)
            #expect(found.paths.isEmpty == (found.reach == .none))
            #expect(found.paths.allSatisfy { !$0.evidence.sources.isEmpty })
            if found.isUnknown { #expect(found.share == .unknown) }
          }
        }
      }
    }
  }

  @Test func aCutOfAMakerIsItsShareOfAllFirmAccelerators() throws {
    let snapshot = try snapshot()
    for slug in ["nvidia", "amd"] {
      let id = try id(slug, snapshot)
      let share = Compute.share(ofVendor: id, in: snapshot)
      let cut = CutReport(of: snapshot, cutting: Scenario(.organisation(id))).accelerators.total
      #expect(cut.before == Double(share.whole))
      #expect(abs(cut.documented - Double(share.part)) < 1e-6)
      #expect(abs(cut.possible - Double(share.part + share.open)) < 1e-6)
    }
  }

  /// Who is on every way, and who may be: the same as taking each of them away.
  @Test(arguments: Announced.allCases)
  func chokepointsAreWhatACutTakes(_ announced: Announced) throws {
    let snapshot = try snapshot()
    let options = ExposureOptions(announced: announced)
    let report = ChokepointReport(of: snapshot, options)
    #expect(report.chokepoints.count > 50)
    for point in report.chokepoints {
      let cut = CutReport(of: snapshot, cutting: Scenario(.organisation(point.id)), options)
        .accelerators
        .total
      let name = snapshot.dataset.slug(point.id)
      #expect(abs(cut.documented - Double(point.accelerators)) < 1e-3, "\(name)")
      #expect(abs(cut.possible - Double(point.possible)) < 1e-3, "\(name)")
      #expect(point.accelerators <= point.possible)
    }
  }

  @Test func aFoundryMayUnderlieEverything() throws {
    let snapshot = try snapshot()
    let points = ChokepointReport(of: snapshot).chokepoints
    let total = Compute.totals(of: snapshot, by: .vendor).total.accelerators
    for slug in ["tsmc", "asml"] {
      let point = try #require(points.first { snapshot.dataset.slug($0.id) == slug })
      #expect(point.possible == total)
      #expect(point.accelerators > 0 && point.accelerators < total)
    }
    // AMD is the only maker whose foundry is known to be single.
    let amd = try #require(points.first { snapshot.dataset.slug($0.id) == "amd" })
    #expect(amd.suppliers.map { snapshot.dataset.slug($0) } == ["tsmc"])
    let nvidia = try #require(points.first { snapshot.dataset.slug($0.id) == "nvidia" })
    #expect(nvidia.suppliers.map { snapshot.dataset.slug($0) }.contains("tsmc"))
    #expect(nvidia.suppliers.count > 1)
  }

  @Test func capitalIsWeighedOverTheDollarsOfTheTotals() throws {
    let snapshot = try snapshot()
    let exposure = try Exposure(
      of: snapshot, to: .organisation(id("nvidia", snapshot)), in: .capital)
    let sum = exposure.organisations.reduce(0) { $0 + $1.amount }
    let total = Capital.totals(of: snapshot, by: .company).total.usdMillions
    #expect(abs(sum - total) < 1e-6)
  }

  @Test func placesOfASiteAddUpToIt() throws {
    let snapshot = try snapshot()
    let nscale = try id("nscale", snapshot)
    let profile = CapacityProfile(of: nscale, in: snapshot)
    for part in profile.byJurisdiction {
      guard case .jurisdiction(let jurisdiction) = part.key else { continue }
      let exposure = try Exposure(of: snapshot, to: .jurisdiction(jurisdiction), in: .location)
      let share = try #require(exposure[nscale].known)
      let expected = Double(part.accelerators) / Double(profile.accelerators)
      #expect(abs(share.documented - expected) < 1e-9)
    }
    #expect(profile.byVendor.reduce(0) { $0 + $1.accelerators } == profile.accelerators)
    #expect(profile.byCustomer.reduce(0) { $0 + $1.accelerators } == profile.accelerators)
  }

  @Test func reportsAreTheSameEachTime() throws {
    let snapshot = try snapshot()
    let nvidia = ExposureTarget.organisation(try id("nvidia", snapshot))
    func report() throws -> String {
      try json(
        ExposureReport(of: snapshot, to: nvidia, in: .compute, cutting: Scenario(CutTarget(nvidia)))
      )
        + json(CircularMoney(of: snapshot, upTo: 4))
    }
    #expect(try report() == report())
    #expect(!CircularMoney(of: snapshot).circles.isEmpty)
    #expect(!LayerConcentration.all(of: snapshot).isEmpty)
  }
}

/// The order of rows has no influence on any answer.
@Suite struct RowOrderTests {
  @Test(arguments: 0..<20) func shuffledTablesGiveTheSameBytes(seed: Int) throws {
    var random = GraphRandom(seed: seed)
    let names = ["nscale", "nebius", "microsoft", "openai", "mistral", "csc"]
    let makers = ["nvidia", "amd", "asml", ""]
    func any(_ list: [String]) -> String { list.randomElement(using: &random) ?? "" }
    let compute = (0..<12).map { index in
      "c\(index),\(any(names)),\(any(names + ["", ""])),\(any(["DE", "NO", "US", "EU"])),"
        + "\(any(["10", "25", "60", ""])),\(any(makers)),building,\(any(["s1", "s2", "s3"]))"
    }
    let kinds = ["customer-of", "hosts", "supplies", "invests-in"]
    let relations = Set(
      (0..<14).map { _ in
        "\(any(names + ["nvidia", "amd"])),\(any(names)),\(any(kinds)),active,\(any(["s1", "s2"]))"
      }.filter { $0.split(separator: ",")[0] != $0.split(separator: ",")[1] }
    ).sorted()
    var answers: Set<String> = []
    for turn in 0..<3 {
      var random = GraphRandom(seed: seed * 31 + turn)
      let world = try ExposureWorld(
        compute: compute.shuffled(using: &random).joined(separator: "\n"),
        relations: Self.unique(relations).shuffled(using: &random).joined(separator: "\n"))
      let snapshot = try world.snapshot()
      let report = try ["nvidia", "nscale", "NO"].map { slug in
        let target = try world.target(slug)
        return try json(
          ExposureReport(
            of: snapshot, to: target, in: .compute,
            cutting: Scenario(CutTarget(target), fraction: 0.5)))
      }
      answers.insert(report.joined() + (try json(CircularMoney(of: snapshot))))
    }
    #expect(answers.count == 1, "seed \(seed)")
  }

  /// One relation of each pair and kind, as the ledger's latest row would be.
  private static func unique(_ relations: [String]) -> [String] {
    var seen: Set<String> = []
    return relations.filter { row in
      seen.insert(row.split(separator: ",").prefix(3).joined(separator: ",")).inserted
    }
  }
}
