import Dataset
import Insight
import Testing

/// Several things cut at once, in part, or in what is not running yet.
@Suite struct ScenarioTests {
  private func ledger() throws -> ExposureLedger {
    try ExposureLedger(
      compute: """
        run,2025,a,c,DE,,100,nvidia,,,operational,
        due,2025,a,c,NO,,60,nvidia,,,building,2027
        open,2025,b,,EU,,10,,,,contracted,
        other,2025,b,,NO,,40,amd,,,contracted,2026
        unsized,2025,d,,NO,,,nvidia,,,building,
        """)
  }

  private func words(_ loss: CutLoss, _ ledger: ExposureLedger) -> String {
    "\(ledger.digits(loss.documented)) to \(ledger.digits(loss.possible)) and \(loss.uncounted)"
  }

  @Test func deliveriesTakeWhatIsNotRunningYet() throws {
    let ledger = try ledger()
    let cut = try ledger.scenario(
      ScenarioCut(ledger.organisation("nvidia"), period: .deliveries))
    #expect(words(cut.accelerators.total, ledger) == "60 to 70 and 1")
    #expect(cut.scenario.slug(in: ledger.dataset) == "nvidia:deliveries")
    let years = cut.accelerators.byYear.map {
      "\($0.key.slug(in: ledger.dataset)) \(words($0.loss, ledger))"
    }
    #expect(years == ["2027 60 to 60 and 0", "unknown 0 to 10 and 1"])
    let customers = cut.accelerators.byCustomer.map {
      "\($0.key.slug(in: ledger.dataset)) \(words($0.loss, ledger))"
    }
    #expect(customers == ["c 60 to 60 and 0", "unknown 0 to 10 and 1"])
    #expect(cut.tenants.map { ledger.dataset.slug($0.id) } == ["c"])
    #expect(cut.tenants.first?.share == ShareInterval(exactly: 0.375))
  }

  /// Some of what is supplied without a site may be running.
  @Test func ofSuppliesDeliveriesMayTakeNothing() throws {
    let ledger = try ExposureLedger(
      compute: "due,2025,a,c,NO,,60,amd,,,building,2027",
      relations: "nvidia,c,supplies,accelerators")
    func share(_ period: CutPeriod) throws -> ShareInterval? {
      try ledger.scenario(
        ScenarioCut(ledger.organisation("nvidia"), period: period),
        ScenarioCut(ledger.organisation("amd"), period: period)
      ).tenants.first?.share
    }
    #expect(try share(.everything) == .all)
    #expect(try share(.deliveries) == .unknown)
  }

  @Test func aPercentageIsTakenOfEachSite() throws {
    let ledger = try ledger()
    let cut = try ledger.scenario(ScenarioCut(ledger.organisation("nvidia"), fraction: 0.25))
    #expect(words(cut.accelerators.total, ledger) == "40 to 42.5 and 1")
  }

