import Dataset
import Insight
import Testing

/// The order of groups: by the unit, accelerators, plans, power, what was stopped, then by id.
@Suite struct ComputeOrderTests {
  private func order(_ unit: ComputeUnit) throws -> String {
    let names = "abcdefg".map { "\($0),\($0.uppercased())" }.joined(separator: "\n")
    let snapshot = try Synthetic.snapshot([
      .organisations: "id,name\n" + names,
      .compute: """
      id,date,scope,operator,country,accelerators,mw,status
      g1,2026-01-01,site,g,DE,100,,building
      f1,2026-01-01,site,f,DE,100,,building
      f2,2026-01-01,site,f,DE,5,,announced
      e1,2026-01-01,site,e,DE,100,3,building
      d1,2026-01-01,site,d,DE,100,3,building
      d2,2026-01-01,site,d,DE,9,,cancelled
      c1,2026-01-01,site,c,DE,100,3,building
      c2,2026-01-01,site,c,DE,9,,paused
      b1,2026-01-01,site,b,DE,200,,building
      a1,2026-01-01,site,a,DE,50,1,announced
      """,
    ])
    return Compute.totals(of: snapshot, by: .operator, unit: unit).groups
      .map { $0.key.slug(in: snapshot.dataset) }.joined(separator: " ")
  }

  @Test func acceleratorsThenPlansThenPowerThenWhatWasStopped() throws {
    #expect(try order(.accelerators) == "b f c d e g a")
  }

  @Test func theUnitComesFirst() throws {
    #expect(try order(.mw) == "c d e b f g a")
  }
}
