import Dataset
import Insight
import Testing

/// The relations that count, with announced rows apart and with them included.
@Suite struct AnnouncedRelationsTests {
  private func shown(_ status: String, _ announced: Announced) throws -> [String] {
    let world = try ExposureWorld(
      compute: "s,nscale,,DE,10,nvidia,operational,s",
      relations: "landlord,openai,hosts,\(status),s")
    let found = try world.exposure(to: "landlord", ExposureOptions(announced: announced))
    return found.organisations.map { world.dataset.slug($0.id) }.filter { $0 == "openai" }
  }

  @Test func anEndedOneNeverCountsAndAnAnnouncedOneWhenAsked() throws {
    #expect(try shown("active", .beside) == ["openai"])
    #expect(try shown("active", .counted) == ["openai"])
    #expect(try shown("announced", .beside) == [])
    #expect(try shown("announced", .counted) == ["openai"])
    #expect(try shown("ended", .beside) == [])
    #expect(try shown("ended", .counted) == [])
  }

  /// The bound of a site is exactly what its power feeds.
  @Test func aMegawattIsAMillionWatts() throws {
    let ledger = try ExposureLedger(
      compute: """
        sized,2025,a,,DE,,100,nvidia,,,operational,
        open,2025,a,,DE,,,,,2000,operational,
        """, chips: "big,nvidia,2024,500,900\nbigger,amd,2024,1000,900")
    #expect(ledger.open("a", try ledger.exposure(to: "amd")) == ["open 4000000"])
  }
}