  @Test func aPercentageIsWrittenAsShortAsItIs() throws {
    let ledger = try ledger()
    let nvidia = try ledger.organisation("nvidia")
    let parts = [1, 0.125, 0].map { ScenarioCut(nvidia, fraction: $0) }
    #expect(
      parts.map { $0.slug(in: ledger.dataset) } == ["nvidia", "nvidia=12.5", "nvidia=0"])
  }

  /// 7 of 100 times a hundred is 7.000000000000001.
  @Test func aPercentageIsNamedAsItWasTyped() throws {
    let ledger = try ledger()
    func slug(_ percent: Double) throws -> String {
      ScenarioCut(try ledger.organisation("nvidia"), fraction: percent / 100)
        .slug(in: ledger.dataset)
    }
    for percent in 1...99 { #expect(try slug(Double(percent)) == "nvidia=\(percent)") }
    #expect(try slug(12.5) == "nvidia=12.5")
    #expect(try slug(0.07) == "nvidia=0.07")
  }

  @Test func ofSeveralASiteLosesAtLeastTheLargestAndAtMostTheSum() throws {
    let ledger = try ledger()
    let cut = try ledger.scenario(
      ScenarioCut(ledger.organisation("nvidia"), fraction: 0.5),
      ScenarioCut(ledger.standing(in: "NO"))
    )
    // run 50, due 60 once, other 40; open 0 to all.
    #expect(words(cut.accelerators.total, ledger) == "150 to 160 and 1")
    let halves = try ledger.scenario(
      ScenarioCut(ledger.organisation("nvidia"), fraction: 0.5),
      ScenarioCut(ledger.organisation("a"), fraction: 0.25))
    #expect(words(halves.accelerators.total, ledger) == "80 to 125 and 1")
    #expect(halves.scenario.slug(in: ledger.dataset) == "nvidia=50,a=25")
  }

  @Test func eachSiteIsLostOnceUnderItsOperator() throws {
    let ledger = try ledger()
    let cut = try ledger.scenario(
      ScenarioCut(ledger.organisation("nvidia")), ScenarioCut(ledger.organisation("a")))
    #expect(words(cut.accelerators.total, ledger) == "160 to 170 and 1")
    let companies = cut.accelerators.byCompany.map {
      "\($0.key.slug(in: ledger.dataset)) \(words($0.loss, ledger))"
    }
    #expect(companies == ["a 160 to 160 and 0", "b 0 to 10 and 0", "d 0 to 0 and 1"])
  }

  /// Taking sites away by hand, on ledgers and scenarios drawn at random.
  @Test(arguments: 0..<60) func isWhatTakingSitesAwayByHandTakes(seed: Int) throws {
    var random = GraphRandom(seed: seed + 40)
    struct Site {
      let operatedBy: String, maker: String, country: String, isRunning: Bool, size: Double
    }
    let sites = (0..<10).map { _ in
      Site(
        operatedBy: ["a", "b", "d"][random.below(3)],
        maker: ["nvidia", "amd", ""][random.below(3)],
        country: ["NO", "DE", "EU"][random.below(3)], isRunning: random.chance(0.5),
        size: Double(1 + random.below(99)))
    }
    let foundry = random.chance(0.5)
    let ledger = try ExposureLedger(
      compute: sites.enumerated().map { place, site in
        "s\(place),2025,\(site.operatedBy),,\(site.country),,\(Int(site.size)),\(site.maker),,,"
          + (site.isRunning ? "operational," : "building,")
      }.joined(separator: "\n"),
      relations: foundry ? "tsmc,nvidia,supplies,foundry" : "tsmc,amd,supplies,memory")
    let names = ["nvidia", "amd", "tsmc", "a", "b", "NO", "DE"].shuffled(using: &random)
    let cuts = try names.prefix(1 + random.below(3)).map { name in
      try (
        name,
        ScenarioCut(
          name.count == 2 ? ledger.standing(in: name) : ledger.organisation(name),
          fraction: [1, 0.5, 0.25][random.below(3)],
          period: random.chance(0.3) ? .deliveries : .everything)
      )
    }
    /// The ends of the share of a site that goes with a name.
    func share(_ site: Site, _ name: String) -> (Double, Double) {
      if name == site.operatedBy { return (1, 1) }
      if name.count == 2 {
        return site.country == name ? (1, 1) : site.country == "EU" ? (0, 1) : (0, 0)
      }
      if ["a", "b"].contains(name) { return (0, 0) }
      if site.maker.isEmpty { return (0, 1) }
      if name == site.maker { return (1, 1) }
      guard name == "tsmc" else { return (0, 0) }
      // Of whom no row names a foundry (or a maker of memory) TSMC may be it.
      return site.maker == (foundry ? "nvidia" : "amd") ? (1, 1) : (0, 1)
    }
    var (least, most) = (0.0, 0.0)
    for site in sites {
      let parts = cuts.map { name, cut -> (Double, Double) in
        if cut.period == .deliveries && site.isRunning { return (0, 0) }
        let (low, high) = share(site, name)
        return (low * cut.fraction, high * cut.fraction)
      }
      least += site.size * (parts.map(\.0).max() ?? 0)
      most += site.size * min(1, parts.reduce(0) { $0 + $1.1 })
    }
    let loss = CutReport(of: try ledger.snapshot(), cutting: Scenario(cuts.map(\.1)))
      .accelerators.total
    #expect(abs(loss.documented - least) < 1e-9, "seed \(seed)")
    #expect(abs(loss.possible - most) < 1e-9, "seed \(seed)")
  }
}
