import Dataset
import Insight
import Testing

@Suite struct CapitalExposureTests {
  /// The example of `FactGraph.capital`.
  @Test func knownAmountsAndTheRest() throws {
    let world = try ExposureWorld(
      rounds: "c,mistral,closed,1700",
      investments: """
        c,asml,1300
        c,nvidia,
        c,fund,
        """)
    let expected = [
      ("asml", "mistral 0.7647 to 0.7647 direct"), ("nvidia", "mistral 0 to 0.2353 direct"),
      ("fund", "mistral 0 to 0.2353 direct"), ("other", "mistral 0 to 0 none"),
    ]
    for (target, line) in expected {
      #expect(world.lines(try world.exposure(to: target, in: .capital)) == [line])
    }
    let asml = try world.exposure(to: "asml", in: .capital)
    #expect(world.paths("mistral", asml) == ["c > asml 0.7647 to 0.7647 direct s"])
    #expect(asml.organisations.first?.amount == 1_700)
    // Homes: ASML is at home in France here, NVIDIA and the fund in the US.
    let home = try world.exposure(to: "US", in: .capital)
    #expect(world.lines(home) == ["mistral 0 to 0.2353 direct"])
  }

  @Test func severalRoundsAreWeighedByTheirDollars() throws {
    let world = try ExposureWorld(
      rounds: """
        a,mistral,closed,100
        b,mistral,closed,300
        d,mistral,announced,600
        """,
      investments: """
        a,nvidia,100
        b,fund,
        d,nvidia,600
        """)
    let exposure = try world.exposure(to: "nvidia", in: .capital)
    #expect(world.lines(exposure) == ["mistral 0.25 to 0.25 direct"])
    let announced = try world.exposure(
      to: "nvidia", in: .capital, ExposureOptions(announced: .counted))
    #expect(world.lines(announced) == ["mistral 0.7 to 0.7 direct"])
  }

  @Test func undisclosedRoundsWeighAnything() throws {
    let world = try ExposureWorld(
      rounds: """
        a,mistral,closed,100
        b,mistral,closed,
        """,
      investments: """
        a,fund,100
        b,nvidia,
        """)
    #expect(
      world.lines(try world.exposure(to: "nvidia", in: .capital)) == ["mistral 0 to 1 direct"])
    let counted = try world.exposure(to: "nvidia", in: .capital).organisations.first?.known
    #expect(counted == ShareInterval.none)
  }

  @Test func whoIsNotNamedMayBeAnybody() throws {
    let world = try ExposureWorld(
      rounds: """
        a,mistral,closed,100
        b,openai,closed,100
        """,
      investments: "b,fund,60")
    let exposure = try world.exposure(to: "nvidia", in: .capital)
    #expect(
      world.lines(exposure) == ["openai 0 to 0.4 none", "mistral 0 to 1 unknown"])
  }

  @Test func amountsBeyondTheRoundAreScaled() throws {
    let world = try ExposureWorld(
      rounds: "a,mistral,closed,100",
      investments: """
        a,fund,60
        a,nvidia,60
        a,other,
        """)
    #expect(
      world.lines(try world.exposure(to: "nvidia", in: .capital)) == ["mistral 0.5 to 0.5 direct"])
    #expect(
      world.lines(try world.exposure(to: "other", in: .capital)) == ["mistral 0 to 0 none"])
  }

  /// A part of a round names its investor too: its relation is no stake next to the whole.
  @Test func whomAPartOfARoundNamesHasNoOtherStake() throws {
    let dataset = try SyntheticPackage.dataset([
      .organisations: ExposureWorld.organisations,
      .rounds: """
      id,company,date,instrument,status,amount_m,currency,part_of
      whole,mistral,2026-01-02,equity,closed,100,USD,
      part,mistral,2026-01-02,equity,closed,30,USD,whole
      """,
      .investments: "round,investor,amount_m,currency\nwhole,fund,60,USD\npart,nvidia,30,USD",
      .relations: """
      from,to,kind,date,status
      nvidia,mistral,invests-in,2026-01-03,active
      asml,mistral,invests-in,2026-01-03,active
      """,
    ])
    func share(_ slug: String) throws -> ShareInterval? {
      let id = try #require(dataset.organisation(slug))
      return try Exposure(
        of: dataset.asOf(day("2026-06-01")), to: .organisation(id), in: .capital
      ).organisations.first?.share
    }
    #expect(try share("nvidia") == ShareInterval(documented: 0, possible: 0.4))
    #expect(try share("asml") == .unknown, "a stake that no round names weighs anything")
  }

  @Test func stakesThatNoRoundNames() throws {
    let world = try ExposureWorld(
      relations: """
        nvidia,mistral,invests-in,active,s1
        fund,mistral,invests-in,active,s1
        nvidia,nebius,finances,active,s2
        nvidia,openai,invests-in,announced,s2
        """,
      rounds: "a,mistral,closed,100",
      investments: "a,fund,100")
    let exposure = try world.exposure(to: "nvidia", in: .capital)
    #expect(world.lines(exposure) == ["mistral 0 to 1 direct", "nebius 0 to 1 direct"])
    #expect(world.paths("mistral", exposure) == ["nvidia 0 to 1 direct s1"])
    let fund = try world.exposure(to: "fund", in: .capital)
    #expect(world.lines(fund) == ["mistral 0 to 1 direct", "nebius 0 to 1 none"])
    #expect(world.paths("mistral", fund) == ["a > fund 0 to 1 direct s"])
  }
}

@Suite struct CustomerExposureTests {
  /// The example of `FactGraph.customers`.
  @Test func namedCustomersAndOpenCapacity() throws {
    let world = try ExposureWorld(
      compute: """
        a,nscale,microsoft,DE,90,nvidia,building,s1
        b,nscale,,DE,10,nvidia,building,s1
        """,
      relations: """
        microsoft,nscale,customer-of,active,s2
        openai,microsoft,customer-of,active,s3
        """)
    let microsoft = try world.exposure(to: "microsoft", in: .customers)
    #expect(world.lines(microsoft) == ["nscale 0.9 to 1 direct"])
    #expect(world.paths("nscale", microsoft) == ["a > microsoft 0.9 to 0.9 direct s1"])
    let openai = try world.exposure(to: "openai", in: .customers)
    #expect(
      world.lines(openai) == ["nscale 0 to 0.1 none", "microsoft 0 to 1 direct"])
    let home = try world.exposure(to: "US", in: .customers)
    #expect(world.line("nscale", home) == "nscale 0.9 to 1 direct")
  }

  @Test func aRelationWithoutACommitmentHasUnknownSize() throws {
    let world = try ExposureWorld(
      compute: "a,nebius,nebius,DE,90,nvidia,building,s1",
      relations: "microsoft,nebius,customer-of,active,s2")
    let exposure = try world.exposure(to: "microsoft", in: .customers)
    #expect(world.lines(exposure) == ["nebius 0 to 1 direct"])
    #expect(exposure.organisations.first?.known == ShareInterval.none)
  }
}
