import Dataset
import Insight
import Testing

@Suite struct ChokepointReportTests {
  private func lines(_ world: ExposureWorld) throws -> [String] {
    let slug = world.dataset.slug as (ID<Organisation>) -> String
    return ChokepointReport(of: try world.snapshot()).chokepoints.map { found in
      let organisations = found.organisations.map(slug).joined(separator: " ")
      let tenants = found.tenants.map(slug).joined(separator: " ")
      return
        "\(slug(found.id)) \(found.accelerators)–\(found.possible)+\(found.uncounted) [\(organisations)]"
        + " tenants [\(tenants)] \(found.rounds.count) rounds \(world.digits(found.usdMillions))–\(world.digits(found.possibleUSDMillions))"
    }
  }

  @Test func whoIsLostWithWhom() throws {
    // Microsoft rents two sites of Nscale and nothing else; OpenAI also runs on something unknown.
    let world = try ExposureWorld(
      compute: """
        sines,nscale,microsoft,DE,100,nvidia,building,s1
        oslo,nscale,microsoft,NO,,amd,building,s2
        lumi,csc,,DE,50,,building,s2
        """,
      relations: """
        landlord,nscale,hosts,active,s1
        openai,microsoft,customer-of,active,s3
        tsmc,amd,supplies,active,s3
        """,
      rounds: """
        a,mistral,closed,100
        b,mistral,closed,50
        """,
      investments: """
        a,nvidia,
        b,nvidia,
        b,fund,
        """)
    #expect(
      try lines(world) == [
        // Nobody says whose chips LUMI has here.
        "nvidia 100–150+0 [] tenants [] 1 rounds 0–100",
        "nscale 100–100+1 [microsoft] tenants [microsoft] 0 rounds 0–0",
        "landlord 100–100+0 [] tenants [] 0 rounds 0–0",
        "csc 50–50+0 [] tenants [] 0 rounds 0–0",
        // TSMC may make NVIDIA's chips too, of which nobody says who does.
        "tsmc 0–150+1 [] tenants [] 0 rounds 0–0",
        "amd 0–50+1 [] tenants [] 0 rounds 0–0",
      ])
  }
}

@Suite struct CutReportTests {
  /// The example of `CutReport`.
  private func world() throws -> ExposureWorld {
    try ExposureWorld(
      compute: """
        sines,nscale,microsoft,DE,12600,nvidia,building,s1
        iceland,nscale,,IS,4600,nvidia,building,s2
        paris,nebius,,FR,1000,,building,s2
        """,
      relations: "microsoft,nebius,customer-of,active,s3",
      rounds: "a,mistral,closed,100",
      investments: """
        a,nvidia,40
        a,microsoft,
        """)
  }

  private func words(_ loss: CutLoss, _ world: ExposureWorld) -> String {
    "\(world.digits(loss.documented)) to \(world.digits(loss.possible))"
      + " of \(world.digits(loss.before))"
  }

  private func words(_ groups: [CutBreakdown.Group], _ world: ExposureWorld) -> [String] {
    groups.map { "\($0.key.slug(in: world.dataset)) \(words($0.loss, world))" }
  }

