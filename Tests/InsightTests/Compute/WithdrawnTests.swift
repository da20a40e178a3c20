import Dataset
import Testing

@testable import Insight

private let tables: [TableName: String] = [
  .organisations: """
  id,name,kind,layer,country,source
  grid,Grid,company,infrastructure,GB,s
  lab,Lab,public-lab,research,DE,s
  """,
  .compute: """
  id,date,name,scope,operator,country,city,accelerators,status,confidence,source
  fjord,2025-01-01,Fjord,site,grid,NO,Narvik,100000,announced,reported,s
  fjord,2025-06-01,Fjord,site,grid,NO,Narvik,48000,announced,reported,s
  fjord,2026-01-01,Fjord,site,grid,NO,Narvik,,announced,reported,s
  fjord,2026-04-15,Fjord,site,grid,NO,Narvik,,cancelled,reported,s
  park,2026-04-09,Park,site,grid,GB,London,8000,paused,reported,s
  hall,2026-01-05,Hall,site,grid,GB,London,1000,operational,reported,s
  cluster,2026-01-05,Cluster,site,lab,DE,Ulm,,operational,reported,s
  dropped,2026-01-05,Dropped,site,lab,DE,Bonn,,cancelled,reported,s
  """,
]

@Suite struct WithdrawnTests {
  @Test func aCancelledSiteHasTheSizeThatWasCancelled() throws {
    let funnel = Compute.funnel(of: try Synthetic.snapshot(tables))
    #expect(funnel[.cancelled].accelerators == 48000)
    #expect(funnel[.cancelled].saidBefore == 48000)
    #expect(funnel[.cancelled].unknown == 1, "nobody ever said how large the other was")
    #expect(funnel[.paused].accelerators == 8000)
    #expect(funnel[.paused].saidBefore == 0)
    #expect(funnel[.operational].accelerators == 1000)
    #expect(funnel[.operational].saidBefore == 0)
  }

  /// Before it was cancelled, the row of the day names no size and an announcement is no more than it says.
  @Test func whatStandsCountsWithWhatItSays() throws {
    let funnel = Compute.funnel(of: try Synthetic.snapshot(tables, asOf: "2026-02-01"))
    #expect(funnel[.announced].accelerators == 0)
    #expect(funnel[.announced].unknown == 1)
  }

  @Test func withdrawnSitesAreInNoOtherFigure() throws {
    let totals = Compute.totals(of: try Synthetic.snapshot(tables), by: .operator)
    #expect(totals.total.accelerators == 1000)
    #expect(totals.total.announced == 0)
    #expect(totals.total.withdrawn == 56000)
    #expect(totals.total.withdrawnUnknown == 1)
    let names = totals.groups.map { $0.key.slug(in: totals.dataset) }
    #expect(names == ["grid", "lab"])
    #expect(totals.groups[0].tally.withdrawn == 56000)
    #expect(totals.groups[1].tally.withdrawn == 0)
    #expect(totals.groups[1].tally.withdrawnUnknown == 1)
  }

  @Test func groupsOfWithdrawnSitesAreListedWhereThereIsNothingElse() throws {
    let snapshot = try Synthetic.snapshot(tables)
    let filter = try CompiledFilter("status:cancelled,paused", for: snapshot)
    let totals = Compute.totals(of: snapshot, by: .country, where: filter)
    let lines = totals.groups.map { group in
      "\(group.key.slug(in: totals.dataset)) \(group.tally.withdrawn) \(group.tally.accelerators)"
    }
    #expect(lines == ["NO 48000 0", "GB 8000 0", "DE 0 0"])
    #expect(totals.total.isWithdrawn)
    let everything = Compute.totals(of: snapshot, by: .country)
    #expect(!everything.groups.contains { $0.key.slug(in: totals.dataset) == "NO" })
  }

  @Test func whatRunsWithoutACountIsCountedApart() throws {
    let totals = Compute.totals(of: try Synthetic.snapshot(tables), by: .operator)
    let lab = try #require(totals.groups.last?.tally)
    #expect(lab.running == 0 && lab.runningUnknown == 1)
    #expect(totals.total.running == 1000 && totals.total.runningUnknown == 1)
  }
}
