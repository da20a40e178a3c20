import Dataset
import Insight
import Testing

/// Whoever is known only by things without a size is 0 to 1, however these are made.
@Suite struct UnsizedTests {
  @Test func oneLeaseOfUnknownSizeProvesNoShare() throws {
    let world = try ExposureWorld(
      compute: """
        lease,nscale,openai,NO,,nvidia,building,s1
        sized,nebius,,NO,10,nvidia,building,s1
        more,nebius,,NO,,nvidia,building,s1
        """)
    let chips = try world.exposure(to: "nvidia")
    #expect(world.line("openai", chips) == "openai 0 to 1 indirect")
    #expect(world.line("nscale", chips) == "nscale 0 to 1 direct")
    #expect(world.line("nebius", chips) == "nebius 1 to 1 direct")
    let place = try world.exposure(to: "NO", in: .location)
    #expect(world.line("nscale", place)?.hasPrefix("nscale 0 to 1") == true)
    #expect(world.line("nebius", place)?.hasPrefix("nebius 1 to 1") == true)
    let customers = try world.exposure(to: "openai", in: .customers)
    #expect(world.line("nscale", customers)?.hasPrefix("nscale 0 to 1") == true)
  }

  @Test func oneRoundOfUnknownAmountProvesNoShare() throws {
    let world = try ExposureWorld(
      rounds: """
        a,mistral,closed,
        b,openai,closed,100
        """,
      investments: """
        a,fund,
        b,fund,100
        """)
    let exposure = try world.exposure(to: "nvidia", in: .capital)
    #expect(world.line("mistral", exposure)?.hasPrefix("mistral 0 to 1") == true)
    #expect(world.line("openai", exposure)?.hasPrefix("openai 0 to 0") == true)
  }
}
