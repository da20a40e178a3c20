import Dataset
import Testing

@testable import Insight

/// The size of what was stopped, and the count of sites, in every unit.
@Suite struct SizeSaidTests {
  /// A cancelled campus with its tranche, a hall that lost its figures row by row, and what stands.
  private func snapshot() throws -> Snapshot {
    try Synthetic.snapshot([
      .organisations: "id,name\ngrid,Grid\nmaker,Maker",
      .chips: "id,name,vendor,bf16_tflops\nquick,Quick,maker,1978.8",
      .compute: """
      id,date,scope,operator,country,city,accelerators,chips,mw,status
      campus,2026-01-01,site,grid,NO,Narvik,0,,230,cancelled
      tranche,2026-01-01,site,grid,NO,Narvik,52000,,100,cancelled
      hall,2025-01-01,site,grid,DE,Bonn,90,quick,5,contracted
      hall,2025-06-01,site,grid,DE,Bonn,100,quick,,contracted
      hall,2025-09-01,site,grid,DE,Bonn,,,7,contracted
      hall,2026-02-01,site,grid,DE,Bonn,,,,cancelled
      never,2026-01-01,site,grid,DE,Ulm,,,,cancelled
      base,2026-01-01,site,grid,FR,Paris,0,,60,building
      first,2026-01-01,site,grid,FR,Paris,11,quick,20,operational
      second,2026-01-01,site,grid,FR,Paris,,,,contracted
      plan,2026-01-01,site,grid,FR,Lyon,3,,2,announced
      open,2026-01-01,site,grid,FR,Lyon,,,,announced
      lyon,2026-01-01,site,grid,FR,Lyon,0,,9,announced
      tail,2026-01-01,site,grid,FR,Lyon,4,,,announced
      whole,2026-01-01,programme,grid,FR,Lyon,7000,,900,building
      """,
    ])
  }

  @Test func whatWasStoppedIsAsLargeAsLastSaid() throws {
    let stage = Compute.funnel(of: try snapshot())[.cancelled]
    #expect(stage.size(in: .accelerators) == SizeSum(52100, unsized: 1))
    // Twice an H100 for each of the hundred; of the tranche no chip is named.
    #expect(stage.size(in: .h100e) == SizeSum(200, unsized: 2))
    // The power of the tranche is inside that of its campus.
    #expect(stage.size(in: .mw) == SizeSum(237, unsized: 1))
    #expect(stage.megawatts == 237)
    #expect(stage.saidBefore == 100)
  }

  /// Rows that stop a campus and its tranche name no figures, and stop them on different days.
  @Test func aCampusIsOneByTheFiguresLastSaid() throws {
    let snapshot = try Synthetic.snapshot([
      .organisations: "id,name\ngrid,Grid",
      .compute: """
      id,date,scope,operator,country,city,accelerators,mw,status
      campus,2025-01-01,site,grid,NO,Narvik,0,230,contracted
      tranche,2025-01-01,site,grid,NO,Narvik,52000,100,contracted
      tranche,2026-01-01,site,grid,NO,Narvik,,,paused
      campus,2026-02-01,site,grid,NO,Narvik,,,cancelled
      """,
    ])
    let funnel = Compute.funnel(of: snapshot)
    #expect(funnel[.cancelled].size(in: .mw) == SizeSum(230))
    #expect(funnel[.paused].size(in: .mw) == SizeSum(0))
    #expect(funnel[.paused].size(in: .accelerators) == SizeSum(52000))
    let total = Compute.totals(of: snapshot, by: .operator).total
    #expect(total.withdrawn(in: .mw) == SizeSum(230))
  }

  @Test func whatStandsIsAsLargeAsItSays() throws {
    let funnel = Compute.funnel(of: try snapshot())
    #expect(funnel[.building].size(in: .mw) == SizeSum(60))
    #expect(funnel[.building].size(in: .accelerators) == SizeSum(0))
    #expect(funnel[.operational].size(in: .accelerators) == SizeSum(11))
    #expect(funnel[.operational].size(in: .h100e) == SizeSum(22))
    #expect(funnel[.operational].size(in: .mw) == SizeSum(0))
    #expect(funnel[.contracted].size(in: .accelerators) == SizeSum(0, unsized: 1))
    #expect(funnel[.announced].size(in: .mw) == SizeSum(9, unsized: 1))
    #expect(ComputeStatus.allCases.map { funnel[$0].saidBefore } == [0, 0, 0, 0, 0, 100])
  }

  @Test func theTotalKeepsThePartsApart() throws {
    let snapshot = try snapshot()
    let total = Compute.totals(of: snapshot, by: .operator, unit: .h100e).total
    func slugs(_ ids: [ID<Commitment>]) -> String {
      ids.map { snapshot.dataset.slug($0) }.joined(separator: " ")
    }
    #expect(slugs(total.all) == "base first second plan open lyon tail campus tranche hall never")
    #expect(total.sites == 2 && total.campuses == 1)
    #expect(total.withdrawn(in: .accelerators) == SizeSum(52100, unsized: 1))
    #expect(total.withdrawn(in: .h100e) == SizeSum(200, unsized: 2))
    #expect(
      total.withdrawn(in: .mw) == SizeSum(237, unsized: 1), "the campus once, as in the funnel")
    #expect(total.plans(in: .accelerators) == SizeSum(7, unsized: 1))
    #expect(total.plans(in: .mw) == SizeSum(9, unsized: 1))
    #expect(total.plans(in: .h100e) == SizeSum(0, unsized: 3))
    #expect(
      ComputeUnit.allCases.map { total.firm(in: $0) } == [11...11, 22...22, 60...60])
    #expect(ComputeUnit.allCases.map { total.unknown(in: $0) } == [1, 1, 1])
    #expect(ComputeUnit.allCases.map { total.running(in: $0) } == [11, 22, 0])
  }

  @Test func sitesAreCountedWithoutTheirCampus() throws {
    let snapshot = try snapshot()
    let sums = SitesByState(of: Array(snapshot.compute), in: snapshot.dataset)
    #expect(
      try json(sums)
        == #"{"announced":{"accelerators":7,"mw":9,"mw_unstated":1,"sites":3,"unsized":1},"#
        + #""firm":{"accelerators":11,"mw":60,"mw_unstated":1,"sites":2,"unsized":1}}"#)
    #expect(sums.firm.campuses == 1 && sums.announced.campuses == 1)
    #expect(!sums.firm.isEmpty && !sums.announced.isEmpty)
    #expect(SitesSum(of: [], in: snapshot.dataset).isEmpty)
  }
}
