import Dataset
import Insight
import Testing

/// Known, at least and at most; what is open, and through whom.
@Suite struct KnownShareTests {
  @Test func aSiteOfAnUnnamedMakerMakesTheKnownShareAnInterval() throws {
    let ledger = try ExposureLedger(
      compute: """
        x,2025,a,,DE,,90,nvidia,,,operational,
        y,2025,a,,DE,,10,,,,operational,
        """)
    let exposure = try ledger.exposure(to: "nvidia")
    #expect(ledger.lines(exposure) == ["a known 0.9 to 1, 0.9 to 1 of 100"])
    #expect(ledger.open("a", exposure) == ["y sized"])
    #expect(exposure.organisations.first?.atStake == 90...100)
    // To who makes no chips the unnamed maker is nobody.
    #expect(ledger.lines(try ledger.exposure(to: "d")) == ["a known 0 to 0, 0 to 0 of 100"])
  }

  /// A size below 1 opens as much of the share as it is of the whole.
  @Test func halfAMegawattOpensHalfOfTheShare() throws {
    let ledger = try ExposureLedger(
      compute: """
        x,2025,a,,DE,,,nvidia,,0.5,operational,
        y,2025,a,,DE,,,,,0.5,operational,
        """)
    let exposure = try ledger.exposure(to: "nvidia", unit: .mw)
    #expect(ledger.lines(exposure) == ["a known 0.5 to 1, 0.5 to 1 of 1"])
    #expect(exposure.organisations.first?.open.map(\.width) == [0.5])
  }

  /// Nothing is said of an organisation that no row names, and nothing is counted for it.
  @Test func whoIsNotNamedHasNothing() throws {
    let ledger = try ExposureLedger(compute: "x,2025,a,,DE,,10,nvidia,,,operational,")
    let found = try ledger.exposure(to: "nvidia")[try #require(ledger.dataset.organisation("b"))]
    #expect(found.isUnknown && found.known == nil && found.share == .unknown)
    #expect((found.amount, found.mostAmount, found.uncounted, found.rest) == (0, 0, 0, 0))
    #expect(found.paths.isEmpty && found.open.isEmpty && !found.hasMorePaths)
  }

  /// A member of the target's group depends on it wholly, whatever it buys.
  @Test func aMemberOfTheGroupDependsWholly() throws {
    let dataset = try SyntheticPackage.dataset([
      .organisations: "id,name,kind,layer,country,parent\nmaker,Maker,company,chips,US,\n"
        + "arm,Arm,company,chips,US,maker"
    ])
    let (maker, arm) = try (
      #require(dataset.organisation("maker")), #require(dataset.organisation("arm"))
    )
    let exposure = try Exposure(
      of: dataset.asOf(day("2026-11-29")), to: .organisation(maker), in: .compute,
      ExposureOptions(folding: .groups))
    let found = exposure[arm]
    #expect(found.known == .all && found.share == .all && !found.isUnknown)
    #expect((found.amount, found.mostAmount, found.rest) == (0, 0, 0))
  }

  @Test func whereNoSizedCommitmentNamesItsMakerNothingIsKnown() throws {
    let ledger = try ExposureLedger(
      compute: """
        x,2025,a,,DE,,10,,,,operational,
        y,2025,a,,DE,,,nvidia,,,operational,
        """)
    #expect(ledger.lines(try ledger.exposure(to: "nvidia")) == ["a known nil, 0 to 1 of 10"])
  }

  @Test func withoutASizedCommitmentItIsOpenHoweverTheUnsizedAreMade() throws {
    let ledger = try ExposureLedger(
      compute: """
        x,2025,a,,DE,,,nvidia,,593,operational,
        y,2025,b,,DE,,10,nvidia,,,operational,
        """,
      relations: """
        c,a,customer-of,
        b,a,customer-of,
        """)
    let exposure = try ledger.exposure(to: "nvidia")
    #expect(
      ledger.lines(exposure) == [
        "b known 1 to 1, 0 to 1 of 10", "a known nil, 0 to 1 of 0", "c known nil, 0 to 1 of 0",
      ])
    let slug = ledger.dataset.slug as (ID<Organisation>) -> String
    #expect(exposure.organisations.map { $0.through.map(slug) } == [[], ["nvidia"], ["a"]])
    #expect(ledger.open("b", exposure) == ["a"])
  }

