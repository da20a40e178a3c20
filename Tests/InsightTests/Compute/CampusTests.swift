import Dataset
import Insight
import Testing

@Suite struct CampusTests {
  /// A row of the same operator in the same city as a site of 1,000: with power, and a number or none.
  private func total(_ accelerators: String) throws -> ComputeTally {
    let dataset = try SyntheticPackage.dataset([
      .sources: "id\ns",
      .organisations: "id,name,kind,layer,country\ngrid,Grid,company,infrastructure,NO",
      .compute: """
      id,date,scope,operator,country,city,accelerators,mw,status,source
      plan,2026-01-01,site,grid,NO,Narvik,\(accelerators),230,contracted,s
      hall,2026-01-01,site,grid,NO,Narvik,1000,100,contracted,s
      """,
    ])
    return Compute.totals(of: dataset.asOf(try day("2026-06-01")), by: .operator).total
  }

  @Test func aPlanOfUnknownSizeIsNoCampus() throws {
    let total = try total("")
    #expect((total.campuses, total.unknown, total.megawatts) == (0, 1, 330))
  }

  @Test func aRowWithoutAcceleratorsIsTheCampusOfThoseBesideIt() throws {
    let total = try total("0")
    #expect((total.campuses, total.unknown, total.megawatts) == (1, 0, 230))
  }
}
