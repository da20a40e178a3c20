import Dataset
import Insight
import Testing

/// Compute in H100-equivalents and in megawatts.
@Suite struct ComputeUnitTests {
  private func ledger() throws -> ExposureLedger {
    try ExposureLedger(
      compute: """
        h,2025,a,,DE,,100,nvidia,hopper,1,operational,
        several,2026,a,,DE,,100,nvidia,hopper;rubin,2,operational,
        maker,2025,b,,DE,,50,nvidia,,,operational,
        slow,2025,b,,DE,,10,amd,mi,,operational,
        """)
  }

  @Test func equivalentsAreTheSpeedOfTheNamedChip() throws {
    let ledger = try ledger()
    let exposure = try ledger.exposure(to: "nvidia", unit: .h100e)
    // Of several chips named the least to the greatest: 100 to 400. A maker alone is no family.
    let found = try #require(exposure.organisations.first)
    #expect(ledger.line("a", exposure) == "a known 1 to 1, 1 to 1 of 200")
    #expect(found.mostAmount == 500)
    #expect(found.atStake == 200...500)
    #expect(ledger.line("b", exposure) == "b known 0 to 0, 0 to 1 of 5")
  }

  @Test func sumsAreOrderedByTheirUnitAndSayWhatTheyLeaveOut() throws {
    let ledger = try ledger()
    func words(_ unit: ComputeUnit) throws -> [String] {
      let totals = Compute.totals(of: try ledger.snapshot(), by: .operator, unit: unit)
      return
        ([(key: GroupKey.unknown, tally: totals.total)]
        + totals.groups.map { (key: $0.key, tally: $0.tally) }).map { key, tally in
          let size = tally.firm(in: unit)
          return "\(key.slug(in: ledger.dataset)) \(ledger.digits(size.lowerBound)) to "
            + "\(ledger.digits(size.upperBound)) without \(tally.unknown(in: unit))"
        }
    }
    #expect(
      try words(.h100e) == [
        "unknown 205 to 505 without 1", "a 200 to 500 without 0", "b 5 to 5 without 1",
      ])
    #expect(
      try words(.mw) == [
        "unknown 3 to 3 without 2", "a 3 to 3 without 0", "b 0 to 0 without 2",
      ])
    #expect(try words(.accelerators)[0] == "unknown 260 to 260 without 0")
  }

  @Test func theShareOfAMakerFollowsTheUnit() throws {
    let ledger = try ledger()
    let nvidia = try #require(ledger.dataset.organisation("nvidia"))
    func words(_ unit: ComputeUnit) throws -> String? {
      UnitShare(
        madeBy: .organisation(nvidia), in: try ledger.snapshot(), ExposureOptions(unit: unit)
      ).map {
        "\(ledger.digits($0.share.documented)) to \(ledger.digits($0.share.possible)) of "
          + "\(ledger.digits($0.whole.lowerBound)) to \(ledger.digits($0.whole.upperBound))"
      }
    }
    #expect(try words(.h100e) == "0.9756 to 0.9901 of 205 to 505")
    #expect(try words(.mw) == "1 to 1 of 3 to 3")
    #expect(try words(.accelerators) == "0.9615 to 0.9615 of 260 to 260")
  }

  @Test func theUnitWeighs() throws {
    let ledger = try ExposureLedger(
      compute: """
        x,2025,a,,DE,,100,nvidia,hopper,1,operational,
        y,2025,a,,DE,,100,amd,mi,3,operational,
        z,2025,c,,DE,,,nvidia,,593,building,
        """)
    #expect(
      ledger.line("a", try ledger.exposure(to: "nvidia"))
        == "a known 0.5 to 0.5, 0.5 to 0.5 of 200")
    #expect(
      ledger.line("a", try ledger.exposure(to: "nvidia", unit: .h100e))
        == "a known 0.6667 to 0.6667, 0.6667 to 0.6667 of 150")
    #expect(
      ledger.line("a", try ledger.exposure(to: "nvidia", unit: .mw))
        == "a known 0.25 to 0.25, 0.25 to 0.25 of 4")
    // Unknown in accelerators, known for its power.
    #expect(
      ledger.line("c", try ledger.exposure(to: "nvidia")) == "c known nil, 0 to 1 of 0")
    #expect(
      ledger.line("c", try ledger.exposure(to: "nvidia", unit: .mw))
        == "c known 1 to 1, 1 to 1 of 593")
  }

  @Test func aLossBetweenTwoEndsTellsBoth() throws {
    let ledger = try ExposureLedger(
      compute: """
        exact,2025,a,,DE,,100,nvidia,hopper,,building,2027
        two,2026,a,,DE,,100,nvidia,hopper;rubin,,building,
        open,2026,a,,DE,,50,,hopper;rubin,,building,
        """)
    func cut(_ period: CutPeriod, _ unit: ComputeUnit, _ fraction: Double = 1) throws -> CutReport {
      let cut = ScenarioCut(
        try ledger.organisation("nvidia"), fraction: fraction, period: period)
      return CutReport(
        of: try ledger.snapshot(), cutting: Scenario([cut]), ExposureOptions(unit: unit))
    }
    let half = try cut(.everything, .h100e, 0.5).accelerators.total
    #expect((half.before, half.mostBefore) == (250, 700))
    #expect((half.documented, half.possible) == (100, 350))
    // Half of each is left, and of the open site half of 50 to all of 200.
    #expect(half.left == 125...450)
    #expect(try json(half).contains(#""before":250,"before_most":700"#))
    let exact = try cut(.everything, .accelerators).accelerators.total
    #expect(try !json(exact).contains("before_most"))
    let undated = try cut(.due(2027...2027), .h100e).undated
    #expect((undated.sites, undated.possibleSites, undated.uncounted) == (1, 1, 0))
    #expect((undated.least, undated.most) == (100, 400) && !undated.isEmpty)
  }

  @Test func sizesBetweenTwoEndsWeighWhatIsBestBetweenThem() throws {
    let ledger = try ExposureLedger(
      compute: """
        x,2026,a,,DE,,100,nvidia,hopper;rubin,,operational,
        y,2025,a,,DE,,100,amd,mi,,operational,
        """)
    // 100 to 400 of NVIDIA's next to 50 of AMD's.
    #expect(
      ledger.line("a", try ledger.exposure(to: "nvidia", unit: .h100e))
        == "a known 0.6667 to 0.8889, 0.6667 to 0.8889 of 150")
  }

  @Test func powerBoundsEquivalentsByTheFastestPerWatt() throws {
    let ledger = try ExposureLedger(
      compute: """
        x,2026,a,,DE,,100,amd,hopper,,operational,
        y,2026,a,,DE,,,,,0.9,operational,
        """)
    // Rubin: 4 equivalents for 1,800 W, so that 900 kW hold 2,000.
    #expect(ledger.open("a", try ledger.exposure(to: "nvidia", unit: .h100e)) == ["y 2000"])
  }

  @Test func aSiteWithoutPowerHasNoBoundInMegawatts() throws {
    let ledger = try ExposureLedger(
      compute: """
        x,2026,a,,DE,,100,nvidia,,10,operational,
        y,2026,a,,DE,,1,amd,,,operational,
        """)
    #expect(
      ledger.line("a", try ledger.exposure(to: "nvidia", unit: .mw))
        == "a known 1 to 1, 0 to 1 of 10")
  }

  @Test func aCampusRowCarriesThePowerOfTheRowsBesideIt() throws {
    let ledger = try ExposureLedger(
      compute: """
        campus,2026,a,,NO,Narvik,0,nvidia,,230,building,
        tranche,2026,a,,NO,Narvik,52000,nvidia,,,building,
        more,2026,a,,NO,Narvik,30000,nvidia,,100,building,
        away,2026,a,,NO,Oslo,10,amd,,20,building,
        """)
    let exposure = try ledger.exposure(to: "nvidia", unit: .mw)
    #expect(ledger.line("a", exposure) == "a known 0.92 to 0.92, 0.92 to 0.92 of 250")
  }
}
