import Dataset
import Insight
import Testing

/// A site without a number holds at most what its power feeds.
@Suite struct PowerBoundTests {
  /// A with 100 of NVIDIA and a site without a number; the row names its year, maker, chips, MW, target.
  private func bound(
    year: String = "2025", maker: String = "", chips: String = "", mw: String = "0.07",
    target: String = ""
  ) throws -> [String] {
    let ledger = try ExposureLedger(
      compute: """
        sized,2025,a,,DE,,100,nvidia,,,operational,
        open,\(year),a,,DE,,,\(maker),\(chips),\(mw),operational,\(target)
        """)
    return ledger.open("a", try ledger.exposure(to: "amd"))
  }

  @Test func theLeastHungryOfAllBounds() throws {
    // 70 kW feed 140 of the 500 W part. The 100 W part of 2015 is too old to be built in.
    #expect(try bound() == ["open 140"])
  }

  @Test func theMakersChipsBoundWhereItIsNamed() throws {
    // AMD's least hungry.
    #expect(try bound(maker: "amd", mw: "1") == ["open 2000"])
    // Google's chips have no rated power, so that any may bound.
    #expect(try bound(maker: "google") == [])
    let ledger = try ExposureLedger(
      compute: """
        sized,2025,a,,DE,,100,nvidia,,,operational,
        open,2025,a,,DE,,,google,,0.07,operational,
        """)
    #expect(
      ledger.line("a", try ledger.exposure(to: "nvidia")) == "a known 1 to 1, 0.4167 to 1 of 100")
  }

  @Test func namedChipsBoundWhateverTheirYear() throws {
    let ledger = try ExposureLedger(
      compute: """
        sized,2025,a,,DE,,100,amd,,,operational,
        open,2025,a,,DE,,,nvidia,old;hopper,0.07,operational,
        """)
    #expect(ledger.open("a", try ledger.exposure(to: "nvidia")) == ["open 700"])
  }

  @Test func onlyChipsOfFiveYearsBeforeTheRowCount() throws {
    // 2015 is within five years of 2020, so that 70 kW feed 700.
    #expect(try bound(year: "2020") == ["open 700"])
    // Nothing was first sold from 2016 to 2021: no bound.
    #expect(try bound(year: "2021", target: "2021") == ["open"])
    // A chip that the target's year allows counts too.
    #expect(try bound(year: "2021", target: "2022") == ["open 140"])
  }

  /// Of a chip no row says since when it is sold: it bounds where it is named alone.
  @Test func aChipWithoutAYearBoundsWhereItIsNamed() throws {
    func bound(_ chips: String) throws -> [String] {
      let ledger = try ExposureLedger(
        compute: """
          sized,2025,a,,DE,,100,nvidia,,,operational,
          open,2025,a,,DE,,,,\(chips),0.07,operational,
          """, chips: "ageless,nvidia,,100,50\nhopper,nvidia,2022,700,989.4")
      return ledger.open("a", try ledger.exposure(to: "amd"))
    }
    #expect(try bound("") == ["open 100"])
    #expect(try bound("ageless") == ["open 700"])
  }

  /// A chip that draws or does nothing is no measure, and the next step tells.
  @Test func aChipWithoutPowerOrSpeedBoundsNothing() throws {
    func bound(_ chips: String, _ unit: ComputeUnit) throws -> [String] {
      let ledger = try ExposureLedger(
        compute: """
          sized,2025,a,,DE,,100,amd,mi,,operational,
          open,2025,a,,DE,,,nvidia,\(chips),0.07,operational,
          """,
        chips: """
          free,nvidia,2022,0,50
          still,nvidia,2022,500,0
          hopper,nvidia,2022,700,989.4
          mi,amd,2022,500,494.7
          """)
      return ledger.open("a", try ledger.exposure(to: "nvidia", unit: unit))
    }
    #expect(try bound("free", .accelerators) == ["open 140"], "Still's 500 watts")
    #expect(try bound("still", .accelerators) == ["open 140"])
    #expect(try bound("still", .h100e) == ["open 100"], "Hopper's speed")
  }

  @Test func theDocumentTellsTheBound() throws {
    let ledger = try ExposureLedger(
      compute: """
        sized,2025,a,,DE,,100,nvidia,,,operational,
        open,2025,a,,DE,,,,,0.0707,operational,
        """)
    let text = try json(ledger.exposure(to: "amd"))
    #expect(
      text.contains(
        #""chip":"mi","id":"open","kind":"site","most":141,"mw":0.0707,"unsized":true"#), "\(text)")
  }

  /// Of chips that draw as much for as many the first by id is named.
  @Test(arguments: [
    "one,nvidia,2022,500,1\nother,amd,2022,500,1", "other,amd,2022,500,1\none,nvidia,2022,500,1",
  ])
  func ofLikeChipsTheFirstByNameBounds(_ chips: String) throws {
    let ledger = try ExposureLedger(
      compute: """
        sized,2025,a,,DE,,100,nvidia,,,operational,
        open,2025,a,,DE,,,,,0.07,operational,
        """, chips: chips)
    let found = try ledger.exposure(to: "nvidia").organisations.flatMap(\.open).compactMap(\.bound)
    #expect(found.map { ledger.dataset.slug($0.chip) } == ["one"])
  }

  /// 1,100 MW feed eleven million chips of 100 W, each a thousandth of an H100.
  @Test func slowChipsBoundToo() throws {
    let ledger = try ExposureLedger(
      compute: """
        sized,2025,a,,DE,,100,nvidia,slow,,operational,
        open,2025,a,,DE,,,,,1100,operational,
        """, chips: "slow,nvidia,2022,100,0.9")
    #expect(ledger.open("a", try ledger.exposure(to: "nvidia", unit: .h100e)) == ["open 10006"])
  }

  @Test func withoutPowerThereIsNoBound() throws {
    #expect(try bound(mw: "") == ["open"])
    #expect(try bound(mw: "0") == ["open"])
  }

  @Test func aBoundIsShownRoundedDown() throws {
    #expect(try bound(mw: "0.0707") == ["open 141"])
  }

  @Test func theBoundsTakeTheWeightButNoGuessIsMade() throws {
    let ledger = try ExposureLedger(
      compute: """
        sized,2025,a,,DE,,100,nvidia,,,operational,
        open,2025,a,,DE,,,,,0.05,operational,
        """)
    // 100 more at most: half of all may be somebody else's.
    #expect(
      ledger.line("a", try ledger.exposure(to: "nvidia")) == "a known 1 to 1, 0.5 to 1 of 100")
    #expect(ledger.line("a", try ledger.exposure(to: "amd")) == "a known 0 to 0, 0 to 0.5 of 100")
  }

  @Test func thePowerOfACampusRowBoundsNothing() throws {
    let ledger = try ExposureLedger(
      compute: """
        sized,2025,a,,DE,Town,100,nvidia,,,operational,
        campus,2025,a,,DE,Town,0,nvidia,,0.05,operational,
        open,2025,a,,DE,Town,,,,,operational,
        """)
    #expect(ledger.open("a", try ledger.exposure(to: "nvidia")) == ["open"])
  }
}