  @Test func theMakerTakesItsChipsAlong() throws {
    let world = try world()
    let cut = CutReport(
      of: try world.snapshot(), cutting: Scenario(CutTarget(try world.target("nvidia"))))
    #expect(words(cut.accelerators.total, world) == "17200 to 18200 of 18200")
    #expect(
      words(cut.accelerators.byCompany, world) == [
        "nscale 17200 to 17200 of 17200", "nebius 0 to 1000 of 1000",
      ])
    #expect(words(cut.accelerators.byLayer, world) == ["infrastructure 17200 to 18200 of 18200"])
    #expect(
      words(cut.accelerators.byCountry, world) == [
        "DE 12600 to 12600 of 12600", "IS 4600 to 4600 of 4600", "FR 0 to 1000 of 1000",
      ])
    #expect(
      words(cut.accelerators.byJurisdiction, world) == [
        "EU-27 12600 to 13600 of 13600", "EEA 4600 to 4600 of 4600",
      ])
    #expect(words(cut.custom.total, world) == "0 to 0 of 18200")
    #expect(words(cut.capital.byCompany, world) == ["mistral 40 to 40 of 100"])
    let tenant = try #require(cut.tenants.first)
    #expect(cut.tenants.count == 1)
    #expect(world.dataset.slug(tenant.id) == "microsoft")
    #expect(words(tenant.rented, world) == "12600 to 12600 of 12600")
    // Microsoft also rents an unknown part from Nebius, whose chips may be anybody's.
    #expect(tenant.share == .unknown)
  }

  @Test func aCustomerTakesItsCustomAlong() throws {
    let world = try world()
    let cut = CutReport(
      of: try world.snapshot(),
      cutting: Scenario(CutTarget(try world.target("microsoft")), fraction: 0.5))
    #expect(words(cut.accelerators.total, world) == "0 to 0 of 18200")
    #expect(words(cut.custom.total, world) == "6300 to 6800 of 18200")
    #expect(
      words(cut.custom.byCompany, world) == [
        "nscale 6300 to 6300 of 17200", "nebius 0 to 500 of 1000",
      ])
    #expect(words(cut.capital.total, world) == "0 to 30 of 100")
  }

  @Test func aSiteTakesItsTenantsAlong() throws {
    let world = try world()
    let cut = CutReport(
      of: try world.snapshot(), cutting: Scenario(CutTarget(try world.target("sines"))))
    #expect(words(cut.accelerators.total, world) == "12600 to 12600 of 18200")
    #expect(words(cut.capital.total, world) == "0 to 0 of 0")
    #expect(cut.tenants.map { world.dataset.slug($0.id) } == ["microsoft"])
  }

  @Test func halfTheMakerIsHalfTheChips() throws {
    let world = try world()
    let cut = CutReport(
      of: try world.snapshot(),
      cutting: Scenario(CutTarget(try world.target("nvidia")), fraction: 0.5))
    #expect(words(cut.accelerators.total, world) == "8600 to 9100 of 18200")
  }

  @Test func theReportHasTheKeysOfTheCommand() throws {
    let world = try world()
    let target = try world.target("nvidia")
    let report = try ExposureReport(
      of: world.snapshot(), to: target, in: .compute,
      cutting: Scenario(CutTarget(target), fraction: 0.5))
    let object = try jsonObject(report)
    #expect(object["to"] as? String == "nvidia")
    #expect(object["as_of"] as? String == "2026-06-01")
    #expect(object["dimension"] as? String == "compute")
    let organisations = try #require(object["organisations"] as? [[String: Any]])
    #expect(organisations.first?["id"] as? String == "nscale")
    #expect(organisations.first?["documented"] as? Double == 1)
    #expect(organisations.first?["possible"] as? Double == 1)
    let paths = try #require(organisations.first?["paths"] as? [[String: Any]])
    #expect(paths.first?["via"] as? [String] == ["sines", "nvidia"])
    #expect(paths.first?["sources"] as? [String] == ["s1"])
    #expect((paths.first?["share"] as? Double).map { world.digits($0) } == "0.7326")
    let chokepoints = try #require(object["chokepoints"] as? [[String: Any]])
    #expect(chokepoints.first?["id"] as? String == "nvidia")
    #expect(chokepoints.first?["organisations"] as? [String] == ["nscale"])
    #expect(chokepoints.first?["accelerators"] as? Int == 17_200)
    let lost = try #require(object["lost"] as? [String: Any])
    #expect(lost["cut"] as? String == "nvidia")
    #expect(lost["percent"] as? Double == 50)
    let plain = try ExposureReport(of: world.snapshot(), to: target, in: .compute)
    #expect(try jsonObject(plain)["lost"] == nil)
  }
}

@Suite struct CircularMoneyTests {
  private func words(_ world: ExposureWorld, upTo length: Int = 3) throws -> [String] {
    CircularMoney(of: try world.snapshot(), upTo: length).circles.map { circle in
      circle.steps.map { step in
        let dollars = step.usdMillions.map { " $\(world.digits($0))" } ?? ""
        let open = step.undisclosed > 0 ? " +\(step.undisclosed)" : ""
        let count = step.accelerators.map { " \($0) accelerators" } ?? ""
        return "\(world.dataset.slug(step.from)) \(step.flow.word)\(dollars)\(open)\(count)"
      }.joined(separator: ", ")
    }
  }

