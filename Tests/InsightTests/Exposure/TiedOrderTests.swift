import Dataset
import Insight
import Testing

/// The order where sizes are the same.
@Suite struct TiedOrderTests {
  private func ledger() throws -> ExposureLedger {
    try ExposureLedger(
      compute: """
        unsized,2025,b,,DE,,,nvidia,,,building,
        z,2025,a,d,FR,,10,nvidia,,,building,2027
        w,2025,b,,US,,500,,,,building,
        y,2025,a,c,NO,,10,nvidia,,,building,2028
        v,2025,b,,DE,,4,nvidia,,,building,2027
        x,2025,a,b,DE,,20,nvidia,,,operational,
        """)
  }

  private func slugs(_ sites: [CutReport.Site], _ ledger: ExposureLedger) -> String {
    sites.map { ledger.dataset.slug($0.id) }.joined(separator: " ")
  }

  @Test func ofACutTheSureThenTheLargestThenTheId() throws {
    let ledger = try ledger()
    let cut = try ledger.scenario(ScenarioCut(ledger.organisation("nvidia")))
    #expect(slugs(cut.sites, ledger) == "x y z v unsized w")
    #expect(slugs(cut.hits.firm.rows, ledger) == "x y z v unsized w")
    #expect(cut.tenants.map { ledger.dataset.slug($0.id) } == ["b", "c", "d"])
    func keys(_ groups: [CutBreakdown.Group]) -> [String] {
      groups.map { $0.key.slug(in: ledger.dataset) }
    }
    #expect(keys(cut.accelerators.byCountry) == ["DE", "FR", "NO", "US"])
    #expect(keys(cut.accelerators.byYear) == ["operational", "2027", "2028", "unknown"])
  }

  @Test func ofWhatIsLeftTheSureThenTheFirstDueThenTheId() throws {
    let ledger = try ledger()
    let standing = try ledger.scenario(ScenarioCut(ledger.organisation("amd"))).standing
    #expect(slugs(standing.keeping, ledger) == "x")
    #expect(slugs(standing.coming, ledger) == "v z y unsized w")
  }

  /// A part of no size stands behind a part that surely has none of it.
  @Test func ofWhatKeepsRunningTheLargestThenTheId() throws {
    let ledger = try ExposureLedger(
      compute: """
        unsized,2025,a,,DE,,,nvidia,,,operational,
        zero,2025,a,,DE,,0,nvidia,,,operational,
        may,2025,a,,DE,,900,,,,operational,
        y,2025,a,,DE,,10,nvidia,,,operational,
        x,2025,a,,DE,,10,nvidia,,,operational,
        z,2025,a,,DE,,20,nvidia,,,operational,
        """)
    let standing = try ledger.scenario(ScenarioCut(ledger.organisation("amd"))).standing
    #expect(slugs(standing.keeping, ledger) == "z x y zero unsized may")
    #expect((standing.sites, standing.sure, standing.possible, standing.unsized) == (6, 5, 1, 1))
  }

  @Test func ofTheHitWhatIsLostCountsNotWhatIsThere() throws {
    let ledger = try ExposureLedger(
      compute: """
        large,2025,a,c,DE,,100,nvidia,,,operational,
        small,2025,a,d,DE,,40,amd,,,operational,
        more,2025,a,d,DE,,20,,,,operational,
        less,2025,a,c,DE,,10,,,,operational,
        """)
    let cut = try ledger.scenario(
      ScenarioCut(ledger.organisation("nvidia"), fraction: 0.25),
      ScenarioCut(ledger.organisation("amd"), fraction: 0.625))
    #expect(slugs(cut.sites, ledger) == "large small less more", "25 of each, then the possible")
    // Both lose 25 for sure; of their open sites D may lose more.
    #expect(cut.tenants.map { ledger.dataset.slug($0.id) } == ["d", "c"])
    #expect(cut.makers.map { ledger.dataset.slug($0.id) } == ["amd", "nvidia"])
    let half = try ledger.scenario(
      ScenarioCut(ledger.organisation("nvidia"), fraction: 0.25),
      ScenarioCut(ledger.organisation("amd")))
    #expect(slugs(half.sites, ledger) == "small large less more", "40 of 40 before 25 of 100")
  }

