import Dataset
import Insight
import Testing

/// Rows that stand on a campus, and commitments that never ran.
@Suite struct TrancheTests {
  private func total(_ rows: String) throws -> ComputeTally {
    let snapshot = try SyntheticPackage.dataset([
      .organisations: "id,name,country\ngrid,Grid,NO",
      .compute: "id,date,scope,operator,country,city,accelerators,mw,status,target\n" + rows,
    ]).asOf(try day("2026-06-01"))
    return Compute.totals(of: snapshot, by: .operator).total
  }

  /// A row without a number is no tranche, so that the campus stays a site of its own.
  @Test func aRowWithoutANumberIsNoTranche() throws {
    let total = try total(
      """
      campus,2026-01-01,site,grid,NO,Narvik,0,230,contracted,
      open,2026-01-01,site,grid,NO,Narvik,,100,contracted,
      """)
    #expect(total.campuses == 0)
    #expect(total.megawatts == 330)
  }

  @Test func whatWasStoppedIsCountedWhereItHadATarget() throws {
    let snapshot = try SyntheticPackage.dataset([
      .organisations: "id,name,country\ngrid,Grid,NO",
      .compute: """
      id,date,scope,operator,country,accelerators,status,target
      a,2026-01-01,site,grid,NO,10,contracted,2026-12
      a,2026-02-01,site,grid,NO,10,cancelled,
      b,2026-01-01,site,grid,NO,10,contracted,
      b,2026-02-01,site,grid,NO,10,cancelled,
      c,2026-02-01,site,grid,NO,10,paused,2027
      d,2026-02-01,site,grid,NO,10,building,2027
      """,
    ]).asOf(try day("2026-06-01"))
    let stopped = Compute.stopped(in: snapshot)
    #expect(stopped.map { snapshot.dataset.slug($0.current.id) } == ["a", "c"])
  }
}
