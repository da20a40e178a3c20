import Dataset
import Testing

@testable import Insight

private let tables: [TableName: String] = [
  .organisations: """
  id,name,kind,layer,country,source
  grid,Grid,company,infrastructure,GB,s
  """,
  .compute: """
  id,date,name,scope,operator,country,city,accelerators,mw,status,target,confidence,source
  twice,2025-01-01,Twice,site,grid,GB,,100,,announced,2025-06,reported,s
  twice,2025-08-01,Twice,site,grid,GB,,100,,announced,2026-03,reported,s
  twice,2026-01-01,Twice,site,grid,GB,,100,,contracted,,reported,s
  twice,2026-02-01,Twice,site,grid,GB,,100,,building,2027-01,reported,s
  years,2025-01-01,Years,site,grid,GB,,,10,announced,2025,reported,s
  years,2025-02-01,Years,site,grid,GB,,,10,announced,2026,reported,s
  sooner,2025-01-01,Sooner,site,grid,GB,,,10,announced,2028,reported,s
  sooner,2025-02-01,Sooner,site,grid,GB,,,10,paused,2027,reported,s
  late,2025-01-01,Late,site,grid,GB,,,10,building,2026-06-30,reported,s
  runs,2025-01-01,Runs,site,grid,GB,,50,10,building,2025,reported,s
  runs,2026-02-01,Runs,site,grid,GB,,50,10,operational,2025,reported,s
  gone,2025-01-01,Gone,site,grid,GB,,7,10,announced,2025,reported,s
  gone,2026-02-01,Gone,site,grid,GB,,,,cancelled,,reported,s
  """,
]

@Suite struct ComputeSlipTests {
  private func lines(asOf day: String) throws -> [String] {
    let snapshot = try Synthetic.snapshot(tables, asOf: day)
    return Compute.slips(in: snapshot).map { slip in
      let targets = slip.targets.map { "\($0.known)>\($0.target)" }.joined(separator: " ")
      return "\(snapshot.dataset.slug(slip.commitment.id)) \(slip.months) \(slip.isExact) "
        + "\(slip.overdueDays ?? 0) \(targets)"
    }
  }

  @Test func aSlipIsTheWayFromTheFirstTargetToTheLast() throws {
    #expect(
      try lines(asOf: "2026-07-10") == [
        "twice 19 true 0 2025-01-01>2025-06 2025-08-01>2026-03 2026-02-01>2027-01",
        "years 12 false 0 2025-01-01>2025 2025-02-01>2026",
        "late 0 true 10 2025-01-01>2026-06-30",
      ])
  }

  @Test func aTargetIsMissedFromTheDayAfter() throws {
    #expect(try lines(asOf: "2026-06-30").map { $0.prefix(5) } == ["twice", "years"])
    #expect(
      try lines(asOf: "2025-07-01") == [
        "years 12 false 0 2025-01-01>2025 2025-02-01>2026",
        "twice 0 true 1 2025-01-01>2025-06",
      ])
  }
}

@Suite struct FunnelTests {
  @Test func everySiteStandsAtOneStage() throws {
    let funnel = Compute.funnel(of: try Synthetic.snapshot(tables, asOf: "2026-07-10"))
    let lines = funnel.stages.map { stage in
      "\(stage.status.word) \(stage.commitments.count) \(stage.unknown) \(stage.accelerators) "
        + "\(stage.megawatts)"
    }
    #expect(
      lines == [
        "announced 1 1 0 10.0", "contracted 0 0 0 0.0", "building 2 1 100 10.0",
        "operational 1 0 50 10.0", "paused 1 1 0 10.0", "cancelled 1 1 0 0.0",
      ])
    #expect(funnel[.building].commitments.count == 2)
  }
}