  @Test func ofTheExposedTheMoreIsAtStakeThenTheLargerThenTheId() throws {
    let ledger = try ExposureLedger(
      compute: """
        w,2025,google,,DE,,5,amd,,,operational,
        x,2025,b,,DE,,5,amd,,,operational,
        y,2025,a,,DE,,5,amd,,,operational,
        z,2025,d,,DE,,6,amd,,,operational,
        open,2025,c,,DE,,3,amd,,,operational,
        opener,2025,c,,DE,,1,,,,operational,
        """, relations: "hynix,a,customer-of,")
    #expect(
      try ledger.exposure(to: "nvidia").organisations.map { ledger.dataset.slug($0.id) }
        == ["c", "d", "a", "b", "google", "hynix"])
  }

  @Test func ofCustomersTheFirmThenTheUnsizedThePossibleAndThePlanned() throws {
    let ledger = try ExposureLedger(
      compute: """
        firm,2025,a,c,DE,,100,nvidia,,,building,
        unsized,2025,a,d,DE,,,nvidia,,,building,
        open,2025,a,,DE,,40,nvidia,,,building,
        less,2025,a,google,DE,,10,nvidia,,,announced,
        more,2025,a,hynix,DE,,800,nvidia,,,paused,
        none,2025,b,,DE,,0,nvidia,,,building,
        like,2025,google,,DE,,140,nvidia,,,building,
        """,
      relations: """
        tsmc,a,customer-of,,2026-01-01,ended
        samsung,a,customer-of,,2026-01-01,ended
        b,a,customer-of,
        c,a,customer-of,
        """)
    let index = CapacityIndex(of: try ledger.snapshot())
    let a = try #require(ledger.dataset.organisation("a"))
    let stakes = CustomerStake.all(of: a, in: index).map {
      "\(ledger.dataset.slug($0.id)) \($0.accelerators) \($0.possible) \($0.planned.count)"
    }
    #expect(
      stakes == [
        "c 100 0 0", "d 0 0 0", "b 0 40 0", "hynix 0 0 1", "google 0 0 1", "samsung 0 0 0",
        "tsmc 0 0 0",
      ])
    let operators = CapacityProfile.operators(in: index).map {
      "\($0.key.slug(in: ledger.dataset)) \($0.accelerators)+\($0.uncounted)"
    }
    #expect(operators == ["a 140+1", "google 140+0"], "who surely has nothing operates nothing")
    let profile = CapacityProfile(of: a, in: index)
    let parts = profile.byCustomer.map {
      "\($0.key.slug(in: ledger.dataset)) \($0.accelerators)+\($0.uncounted)"
    }
    #expect(parts == ["c 100+0", "unknown 40+0", "d 0+1"])
  }

  @Test func ofThePartsOfAnOperatorTheLargestThenTheId() throws {
    let ledger = try ExposureLedger(
      compute: """
        w,2025,a,d,NO,,5,nvidia,hopper;rubin,,building,
        x,2025,a,d,NO,,10,nvidia,,,building,
        y,2025,a,c,DE,,15,amd,,,building,
        z,2025,a,b,US,,16,google,,,building,
        """)
    let a = try #require(ledger.dataset.organisation("a"))
    func words(_ parts: [CapacityProfile.Part]) -> String {
      parts.map { "\($0.key.slug(in: ledger.dataset)) \(Int($0.size.lowerBound))" }
        .joined(separator: " ")
    }
    let profile = CapacityProfile(of: a, in: try ledger.snapshot())
    #expect(words(profile.byCustomer) == "b 16 c 15 d 15")
    #expect(words(profile.byVendor) == "google 16 amd 15 nvidia 15")
    #expect(words(profile.byJurisdiction) == "US 16 EEA 15 EU-27 15")
    let speeds = CapacityProfile(of: a, in: try ledger.snapshot(), ExposureOptions(unit: .h100e))
    #expect(words(speeds.byCustomer) == "d 5 b 0 c 0")
    #expect(speeds.whole.unsized == 3 && speeds.whole.size == 5...20)
  }

  /// Of two operators of as much that which takes somebody along stands first.
  @Test func ofChokepointsTheMoreOrganisationsThenTheMoreMoney() throws {
    let world = try ExposureWorld(
      compute: """
        x,nebius,,DE,50,amd,building,s1
        y,nscale,microsoft,DE,50,nvidia,building,s1
        """,
      rounds: """
        e,mistral,closed,
        d,mistral,closed,
        c,mistral,closed,50
        b,mistral,closed,70
        a,mistral,closed,20
        """,
      investments: """
        e,other,
        d,csc,
        c,asml,20
        b,openai,
        a,fund,20
        """)
    let points = ChokepointReport(of: try world.snapshot()).chokepoints.map {
      "\(world.dataset.slug($0.id)) \($0.accelerators) \(world.digits($0.usdMillions))"
        + " to \(world.digits($0.possibleUSDMillions))"
    }
    #expect(
      points == [
        "nvidia 50 0 to 0", "amd 50 0 to 0", "nscale 50 0 to 0", "nebius 50 0 to 0",
        "asml 0 20 to 20", "fund 0 20 to 20", "openai 0 0 to 70", "csc 0 0 to 0",
        "other 0 0 to 0",
      ])
  }
}