  @Test func whatIsFundedPaysTheInvestor() throws {
    let world = try ExposureWorld(
      compute: "sines,nscale,microsoft,DE,100,nvidia,building,s1",
      relations: """
        asml,mistral,customer-of,active,s2
        mistral,nebius,customer-of,active,s2
        nvidia,nebius,supplies,active,s3
        nvidia,openai,supplies,announced,s3
        fund,other,invests-in,active,s3
        """,
      rounds: """
        a,nscale,closed,1000
        b,nscale,closed,500
        c,mistral,closed,1700
        d,openai,closed,10
        """,
      investments: """
        a,nvidia,200
        b,nvidia,
        c,asml,1300
        c,nvidia,
        d,nvidia,10
        """)
    #expect(
      try words(world) == [
        "asml funds $1300, mistral serves",
        "nvidia funds $200 +1, nscale pays 100 accelerators",
        "nvidia funds +1, mistral pays, nebius pays",
      ])
    #expect(try words(world, upTo: 2).count == 2)
  }

  @Test func fundingAloneIsNoCircle() throws {
    let world = try ExposureWorld(
      relations: """
        nvidia,nebius,invests-in,active,s2
        nebius,nvidia,invests-in,active,s2
        """)
    #expect(try words(world).isEmpty)
  }
}

@Suite struct MarketTests {
  @Test func concentrationOfEachMarket() throws {
    let world = try ExposureWorld(
      compute: """
        a,nscale,microsoft,DE,60,nvidia,building,s1
        b,nebius,,DE,30,amd,building,s1
        c,nebius,,DE,10,,building,s1
        d,nebius,,DE,,amd,building,s1
        """,
      rounds: """
        r,mistral,closed,100
        q,openai,closed,100
        u,openai,closed,
        """,
      investments: "r,nvidia,40")
    let found = LayerConcentration.all(of: try world.snapshot()).map { row in
      let (index, half) = (row.concentration.index, row.concentration.suppliersToHalf)
      return "\(row.measure.word) \(world.digits(index.least)) to \(world.digits(index.most)),"
        + " half \(half.least.map(String.init) ?? "-") to \(half.most.map(String.init) ?? "-"),"
        + " \(row.parts.map { "\(world.dataset.slug($0.id)) \(world.digits($0.amount))" })"
        + " +\(row.uncounted)"
    }
    #expect(
      found == [
        #"accelerators-by-vendor 4500 to 5800, half 1 to 1, ["nvidia 60", "amd 30"] +1"#,
        #"accelerators-by-operator 5200 to 5200, half 1 to 1, ["nscale 60", "nebius 40"] +1"#,
        #"accelerators-by-customer 3600 to 10000, half 1 to 1, ["microsoft 60"] +1"#,
        #"dollars-by-company-models 5000 to 5000, half 1 to 1, ["mistral 100", "openai 100"] +1"#,
        #"dollars-by-investor 400 to 10000, half 1 to -, ["nvidia 40"] +1"#,
      ])
  }

  @Test func theProfileOfAnOperator() throws {
    let world = try ExposureWorld(
      compute: """
        a,nscale,microsoft,DE,60,nvidia,building,s1
        b,nscale,mistral,NO,30,nvidia,building,s1
        c,nscale,,NO,,,building,s1
        d,nebius,,DE,10,amd,building,s1
        """)
    let id = try #require(world.dataset.organisation("nscale"))
    let profile = CapacityProfile(of: id, in: try world.snapshot())
    func words(_ parts: [CapacityProfile.Part]) -> [String] {
      parts.map { "\($0.key.slug(in: world.dataset)) \($0.accelerators)+\($0.uncounted)" }
    }
    #expect(profile.accelerators == 90)
    #expect(profile.uncounted == 1)
    #expect(words(profile.byVendor) == ["nvidia 90+0", "unknown 0+1"])
    #expect(words(profile.byCustomer) == ["microsoft 60+0", "mistral 30+0", "unknown 0+1"])
    #expect(words(profile.byCustomerHome) == ["US 60+0", "EU-27 30+0", "unknown 0+1"])
    #expect(words(profile.byJurisdiction) == ["EU-27 60+0", "EEA 30+1"])
  }
}
