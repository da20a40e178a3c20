import Dataset
import Insight
import Testing

@Suite struct ComputeExposureTests {
  /// The example of `FactGraph.compute`.
  private func nscale() throws -> ExposureWorld {
    try ExposureWorld(
      compute: """
        sines,nscale,microsoft,DE,12600,nvidia,building,s1
        iceland,nscale,,IS,4600,nvidia,contracted,s2
        """,
      relations: "openai,microsoft,customer-of,active,s3")
  }

  @Test func operatorsTenantsAndTheirTenants() throws {
    let world = try nscale()
    let exposure = try world.exposure(to: "nvidia")
    #expect(
      world.lines(exposure) == [
        "nscale 1 to 1 direct", "microsoft 1 to 1 indirect", "openai 0 to 1 indirect",
      ])
    #expect(
      world.paths("nscale", exposure) == [
        "sines > nvidia 0.7326 to 0.7326 direct s1", "iceland > nvidia 0.2674 to 0.2674 direct s2",
      ])
    #expect(
      world.paths("microsoft", exposure) == ["nscale > sines > nvidia 1 to 1 indirect s1"])
    #expect(
      world.paths("openai", exposure) == [
        "microsoft > nscale > sines > nvidia 0 to 1 indirect s3 s1"
      ])
    let found = try #require(exposure.organisations.first)
    #expect(found.amount == 17_200)
    #expect(found.known == .all)
    #expect(found.uncounted == 0)
    #expect(found.rest == 0)
  }

  @Test func placesAreAskedOfTheSameGraph() throws {
    let world = try nscale()
    let eea = try world.exposure(to: "EEA", in: .location)
    #expect(world.line("nscale", eea) == "nscale 0.2674 to 0.2674 direct")
    #expect(world.line("microsoft", eea) == "microsoft 0 to 0 none")
    #expect(world.paths("nscale", eea) == ["iceland > IS 0.2674 to 0.2674 direct s2"])
    let germany = try world.exposure(to: "DE", in: .location)
    #expect(world.line("microsoft", germany) == "microsoft 1 to 1 indirect")
  }

  @Test func theOperatorItselfAsTarget() throws {
    let world = try nscale()
    let exposure = try world.exposure(to: "nscale")
    #expect(
      world.lines(exposure) == ["microsoft 1 to 1 direct", "openai 0 to 1 indirect"])
    #expect(world.paths("microsoft", exposure) == ["nscale > sines 1 to 1 direct s1"])
  }

  @Test func oneCommitmentAsTarget() throws {
    let world = try nscale()
    let exposure = try world.exposure(to: "iceland")
    #expect(
      world.lines(exposure) == [
        "nscale 0.2674 to 0.2674 direct", "microsoft 0 to 0 none", "openai 0 to 1 none",
      ])
  }

  @Test func unknownVendorAndUnknownSize() throws {
    let world = try ExposureWorld(
      compute: """
        a,csc,,DE,60,amd,operational,s1
        b,csc,,DE,40,,operational,s1
        c,nebius,,DE,60,nvidia,operational,s1
        d,nebius,,DE,,amd,operational,s1
        e,landlord,,DE,100,,operational,s1
        """)
    let exposure = try world.exposure(to: "nvidia")
    #expect(
      world.lines(exposure) == [
        "nebius 0 to 1 direct", "csc 0 to 0.4 none", "landlord 0 to 1 unknown",
      ])
    let nebius = try #require(exposure.organisations.first)
    #expect(nebius.known == .all)
    #expect(nebius.uncounted == 1)
    // An operator's chips of unknown make are not another operator's.
    #expect(world.line("csc", try world.exposure(to: "microsoft")) == "csc 0 to 0 none")
  }

  @Test func onlyFirmSitesOfTheDayCount() throws {
    let world = try ExposureWorld(
      compute: """
        a,csc,,DE,60,nvidia,operational,s1
        b,csc,,DE,40,amd,announced,s1
        c,csc,,DE,40,amd,cancelled,s1
        """)
    #expect(world.lines(try world.exposure(to: "nvidia")) == ["csc 1 to 1 direct"])
    let counted = try world.exposure(to: "nvidia", ExposureOptions(announced: .counted))
    #expect(world.lines(counted) == ["csc 0.6 to 0.6 direct"])
    let nvidia = try world.target("nvidia")
    let before = try Exposure(of: world.snapshot("2025-12-31"), to: nvidia, in: .compute)
    #expect(before.organisations.isEmpty)
    let csc = try #require(world.dataset.organisation("csc"))
    #expect(before[csc].isUnknown)
    #expect(before[csc].share == .unknown)
  }

  @Test func suppliesCountWhereNoCommitmentSaysSo() throws {
    let world = try ExposureWorld(
      compute: "a,csc,,DE,60,nvidia,operational,s1",
      relations: """
        nvidia,csc,supplies,active,s2
        nvidia,openai,supplies,active,s2
        landlord,openai,supplies,active,s2
        nvidia,mistral,supplies,announced,s2
        """)
    let exposure = try world.exposure(to: "nvidia")
    #expect(world.lines(exposure) == ["csc 1 to 1 direct", "openai 0 to 1 direct"])
    #expect(world.paths("csc", exposure) == ["a > nvidia 1 to 1 direct s1"])
    let openai = try #require(exposure.organisations.last)
    #expect(openai.uncounted == 1)
  }

  @Test func theChainGoesOnUpstreamOfTheMaker() throws {
    let world = try ExposureWorld(
      compute: """
        a,csc,,DE,60,amd,operational,s1
        b,nscale,,DE,60,nvidia,operational,s1
        """,
      relations: """
        tsmc,amd,supplies,active,s2
        tsmc,nvidia,supplies,active,s2
        mistral,nvidia,supplies,active,s2
        asml,tsmc,supplies,active,s3
        """)
    let asml = try world.exposure(to: "asml")
    #expect(world.lines(asml) == ["csc 1 to 1 indirect", "nscale 0 to 1 indirect"])
    #expect(world.paths("csc", asml) == ["a > amd > tsmc > asml 1 to 1 indirect s1 s2 s3"])
    // The chips of a maker are not another's, whatever both are made with.
    #expect(world.line("csc", try world.exposure(to: "nvidia")) == "csc 0 to 0 none")
  }

  @Test func aTenantCanBeAMakerToo() throws {
    // ASML rents from Mistral, whose chips are made with ASML's machines: no circle.
    let world = try ExposureWorld(
      compute: "a,mistral,,FR,60,amd,operational,s1",
      relations: """
        asml,amd,supplies,active,s2
        asml,mistral,customer-of,active,s3
        """)
    let exposure = try world.exposure(to: "amd")
    #expect(world.lines(exposure) == ["mistral 1 to 1 direct", "asml 0 to 1 indirect"])
  }

  @Test func groupsAreSeenAsOne() throws {
    let world = try ExposureWorld(
      compute: """
        a,csc,,DE,60,nvidia,operational,s1
        b,nebius,,DE,40,amd,operational,s1
        """,
      organisations: ExposureWorld.organisations(parents: ["csc": "nebius"]))
    let options = ExposureOptions(folding: .groups)
    #expect(world.lines(try world.exposure(to: "nvidia", options)) == ["nebius 0.6 to 0.6 direct"])
    #expect(world.lines(try world.exposure(to: "nvidia")).count == 2)
  }

  @Test func homesOfMakers() throws {
    let world = try ExposureWorld(
      compute: """
        a,csc,,DE,60,nvidia,operational,s1
        b,csc,,DE,30,asml,operational,s1
        c,csc,,DE,10,tsmc,operational,s1
        """)
    #expect(world.lines(try world.exposure(to: "US")) == ["csc 0.6 to 0.7 direct"])
    #expect(world.lines(try world.exposure(to: "EU-27")) == ["csc 0.3 to 0.4 direct"])
  }

  @Test func aPlaceInTheUnionMayBeAnyState() throws {
    let world = try ExposureWorld(
      compute: """
        a,csc,,EU,60,nvidia,operational,s1
        b,csc,,DE,40,nvidia,operational,s1
        """)
    #expect(world.lines(try world.exposure(to: "DE", in: .location)) == ["csc 0.4 to 1 direct"])
    #expect(world.lines(try world.exposure(to: "FR", in: .location)) == ["csc 0 to 0.6 none"])
  }

  @Test func questionsWithoutAnAnswerSaySo() throws {
    let world = try nscale()
    #expect(throws: ExposureProblem.locationNeedsAPlace) {
      try world.exposure(to: "nvidia", in: .location)
    }
    #expect(throws: ExposureProblem.commitmentIsCompute) {
      try world.exposure(to: "sines", in: .capital)
    }
    #expect("\(ExposureProblem.locationNeedsAPlace)".contains("EU-27"))
  }
}

