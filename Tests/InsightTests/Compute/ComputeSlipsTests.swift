import Dataset
import Testing

@testable import Insight

@Suite struct ComputeSlipsTests {
  private static let tables: [TableName: String] = [
    .compute: """
    id,date,name,scope,operator,country,accelerators,status,target,confidence,source
    later,2025-01-01,Later,site,,DE,10,announced,2026-03,reported,s
    later,2025-06-01,Later,site,,DE,10,contracted,2026-09,reported,s
    later,2026-01-01,Later,site,,DE,10,building,2027-03,reported,s
    sooner,2025-01-01,Sooner,site,,DE,10,announced,2027-12,reported,s
    sooner,2026-01-01,Sooner,site,,DE,10,building,2027-06,reported,s
    overdue,2025-01-01,Overdue,site,,DE,10,building,2026-06-30,reported,s
    intime,2025-01-01,In time,site,,DE,10,building,2026-06,reported,s
    intime,2026-05-01,In time,site,,DE,10,operational,2026-06,reported,s
    ahead,2026-01-01,Ahead,site,,DE,10,contracted,2028,reported,s
    gone,2025-01-01,Gone,site,,DE,10,announced,2026,reported,s
    gone,2026-01-01,Gone,site,,DE,10,cancelled,2028,reported,s
    """
  ]

  private func lines(asOf day: String) throws -> [String] {
    let snapshot = try Synthetic.snapshot(Self.tables, asOf: day)
    return Compute.slips(in: snapshot).map { schedule in
      "\(snapshot.dataset.slug(schedule.current.id)) \(schedule.slip?.months ?? 0) "
        + "\(schedule.overdueDays ?? 0)"
    }
  }

  @Test func thoseThatMovedOrPassedAreListedTheWorstFirst() throws {
    #expect(
      try lines(asOf: "2026-10-08") == [
        "later 12 0", "overdue 0 100", "intime -1 0", "sooner -6 0",
      ])
  }

  @Test func aDayBeforeKnowsLess() throws {
    #expect(try lines(asOf: "2025-05-01") == [])
    #expect(try lines(asOf: "2025-07-01") == ["later 6 0"])
  }
}