  /// Compute rented of the target is known, whoever made it.
  @Test func aSiteOfTheTargetIsKnownWithoutItsMaker() throws {
    let ledger = try ExposureLedger(compute: "x,2025,d,c,DE,,10,,,,operational,")
    #expect(ledger.line("c", try ledger.exposure(to: "d")) == "c known 1 to 1, 1 to 1 of 10")
    #expect(ledger.line("c", try ledger.exposure(to: "nvidia")) == "c known nil, 0 to 1 of 10")
  }

  @Test func theOrderIsWhatIsAtStake() throws {
    let ledger = try ExposureLedger(
      compute: """
        w,2025,a,,DE,,50,nvidia,,,operational,
        x,2025,b,,DE,,50,nvidia,,,operational,
        x2,2025,b,,DE,,40,,,,operational,
        y,2025,c,,DE,,900,amd,,,operational,
        z,2025,d,,DE,,60,nvidia,,,operational,
        """, relations: "google,a,customer-of,")
    #expect(
      ledger.lines(try ledger.exposure(to: "nvidia")).map { $0.prefix { $0 != " " } } == [
        "d", "b", "a", "c", "google",
      ])
  }

  @Test func whatMakesWideStandsLargestFirst() throws {
    let ledger = try ExposureLedger(
      compute: """
        sized,2025,a,,DE,,100,nvidia,,,operational,
        small,2025,a,,DE,,,,,0.01,operational,
        large,2025,a,,DE,,,,,1,operational,
        same,2025,a,,DE,,,nvidia,,,operational,
        """,
      relations: """
        b,c,customer-of,
        a,b,customer-of,
        amd,a,supplies,accelerators
        """)
    #expect(
      ledger.open("a", try ledger.exposure(to: "nvidia")) == ["amd", "b", "large 2000", "small 20"])
  }

  @Test func throughTellsOperatorsHostsAndMakers() throws {
    let ledger = try ExposureLedger(
      compute: "x,2025,b,,DE,,10,nvidia,,,operational,",
      relations: """
        c,b,customer-of,
        d,c,hosts,
        nvidia,c,supplies,systems
        a,c,supplies,systems
        tsmc,c,supplies,energy
        c,google,customer-of,
        """)
    let exposure = try ledger.exposure(to: "nvidia")
    let found = try #require(exposure.organisations.first { ledger.dataset.slug($0.id) == "c" })
    #expect(found.known == nil)
    #expect(found.through.map { ledger.dataset.slug($0) } == ["b", "google", "nvidia"])
  }

  @Test func customersAndPlacesAreKnownLikewise() throws {
    let ledger = try ExposureLedger(
      compute: """
        x,2025,a,c,DE,,60,nvidia,,,operational,
        y,2025,a,,EU,,40,nvidia,,,operational,
        z,2025,b,,EU,,10,nvidia,,,operational,
        """)
    let customers = try ledger.exposure(to: "c", in: .customers)
    #expect(
      ledger.lines(customers) == ["a known 0.6 to 1, 0.6 to 1 of 100", "b known nil, 0 to 1 of 10"])
    let place = try ledger.exposure(to: "FR", in: .location)
    #expect(ledger.line("a", place) == "a known 0 to 0.4, 0 to 0.4 of 100")
    #expect(ledger.line("c", place) == "c known 0 to 0, 0 to 0 of 60")
    // Somewhere in the Union is no country that a row names.
    #expect(ledger.line("b", place) == "b known nil, 0 to 1 of 10")
  }

  @Test func moneyIsKnownAmongRoundsWithAnAmount() throws {
    let ledger = try ExposureLedger(
      rounds: """
        r1,c,closed,100
        r2,c,closed,
        r3,c,closed,100
        """,
      investments: """
        r1,nvidia,60
        r1,d,
        """)
    let exposure = try ledger.exposure(to: "nvidia", in: .capital)
    #expect(ledger.lines(exposure) == ["c known 0.3 to 0.8, 0 to 1 of 200"])
  }
}