@Suite struct HostingTests {
  private func world(_ relations: String) throws -> ExposureWorld {
    try ExposureWorld(
      compute: """
        sines,nscale,,DE,100,nvidia,building,s1
        texas,nscale,,US,100,nvidia,building,s1
        oslo,nscale,,NO,100,nvidia,building,s2
        """, relations: relations)
  }

  @Test func aBuildingIsNoChip() throws {
    let world = try world("landlord,nscale,hosts,active,s3")
    #expect(world.lines(try world.exposure(to: "nvidia")) == ["nscale 1 to 1 direct"])
    // Asked about the landlord himself it counts, with unknown size.
    let landlord = try world.exposure(to: "landlord")
    #expect(world.lines(landlord) == ["nscale 0 to 1 direct"])
    #expect(world.paths("nscale", landlord) == ["landlord 0 to 1 direct s3"])
  }

  @Test func theSameNewsAndTheLandlordsCountryTellTheSite() throws {
    let world = try world("landlord,nscale,hosts,active,s1")
    let exposure = try world.exposure(to: "landlord")
    #expect(world.lines(exposure) == ["nscale 0.3333 to 0.3333 direct"])
    #expect(world.paths("nscale", exposure) == ["sines > landlord 0.3333 to 0.3333 direct s1"])
  }

  @Test func theOnlySiteInTheSameNewsIsTheOne() throws {
    let world = try world("landlord,nscale,hosts,active,s2")
    let exposure = try world.exposure(to: "landlord")
    #expect(world.paths("nscale", exposure) == ["oslo > landlord 0.3333 to 0.3333 direct s2"])
  }

  @Test func hostsOfHostsAreFollowed() throws {
    let world = try world(
      """
      nebius,openai,hosts,active,s3
      nscale,nebius,hosts,active,s3
      csc,mistral,hosts,active,s3
      """)
    let exposure = try world.exposure(to: "nvidia")
    #expect(
      world.lines(exposure) == [
        "nscale 1 to 1 direct", "nebius 0 to 1 indirect", "openai 0 to 1 indirect",
      ])
  }
}
