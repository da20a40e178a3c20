import Dataset
import Insight
import Testing

@Suite struct IndependenceTests {
  /// The laboratory is at home in Europe.
  private static let organisations = ExposureWorld.organisations
    .replacing("csc,CSC,public-lab,research,", with: "csc,CSC,public-lab,research,FR")

  private func lines(
    _ world: ExposureWorld, from slug: String = "nvidia"
  ) throws -> [String] {
    let dataset = world.dataset
    let target = ExposureTarget.organisation(try #require(dataset.organisation(slug)))
    return Independence(of: try world.snapshot(), from: target).rows.map { row in
      let makers = row.makers.map { dataset.slug($0) }.joined(separator: " ")
      let sites = row.sites.map { dataset.slug($0) }.joined(separator: " ")
      return "\(dataset.slug(row.id)) \(row.verdict.rawValue) \(row.without.lowerBound)"
        + "...\(row.without.upperBound) of \(row.accelerators)+\(row.uncounted)"
        + " [\(makers)] [\(sites)]"
    }
  }

  @Test func whoCanDoWithoutASupplier() throws {
    let world = try ExposureWorld(
      compute: """
        lumi,csc,,DE,11912,amd,operational,s1
        next,csc,,DE,,,contracted,s1
        essonne,mistral,,FR,18000,nvidia,building,s1
        open,nebius,,FR,500,,building,s1
        sines,nscale,,DE,100,nvidia,building,s1
        oslo,nscale,,NO,60,amd,building,s1
        """, organisations: Self.organisations)
    let found = try lines(world)
    #expect(found.contains("csc partly 11912...11912 of 11912+1 [amd] [lumi]"))
    #expect(found.contains("mistral none 0...0 of 18000+0 [] []"))
    #expect(found.contains("nebius open 0...500 of 500+0 [] []"))
    #expect(found.contains("nscale partly 60...60 of 160+0 [amd] [oslo]"))
  }

  @Test func aSupplierUpstreamReachesEveryMakerItSupplies() throws {
    let world = try ExposureWorld(
      compute: "lumi,csc,,DE,11912,amd,operational,s1",
      relations: "tsmc,amd,supplies,active,s1",
      organisations: Self.organisations)
    #expect(try lines(world, from: "tsmc") == ["csc none 0...0 of 11912+0 [] []"])
    #expect(try lines(world) == ["csc wholly 11912...11912 of 11912+0 [amd] [lumi]"])
  }

  @Test func aTenantDoesWithoutWhatItsOperatorDoesWithout() throws {
    let world = try ExposureWorld(
      compute: """
        a,nscale,mistral,DE,60,amd,building,s1
        b,nscale,mistral,NO,30,nvidia,building,s1
        """)
    #expect(try lines(world).contains("mistral partly 60...60 of 90+0 [amd] [a]"))
  }
}

@Suite struct CustomerStakeTests {
  @Test func whatALeavingCosts() throws {
    let world = try ExposureWorld(
      compute: """
        a,nscale,microsoft,DE,100,nvidia,building,s1
        b,nscale,microsoft,NO,,nvidia,building,s1
        c,nscale,,NO,40,nvidia,building,s1
        d,nscale,openai,NO,800,nvidia,paused,s2
        e,nscale,openai,NO,,nvidia,cancelled,s2
        f,nebius,openai,DE,70,nvidia,building,s2
        """,
      relations: """
        openai,nscale,customer-of,ended,s3
        mistral,nscale,customer-of,active,s3
        """)
    let dataset = world.dataset
    let id = try #require(dataset.organisation("nscale"))
    let found = CustomerStake.all(
      of: id, in: CapacityIndex(of: try world.snapshot(), ExposureOptions())
    ).map { stake in
      let plans = stake.plans.map { "\(dataset.slug($0.id)) \($0.status.word)" }
      return "\(dataset.slug(stake.id)) \(stake.accelerators)+\(stake.uncounted)"
        + " perhaps \(stake.possible) \(plans) \(stake.relation?.status.word ?? "-")"
    }
    #expect(
      found == [
        #"microsoft 100+1 perhaps 0 [] -"#,
        #"mistral 0+0 perhaps 40 [] active"#,
        #"openai 0+0 perhaps 0 ["d paused", "e cancelled"] ended"#,
      ])
  }

  @Test func theLargestOperatorComesFirst() throws {
    let world = try ExposureWorld(
      compute: """
        a,nebius,,DE,10,nvidia,building,s1
        b,nscale,,DE,60,nvidia,building,s1
        c,csc,,DE,,nvidia,building,s1
        d,mistral,,DE,900,nvidia,announced,s1
        """)
    let found = CapacityProfile.operators(
      in: CapacityIndex(of: try world.snapshot(), ExposureOptions())
    ).map {
      "\($0.key.slug(in: world.dataset)) \($0.accelerators)+\($0.uncounted)"
    }
    #expect(found == ["nscale 60+0", "nebius 10+0", "csc 0+1"])
  }
}
