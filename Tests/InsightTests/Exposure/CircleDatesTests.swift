import Dataset
import Testing

@testable import Insight

/// Since when an investor funds its customer, and since when that customer pays it.
@Suite struct CircleDatesTests {
  private func dates(
    _ tables: [TableName: String], _ options: ExposureOptions = ExposureOptions()
  ) throws -> [String] {
    var tables = tables
    tables[.sources] = "id\ns\ns1\ns2\ns3"
    tables[.organisations] = ExposureWorld.organisations
    let snapshot = try SyntheticPackage.dataset(tables).asOf(try day("2026-06-01"))
    return CircularMoney(of: snapshot, options).circles.flatMap(\.steps).map { step in
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

  /// An announced site begins nothing unless it is let count.
  @Test func anAnnouncementIsABeginningWhereItCounts() throws {
    let tables: [TableName: String] = [
      .relations: Self.funding + "\nnvidia,nscale,invests-in,2022-05-01,announced,s",
      .compute: Self.building,
    ]
    #expect(
      try dates(tables) == [
        "funds 2023-06-13 to 2026-01-26 s1 s2", "pays 2025-09-16 to 2026-03-09 s2 s3",
      ])
    #expect(
      try dates(tables, ExposureOptions(announced: .counted)) == [
        "funds 2022-05-01 to 2026-01-26 s s2", "pays 2025-01-13 to 2026-03-09 s1 s3",
      ])
  }

  /// The payments of a customer of the funded are not the investor's money.
  @Test func aSaleToOthersClosesNoCircle() throws {
    let tables: [TableName: String] = [
      .relations: """
      from,to,kind,date,status
      asml,mistral,invests-in,2025-01-01,active
      nebius,mistral,customer-of,2025-01-01,active
      asml,nebius,supplies,2025-01-01,active
      """
    ]
    #expect(try dates(tables).isEmpty)
    let own = "\nasml,mistral,customer-of,2025-02-01,active"
    let closed = try dates([.relations: (tables[.relations] ?? "") + own])
    #expect(closed == ["funds 2025-01-01 to 2025-01-01 s", "serves 2025-02-01 to 2025-02-01 s"])
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
