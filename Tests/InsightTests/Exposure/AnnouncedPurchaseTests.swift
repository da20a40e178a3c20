import Dataset
import Insight
import Testing

/// A purchase that was announced: apart unless it is let count, then the bought counts with its
/// buyer.
@Suite struct AnnouncedPurchaseTests {
  private func ledger(_ extra: String = "") throws -> ExposureLedger {
    try ExposureLedger(
      compute: """
        s,2025,b,,DE,,100,nvidia,hopper,,operational,
        t,2025,a,,FR,,300,amd,mi,,operational,
        """,
      relations: """
        d,b,owns,,2026-05-01,announced
        nvidia,c,owns,,2026-05-01,announced
        """ + extra)
  }

  private func purchases(_ ledger: ExposureLedger) throws -> [String] {
    AnnouncedPurchase.all(in: try ledger.snapshot()).map {
      "\(ledger.dataset.slug($0.buyer)) \(ledger.dataset.slug($0.bought))"
    }
  }

  private static let counted = ExposureOptions(purchases: .counted)

  @Test func aPurchaseIsWhatNobodyOwnsYet() throws {
    #expect(try purchases(ledger()) == ["d b", "nvidia c"])
    // A later offer stands, and an offer that has closed is none.
    #expect(try purchases(ledger("\na,b,owns,,2026-06-01,announced")) == ["a b", "nvidia c"])
    #expect(try purchases(ledger("\na,b,owns,,2026-06-01,active")) == ["nvidia c"])
  }

  @Test func theLawOfTheBuyerIsOverTheBought() throws {
    let ledger = try ledger()
    func rows(_ options: ExposureOptions) throws -> [String] {
      LawMatrix(of: try ledger.snapshot(), options).rows.map {
        "\($0.operatorHome.slug(in: ledger.dataset)) \(ledger.digits($0.size.lowerBound))"
      }
    }
    #expect(try rows(ExposureOptions()) == ["EU-27 400"])
    #expect(try rows(Self.counted) == ["EU-27 300", "US 100"])
  }

  @Test func whatTheBoughtHasCountsForItsBuyer() throws {
    let ledger = try ledger()
    let nvidia = try #require(ledger.dataset.organisation("nvidia"))
    func exposure(_ options: ExposureOptions) throws -> Exposure {
      try Exposure(of: ledger.snapshot(), to: .organisation(nvidia), in: .compute, options)
    }
    func shown(_ options: ExposureOptions) throws -> [String] {
      try exposure(options).organisations.map { ledger.dataset.slug($0.id) }
    }
    #expect(try shown(ExposureOptions()).contains("b"))
    #expect(try !shown(Self.counted).contains("b"))
    #expect(try shown(Self.counted).contains("d"))
    // Who is bought by the target depends on it wholly.
    let own = try #require(ledger.dataset.organisation("c"))
    #expect(try exposure(ExposureOptions())[own].isUnknown)
    #expect(try exposure(Self.counted)[own].known?.documented == 1)
  }
}
