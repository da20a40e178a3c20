import Dataset
import Insight
import Testing

/// The way to the target in a word, also of those of whom no share is known.
@Suite struct PathWordTests {
  @Test func whoeverMayDependHasAWay() throws {
    let ledger = try ExposureLedger(
      compute: """
        x,2025,a,c,DE,,100,nvidia,,,operational,
        y,2025,b,,DE,,10,,,,operational,
        z,2025,d,,DE,,50,amd,,,operational,
        unsized,2025,google,,DE,,,nvidia,,,operational,
        """, relations: "hynix,a,customer-of,")
    let words = try ledger.exposure(to: "nvidia").organisations.map {
      "\(ledger.dataset.slug($0.id)) \($0.pathWord.word)"
    }
    #expect(
      words.sorted() == [
        "a direct", "b unnamed", "c indirect", "d none", "google direct", "hynix indirect",
      ])
  }
}

/// Compute that a group rents from itself, or lets to itself, says nothing.
@Suite struct OwnLeaseTests {
  private func world(_ relations: String, compute: String = "") throws -> [String] {
    let world = try ExposureWorld(
      compute: compute, relations: relations,
      organisations: ExposureWorld.organisations(parents: ["openai": "microsoft"]))
    let exposure = try world.exposure(to: "nvidia", ExposureOptions(folding: .groups))
    return zip(world.lines(exposure), exposure.organisations).map { "\($0) \($1.uncounted)" }
  }

  @Test func theGroupIsNoOpenDependencyOfItself() throws {
    let lease = "openai,microsoft,customer-of,active,s1"
    let halls = "microsoft,openai,hosts,active,s2"
    let site = "x,microsoft,,DE,10,amd,building,s1"
    #expect(try world(lease).isEmpty)
    #expect(try world(lease, compute: site) == ["microsoft 0 to 0 none 0"])
    #expect(try world(halls, compute: site) == ["microsoft 0 to 0 none 0"])
  }

  @Test func theGroupIsNoCustomerOfItself() throws {
    let world = try ExposureWorld(
      compute: "x,microsoft,mistral,DE,10,amd,building,s1",
      relations: "openai,microsoft,customer-of,active,s1",
      organisations: ExposureWorld.organisations(parents: ["openai": "microsoft"]))
    func line(_ folding: Folding) throws -> [String] {
      world.lines(
        try world.exposure(to: "mistral", in: .customers, ExposureOptions(folding: folding)))
    }
    #expect(try line(.groups) == ["microsoft 1 to 1 direct"])
    #expect(try line(.none) == ["microsoft 0 to 1 direct"])
  }
}
