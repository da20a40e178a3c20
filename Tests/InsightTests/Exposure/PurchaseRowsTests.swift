import Dataset
import Insight
import Testing

/// The rows of relations that announce a purchase.
@Suite struct PurchaseRowsTests {
  @Test func onlyAnAnnouncedOwnerOfAnother() throws {
    let ledger = try ExposureLedger(
      relations: """
        a,b,invests-in,,2026-05-01,announced
        a,c,owns,,2026-05-01,ended
        c,a,supplies,,2026-05-01,active
        d,amd,owns,,2026-05-01,announced
        """)
    let purchases = AnnouncedPurchase.all(in: try ledger.snapshot())
    #expect(purchases.map { ledger.dataset.slug($0.bought) } == ["amd"])
  }

  /// The least power that a chip may have still bounds.
  @Test func aChipOfOneWattBounds() throws {
    let ledger = try ExposureLedger(
      compute: """
        sized,2025,a,,DE,,100,nvidia,,,operational,
        open,2025,a,,DE,,,,,0.001,operational,
        """, chips: "tiny,amd,2024,1,100\nbig,nvidia,2024,500,900")
    #expect(ledger.open("a", try ledger.exposure(to: "amd")) == ["open 1000"])
  }
}
