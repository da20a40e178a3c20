import Dataset
import Testing

@testable import Insight

/// Since when an investor funds its customer, and since when that customer pays it.
@Suite struct CircleDatesTests {
  private func dates(_ tables: [TableName: String]) throws -> [String] {
    var tables = tables
    tables[.sources] = "id\ns\ns1\ns2\ns3"
    tables[.organisations] = ExposureWorld.organisations
    let snapshot = try SyntheticPackage.dataset(tables).asOf(try day("2026-06-01"))
    return CircularMoney(of: snapshot).circles.flatMap(\.steps).map { step in
      let sources = step.evidence.slugs(in: snapshot.dataset).joined(separator: " ")
      return "\(step.flow.word) \(step.first) to \(step.last) \(sources)"
    }
  }

  private static let funding = """
    from,to,kind,date,status,source
    nvidia,nscale,invests-in,2023-06-13,active,s1
    nvidia,nscale,invests-in,2026-01-26,active,s2
    """

  private static let building = """
    id,date,scope,operator,country,accelerators,chip_vendor,status,source
    loughton,2025-01-13,site,nscale,GB,45000,nvidia,announced,s1
    loughton,2025-09-16,site,nscale,GB,23040,nvidia,contracted,s2
    loughton,2026-03-09,site,nscale,GB,23040,nvidia,building,s3
    """

  @Test func aLaterRowMovesNoBeginning() throws {
    #expect(
      try dates([.relations: Self.funding, .compute: Self.building]) == [
        "funds 2023-06-13 to 2026-01-26 s1 s2", "pays 2025-09-16 to 2026-03-09 s2 s3",
      ])
  }

  @Test func whatEndedBeginsAgain() throws {
    let funding = """
      from,to,kind,date,status,source
      nvidia,nscale,invests-in,2023-06-13,active,s1
      nvidia,nscale,invests-in,2024-01-01,ended,s2
      nvidia,nscale,invests-in,2025-02-03,active,s3
      """
    let building =
      Self.building + """

        loughton,2026-04-01,site,nscale,GB,,nvidia,paused,s1
        loughton,2026-05-01,site,nscale,GB,20000,nvidia,building,s2
        """
    #expect(
      try dates([.relations: funding, .compute: building]) == [
        "funds 2025-02-03 to 2025-02-03 s3", "pays 2026-05-01 to 2026-05-01 s2",
      ])
  }

  @Test func theChipsOfAnotherMakerAreNoBeginning() throws {
    let building = """
      id,date,scope,operator,country,accelerators,chip_vendor,status,source
      loughton,2025-01-13,site,nscale,GB,100,amd,contracted,s1
      loughton,2025-09-16,site,nscale,GB,100,nvidia,contracted,s2
      loughton,2026-03-09,site,nscale,GB,100,nvidia,operational,s3
      """
    #expect(
      try dates([.relations: Self.funding, .compute: building]).last
        == "pays 2025-09-16 to 2026-03-09 s2 s3")
  }
}
